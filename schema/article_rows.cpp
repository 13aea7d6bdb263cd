#include "schema/article_rows.h"

#include <numeric>
#include <optional>
#include <string>

#include "schema/hexadecimal.h"
#include "schema/work_json.h"

namespace claimbase {
namespace {

using Keys = std::vector<std::int64_t>;

constexpr std::string_view kAddArticle =
    "INSERT INTO article(path, title, alternative_title, date, publisher, language, encoding, format, content_hash, "
    "size,"
    " modified, reader_version, extractor_version, analyzer_version, vocabulary_version, inode)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)";
constexpr const char* kBlockColumns =
    "article, ordinal, kind, role, begin_byte, end_byte, line, level, number, heading, lead_in, heading_path";
constexpr const char* kSentenceColumns = "article, block, ordinal, begin_byte, end_byte, line, language, text";
constexpr const char* kEntryColumns =
    "article, ordinal, reference, number, begin_byte, end_byte, line, raw, fields, work, identity";
constexpr const char* kCitationColumns =
    "article, ordinal, sentence, kind, begin_byte, end_byte, line, marker, reference, journal, year, study_design, "
    "level, authors, organisation, specific, entry";
constexpr const char* kMentionColumns =
    "article, ordinal, sentence, claim, exposure, polarity, certainty, inherited, confidence, substance_begin, "
    "substance_end, outcome_begin, outcome_end, cue_begin, cue_end";

std::optional<int> present(int index) {
  return index < 0 ? std::nullopt : std::optional<int>(index);
}

Keys keys_from(std::int64_t first, std::size_t count) {
  Keys keys(count);
  std::iota(keys.begin(), keys.end(), first);
  return keys;
}

std::optional<std::int64_t> key_at(const Keys& keys, int index) {
  return index < 0 ? std::nullopt : std::optional<std::int64_t>(keys[static_cast<std::size_t>(index)]);
}

}  // namespace

ArticleRows::ArticleRows(Database& db, FullText& full_text, WorkRows& works, GatheredSentences* gathered)
    : db_(db),
      full_text_(full_text),
      works_(works),
      gathered_(gathered),
      claims_(db),
      find_(db, "SELECT key FROM article WHERE path = ?1"),
      entries_of_(db, "SELECT DISTINCT reference, identity FROM reference_entry WHERE article = ?1"),
      entry_texts_(db, "SELECT reference, fields, raw, work FROM reference_entry WHERE article = ?1"),
      claims_of_(db, "SELECT DISTINCT claim FROM mention WHERE article = ?1"),
      remove_(db, "DELETE FROM article WHERE key = ?1"),
      add_article_(db, kAddArticle),
      add_block_(db, "block", kBlockColumns),
      add_sentence_(db, "sentence", kSentenceColumns),
      add_entry_(db, "reference_entry", kEntryColumns),
      add_citation_(db, "citation", kCitationColumns),
      add_candidate_(db, "citation_candidate", "citation, ordinal, reference, entry"),
      add_mention_(db, "mention", kMentionColumns),
      add_quantity_(db, "quantity", "mention, ordinal, kind, low, high, unit, begin_byte, end_byte, printed"),
      add_evidence_(db, "evidence", "mention, citation, reference, link, weight, entry"),
      add_diagnostic_(db, "diagnostic", "article, ordinal, severity, rule, begin_byte, end_byte, line, message") {}

void ArticleRows::replace(const ArticleRecord& article) {
  Shared shared;
  take_out(article.path, shared);
  const std::int64_t key = add_article(article);
  const Keys sentences = add_sentences(article, key);
  const Entries entries = add_references(article, key);
  const Keys citations = add_citations(article, key, sentences, entries);
  const Keys mentions = add_mentions(article, key, sentences);
  add_evidence(article, mentions, citations, entries);
  add_diagnostics(article, key);
  pass_over_unchanged(shared.entries, key);
  settle(shared);
}

bool ArticleRows::remove(std::string_view path) {
  Shared shared;
  const bool found = take_out(path, shared);
  works_.resolve();
  settle(shared);
  return found;
}

bool ArticleRows::take_out(std::string_view path, Shared& shared) {
  std::int64_t key = 0;
  find_.bind(1, path);
  while (find_.step()) key = find_.integer(0);
  if (key == 0) return false;
  shared.entries = entry_texts(key);
  for (entries_of_.bind(1, key); entries_of_.step();) {
    works_.changed(entries_of_.integer(0));
    works_.drop(entries_of_.integer(1));
  }
  claims_of_.bind(1, key);
  while (claims_of_.step()) shared.claims.insert(claims_of_.integer(0));
  full_text_.remove_sentences_of(key);
  remove_.bind(1, key).run();  // takes all rows of the article with it
  return true;
}

ArticleRows::EntryTexts ArticleRows::entry_texts(std::int64_t article) {
  EntryTexts texts;
  for (entry_texts_.bind(1, article); entry_texts_.step();) {
    texts[entry_texts_.integer(0)].emplace(entry_texts_.integer(1), entry_texts_.text(2), entry_texts_.text(3));
  }
  return texts;
}

// Most edits leave the reference list alone; what a work that many articles cite is made of is dear to look through.
void ArticleRows::pass_over_unchanged(const EntryTexts& before, std::int64_t article) {
  if (before.empty()) return;
  const EntryTexts after = entry_texts(article);
  for (const auto& [reference, texts] : before) {
    const auto found = after.find(reference);
    if (found != after.end() && found->second == texts) works_.unchanged(reference);
  }
}

void ArticleRows::settle(const Shared& shared) {
  works_.settle();
  for (const auto claim : shared.claims) claims_.settle(claim);
}

std::int64_t ArticleRows::add_article(const ArticleRecord& article) {
  const std::string analyzer = to_hexadecimal(article.versions.analyzer);
  const std::string vocabulary = to_hexadecimal(article.versions.vocabulary);
  add_article_.bind(1, article.path).bind(2, article.title).bind(3, article.alternative_title).bind(4, article.date);
  add_article_.bind(5, article.publisher).bind(6, article.language).bind(7, article.encoding).bind(8, article.format);
  add_article_.bind(9, article.content_hash).bind(10, article.size).bind(11, article.modified);
  add_article_.bind(12, article.versions.reader).bind(13, article.versions.extractor);
  add_article_.bind(14, analyzer).bind(15, vocabulary).bind(16, article.inode).run();
  return db_.last_insert_rowid();
}

Keys ArticleRows::add_blocks(const ArticleRecord& article, std::int64_t key) {
  const auto fill = [&](RowValues& row, std::size_t i) {
    const BlockRecord& block = article.blocks[i];
    row.bind(1, key).bind(2, i).bind(3, block.kind).bind(4, block.role).bind(5, block.range.begin);
    row.bind(6, block.range.end).bind(7, block.line).bind(8, block.level).bind(9, block.number);
    row.bind(10, present(block.heading)).bind(11, present(block.lead_in)).bind(12, block.heading_path);
  };
  return keys_from(add_block_.insert(article.blocks.size(), fill), article.blocks.size());
}

Keys ArticleRows::add_sentences(const ArticleRecord& article, std::int64_t key) {
  const Keys blocks = add_blocks(article, key);
  const auto fill = [&](RowValues& row, std::size_t i) {
    const SentenceRecord& sentence = article.sentences[i];
    row.bind(1, key).bind(2, blocks[sentence.block]).bind(3, i).bind(4, sentence.range.begin);
    row.bind(5, sentence.range.end).bind(6, sentence.line).bind(7, sentence.language).bind(8, sentence.text);
  };
  Keys keys = keys_from(add_sentence_.insert(article.sentences.size(), fill), article.sentences.size());
  index_sentences(article, keys);
  return keys;
}

void ArticleRows::index_sentences(const ArticleRecord& article, const Keys& sentences) {
  std::vector<bool> claims(article.sentences.size());
  for (const auto& mention : article.mentions) claims[mention.sentence] = true;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const SentenceRecord& sentence = article.sentences[i];
    const BlockRecord& block = article.blocks[sentence.block];
    const IndexedWords words =
        full_text_.add_sentence(sentences[i], {sentence.language, sentence.text, block.heading_path, sentence.words});
    if (gathered_ == nullptr) continue;
    gathered_->add(sentences[i], words, block.role == "content", block.kind == "heading", claims[i]);
  }
}

// The works must be known before the rows that point at them: of an entry that looks like another article's, too.
ArticleRows::Entries ArticleRows::add_references(const ArticleRecord& article, std::int64_t key) {
  const std::size_t count = article.references.size();
  std::vector<const ReferenceRecord*> works;
  works.reserve(count);
  for (const auto& entry : article.references) works.push_back(&entry.work);
  const Keys identities = works_.describe(works);
  works_.resolve();
  std::vector<Description> descriptions;
  descriptions.reserve(count);
  for (const ReferenceRecord* work : works) descriptions.push_back({work, work->raw, to_json(*work)});
  Entries made;
  made.references = works_.references_of(identities, descriptions);
  const auto fill = [&](RowValues& row, std::size_t i) {
    const ReferenceEntryRecord& entry = article.references[i];
    row.bind(1, key).bind(2, i).bind(3, made.references[i]).bind(4, entry.number);
    row.bind(5, entry.range.begin).bind(6, entry.range.end).bind(7, entry.line);
    row.bind(8, entry.work.raw)
        .bind(9, count_fields(entry.work))
        .bind(10, descriptions[i].json)
        .bind(11, identities[i]);
  };
  made.keys = keys_from(add_entry_.insert(count, fill), count);
  return made;
}

Keys ArticleRows::add_citations(const ArticleRecord& article, std::int64_t key, const Keys& sentences,
                                const Entries& entries) {
  const auto fill = [&](RowValues& row, std::size_t i) {
    const CitationRecord& citation = article.citations[i];
    row.bind(1, key).bind(2, i).bind(3, sentences[citation.sentence]).bind(4, citation.kind);
    row.bind(5, citation.range.begin).bind(6, citation.range.end).bind(7, citation.line);
    row.bind(8, citation.marker).bind(9, key_at(entries.references, citation.entry));
    row.bind(10, citation.journal).bind(11, citation.year).bind(12, citation.study_design).bind(13, citation.level);
    row.bind(14, citation.authors).bind(15, citation.organisation).bind(16, citation.specific);
    row.bind(17, key_at(entries.keys, citation.entry));
  };
  Keys keys = keys_from(add_citation_.insert(article.citations.size(), fill), article.citations.size());
  add_candidates(article, keys, entries);
  return keys;
}

void ArticleRows::add_candidates(const ArticleRecord& article, const Keys& citations, const Entries& entries) {
  for (std::size_t i = 0; i < citations.size(); ++i) {
    const std::vector<int>& candidates = article.citations[i].candidates;
    add_candidate_.insert(candidates.size(), [&](RowValues& row, std::size_t ordinal) {
      const int each = candidates[ordinal];
      row.bind(1, citations[i]).bind(2, ordinal);
      row.bind(3, key_at(entries.references, each)).bind(4, key_at(entries.keys, each));
    });
  }
}

Keys ArticleRows::add_mentions(const ArticleRecord& article, std::int64_t key, const Keys& sentences) {
  const Keys claims = claims_.open(article.mentions);
  const auto fill = [&](RowValues& row, std::size_t i) {
    const MentionRecord& mention = article.mentions[i];
    row.bind(1, key).bind(2, i).bind(3, sentences[mention.sentence]).bind(4, claims[i]);
    row.bind(5, mention.exposure).bind(6, mention.polarity).bind(7, mention.certainty);
    row.bind(8, mention.inherited).bind(9, mention.confidence);
    row.bind(10, mention.substance_range.begin).bind(11, mention.substance_range.end);
    row.bind(12, mention.outcome_range.begin).bind(13, mention.outcome_range.end);
    row.bind(14, mention.cue_range.begin).bind(15, mention.cue_range.end);
  };
  Keys keys = keys_from(add_mention_.insert(article.mentions.size(), fill), article.mentions.size());
  add_quantities(article, keys);
  return keys;
}

void ArticleRows::add_quantities(const ArticleRecord& article, const Keys& mentions) {
  struct Row {
    std::int64_t mention;
    std::size_t ordinal;
    const QuantityRecord* quantity;
  };
  std::vector<Row> rows;
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    std::size_t ordinal = 0;
    for (const auto& each : article.mentions[i].quantities) rows.push_back({mentions[i], ordinal++, &each});
  }
  add_quantity_.insert(rows.size(), [&](RowValues& row, std::size_t i) {
    const QuantityRecord& quantity = *rows[i].quantity;
    row.bind(1, rows[i].mention).bind(2, rows[i].ordinal).bind(3, quantity.kind).bind(4, quantity.low);
    row.bind(5, quantity.high).bind(6, quantity.unit).bind(7, quantity.range.begin).bind(8, quantity.range.end);
    row.bind(9, quantity.printed);
  });
}

void ArticleRows::add_evidence(const ArticleRecord& article, const Keys& mentions, const Keys& citations,
                               const Entries& entries) {
  add_evidence_.insert(article.evidence.size(), [&](RowValues& row, std::size_t i) {
    const EvidenceRecord& evidence = article.evidence[i];
    int entry = evidence.entry;
    if (entry < 0) entry = article.citations[static_cast<std::size_t>(evidence.citation)].entry;
    row.bind(1, mentions[evidence.mention]).bind(2, key_at(citations, evidence.citation));
    row.bind(3, key_at(entries.references, entry)).bind(4, static_cast<int>(evidence.link));
    row.bind(5, evidence.weight).bind(6, key_at(entries.keys, entry));
  });
}

void ArticleRows::add_diagnostics(const ArticleRecord& article, std::int64_t key) {
  add_diagnostic_.insert(article.diagnostics.size(), [&](RowValues& row, std::size_t i) {
    const DiagnosticRecord& found = article.diagnostics[i];
    row.bind(1, key).bind(2, i).bind(3, found.severity).bind(4, found.rule).bind(5, found.range.begin);
    row.bind(6, found.range.end).bind(7, found.line).bind(8, found.message);
  });
}

}  // namespace claimbase

#include "schema/article_rows.h"

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
constexpr std::string_view kAddBlock =
    "INSERT INTO block(article, ordinal, kind, role, begin_byte, end_byte, line, level, number, heading, lead_in, "
    "heading_path)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
constexpr std::string_view kAddSentence =
    "INSERT INTO sentence(article, block, ordinal, begin_byte, end_byte, line, language, text)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
constexpr std::string_view kAddEntry =
    "INSERT INTO reference_entry(article, ordinal, reference, number, begin_byte, end_byte, line, raw, fields, work, "
    "identity) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
constexpr std::string_view kAddCitation =
    "INSERT INTO citation(article, ordinal, sentence, kind, begin_byte, end_byte, line, marker, reference, journal, "
    "year, study_design, level, authors, organisation, specific, entry)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";
constexpr std::string_view kAddMention =
    "INSERT INTO mention(article, ordinal, sentence, claim, exposure, polarity, certainty, inherited, confidence,"
    " substance_begin, substance_end, outcome_begin, outcome_end, cue_begin, cue_end)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
constexpr std::string_view kAddQuantity =
    "INSERT INTO quantity(mention, ordinal, kind, low, high, unit, begin_byte, end_byte, printed)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
constexpr std::string_view kAddDiagnostic =
    "INSERT INTO diagnostic(article, ordinal, severity, rule, begin_byte, end_byte, line, message)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

std::optional<int> present(int index) {
  return index < 0 ? std::nullopt : std::optional<int>(index);
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
      add_block_(db, kAddBlock),
      add_sentence_(db, kAddSentence),
      add_entry_(db, kAddEntry),
      add_citation_(db, kAddCitation),
      add_candidate_(db, "INSERT INTO citation_candidate(citation, ordinal, reference, entry) VALUES (?1, ?2, ?3, ?4)"),
      add_mention_(db, kAddMention),
      add_quantity_(db, kAddQuantity),
      add_evidence_(db,
                    "INSERT INTO evidence(mention, citation, reference, link, weight, entry) VALUES (?1, ?2, ?3, ?4, "
                    "?5, ?6)"),
      add_diagnostic_(db, kAddDiagnostic) {}

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
  Keys keys;
  keys.reserve(article.blocks.size());
  for (const auto& block : article.blocks) {
    add_block_.bind(1, key).bind(2, keys.size()).bind(3, block.kind).bind(4, block.role).bind(5, block.range.begin);
    add_block_.bind(6, block.range.end).bind(7, block.line).bind(8, block.level).bind(9, block.number);
    add_block_.bind(10, present(block.heading)).bind(11, present(block.lead_in)).bind(12, block.heading_path).run();
    keys.push_back(db_.last_insert_rowid());
  }
  return keys;
}

Keys ArticleRows::add_sentences(const ArticleRecord& article, std::int64_t key) {
  const Keys blocks = add_blocks(article, key);
  std::vector<bool> claims(article.sentences.size());
  for (const auto& mention : article.mentions) claims[mention.sentence] = true;
  Keys keys;
  keys.reserve(article.sentences.size());
  for (const auto& sentence : article.sentences) {
    add_sentence_.bind(1, key).bind(2, blocks[sentence.block]).bind(3, keys.size()).bind(4, sentence.range.begin);
    add_sentence_.bind(5, sentence.range.end)
        .bind(6, sentence.line)
        .bind(7, sentence.language)
        .bind(8, sentence.text)
        .run();
    keys.push_back(db_.last_insert_rowid());
    const auto& block = article.blocks[sentence.block];
    const SentenceWords words =
        full_text_.add_sentence(keys.back(), {sentence.language, sentence.text, block.heading_path, sentence.words});
    if (gathered_ == nullptr) continue;
    gathered_->add(keys.back(), words, block.role == "content", block.kind == "heading", claims[keys.size() - 1]);
  }
  return keys;
}

// The works must be known before the rows that point at them: of an entry that looks like another article's, too.
ArticleRows::Entries ArticleRows::add_references(const ArticleRecord& article, std::int64_t key) {
  Keys identities;
  identities.reserve(article.references.size());
  for (const auto& entry : article.references) identities.push_back(works_.describe(entry.work));
  works_.resolve();
  Entries made;
  for (std::size_t i = 0; i < identities.size(); ++i) {
    made.references.push_back(works_.reference_of(identities[i]));
    made.keys.push_back(add_entry(article.references[i], key, i, identities[i], made.references.back()));
  }
  return made;
}

std::int64_t ArticleRows::add_entry(const ReferenceEntryRecord& entry, std::int64_t article, std::size_t ordinal,
                                    std::int64_t identity, std::int64_t reference) {
  const std::string work = to_json(entry.work);
  add_entry_.bind(1, article).bind(2, ordinal).bind(3, reference).bind(4, entry.number);
  add_entry_.bind(5, entry.range.begin).bind(6, entry.range.end).bind(7, entry.line);
  add_entry_.bind(8, entry.work.raw).bind(9, count_fields(entry.work)).bind(10, work).bind(11, identity).run();
  return db_.last_insert_rowid();
}

Keys ArticleRows::add_citations(const ArticleRecord& article, std::int64_t key, const Keys& sentences,
                                const Entries& entries) {
  Keys keys;
  keys.reserve(article.citations.size());
  for (const auto& citation : article.citations) {
    add_citation_.bind(1, key).bind(2, keys.size()).bind(3, sentences[citation.sentence]).bind(4, citation.kind);
    add_citation_.bind(5, citation.range.begin).bind(6, citation.range.end).bind(7, citation.line);
    add_citation_.bind(8, citation.marker).bind(9, key_at(entries.references, citation.entry));
    add_citation_.bind(10, citation.journal);
    add_citation_.bind(11, citation.year).bind(12, citation.study_design).bind(13, citation.level);
    add_citation_.bind(14, citation.authors).bind(15, citation.organisation).bind(16, citation.specific);
    add_citation_.bind(17, key_at(entries.keys, citation.entry)).run();
    keys.push_back(db_.last_insert_rowid());
    std::size_t ordinal = 0;
    for (const int each : citation.candidates) {
      add_candidate_.bind(1, keys.back()).bind(2, ordinal++).bind(3, key_at(entries.references, each));
      add_candidate_.bind(4, key_at(entries.keys, each)).run();
    }
  }
  return keys;
}

Keys ArticleRows::add_mentions(const ArticleRecord& article, std::int64_t key, const Keys& sentences) {
  Keys keys;
  keys.reserve(article.mentions.size());
  for (const auto& mention : article.mentions) {
    const std::int64_t claim = claims_.open(mention);
    add_mention_.bind(1, key).bind(2, keys.size()).bind(3, sentences[mention.sentence]).bind(4, claim);
    add_mention_.bind(5, mention.exposure).bind(6, mention.polarity).bind(7, mention.certainty);
    add_mention_.bind(8, mention.inherited).bind(9, mention.confidence);
    add_mention_.bind(10, mention.substance_range.begin).bind(11, mention.substance_range.end);
    add_mention_.bind(12, mention.outcome_range.begin).bind(13, mention.outcome_range.end);
    add_mention_.bind(14, mention.cue_range.begin).bind(15, mention.cue_range.end).run();
    keys.push_back(db_.last_insert_rowid());
    add_quantities(mention, keys.back());
  }
  return keys;
}

void ArticleRows::add_quantities(const MentionRecord& mention, std::int64_t key) {
  std::size_t ordinal = 0;
  for (const auto& quantity : mention.quantities) {
    add_quantity_.bind(1, key).bind(2, ordinal++).bind(3, quantity.kind).bind(4, quantity.low).bind(5, quantity.high);
    add_quantity_.bind(6, quantity.unit).bind(7, quantity.range.begin).bind(8, quantity.range.end);
    add_quantity_.bind(9, quantity.printed).run();
  }
}

void ArticleRows::add_evidence(const ArticleRecord& article, const Keys& mentions, const Keys& citations,
                               const Entries& entries) {
  for (const auto& evidence : article.evidence) {
    int entry = evidence.entry;
    if (entry < 0) entry = article.citations[static_cast<std::size_t>(evidence.citation)].entry;
    add_evidence_.bind(1, mentions[evidence.mention]).bind(2, key_at(citations, evidence.citation));
    add_evidence_.bind(3, key_at(entries.references, entry)).bind(4, static_cast<int>(evidence.link));
    add_evidence_.bind(5, evidence.weight).bind(6, key_at(entries.keys, entry)).run();
  }
}

void ArticleRows::add_diagnostics(const ArticleRecord& article, std::int64_t key) {
  std::size_t ordinal = 0;
  for (const auto& found : article.diagnostics) {
    add_diagnostic_.bind(1, key)
        .bind(2, ordinal++)
        .bind(3, found.severity)
        .bind(4, found.rule)
        .bind(5, found.range.begin);
    add_diagnostic_.bind(6, found.range.end).bind(7, found.line).bind(8, found.message).run();
  }
}

}  // namespace claimbase

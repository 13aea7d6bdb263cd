#include "query/suggestions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "analysis/language/unicode.h"
#include "query/edit_distance.h"
#include "query/query_words.h"

namespace claimbase {
namespace {

constexpr std::size_t kShortest = 4;   // letters
constexpr std::size_t kLongWord = 8;   // from here on, two slips
constexpr std::size_t kMostWords = 4;  // of the query that are looked at
constexpr std::size_t kMostStems = 6;  // whose printed words are looked for
constexpr int kMostTerms = 50'000;     // of the index, a word

struct Candidate {
  std::size_t distance = 0;
  std::int64_t texts = 0;  // that hold it
  std::string word;
  std::string language;
};

bool is_better(const Candidate& a, const Candidate& b) {
  return std::tuple(a.distance, -a.texts, a.word) < std::tuple(b.distance, -b.texts, b.word);
}

struct NearStem {
  std::size_t distance = 0;
  std::int64_t texts = 0;
  std::string stem;
};

std::string vocabulary_of(const std::string& table, std::string_view kind) {
  return "temp." + table + "_" + std::string(kind);
}

// fts5vocab shows an index's words; its tables are temporary, which a connection for queries must be allowed to make.
void make_vocabulary(const Database& db, std::span<const IndexedText> texts) {
  const bool query_only = db.integer("PRAGMA query_only").value_or(0) != 0;
  if (query_only) Statement(db, "PRAGMA query_only = 0").run();
  for (const IndexedText& text : texts) {
    for (const char* kind : {"row", "instance"}) {
      Statement(db, "CREATE VIRTUAL TABLE IF NOT EXISTS " + vocabulary_of(text.table, kind) +
                        " USING fts5vocab('main', '" + text.table + "', '" + kind + "')")
          .run();
    }
  }
  if (query_only) Statement(db, "PRAGMA query_only = 1").run();
}

Analyzer& analyzer_of(LabelIndex& labels, std::string_view language) {
  const auto found = std::ranges::find(labels.languages(), language, &QueryLanguage::name);
  return (found == labels.languages().end() ? labels.languages().front() : *found).analyzer;
}

std::string stem_of(Analyzer& analyzer, std::string_view word) {
  std::vector<Word> words;
  analyzer.words(word, words);
  return words.size() == 1 ? words.front().form->stem : std::string();
}

class Speller {
 public:
  Speller(const Database& db, std::span<const IndexedText> texts, LabelIndex& labels)
      : db_(db), texts_(texts), labels_(labels) {
    make_vocabulary(db, texts);
  }

  std::optional<Candidate> correct(const std::string& typed) {
    const std::string word = fold(typed);
    if (!is_plain(word) || is_known(word)) return std::nullopt;
    best_.reset();
    most_ = word.size() >= kLongWord ? 2 : 1;
    for (const IndexedText& text : texts_) look_in(text, word);
    look_in_labels(word);
    return best_;
  }

 private:
  static bool is_plain(std::string_view word) {
    return word.size() >= kShortest && word.size() <= 64 &&
           std::ranges::none_of(word, [](char c) { return c >= '0' && c <= '9'; });
  }

  bool is_known(const std::string& word) {
    if (!labels_.find(word).empty()) return true;
    return std::ranges::any_of(texts_, [&](const IndexedText& text) {
      Statement found(db_, "SELECT 1 FROM " + vocabulary_of(text.table, "instance") + " WHERE term = ?1 LIMIT 1");
      const std::string stem = stem_of(analyzer_of(labels_, text.language), word);
      found.bind(1, std::string_view(stem));
      return stem.empty() || found.step();
    });
  }

  void offer(Candidate candidate) {
    if (candidate.distance == 0 || candidate.distance > most_) return;
    if (!best_ || is_better(candidate, *best_)) best_ = std::move(candidate);
  }

  void look_in(const IndexedText& text, const std::string& word) {
    const std::string stem = stem_of(analyzer_of(labels_, text.language), word);
    if (stem.empty()) return;
    std::string after = stem.substr(0, 1);
    after.front() = static_cast<char>(after.front() + 1);
    const std::string first = stem.substr(0, 1);
    Statement terms(
        db_, "SELECT term, doc FROM " + vocabulary_of(text.table, "row") + " WHERE term >= ?1 AND term < ?2 LIMIT ?3");
    terms.bind(1, std::string_view(first)).bind(2, std::string_view(after)).bind(3, kMostTerms);
    std::vector<NearStem> near;
    while (terms.step()) {
      // A slip may change the ending that is cut off.
      const std::size_t distance = edit_distance(stem, terms.text(0), most_ + 1);
      if (distance <= most_ + 1) near.push_back({distance, terms.integer(1), std::string(terms.text(0))});
    }
    const std::size_t count = std::min(kMostStems, near.size());
    std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(count), near.end(),
                      [](const NearStem& a, const NearStem& b) {
                        return std::tuple(a.distance, -a.texts, a.stem) < std::tuple(b.distance, -b.texts, b.stem);
                      });
    near.resize(count);
    for (const NearStem& each : near) {
      const std::string printed = printed_word(text, each.stem);
      if (!printed.empty()) offer({edit_distance(word, fold(printed), most_), each.texts, printed, text.language});
    }
  }

  // The first word with that stem, in small letters, as the first text that holds it prints it.
  std::string printed_word(const IndexedText& text, const std::string& stem) {
    Statement where(db_, "SELECT doc FROM " + vocabulary_of(text.table, "instance") + " WHERE term = ?1 LIMIT 1");
    where.bind(1, std::string_view(stem));
    if (!where.step()) return "";
    Statement row(db_, text.text_sql);
    row.bind(1, where.integer(0));
    if (!row.step()) return "";
    const std::string bytes(row.text(0));
    std::vector<Word> words;
    analyzer_of(labels_, text.language).words(bytes, words);
    const auto found = std::ranges::find_if(words, [&](const Word& word) { return word.form->stem == stem; });
    return found == words.end() ? "" : found->form->folded;
  }

  void look_in_labels(const std::string& word) {
    Statement rows(db_, "SELECT text, language FROM label WHERE kind IN ('preferred', 'alternative')");
    std::vector<Word> words;
    while (rows.step()) {
      const std::string label(rows.text(0));
      const std::string language(rows.text(1) == "en" ? "en" : "nl");
      words.clear();
      analyzer_of(labels_, language).words(label, words);
      for (const Word& each : words) {
        const std::string& folded = each.form->folded;
        if (folded.empty() || folded.front() != word.front()) continue;
        const std::size_t distance = edit_distance(word, folded, most_);
        if (distance <= most_) offer({distance, 0, folded, language});
      }
    }
  }

  const Database& db_;
  std::span<const IndexedText> texts_;
  LabelIndex& labels_;
  std::size_t most_ = 1;
  std::optional<Candidate> best_;
};

}  // namespace

std::span<const IndexedText> sentence_texts() {
  static const std::string kText =
      "SELECT s.text || ' ' || b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.key = ?1";
  static const std::array<IndexedText, 2> kTexts{{{"sentence_fts_nl", "nl", kText}, {"sentence_fts_en", "en", kText}}};
  return kTexts;
}

std::span<const IndexedText> work_texts() {
  static const std::array<IndexedText, 1> kTexts{
      {{"reference_fts", "en",
        "SELECT title || ' ' || abstract || ' ' || subjects || ' ' || authors || ' ' || container_title FROM "
        "reference_text WHERE key = ?1"}}};
  return kTexts;
}

Suggestion suggest(const Database& db, std::string_view typed, std::span<const IndexedText> texts, LabelIndex& labels) {
  Suggestion made;
  Speller speller(db, texts, labels);
  std::size_t looked_at = 0;
  bool changed = false;
  for (const QueryPart& part : split_query(typed)) {
    std::vector<Word> words;
    analyzer_of(labels, "en").words(part.text, words);
    std::string text = part.text;
    for (auto word = words.rbegin(); word != words.rend() && looked_at < kMostWords; ++word, ++looked_at) {
      const std::size_t length = word->range.end - word->range.begin;
      const auto better = speller.correct(text.substr(word->range.begin, length));
      if (!better) continue;
      text.replace(word->range.begin, length, better->word);
      made.language = better->language;
      changed = true;
    }
    made.query += (made.query.empty() ? "" : " ") + (part.phrase ? '"' + text + '"' : text);
  }
  return changed ? made : Suggestion{};
}

std::string suggestion_line(const Suggestion& suggestion) {
  if (suggestion.query.empty()) return "";
  return (suggestion.language == "nl" ? "bedoelde u: " : "did you mean: ") + suggestion.query;
}

}  // namespace claimbase

#include "schema/common_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "schema/gathered_places.h"
#include "schema/row_visitor.h"
#include "schema/sentence_chunks.h"
#include "schema/sentence_score.h"

namespace claimbase {
namespace {

// A word in fewer sentences is as quickly looked up in FTS5.
constexpr std::int64_t kFewest = 200;
constexpr std::int64_t kShare = 5000;  // one of so many sentences
constexpr std::string_view kUntilMeta = "common_words_until";

std::int64_t fewest_rows(const SentenceChunks& chunks, std::size_t index) {
  return std::max(kFewest, chunks.totals(index).rows / kShare);
}

// The places of one word, with what each adds to its sentence.
class ScoredPlaces {
 public:
  ScoredPlaces(const SentenceChunks& chunks, const SentenceScore& score)
      : chunks_(chunks), score_(score), writer_(score.mean_length()) {}

  void add(const WordPlace& place) {
    const double part = score_.part(tenths_of(place.counts), chunks_.length(place.key));
    writer_.add(place, part * score_.prior(chunks_.traits(place.key)));
  }
  [[nodiscard]] std::string take() { return writer_.take(); }

 private:
  const SentenceChunks& chunks_;
  const SentenceScore& score_;
  WordPlacesWriter writer_;
};

class CommonWordRows {
 public:
  explicit CommonWordRows(const Database& db)
      : add_(db, "INSERT INTO common_word(language, stem, rows, places) VALUES (?1, ?2, ?3, ?4)") {}

  void add(std::size_t index, std::string_view stem, std::int64_t rows, std::string_view places) {
    add_.bind(1, kSentenceIndexes[index]).bind(2, stem).bind(3, rows).bind_blob(4, places).run();
  }

 private:
  Statement add_;
};

void write_index(Database& db, std::size_t index, const SentenceChunks& chunks) {
  const std::string table = "sentence_fts_" + std::string(kSentenceIndexes[index]);
  db.execute(
      "DROP TABLE IF EXISTS temp.common_word_terms; CREATE VIRTUAL TABLE temp.common_word_terms USING "
      "fts5vocab(main, '" +
      table + "', 'row')");
  std::vector<std::pair<std::string, std::int64_t>> words;
  Statement terms(db, "SELECT term, doc FROM temp.common_word_terms WHERE doc >= ?1");
  terms.bind(1, fewest_rows(chunks, index));
  while (terms.step()) words.emplace_back(terms.text(0), terms.integer(1));
  db.execute("DROP TABLE temp.common_word_terms");
  Statement visit(db, "SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?1 AND claim_visit(" + table + ", ?2)");
  CommonWordRows add(db);
  const SentenceScore score(chunks.totals(index), {});
  ScoredPlaces places(chunks, score);
  for (const auto& [stem, rows] : words) {
    visit_rows(visit, exact_stem_query(stem), [&places](const VisitedRow& row) {
      const VisitedRow::Frequency frequency = row.frequency(0);
      places.add({row.key(), WordCounts{frequency.first, frequency.others}.to_byte()});
    });
    add.add(index, stem, rows, places.take());
  }
}

void note_until(Database& db) {
  Statement note(db,
                 "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
                 "excluded.value");
  note.bind(1, kUntilMeta).bind_copy(2, std::to_string(db.integer("SELECT max(key) FROM sentence").value_or(0))).run();
}

std::int64_t until_of(const Database& db) {
  Statement read(db, "SELECT CAST(value AS INTEGER) FROM meta WHERE name = ?1");
  read.bind(1, kUntilMeta);
  std::int64_t until = 0;
  while (read.step()) until = read.integer(0);
  return until;
}

}  // namespace

std::string exact_stem_query(std::string_view stem) {
  std::string query = "\"\xff";  // the sign for our tokenizer
  for (const char c : stem) {
    if (c == '"') query += '"';
    query += c;
  }
  return query + '"';
}

CommonWords::CommonWords(const Database& db)
    : find_(db, "SELECT rows, places FROM common_word WHERE language = ?1 AND stem = ?2"), until_(until_of(db)) {}

std::optional<CommonWord> CommonWords::find(std::size_t index, std::string_view stem) {
  std::optional<CommonWord> found;
  find_.bind(1, kSentenceIndexes[index]).bind(2, stem);
  while (find_.step()) found = CommonWord{find_.integer(0), WordPlaces(std::string(find_.blob(1)))};
  return found;
}

void rebuild_common_words(Database& db) {
  db.execute("DELETE FROM common_word");
  const SentenceChunks chunks(db);
  for (std::size_t index = 0; index < kSentenceIndexes.size(); ++index) write_index(db, index, chunks);
  note_until(db);
}

void write_common_words(Database& db, GatheredPlaces& gathered) {
  db.execute("DELETE FROM common_word");
  const SentenceChunks chunks(db);
  const std::array scores = {SentenceScore(chunks.totals(0), {}), SentenceScore(chunks.totals(1), {}),
                             SentenceScore(chunks.totals(2), {})};
  CommonWordRows add(db);
  gathered.take([&](const GatheredWord& word) {
    if (word.rows < fewest_rows(chunks, word.index())) return;
    ScoredPlaces places(chunks, scores.at(word.index()));
    for (const std::string_view piece : word.places)
      each_place(piece, [&](const WordPlace& each) { places.add(each); });
    add.add(word.index(), word.stem(), word.rows, places.take());
  });
  note_until(db);
}

void note_new_sentences(Database& db, std::int64_t first) {
  Statement lower(db, "UPDATE meta SET value = ?2 WHERE name = ?1 AND CAST(value AS INTEGER) > ?3");
  lower.bind(1, kUntilMeta).bind_copy(2, std::to_string(first - 1)).bind(3, first - 1).run();
}

bool are_common_words_stale(const Database& db) {
  constexpr std::int64_t kFewestNew = 20'000;
  constexpr std::int64_t kNewShare = 10;
  const std::int64_t until = until_of(db);
  const std::int64_t last = db.integer("SELECT max(key) FROM sentence").value_or(0);
  return last - until > std::max(kFewestNew, until / kNewShare);
}

}  // namespace claimbase

#include "schema/common_words.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "schema/row_visitor.h"
#include "schema/sentence_chunks.h"
#include "schema/sentence_score.h"

namespace claimbase {
namespace {

// A word in fewer sentences is as quickly looked up in FTS5.
constexpr std::int64_t kFewest = 200;
constexpr std::int64_t kShare = 5000;  // one of so many sentences
constexpr std::string_view kUntilMeta = "common_words_until";
std::string places_of(Statement& visit, std::string_view stem, const SentenceChunks& chunks,
                      const SentenceScore& score) {
  WordPlacesWriter writer(score.mean_length());
  visit_rows(visit, exact_stem_query(stem), [&](const VisitedRow& row) {
    const VisitedRow::Frequency frequency = row.frequency(0);
    const std::int64_t key = row.key();
    const std::uint8_t counts = WordCounts{frequency.first, frequency.others}.to_byte();
    writer.add({key, counts}, score.part(tenths_of(counts), chunks.length(key)) * score.prior(chunks.traits(key)));
  });
  return writer.take();
}

void write_index(Database& db, std::size_t index, const SentenceChunks& chunks) {
  const std::string table = "sentence_fts_" + std::string(kSentenceIndexes[index]);
  db.execute(
      "DROP TABLE IF EXISTS temp.common_word_terms; CREATE VIRTUAL TABLE temp.common_word_terms USING "
      "fts5vocab(main, '" +
      table + "', 'row')");
  std::vector<std::pair<std::string, std::int64_t>> words;
  Statement terms(db, "SELECT term, doc FROM temp.common_word_terms WHERE doc >= ?1");
  terms.bind(1, std::max(kFewest, chunks.totals(index).rows / kShare));
  while (terms.step()) words.emplace_back(terms.text(0), terms.integer(1));
  db.execute("DROP TABLE temp.common_word_terms");
  Statement visit(db, "SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?1 AND claim_visit(" + table + ", ?2)");
  Statement add(db, "INSERT INTO common_word(language, stem, rows, places) VALUES (?1, ?2, ?3, ?4)");
  const SentenceScore score(chunks.totals(index), {});
  for (const auto& [stem, rows] : words) {
    const std::string places = places_of(visit, stem, chunks, score);
    add.bind(1, kSentenceIndexes[index]).bind(2, stem).bind(3, rows).bind_blob(4, places).run();
  }
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
  Statement note(db,
                 "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
                 "excluded.value");
  note.bind(1, kUntilMeta).bind_copy(2, std::to_string(db.integer("SELECT max(key) FROM sentence").value_or(0))).run();
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

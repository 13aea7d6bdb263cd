// What FTS5 takes for the sentences alone: index_floor FOLDER FILE [text|headings]. The least that an index of this
// kind can cost; bench/run sets the indexer's whole work beside it.
#include <array>
#include <exception>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bench/corpus_sentences.h"
#include "bench/cpu_clock.h"
#include "schema/database.h"
#include "schema/fts5_api.h"

namespace claimbase::bench {
namespace {

constexpr std::array<std::string_view, 3> kLanguages = {"nl", "en", "und"};

std::size_t index_of(std::string_view language) {
  if (language == kLanguages[0]) return 0;
  return language == kLanguages[1] ? 1 : 2;
}

// As schema/connection.cpp opens a store for a clean build, and schema/store.cpp sets its indexes.
Database open_for_build(const std::filesystem::path& file, bool headings) {
  std::filesystem::remove(file);
  Database db(file, OpenMode::create);
  if (register_full_text(db.handle()) != 0) throw std::runtime_error("no FTS5 in this SQLite");
  db.execute(
      "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
      "PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;");
  const std::string columns = headings ? "text, heading" : "text";
  for (const std::string_view each : kLanguages) {
    const std::string language(each);
    db.execute("CREATE TABLE sentence_" + language + " (key INTEGER PRIMARY KEY, text TEXT NOT NULL" +
               (headings ? ", heading TEXT NOT NULL" : "") + ") STRICT");
    const std::string name = "fts_" + language;
    db.execute("CREATE VIRTUAL TABLE " + name + " USING fts5 (" + columns + ", content = 'sentence_" + language +
               "', content_rowid = 'key', tokenize = 'claimbase " + language + "')");
    db.execute("INSERT INTO " + name + "(" + name + ", rank) VALUES ('hashsize', 67108864)");
  }
  return db;
}

class Inserter {
 public:
  Inserter(const Database& db, const std::string& language, bool headings)
      : row_(db, "INSERT INTO sentence_" + language + values(headings, "key")),
        words_(db, "INSERT INTO fts_" + language + values(headings, "rowid")),
        headings_(headings) {}

  void insert(std::int64_t key, const IndexedSentence& sentence) {
    for (Statement* each : {&row_, &words_}) {
      each->bind(1, key).bind(2, sentence.text);
      if (headings_) each->bind(3, sentence.heading);
      each->run();
    }
  }

 private:
  static std::string values(bool headings, const std::string& key) {
    return headings ? "(" + key + ", text, heading) VALUES (?1, ?2, ?3)" : "(" + key + ", text) VALUES (?1, ?2)";
  }

  Statement row_;
  Statement words_;
  bool headings_;
};

nlohmann::json build(const std::filesystem::path& folder, const std::filesystem::path& file, bool headings) {
  Database db = open_for_build(file, headings);
  double inserting = 0;
  ReadCost read;
  db.execute("BEGIN IMMEDIATE");
  {
    std::array<Inserter, 3> into = {Inserter(db, "nl", headings), Inserter(db, "en", headings),
                                    Inserter(db, "und", headings)};
    std::int64_t key = 0;
    read = for_each_batch(folder, [&](std::span<const IndexedSentence> sentences) {
      const double begin = process_seconds();
      for (const IndexedSentence& each : sentences) into[index_of(each.language)].insert(++key, each);
      inserting += process_seconds() - begin;
    });
  }
  double begin = process_seconds();
  db.execute("COMMIT");
  inserting += process_seconds() - begin;
  begin = process_seconds();
  for (const std::string_view each : kLanguages) {
    const std::string name = "fts_" + std::string(each);
    db.execute("INSERT INTO " + name + "(" + name + ") VALUES ('optimize')");
  }
  const double merging = process_seconds() - begin;
  return {{"articles", read.articles},
          {"bytes", read.bytes},
          {"sentences", read.sentences},
          {"read_seconds", read.seconds},
          {"insert_seconds", inserting},
          {"merge_seconds", merging},
          {"store_bytes", std::filesystem::file_size(file)}};
}

}  // namespace
}  // namespace claimbase::bench

int main(int argc, char** argv) {
  const std::string_view columns = argc == 4 ? argv[3] : "text";
  if (argc < 3 || argc > 4 || (columns != "text" && columns != "headings")) {
    std::cerr << "index_floor FOLDER FILE [text|headings]\n";
    return 2;
  }
  try {
    std::cout << claimbase::bench::build(argv[1], argv[2], columns == "headings") << '\n';
  } catch (const std::exception& error) {
    std::cerr << "index_floor: " << error.what() << '\n';
    return 1;
  }
  return 0;
}

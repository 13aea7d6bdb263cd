#include "schema/full_text.h"

#include <algorithm>

#include "analysis/language/index_words.h"
#include "schema/hexadecimal.h"

namespace claimbase {
namespace {

// The views of claimbase.sql make the same choice.
std::size_t index_of(std::string_view language) {
  if (language == "nl") return 0;
  return language == "en" ? 1 : 2;
}

// Table names are ours (full_text_tables), never input.
std::string command(const std::string& table, std::string_view name) {
  return "INSERT INTO " + table + "(" + table + ") VALUES ('" + std::string(name) + "')";
}

}  // namespace

FullText::FullText(Database& db)
    : db_(db),
      prepared_(prepared_words_of(db.handle())),
      sentences_{{
          {Statement(db, "INSERT INTO sentence_fts_nl(rowid, text, heading) VALUES (?1, ?2, ?3)"),
           Statement(
               db, "INSERT INTO sentence_fts_nl(sentence_fts_nl, rowid, text, heading) VALUES ('delete', ?1, ?2, ?3)"),
           Analyzer("nl")},
          {Statement(db, "INSERT INTO sentence_fts_en(rowid, text, heading) VALUES (?1, ?2, ?3)"),
           Statement(
               db, "INSERT INTO sentence_fts_en(sentence_fts_en, rowid, text, heading) VALUES ('delete', ?1, ?2, ?3)"),
           Analyzer("en")},
          {Statement(db, "INSERT INTO sentence_fts_und(rowid, text, heading) VALUES (?1, ?2, ?3)"),
           Statement(
               db,
               "INSERT INTO sentence_fts_und(sentence_fts_und, rowid, text, heading) VALUES ('delete', ?1, ?2, ?3)"),
           Analyzer("und")},
      }},
      sentences_of_(
          db,
          "SELECT s.key, s.language, s.text, b.heading_path FROM sentence AS s JOIN block AS b ON b.key = s.block"
          " WHERE s.article = ?1"),
      reference_columns_(
          db, "SELECT title, abstract, subjects, authors, container_title FROM reference_text WHERE key = ?1"),
      add_reference_(db,
                     "INSERT INTO reference_fts(rowid, title, abstract, subjects, authors, container_title)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
      remove_reference_(
          db,
          "INSERT INTO reference_fts(reference_fts, rowid, title, abstract, subjects, authors, container_title)"
          " VALUES ('delete', ?1, ?2, ?3, ?4, ?5, ?6)") {}

// In `words_`.
std::string_view FullText::words_of(SentenceIndex& index, std::string_view text) {
  index.analyzer.trim();
  found_.clear();
  index.analyzer.words(text, found_);
  words_.clear();
  append_index_words(found_, words_);
  return words_;
}

IndexedWords FullText::add_sentence(std::int64_t key, const SentenceText& sentence) {
  const std::size_t number = index_of(sentence.language);
  SentenceIndex& index = sentences_[number];
  if (index.heading != sentence.heading) {
    index.heading_words = words_of(index, sentence.heading);
    index.heading = sentence.heading;
  }
  const IndexedWords words{number, sentence.words.empty() ? words_of(index, sentence.text) : sentence.words,
                           index.heading_words};
  prepared_.offer(0, sentence.text, words.text);
  prepared_.offer(1, sentence.heading, words.heading);
  try {
    index.add.bind(1, key).bind(2, sentence.text).bind(3, sentence.heading).run();
  } catch (...) {
    prepared_.clear();
    throw;
  }
  prepared_.clear();
  return words;
}

void FullText::remove_sentences_of(std::int64_t article) {
  sentences_of_.bind(1, article);
  while (sentences_of_.step()) {
    Statement& remove = sentences_[index_of(sentences_of_.text(1))].remove;
    remove.bind(1, sentences_of_.integer(0)).bind(2, sentences_of_.text(2)).bind(3, sentences_of_.text(3)).run();
  }
}

void FullText::add_reference(std::int64_t key, const ReferenceText& text) {
  add_reference_.bind(1, key).bind(2, text.title).bind(3, text.abstract).bind(4, text.subjects);
  add_reference_.bind(5, text.authors).bind(6, text.container_title).run();
}

void FullText::add_all_references() {
  db_.execute(command("reference_fts", "rebuild"));
}

void FullText::remove_reference(std::int64_t key) {
  reference_columns_.bind(1, key);
  while (reference_columns_.step()) {
    remove_reference_.bind(1, key);
    for (int i = 0; i < 5; ++i) remove_reference_.bind(i + 2, reference_columns_.text(i));
    remove_reference_.run();
  }
}

std::vector<std::string> full_text_tables() {
  return {"sentence_fts_nl", "sentence_fts_en", "sentence_fts_und", "reference_fts"};
}

// Before a savepoint FTS5 writes what could not be taken back otherwise.
void flush_full_text(Database& db) {
  db.execute("SAVEPOINT flush; RELEASE flush");
}

void merge_full_text(Database& db, std::size_t pages) {
  constexpr std::size_t kPagesAtOnce = 200;
  for (const auto& table : full_text_tables()) {
    for (std::size_t left = pages; left > 0;) {
      const std::size_t step = std::min(left, kPagesAtOnce);
      left -= step;
      const std::int64_t before = db.integer("SELECT total_changes()").value_or(0);
      db.execute("INSERT INTO " + table + "(" + table + ", rank) VALUES ('merge', " + std::to_string(step) + ")");
      // The command itself counts as one change; more means that something was merged (FTS5's own advice).
      if (db.integer("SELECT total_changes()").value_or(0) - before < 2) break;
    }
  }
}

void optimize_full_text(Database& db) {
  for (const auto& table : full_text_tables()) db.execute(command(table, "optimize"));
}

void rebuild_full_text(Database& db) {
  for (const auto& table : full_text_tables()) db.execute(command(table, "rebuild"));
}

void set_full_text_writing(Database& db, const FullTextWriting& writing) {
  for (const auto& table : full_text_tables()) {
    const auto set = [&](std::string_view option, std::int64_t value) {
      Statement statement(db, "INSERT INTO " + table + "(" + table + ", rank) VALUES (?1, ?2)");
      statement.bind(1, option).bind(2, value).run();
    };
    set("automerge", writing.automerge);
    set("crisismerge", writing.crisismerge);
    try {
      set("hashsize", writing.buffer);
    } catch (const StoreError& error) {
      if (error.kind() != StoreErrorKind::other) throw;  // a version of FTS5 without it: slower, not wrong
    }
  }
}

std::vector<std::string> damaged_full_text(Database& db) {
  std::vector<std::string> damaged;
  for (const auto& table : full_text_tables()) {
    try {
      db.execute("INSERT INTO " + table + "(" + table + ", rank) VALUES ('integrity-check', 1)");
    } catch (const StoreError& error) {
      if (error.kind() != StoreErrorKind::corrupt) throw;
      damaged.push_back(table);
    }
  }
  return damaged;
}

std::string full_text_analyzer() {
  return to_hexadecimal(analyzer_fingerprint());
}

}  // namespace claimbase

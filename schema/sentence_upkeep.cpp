#include "schema/sentence_upkeep.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "analysis/language/index_words.h"

namespace claimbase {
namespace {

// Of the two tables' contents: another where priors, weights or traits mean something else.
constexpr std::string_view kVersionMeta = "sentence_data";
constexpr std::string_view kVersion = "1";

void note_version(Database& db) {
  Statement note(db,
                 "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = "
                 "excluded.value");
  note.bind(1, kVersionMeta).bind(2, kVersion).run();
}

// As FTS5 counts them: what stands at the place of the word before is none of its own.
std::int64_t count_words(const IndexedWords& words) {
  std::int64_t count = 0;
  for (const std::string_view each : {words.text, words.heading}) {
    each_index_word(each, [&count](std::string_view /*stem*/, bool same_place) {
      count += same_place ? 0 : 1;
      return count < kMostSentenceWords;
    });
  }
  return count;
}

}  // namespace

SentenceUpkeep::SentenceUpkeep(Database& db, std::string_view path) : db_(db), path_(path), before_(keys()) {}

std::vector<std::int64_t> SentenceUpkeep::keys() const {
  Statement rows(db_,
                 "SELECT key FROM sentence WHERE article = (SELECT key FROM article WHERE path = ?1) ORDER BY key");
  rows.bind(1, path_);
  std::vector<std::int64_t> keys;
  while (rows.step()) keys.push_back(rows.integer(0));
  return keys;
}

void SentenceUpkeep::finish() {
  const std::vector<std::int64_t> after = keys();
  std::vector<std::int64_t> gone;
  std::ranges::set_difference(before_, after, std::back_inserter(gone));
  clear_sentence_chunks(db_, std::move(gone));
  if (after.empty()) return;
  write_sentence_chunks(db_, after.front(), after.back());
  note_new_sentences(db_, after.front());
}

void GatheredSentences::add(std::int64_t key, const IndexedWords& words, bool content, bool heading, bool claims) {
  chunks_.set(key, count_words(words), to_byte({words.index, content, heading, claims}));
  places_.add(key, words);
}

void GatheredSentences::write(Database& db) {
  chunks_.close();
  write_common_words(db, places_);
  note_version(db);
}

void rebuild_sentence_data(Database& db) {
  rebuild_sentence_chunks(db);
  rebuild_common_words(db);
  note_version(db);
}

void renew_sentence_data(Database& db) {
  Statement read(db, "SELECT value FROM meta WHERE name = ?1");
  bool current = false;
  for (read.bind(1, kVersionMeta); read.step();) current = read.text(0) == kVersion;
  if (current) return;
  Transaction transaction(db);
  rebuild_sentence_data(db);
  transaction.commit();
}

}  // namespace claimbase

#include <string_view>

#include "indexer/mapping.h"
#include "indexer/plan.h"
#include "indexer/store_file.h"
#include "schema/hexadecimal.h"

namespace claimbase {
namespace {

constexpr std::string_view kSources = "sources";
constexpr std::string_view kVocabularies = "vocabularies";
constexpr std::string_view kLibraries = "libraries";
constexpr std::string_view kVocabulary = "vocabulary";  // "KEY FINGERPRINT"; empty while it is being written

void record(Store& store, std::string_view name, const std::string& value) {
  if (store.meta(name) != value) store.set_meta(name, value);
}

// What a damaged store is made of can be read as long as nothing is written to it.
Store open_recorded(const UpdateRequest& request) {
  if (request.dry_run) return Store::open(request.database, StoreMode::read_only);
  if (request.rebuild) {
    try {
      return Store::open(request.database, StoreMode::read_only);
    } catch (const StoreError& error) {
      if (error.kind() != StoreErrorKind::older_schema) throw;
    }
  }
  return Store::open(request.database, StoreMode::read_write);
}

// SQLite reads no file that was cut off, unless it is told that the schema is being mended.
void salvage(const std::filesystem::path& database, Recorded& recorded) {
  try {
    Database db(database, OpenMode::read_only);
    db.execute("PRAGMA writable_schema = ON");
    const auto meta = [&db](std::string_view name) {
      Statement read(db, "SELECT value FROM meta WHERE name = ?1");
      std::string value;
      for (read.bind(1, name); read.step();) value = read.text(0);
      return value;
    };
    recorded.sources = parse_sources(meta(kSources));
    recorded.vocabularies = parse_paths(meta(kVocabularies));
    recorded.libraries = parse_libraries(meta(kLibraries));
  } catch (const StoreError& error) {
    if (error.kind() == StoreErrorKind::locked) throw;  // else they cannot be read any more
  }
}

void read_names_into(Recorded& recorded, Store& store) {
  recorded.sources = parse_sources(store.meta(kSources).value_or(""));
  recorded.vocabularies = parse_paths(store.meta(kVocabularies).value_or(""));
  recorded.libraries = parse_libraries(store.meta(kLibraries).value_or(""));
}

}  // namespace

Recorded read_names(const std::filesystem::path& database) {
  Recorded recorded;
  if (!has_content(database)) return recorded;
  Store store = Store::open(database, StoreMode::read_only);
  read_names_into(recorded, store);
  return recorded;
}

Recorded read_recorded(const UpdateRequest& request) {
  Recorded recorded;
  if (!has_content(request.database)) return recorded;
  try {
    Store store = open_recorded(request);
    read_names_into(recorded, store);
    recorded.is_settled = store.library_citations_settled();
    recorded.counts = store.known_counts();
    const std::string vocabulary = store.meta(kVocabulary).value_or("");
    if (const std::size_t space = vocabulary.find(' '); space != std::string::npos) {
      recorded.vocabulary_key = vocabulary.substr(0, space);
      recorded.vocabulary_fingerprint = from_hexadecimal(std::string_view(vocabulary).substr(space + 1));
    }
    if (request.rebuild) return recorded;
    recorded.states = store.article_states();
    recorded.library_states = store.library_states();
  } catch (const StoreError& error) {
    if (!request.rebuild || error.kind() != StoreErrorKind::corrupt) throw;
    if (recorded.sources.empty() && recorded.libraries.empty()) salvage(request.database, recorded);
  }
  return recorded;
}

void write_recorded(Store& store, const Plan& plan) {
  record(store, kVocabularies, to_json(plan.vocabulary_input.files));
  record(store, kSources, to_json(plan.sources));
  if (!plan.libraries.sources.empty() || store.meta(kLibraries))
    record(store, kLibraries, to_json(plan.libraries.sources));
}

void put_vocabulary(Store& store, Plan& plan, const Recorded& recorded, PreparedVocabulary& prepared) {
  if (!plan.vocabulary) {
    if (plan.vocabulary_input.key == recorded.vocabulary_key && store.meta(kVocabulary)) return;
    plan.vocabulary = &prepared.load(plan.vocabulary_input).vocabulary;
  }
  // A run that is broken off in between must not leave the name of one vocabulary and the concepts of another.
  record(store, kVocabulary, "");
  store.put_vocabulary(to_records(*plan.vocabulary));
  record(store, kVocabulary, plan.vocabulary_input.key + ' ' + to_hexadecimal(plan.vocabulary_fingerprint));
}

}  // namespace claimbase

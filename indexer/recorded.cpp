#include <string_view>

#include "indexer/plan.h"
#include "indexer/store_file.h"

namespace claimbase {
namespace {

constexpr std::string_view kSources = "sources";
constexpr std::string_view kVocabularies = "vocabularies";
constexpr std::string_view kLibraries = "libraries";

void record(Store& store, std::string_view name, const std::string& value) {
  if (store.meta(name) != value) store.set_meta(name, value);
}

}  // namespace

Recorded read_recorded(const UpdateRequest& request) {
  Recorded recorded;
  if (!has_content(request.database)) return recorded;
  try {
    Store store = Store::open(request.database, request.dry_run ? StoreMode::read_only : StoreMode::read_write);
    recorded.sources = parse_sources(store.meta(kSources).value_or(""));
    recorded.vocabularies = parse_paths(store.meta(kVocabularies).value_or(""));
    recorded.libraries = parse_libraries(store.meta(kLibraries).value_or(""));
    recorded.counts = store.counts();
    if (request.rebuild) return recorded;
    recorded.states = store.article_states();
    recorded.library_states = store.library_states();
  } catch (const StoreError& error) {
    if (!request.rebuild || error.kind() != StoreErrorKind::corrupt) throw;
  }
  return recorded;
}

void write_recorded(Store& store, const Plan& plan) {
  record(store, kVocabularies, to_json(plan.vocabularies));
  record(store, kSources, to_json(plan.sources));
  if (!plan.libraries.sources.empty() || store.meta(kLibraries))
    record(store, kLibraries, to_json(plan.libraries.sources));
}

}  // namespace claimbase

#include "schema/postings_function.h"

#include <new>

#include "schema/phrase_postings.h"
#include "schema/sqlite_api.h"

namespace claimbase {
namespace {

int take_row(const Fts5ExtensionApi* api, Fts5Context* context, void* taken) noexcept {
  try {
    auto& postings = *static_cast<PhrasePostings*>(taken);
    PhrasePostings::Row row{api->xRowid(context), static_cast<std::uint32_t>(postings.hits.size()), 0};
    Fts5PhraseIter iterator;
    int column = 0;
    int offset = 0;
    const int code = api->xPhraseFirst(context, 0, &iterator, &column, &offset);
    if (code != SQLITE_OK) return code;
    for (; column >= 0; api->xPhraseNext(context, &iterator, &column, &offset)) {
      postings.hits.push_back({static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(offset)});
      ++row.count;
    }
    if (row.count > 0) postings.rows.push_back(row);
    return SQLITE_OK;
  } catch (const std::bad_alloc&) {
    return SQLITE_NOMEM;
  }
}

// Called for one row of the query; what that row is does not matter.
void take_phrase(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                 sqlite3_value** values) noexcept {
  void* taken = count == 1 ? sqlite3_value_pointer(values[0], kPostingsPointer) : nullptr;
  const bool one = taken != nullptr && api->xPhraseCount(context) == 1;
  const int code = one ? api->xQueryPhrase(context, 0, taken, take_row) : SQLITE_MISUSE;
  if (code != SQLITE_OK) sqlite3_result_error_code(result, code);
}

}  // namespace

int register_postings(fts5_api& api) noexcept {
  return api.xCreateFunction(&api, "claim_postings", nullptr, take_phrase, nullptr);
}

}  // namespace claimbase

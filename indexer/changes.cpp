#include "indexer/changes.h"

#include <algorithm>
#include <utility>

#include "indexer/file_stat.h"
#include "indexer/versions.h"

namespace claimbase {
namespace {

bool is_below_any(std::string_view id, const std::vector<std::string>& tops) {
  return std::ranges::any_of(tops, [id](const std::string& top) { return is_below(id, top); });
}

// What `stored` asks to be done about the file; false: nothing.
bool compare(PendingFile& pending, const ArticleState& stored, const CurrentVersions& versions) {
  pending.stored_hash = stored.content_hash;
  if (stored.versions != pending.versions) {
    pending.reason = Reason::outdated;
    pending.why = why_outdated(stored.versions, pending.versions,
                               versions.of(versions.forced_before(pending.file.id), stored.format));
    return true;
  }
  const FoundFile& file = pending.file;
  if (looks_the_same({file.size, file.modified, file.inode}, {stored.size, stored.modified, stored.inode}))
    return false;
  pending.reason = Reason::touched;
  pending.why = "other bytes";
  return true;
}

}  // namespace

Changes find_changes(Walk found, std::span<const Scope> scopes, const ArticleStates& states,
                     const CurrentVersions& versions) {
  Changes made;
  std::vector<std::string> names;
  names.reserve(scopes.size());
  for (const Scope& scope : scopes) names.push_back(id_of(scope.source, scope.path));
  auto state = states.begin();
  const auto pass_gone = [&](const std::string* before) {  // both are in order of ids
    for (; state != states.end() && (before == nullptr || state->first < *before); ++state) {
      const std::string& id = state->first;
      if (is_below_any(id, names) && !is_below_any(id, found.unknown)) made.gone.push_back(id);
    }
  };
  for (FoundFile& file : found.files) {
    pass_gone(&file.id);
    const bool known = state != states.end() && state->first == file.id;
    const std::string forced = forced_settings(file.language, file.format);
    PendingFile pending{std::move(file), versions.of(forced, known ? state->second.format : std::string()),
                        Reason::added, "new file", ""};
    const bool to_do = !known || compare(pending, state->second, versions);
    if (known) ++state;
    if (to_do) {
      made.pending.push_back(std::move(pending));
    } else {
      ++made.unchanged;
    }
  }
  pass_gone(nullptr);
  return made;
}

}  // namespace claimbase

#include "indexer/changes.h"

#include <algorithm>
#include <set>
#include <utility>

namespace claimbase {

std::string_view to_string(Reason reason) {
  switch (reason) {
    case Reason::added:
      return "new file";
    case Reason::program:
      return "other program, vocabulary, language or format";
    case Reason::touched:
      return "other bytes";
  }
  return "";
}

Changes find_changes(Walk found, std::span<const Scope> scopes, const ArticleStates& states,
                     const std::function<AnalysisVersions(std::string_view forced)>& versions_for) {
  Changes made;
  std::map<std::string, AnalysisVersions, std::less<>> versions;
  std::set<std::string, std::less<>> present;
  for (FoundFile& file : found.files) {
    present.insert(file.id);
    const std::string forced = forced_settings(file.language, file.format);
    auto known = versions.find(forced);
    if (known == versions.end()) known = versions.emplace(forced, versions_for(forced)).first;
    const auto state = states.find(file.id);
    PendingFile pending{std::move(file), known->second, Reason::added, ""};
    if (state == states.end()) {
      made.pending.push_back(std::move(pending));
      continue;
    }
    const ArticleState& stored = state->second;
    pending.stored_hash = stored.content_hash;
    if (stored.versions != pending.versions) {
      pending.reason = Reason::program;
    } else if (stored.size != pending.file.size || stored.modified != pending.file.modified) {
      pending.reason = Reason::touched;
    } else {
      ++made.unchanged;
      continue;
    }
    made.pending.push_back(std::move(pending));
  }
  std::vector<std::string> names;
  for (const Scope& scope : scopes) names.push_back(id_of(scope.source, scope.path));
  const auto below_any = [](std::string_view id, const std::vector<std::string>& tops) {
    return std::ranges::any_of(tops, [id](const std::string& top) { return is_below(id, top); });
  };
  for (const auto& [id, state] : states) {
    if (!present.contains(id) && below_any(id, names) && !below_any(id, found.unknown)) made.gone.push_back(id);
  }
  return made;
}

}  // namespace claimbase

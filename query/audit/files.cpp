#include <algorithm>
#include <filesystem>
#include <set>

#include "analysis/document/format.h"
#include "query/audit/fingerprint.h"
#include "query/audit/options.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

bool is_wanted(const AuditSettings& settings, const std::string& path) {
  if (!is_audited(settings, stable_path(path, settings.folder))) return false;
  return !settings.include.empty() || format_of_extension(path).has_value();
}

bool is_own_file(const fs::directory_entry& entry) {
  std::error_code error;
  return entry.is_regular_file(error) && !entry.is_symlink(error);
}

void add_folder(const fs::path& folder, const AuditSettings& settings, std::vector<std::string>& files) {
  std::vector<std::string> found;
  std::error_code error;
  constexpr auto kOptions = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, kOptions, error), end; !error && at != end; at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (is_own_file(*at)) {
      if (std::string path = at->path().string(); is_wanted(settings, path)) found.push_back(std::move(path));
    }
  }
  std::ranges::sort(found);
  files.insert(files.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace

std::vector<std::string> files_to_audit(const std::vector<std::string>& named, const AuditSettings& settings) {
  std::vector<std::string> files;
  std::error_code error;
  if (named.empty() && !settings.include.empty()) {
    add_folder(settings.folder.empty() ? fs::path(".") : settings.folder, settings, files);
  }
  for (const std::string& path : named) {
    if (path != "-" && fs::is_directory(path, error)) {
      add_folder(path, settings, files);
    } else if (path == "-" || is_audited(settings, stable_path(path, settings.folder))) {
      files.push_back(path);
    }
  }
  std::vector<std::string> once;
  once.reserve(files.size());
  std::set<std::string> seen;
  for (std::string& path : files) {
    if (seen.insert(path).second) once.push_back(std::move(path));
  }
  return once;
}

}  // namespace claimbase

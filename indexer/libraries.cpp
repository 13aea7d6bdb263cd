#include "indexer/libraries.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "analysis/language/resources.h"
#include "analysis/library/library.h"
#include "indexer/exit.h"
#include "indexer/sources.h"
#include "indexer/update.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 8> kExtensions{".ris",  ".nbib", ".txt",  ".xml",
                                                      ".nxml", ".bib",  ".json", ".jsonl"};

bool is_library(const fs::path& file) {
  std::string extension = file.extension().string();
  for (char& c : extension) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::ranges::find(kExtensions, extension) != kExtensions.end();
}

bool is_hidden(const fs::path& path) {
  return path.filename().string().starts_with('.');
}

class LibraryPlanner {
 public:
  LibraryPlanner(const LibraryStates& states, bool prune) : states_(states), prune_(prune) {}

  void add(const fs::path& named, bool retractions) {
    fs::path path = fs::weakly_canonical(fs::absolute(named));
    if (!path.has_filename()) path = path.parent_path();
    std::erase_if(made_.sources, [&](const LibrarySource& each) { return each.path == path; });
    made_.sources.push_back({path, retractions});
    shown_[path] = named;
  }

  LibraryPlan run() && {
    std::ranges::sort(made_.sources, {}, &LibrarySource::path);
    for (const LibrarySource& each : made_.sources) look_at(each);
    if (prune_) std::erase_if(made_.sources, [](const LibrarySource& each) { return !fs::exists(each.path); });
    std::ranges::sort(made_.pending, {}, &PendingLibrary::id);
    for (const auto& [id, state] : states_) {
      const bool kept = std::ranges::any_of(kept_, [&id = id](const std::string& top) { return is_below(id, top); });
      if (!present_.contains(id) && !kept) made_.gone.push_back(id);
    }
    return std::move(made_);
  }

 private:
  static fs::path base_of(const fs::path& path) {
    return fs::is_directory(path) ? path.parent_path() : path.parent_path().parent_path();
  }

  void look_at(const LibrarySource& source) {
    std::error_code error;
    const fs::file_status status = fs::status(source.path, error);
    if (!fs::exists(status)) return miss(source);
    if (!fs::is_directory(status)) return add_file(source, source.path);
    for (fs::recursive_directory_iterator entries(source.path, error);
         !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
      std::error_code ignored;
      if (is_hidden(entries->path())) {
        if (entries->is_directory(ignored)) entries.disable_recursion_pending();
      } else if (entries->is_regular_file(ignored)) {
        is_library(entries->path()) ? add_file(source, entries->path()) : static_cast<void>(++made_.skipped);
      }
    }
    if (error) {
      kept_.push_back(id_of(source, source.path));
      fail(shown(source, source.path), "folder.unreadable", "not read: " + error.message());
    }
  }

  // Whether it was a file or a folder cannot be seen any more: what was called so in either case stays.
  void miss(const LibrarySource& source) {
    if (prune_) return;
    const fs::path name = source.path.filename();
    kept_.push_back(name.string());
    kept_.push_back((source.path.parent_path().filename() / name).generic_string());
    fail(shown(source, source.path), "library.missing",
         "not read: no such file or folder; what the store has of it stays, update --prune removes it");
  }

  void add_file(const LibrarySource& source, const fs::path& path) {
    PendingLibrary found;
    found.id = id_of(source, path);
    found.path = path;
    found.shown = shown(source, path);
    found.retractions = source.retractions;
    std::error_code error;
    found.stat = stat_file(path, error);
    if (error) {
      kept_.push_back(found.id);
      return fail(found.shown, "library.unreadable", "not read: " + error.message());
    }
    const auto [known, added] = present_.emplace(found.id, path);
    if (!added) {
      if (known->second == path) return;  // named itself, and in a folder that is named
      throw UsageError(fmt::format("{} and {} would both be called \"{}\": move one to a folder of another name",
                                   known->second.string(), path.string(), found.id));
    }
    compare(std::move(found));
  }

  void compare(PendingLibrary found) {
    const auto state = states_.find(found.id);
    found.is_new = state == states_.end();
    found.why = found.is_new ? "new file" : "other program";
    if (!found.is_new && state->second.version == library_version()) {
      if (looks_the_same(found.stat, {state->second.size, state->second.modified, state->second.inode})) {
        ++made_.unchanged;
        return;
      }
      found.why = "other bytes";
      found.stored_hash = state->second.content_hash;
    }
    made_.pending.push_back(std::move(found));
  }

  static std::string id_of(const LibrarySource& source, const fs::path& path) {
    return path.lexically_relative(base_of(source.path)).generic_string();
  }

  fs::path shown(const LibrarySource& source, const fs::path& path) const {
    const auto named = shown_.find(source.path);
    const fs::path top = named == shown_.end() ? source.path : named->second;
    return path == source.path ? top : top / path.lexically_relative(source.path);
  }

  void fail(const fs::path& path, std::string_view rule, std::string message) {
    made_.problems.push_back({path.string(), 0, Severity::error, std::string(rule), std::move(message)});
    ++made_.failed;
  }

  const LibraryStates& states_;
  bool prune_;
  std::map<fs::path, fs::path> shown_;
  std::map<std::string, fs::path> present_;
  std::vector<std::string> kept_;  // ids, and what is below them, that could not be looked at
  LibraryPlan made_;
};

}  // namespace

LibraryPlan plan_libraries(const UpdateRequest& request, const std::vector<LibrarySource>& recorded,
                           const LibraryStates& states) {
  LibraryPlanner planner(states, request.prune);
  const bool named = !request.libraries.empty() || !request.retractions.empty();
  if (!request.rebuild || !named) {
    for (const LibrarySource& each : recorded) planner.add(each.path, each.retractions);
  }
  for (const fs::path& each : request.libraries) planner.add(each, false);
  for (const fs::path& each : request.retractions) planner.add(each, true);
  return std::move(planner).run();
}

std::string to_json(std::span<const LibrarySource> sources) {
  auto list = nlohmann::ordered_json::array();
  for (const LibrarySource& each : sources) {
    list.push_back({{"path", each.path.string()}, {"retractions", each.retractions}});
  }
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<LibrarySource> parse_libraries(std::string_view json) {
  const auto list = nlohmann::json::parse(json, nullptr, false);
  std::vector<LibrarySource> sources;
  if (!list.is_array()) return sources;
  for (const auto& each : list) {
    if (!each.is_object()) continue;
    LibrarySource source{each.value("path", ""), each.value("retractions", false)};
    if (source.path.is_absolute()) sources.push_back(std::move(source));
  }
  return sources;
}

std::uint64_t library_version() {
  static const std::uint64_t version = [] {
    std::uint64_t hash = kLibraryVersion;
    for (const std::string_view name : resource_names("bibliography/")) {
      const std::string_view bytes = resource(name);
      hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash);
    }
    return hash;
  }();
  return version;
}

}  // namespace claimbase

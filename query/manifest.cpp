#include "query/manifest.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "analysis/convert/file_bytes.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostNames = 5;

/// A folder or file of meta "sources" or "libraries": ids are paths relative to `base`.
struct Place {
  fs::path path;
  fs::path base;
};

// The base of a library is the folder that holds the named folder; of a file, that holds its folder.
fs::path base_of_library(const fs::path& path) {
  std::error_code ignored;
  const fs::path parent = path.parent_path();
  return fs::is_directory(path, ignored) ? parent : parent.parent_path();
}

std::vector<Place> places_in(const Database& db, std::string_view meta) {
  Statement read(db, "SELECT value FROM meta WHERE name = ?1");
  std::string json;
  for (read.bind(1, meta); read.step();) json = read.text(0);
  const auto list = nlohmann::json::parse(json, nullptr, false);
  std::vector<Place> places;
  if (!list.is_array()) return places;
  for (const auto& each : list) {
    if (!each.is_object()) continue;
    const fs::path path = each.value("path", "");
    const fs::path base = each.value("base", "");
    if (path.is_absolute()) places.push_back({path, base.empty() ? base_of_library(path) : base});
  }
  return places;
}

bool is_within(const fs::path& inner, const fs::path& outer) {
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

bool has_other_bytes(const fs::path& file, std::int64_t size, std::int64_t modified, std::string_view hash) {
  std::error_code error;
  const auto now = fs::file_size(file, error);
  if (error || static_cast<std::int64_t>(now) != size) return true;
  const auto time = std::chrono::file_clock::to_sys(fs::last_write_time(file, error)).time_since_epoch();
  if (!error && std::chrono::duration_cast<std::chrono::nanoseconds>(time).count() == modified) return false;
  const FileBytes read = read_file(file, now + 1);
  return read.problem.empty() && content_hash(read.bytes) != hash;
}

void compare(const Database& db, std::string_view rows_sql, const std::vector<Place>& places, ManifestFinding& found) {
  std::error_code ignored;
  std::vector<Place> present;
  for (const Place& each : places) {
    if (fs::exists(each.path, ignored)) {
      present.push_back(each);
    } else {
      found.sources.push_back(each.path.string());
    }
  }
  Statement rows(db, rows_sql);
  while (rows.step()) {
    const std::string id(rows.text(0));
    const auto place = std::ranges::find_if(
        present, [&](const Place& each) { return is_within((each.base / id).lexically_normal(), each.path); });
    if (place == present.end()) continue;
    const fs::path file = place->base / id;
    const bool is_gone = !fs::exists(file, ignored);
    if (!is_gone && !has_other_bytes(file, rows.integer(1), rows.integer(2), rows.text(3))) continue;
    ++(is_gone ? found.gone : found.changed);
    if (found.names.size() < kMostNames) found.names.push_back(id);
  }
}

}  // namespace

ManifestFinding compare_files(const Database& db) {
  ManifestFinding found;
  compare(db, "SELECT path, size, modified, content_hash FROM article ORDER BY path", places_in(db, "sources"), found);
  compare(db, "SELECT path, size, modified, content_hash FROM library ORDER BY path", places_in(db, "libraries"),
          found);
  return found;
}

}  // namespace claimbase

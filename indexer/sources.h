// What a store is made of: the folders and files that were named, and how their articles are named.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// A folder or file whose articles the store keeps. An article's id is its path relative to `base`, with '/' between
/// the parts: the same from whatever folder the program is started.
struct Source {
  std::filesystem::path path;  // absolute, no symbolic links
  std::filesystem::path base;  // `path` or a folder above it
  std::string language;        // forced; empty: detected
  std::string format = {};     // of analysis/document/format.h, forced; empty: detected
  friend bool operator==(const Source&, const Source&) = default;
};

/// One text for what is forced on articles: two that differ may give other rows for the same bytes.
[[nodiscard]] std::string forced_settings(std::string_view language, std::string_view format);

/// "seeds" for a folder, "seeds/000.txt" for a file, "" where base and path are the same. Its articles' ids are this or
/// begin with this and '/'.
[[nodiscard]] std::string name_of(const Source& source);
[[nodiscard]] std::string id_of(const Source& source, const std::filesystem::path& file);
/// Whether `id` is `name` or below it.
[[nodiscard]] bool is_below(std::string_view id, std::string_view name);
/// Whether `inner` is `outer` or in it; both absolute and normal.
[[nodiscard]] bool is_within(const std::filesystem::path& inner, const std::filesystem::path& outer);

/// What one run is to look at: a source or a part of one.
struct Scope {
  Source source;
  std::filesystem::path path;   // source.path or below
  std::filesystem::path shown;  // `path` as the person wrote it
  bool exists = true;
};

struct Selection {
  std::vector<Source> sources;                 // all that the store will know, by path
  std::vector<Scope> scopes;                   // what to look at now, by path, none in another
  std::vector<std::filesystem::path> missing;  // named, not there, and in no source
};

/// Settles what `named` means for a store that has `recorded`. None named: all of `recorded`. `root`: the folder that
/// ids are relative to, by default the folder that holds the named folder (for a file: that holds its folder).
/// `language`, `format`: absent: as recorded. Looks at the disk for what exists. Throws UsageError where ids would
/// clash or a root does not fit.
[[nodiscard]] Selection select_sources(const std::vector<Source>& recorded,
                                       std::span<const std::filesystem::path> named,
                                       const std::optional<std::filesystem::path>& root,
                                       const std::optional<std::string>& language,
                                       const std::optional<std::string>& format = std::nullopt);

/// The form in which the store keeps them (meta "sources").
[[nodiscard]] std::string to_json(std::span<const Source> sources);
/// Empty where `json` is no such list.
[[nodiscard]] std::vector<Source> parse_sources(std::string_view json);

}  // namespace claimbase

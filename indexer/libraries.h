// The files of records and notices that a store is to hold: which they are, and which have changed.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/file_problem.h"
#include "indexer/file_stat.h"
#include "schema/store.h"

namespace claimbase {

struct UpdateRequest;

/// A file or folder that was named.
struct LibrarySource {
  std::filesystem::path path;  // absolute, no symbolic links
  bool retractions = false;    // a file of notices
  friend bool operator==(const LibrarySource&, const LibrarySource&) = default;
};

struct PendingLibrary {
  std::string id;  // relative to the folder that holds the named folder; for a file: that holds its folder
  std::filesystem::path path;
  std::filesystem::path shown;
  FileStat stat;
  bool retractions = false;
  bool is_new = true;
  std::string why;          // for a person
  std::string stored_hash;  // where only size or time differ: its bytes will tell; else empty
};

struct LibraryPlan {
  std::vector<LibrarySource> sources;   // all that the store will know, by path
  std::vector<PendingLibrary> pending;  // by id
  std::vector<std::string> gone;        // ids in the store whose file is gone
  std::size_t unchanged = 0;
  std::vector<FileProblem> problems;
  std::size_t failed = 0;
  std::size_t skipped = 0;
};

using LibraryStates = std::map<std::string, LibraryState, std::less<>>;

/// Looks at all libraries: those on record and those of the request (of a rebuild that names some: those alone). In a
/// folder and all below it: .ris, .nbib, .txt, .xml, .nxml, .bib, .json, .jsonl; names that begin with a dot are passed
/// over. Opens none. Throws UsageError where two would have one id.
[[nodiscard]] LibraryPlan plan_libraries(const UpdateRequest& request, const std::vector<LibrarySource>& recorded,
                                         const LibraryStates& states);

/// The form in which the store keeps them (meta "libraries").
[[nodiscard]] std::string to_json(std::span<const LibrarySource> sources);
/// Empty where `json` is no such list.
[[nodiscard]] std::vector<LibrarySource> parse_libraries(std::string_view json);

/// Differs whenever the same file may give other records.
[[nodiscard]] std::uint64_t library_version();

struct ReadLibrary {
  enum class Kind : std::uint8_t {
    touched,  // other time, same bytes
    read,     // `file` is to be written
    failed,   // nothing could be read: the rows of before stay
  };
  Kind kind = Kind::failed;
  LibraryRecordFile file;
  std::int64_t modified = 0;  // to be noted, see settled_time()
  std::vector<FileProblem> problems;
};

/// Reads the file. No library is longer than kLargestLibrary.
[[nodiscard]] ReadLibrary read_library_file(const PendingLibrary& pending);
inline constexpr std::uint64_t kLargestLibrary = std::uint64_t{1} << 30;

}  // namespace claimbase

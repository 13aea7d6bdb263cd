// The options of claimbase-index, each group defined once: a struct that registers itself on a command and holds what
// was given.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/document/format.h"

namespace CLI {
class App;
}

namespace claimbase {

struct StoreOption {
  explicit StoreOption(CLI::App& command);
  std::filesystem::path database = "claimbase.db";
};

struct VocabularyOptions {
  explicit VocabularyOptions(CLI::App& command);
  /// Absent: neither option was given.
  [[nodiscard]] std::optional<std::vector<std::filesystem::path>> chosen() const;
  std::vector<std::filesystem::path> files;
  bool built_in = false;
};

struct LanguageOption {
  explicit LanguageOption(CLI::App& command);
  /// Absent: not given. "": to be detected.
  [[nodiscard]] std::optional<std::string> chosen() const;
  std::string language;
};

struct FormatOption {
  /// `takes_json`: "json" is a format of the result.
  explicit FormatOption(CLI::App& command, bool takes_json = false);
  [[nodiscard]] bool json() const { return format == "json"; }
  /// Absent: to be detected.
  [[nodiscard]] std::optional<Format> chosen() const;
  /// Absent: not given. "": to be detected.
  [[nodiscard]] std::optional<std::string> name() const;
  std::string format;
};

struct SourceOptions {
  explicit SourceOptions(CLI::App& command);
  std::vector<std::filesystem::path> paths;
  std::filesystem::path root;
  bool prune = false;
};

struct LibraryOptions {
  explicit LibraryOptions(CLI::App& command);
  std::vector<std::filesystem::path> libraries;
  std::vector<std::filesystem::path> retractions;
};

struct SizeOption {
  explicit SizeOption(CLI::App& command);
  [[nodiscard]] std::uint64_t bytes() const { return std::uint64_t{mebibytes} << 20U; }
  unsigned mebibytes = 64;
};

struct JobsOption {
  explicit JobsOption(CLI::App& command);
  unsigned jobs;
};

struct WaitOption {
  explicit WaitOption(CLI::App& command);
  [[nodiscard]] std::chrono::seconds duration() const { return std::chrono::seconds(seconds); }
  unsigned seconds;
};

struct PollOption {
  explicit PollOption(CLI::App& command);
  [[nodiscard]] std::chrono::seconds interval() const { return std::chrono::seconds(seconds); }
  unsigned seconds = 0;  // 0: not given
};

struct OutputOptions {
  explicit OutputOptions(CLI::App& command);
  bool json = false;
  bool quiet = false;
};

}  // namespace claimbase

#include "indexer/vocabulary_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/convert/file_bytes.h"
#include "indexer/exit.h"

namespace claimbase {

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
}

LoadedVocabulary load_vocabulary(std::span<const std::filesystem::path> files) {
  LoadedVocabulary loaded{Vocabulary::built_in(), {}};
  for (const auto& file : files) {
    const FileBytes read = read_file(file);
    if (!read.problem.empty()) {
      throw UsageError(fmt::format("read vocabulary {}: {}", file.string(), read.problem));
    }
    for (Diagnostic& each : loaded.vocabulary.add(read.bytes)) {
      loaded.problems.push_back({file.string(), line_at(read.bytes, each.range.begin), each.severity,
                                 std::move(each.rule), std::move(each.message)});
    }
  }
  return loaded;
}

std::string to_json(std::span<const std::filesystem::path> files) {
  auto list = nlohmann::json::array();
  for (const auto& each : files) list.push_back(each.string());
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<std::filesystem::path> parse_paths(std::string_view json) {
  std::vector<std::filesystem::path> files;
  const auto list = nlohmann::json::parse(json, nullptr, false);
  if (!list.is_array()) return files;
  for (const auto& each : list) {
    if (each.is_string()) files.emplace_back(each.get<std::string>());
  }
  return files;
}

}  // namespace claimbase

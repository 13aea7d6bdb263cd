#include "indexer/vocabulary_files.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/article.h"
#include "analysis/convert/file_bytes.h"
#include "analysis/language/resources.h"
#include "indexer/exit.h"

namespace claimbase {

std::uint32_t line_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return static_cast<std::uint32_t>(std::ranges::count(before, '\n')) + 1;
}

VocabularyInput read_vocabulary_files(std::span<const std::filesystem::path> files) {
  VocabularyInput input{{files.begin(), files.end()}, {}, {}};
  input.bytes.reserve(files.size());
  std::uint64_t hash = analysis_fingerprint();  // the code that reads them is a part of the program
  const auto add = [&hash](std::string_view bytes) { hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), hash); };
  for (const std::string_view name : resource_names("vocabulary/")) add(resource(name));
  for (const auto& file : files) {
    FileBytes read = read_file(file);
    if (!read.problem.empty()) throw UsageError(fmt::format("read vocabulary {}: {}", file.string(), read.problem));
    add(read.bytes);
    input.bytes.push_back(std::move(read.bytes));
  }
  input.key = fmt::format("{:016x}", hash);
  return input;
}

LoadedVocabulary load_vocabulary(const VocabularyInput& input) {
  LoadedVocabulary loaded{Vocabulary::built_in(), {}};
  for (std::size_t i = 0; i < input.files.size(); ++i) {
    const std::string& bytes = input.bytes[i];
    for (Diagnostic& each : loaded.vocabulary.add(bytes)) {
      loaded.problems.push_back({input.files[i].string(), line_at(bytes, each.range.begin), each.severity,
                                 std::move(each.rule), std::move(each.message)});
    }
  }
  return loaded;
}

LoadedVocabulary load_vocabulary(std::span<const std::filesystem::path> files) {
  return load_vocabulary(read_vocabulary_files(files));
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

// The vocabulary a store is indexed with: what is built in, and the user's own files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "indexer/file_problem.h"

namespace claimbase {

struct LoadedVocabulary {
  Vocabulary vocabulary;
  std::vector<FileProblem> problems;
};

/// The built-in vocabulary and `files`, in order. Throws UsageError where a file cannot be read: an index without its
/// vocabulary would be another one.
[[nodiscard]] LoadedVocabulary load_vocabulary(std::span<const std::filesystem::path> files);

/// The files' bytes, not yet read as a vocabulary.
struct VocabularyInput {
  std::vector<std::filesystem::path> files;
  std::vector<std::string> bytes;
  /// Of these bytes, the built-in vocabulary's and the program: where it is the same, the vocabulary is.
  std::string key;
};

/// Throws UsageError where a file cannot be read.
[[nodiscard]] VocabularyInput read_vocabulary_files(std::span<const std::filesystem::path> files);
[[nodiscard]] LoadedVocabulary load_vocabulary(const VocabularyInput& input);

/// The form in which the store keeps the files' names (meta "vocabularies").
[[nodiscard]] std::string to_json(std::span<const std::filesystem::path> files);
/// Empty where `json` is no such list.
[[nodiscard]] std::vector<std::filesystem::path> parse_paths(std::string_view json);

/// The 1-based line that holds byte `offset` of `text`.
[[nodiscard]] std::uint32_t line_at(std::string_view text, std::size_t offset);

}  // namespace claimbase

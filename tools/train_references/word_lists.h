// The words that made-up records are filled with: tools/train_references/data/words.tsv.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::training {

class WordLists {
 public:
  /// Throws std::runtime_error where the file cannot be read.
  explicit WordLists(const std::filesystem::path& file);
  /// The rows of a kind. Throws std::runtime_error where there are none.
  [[nodiscard]] const std::vector<std::string>& of(std::string_view kind) const;
  void add(std::string_view kind, std::string text);

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> lists_;
};

}  // namespace claimbase::training

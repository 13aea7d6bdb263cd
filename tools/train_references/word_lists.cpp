#include "tools/train_references/word_lists.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase::training {

WordLists::WordLists(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error("open " + file.string() + ": failed");
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  for (const auto& row : tsv_rows(bytes)) {
    if (row.size() >= 2) add(row[0], std::string(row[1]));
  }
}

const std::vector<std::string>& WordLists::of(std::string_view kind) const {
  const auto found = lists_.find(kind);
  if (found == lists_.end()) throw std::runtime_error("no words of the kind " + std::string(kind));
  return found->second;
}

void WordLists::add(std::string_view kind, std::string text) {
  lists_[std::string(kind)].push_back(std::move(text));
}

}  // namespace claimbase::training

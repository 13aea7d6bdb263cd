#include "bench/phrases.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase::bench {

std::string project_file(std::string_view path) {
  const std::filesystem::path file = std::filesystem::path(CLAIMBASE_SOURCE_DIR) / path;
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> phrases(std::string_view kind, std::string_view language) {
  static const std::string kBytes = project_file("bench/data/phrases.tsv");
  std::vector<std::string> found;
  for (const auto& row : tsv_rows(kBytes)) {
    if (row.size() == 3 && row[0] == kind && row[1] == language) found.emplace_back(row[2]);
  }
  if (found.empty()) throw std::runtime_error("no phrases of kind " + std::string(kind));
  return found;
}

}  // namespace claimbase::bench

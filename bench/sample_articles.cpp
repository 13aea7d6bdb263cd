#include "bench/sample_articles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace claimbase::bench {

namespace {

std::string all_articles(std::string_view prefix) {
  const std::filesystem::path folder = std::filesystem::path(CLAIMBASE_SOURCE_DIR) / "corpus" / "articles";
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const bool wanted = entry.path().filename().string().starts_with(prefix);
    if (wanted && entry.path().extension() == ".txt") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::string text;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    text.append(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    text += '\n';
  }
  if (text.empty()) throw std::runtime_error("no articles in " + folder.string());
  return text;
}

}  // namespace

std::string sample_text(std::size_t bytes, std::string_view prefix) {
  const std::string articles = all_articles(prefix);
  std::string text;
  while (text.size() < bytes) text += articles;
  return text;
}

}  // namespace claimbase::bench

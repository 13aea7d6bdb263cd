#include "bench/corpus_sentences.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

#include "analysis/article.h"
#include "bench/cpu_clock.h"
#include "indexer/mapping.h"

namespace claimbase::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kArticlesAtOnce = 500;

std::vector<fs::path> articles_below(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  if (files.empty()) throw std::runtime_error("no articles in " + folder.string());
  std::ranges::sort(files);
  return files;
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::size_t append_sentences(const fs::path& file, std::vector<IndexedSentence>& to) {
  const std::string bytes = bytes_of(file);
  const Document document = read_document(bytes, {.language = {}, .path = file.filename().string()});
  for (const Sentence& sentence : sentences_of(document)) {
    const Block& block = document.blocks[sentence.block];
    to.push_back({block.language.empty() ? document.language : block.language,
                  std::string(sentence.range.of(document.text)), heading_path(document, block)});
  }
  return bytes.size();
}

}  // namespace

ReadCost for_each_batch(const fs::path& folder, const std::function<void(std::span<const IndexedSentence>)>& use) {
  const std::vector<fs::path> files = articles_below(folder);
  ReadCost cost;
  cost.articles = files.size();
  std::vector<IndexedSentence> batch;
  for (std::size_t next = 0; next < files.size();) {
    const double begin = process_seconds();
    batch.clear();
    const std::size_t end = std::min(files.size(), next + kArticlesAtOnce);
    for (; next < end; ++next) cost.bytes += append_sentences(files[next], batch);
    cost.seconds += process_seconds() - begin;
    cost.sentences += batch.size();
    use(batch);
  }
  return cost;
}

}  // namespace claimbase::bench

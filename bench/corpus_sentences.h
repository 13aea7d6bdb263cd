// The sentences of a folder of articles, as the indexer cuts them: what other engines are given to index.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>

namespace claimbase::bench {

struct IndexedSentence {
  std::string language;
  std::string text;
  std::string heading;  // the headings above it, as the store keeps them
};

/// What it took to read them.
struct ReadCost {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  std::uint64_t sentences = 0;
  double seconds = 0;  // of processor time; of `use` nothing
};

/// All articles below `folder` in the order of their paths, some hundreds at a time, so that memory stays small.
ReadCost for_each_batch(const std::filesystem::path& folder,
                        const std::function<void(std::span<const IndexedSentence>)>& use);

}  // namespace claimbase::bench

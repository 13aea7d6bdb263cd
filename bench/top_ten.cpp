#include "bench/top_ten.h"

#include <string>
#include <vector>

namespace claimbase::bench {
namespace {

constexpr std::size_t kBest = 10;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

std::size_t TopTen::find(const BenchQuery& query) {
  std::vector<RankTerm> terms;
  if (query.kind == "phrase") {
    terms.push_back({joined(query.words)});
  } else {
    for (const std::string& word : query.words) terms.push_back({word});
  }
  return ranker_.top(terms, kBest, query.kind.starts_with("and") ? Match::all : Match::any).size();
}

}  // namespace claimbase::bench

#include "bench/top_ten.h"

#include <string>
#include <vector>

#include "query/match_expression.h"

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
  if (query.kind.starts_with("and")) return find_all(query);
  std::vector<RankTerm> terms;
  if (query.kind == "phrase") {
    terms.push_back({joined(query.words)});
  } else {
    for (const std::string& word : query.words) terms.push_back({word});
  }
  return ranker_.top(terms, kBest).size();
}

std::size_t TopTen::find_all(const BenchQuery& query) const {
  std::string expression;
  for (const std::string& word : query.words) expression += (expression.empty() ? "" : " AND ") + fts_phrase(word);
  std::size_t found = 0;
  for (const std::string table : {"sentence_fts_nl", "sentence_fts_en", "sentence_fts_und"}) {
    Statement best(db_, "SELECT rowid, claim_rank(" + table + ", '" + table + "', 1.0, 0.3) AS score FROM " + table +
                            " WHERE " + table + " MATCH ?1 ORDER BY score LIMIT 10");
    best.bind(1, std::string_view(expression));
    while (best.step()) ++found;
  }
  return found;
}

}  // namespace claimbase::bench

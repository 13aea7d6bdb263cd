#include "bench/top_ten.h"

#include <string>

#include "query/match_expression.h"

namespace claimbase::bench {
namespace {

std::string expression_of(const BenchQuery& query) {
  const bool phrase = query.kind == "phrase";
  const std::string_view between = phrase ? " " : query.kind.starts_with("and") ? " AND " : " OR ";
  std::string words;
  for (const std::string& word : query.words) {
    if (!words.empty()) words += between;
    words += phrase ? word : fts_phrase(word);
  }
  return phrase ? fts_phrase(words) : words;
}

}  // namespace

std::size_t TopTen::find(const BenchQuery& query) {
  const std::string expression = expression_of(query);
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

// The files of a retrieval collection: queries, and what was judged relevant to them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "query/ir_measures.h"

namespace claimbase {

struct JudgedQuery {
  std::string id;
  std::string text;
};

/// BEIR's `queries.jsonl`: an object a line with `_id` and `text`; empty lines are passed over. Throws UsageError, with
/// the line, for one that has neither. In the order of the file.
[[nodiscard]] std::vector<JudgedQuery> read_queries(std::string_view bytes);

/// Query id to grades. Columns parted by white space: BEIR's (query, document, grade, under a head line) or TREC's
/// (query, iteration, document, grade). Throws UsageError, with the line, for a row that is neither.
[[nodiscard]] std::map<std::string, Grades, std::less<>> read_judgements(std::string_view bytes);

}  // namespace claimbase

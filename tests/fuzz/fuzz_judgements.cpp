// read_queries and read_judgements: any bytes give queries and grades, or a usage error.
#include "query/judgements.h"
#include "query/usage_error.h"
#include "tests/fuzz/fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = claimbase::fuzz::as_text(data, size);
  try {
    for (const claimbase::JudgedQuery& query : claimbase::read_queries(text)) {
      claimbase::fuzz::require(!query.id.empty() && !query.text.empty(), "a query has an id and a text");
    }
  } catch (const claimbase::UsageError&) {
  }
  try {
    for (const auto& [query, grades] : claimbase::read_judgements(text)) {
      claimbase::fuzz::require(!query.empty() && !grades.empty(), "a judged query has an id and a judgement");
    }
  } catch (const claimbase::UsageError&) {
  }
  return 0;
}

// read_retractions: any bytes give notices with clean texts, each on a paper.
#include "analysis/library/retractions.h"
#include "tests/fuzz/fuzz_library.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = claimbase::fuzz::as_text(data, size);
  const claimbase::RetractionFile file = claimbase::read_retractions(bytes);
  require(file.known || file.notices.empty(), "no notices of a file that is not known");
  for (const claimbase::RetractionNotice& each : file.notices) {
    for (const std::string* text : {&each.record_id, &each.date, &each.doi, &each.pmid, &each.original.title,
                                    &each.original.container_title, &each.original.doi}) {
      claimbase::fuzz::require_clean(*text);
    }
    claimbase::fuzz::require_names(each.original.authors);
    require(!each.original.doi.empty() || !each.original.pmid.empty() || !each.original.title.empty(),
            "a notice names its paper");
  }
  require(claimbase::read_library(bytes).records.size() <= bytes.size(), "a record takes bytes");
  return 0;
}

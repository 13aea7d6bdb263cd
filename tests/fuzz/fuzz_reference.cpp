// parse_reference, rules and model: any bytes give a reference that keeps its words and has a stable name.
#include "analysis/bibliography/reference.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view entry = claimbase::fuzz::as_text(data, size);
  const claimbase::Reference reference = claimbase::parse_reference(entry);
  require(reference.raw.size() <= entry.size(), "raw is what was printed, without runs of white space");
  require(!reference.year || (*reference.year > 0 && *reference.year < 10'000), "a year has at most four digits");
  for (const auto& author : reference.authors) {
    require(author.literal.empty() || (author.family.empty() && author.given.empty()),
            "an organisation has no family name");
    require(!(author.literal.empty() && author.family.empty()), "an author has a name");
  }
  const std::string id = claimbase::reference_id(reference);
  require(id.starts_with("doi:") || id.starts_with("pmid:") || id.starts_with("ref:"),
          "an id has one of the three kinds");
  require(id == claimbase::reference_id(claimbase::parse_reference(entry)), "the same entry has the same id");
  require(claimbase::ocebm_level(reference.design) >= 0 && claimbase::ocebm_level(reference.design) <= 5,
          "a level is 0 to 5");
  const auto& sure = reference.confidence;
  for (const float each : {sure.authors, sure.year, sure.title, sure.container_title, sure.volume, sure.issue,
                           sure.page, sure.publisher}) {
    require(each >= -0.001F && each <= 1.001F, "a confidence is a probability");
  }
  return 0;
}

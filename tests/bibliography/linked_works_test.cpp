// Which addresses name a work.
#include "analysis/bibliography/linked_works.h"

#include <gtest/gtest.h>

namespace claimbase {
namespace {

struct AddressCase {
  const char* name;
  const char* address;
  const char* work;  // its usual address; "": none
};

void PrintTo(const AddressCase& each, std::ostream* out) {
  *out << each.name;
}

class LinkedWork : public testing::TestWithParam<AddressCase> {};

TEST_P(LinkedWork, IsKnownByItsAddress) {
  const auto work = linked_work(GetParam().address);
  EXPECT_EQ(work ? work->raw : "", GetParam().work);
  if (work) {
    EXPECT_EQ(work->url, work->raw);
    EXPECT_EQ((work->doi.empty() ? 0 : 1) + (work->pmid.empty() ? 0 : 1) + (work->pmcid.empty() ? 0 : 1), 1);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Cases, LinkedWork,
    testing::Values(
        AddressCase{"resolver", "https://doi.org/10.1000/Fish.12", "https://doi.org/10.1000/fish.12"},
        AddressCase{"old_resolver", "http://dx.doi.org/10.1000/fish(3)4", "https://doi.org/10.1000/fish(3)4"},
        AddressCase{"escaped", "https://doi.org/10.1000%2Ffish", "https://doi.org/10.1000/fish"},
        AddressCase{"publisher", "https://journal.example/doi/full/10.1000/fish/full?x=1#s2",
                    "https://doi.org/10.1000/fish"},
        AddressCase{"publishers_parameter", "https://journal.example/article?id=10.1000/fish&type=x",
                    "https://doi.org/10.1000/fish"},
        AddressCase{"pubmed", "https://pubmed.ncbi.nlm.nih.gov/1234567/", "https://pubmed.ncbi.nlm.nih.gov/1234567/"},
        AddressCase{"old_pubmed", "//www.ncbi.nlm.nih.gov/pubmed/1234567?dopt=Abstract",
                    "https://pubmed.ncbi.nlm.nih.gov/1234567/"},
        AddressCase{"central", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/",
                    "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"},
        AddressCase{"new_central", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/#S3",
                    "https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/"},
        AddressCase{"europe", "https://europepmc.org/article/MED/1234567", "https://pubmed.ncbi.nlm.nih.gov/1234567/"},
        AddressCase{"nothing", "", ""}, AddressCase{"place", "#r1", ""},
        AddressCase{"same_site", "/doi/10.1000/fish", ""}, AddressCase{"other_site", "https://example.org/fish", ""},
        AddressCase{"search", "https://pubmed.ncbi.nlm.nih.gov/?term=fish", ""},
        AddressCase{"no_suffix", "https://doi.org/10.1000/", ""},
        AddressCase{"short_registrant", "https://example.org/10.12/fish", ""},
        AddressCase{"version", "https://example.org/fish-10.1000/x", ""},
        AddressCase{"bad_escape", "https://doi.org/10.1000/%2", "https://doi.org/10.1000/%2"}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(LinkedWork, AnAddressOutOfAllMeasureIsNone) {
  EXPECT_FALSE(linked_work("https://doi.org/10.1000/" + std::string(1000, 'x')));
}

}  // namespace
}  // namespace claimbase

#include "indexer/library_links.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

LibraryWork work(std::int64_t key, const std::string& family, int year, const std::string& journal) {
  return {key, {{family, "A.", ""}}, false, year, journal};
}

const std::vector<LibraryWork>& works() {
  static const std::vector<LibraryWork> made{
      work(11, "Yang", 2006, "JAMA"), work(12, "Yang", 2008, "JAMA"), work(13, "de Boer", 2006, "Am J Clin Nutr"),
      work(14, "Prins", 2011, "Nutrients"), work(15, "Prins", 2011, "Nutrition Reviews")};
  return made;
}

struct Case {
  const char* name;
  WordCitation words;
  std::vector<std::int64_t> fits;
};

void PrintTo(const Case& tested, std::ostream* out) {
  *out << tested.name;
}

class LibraryLinks : public testing::TestWithParam<Case> {};

TEST_P(LibraryLinks, Fit) {
  const std::vector<WordCitation> words{GetParam().words};
  const auto links = fit_library_works(words, works());
  if (GetParam().fits.empty()) {
    EXPECT_THAT(links, IsEmpty());
    return;
  }
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0].citation, 1);
  EXPECT_EQ(links[0].works, GetParam().fits);
}

INSTANTIATE_TEST_SUITE_P(
    Words, LibraryLinks,
    testing::Values(Case{"AuthorJournalAndYear", {1, "Yang", "JAMA", "", 2006}, {11}},
                    Case{"AuthorAndYear", {1, "Boer", "", "", 2006}, {13}},
                    Case{"AuthorAndJournalOfSeveralYears", {1, "Yang", "JAMA", "", std::nullopt}, {11, 12}},
                    Case{"JournalByAnotherName", {1, "", "The American Journal of Clinical Nutrition", "", 2006}, {13}},
                    Case{"SeveralOfOneYear", {1, "Prins", "", "", 2011}, {14, 15}},
                    Case{"AnotherYear", {1, "Yang", "JAMA", "", 2007}, {}},
                    Case{"AuthorAlone", {1, "Boer", "", "", std::nullopt}, {}},
                    Case{"JournalAlone", {1, "", "Nutrients", "", std::nullopt}, {}},
                    Case{"BodyAndYear", {1, "", "", "EFSA", 2006}, {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(LibraryLinksOfMany, AreNone) {
  std::vector<LibraryWork> many;
  for (std::int64_t key = 1; key <= 21; ++key) many.push_back(work(key, "Yang", 2006, "JAMA"));
  const std::vector<WordCitation> words{{1, "Yang", "JAMA", "", 2006}};
  EXPECT_THAT(fit_library_works(words, many), IsEmpty());
  many.pop_back();
  EXPECT_EQ(fit_library_works(words, many).at(0).works.size(), kMostLibraryCandidates);
}

}  // namespace
}  // namespace claimbase

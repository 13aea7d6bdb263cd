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
    testing::Values(
        Case{"AuthorJournalAndYear", {1, "Yang", "JAMA", "", 2006, "", 0}, {11}},
        Case{"AuthorAndYear", {1, "Boer", "", "", 2006, "", 0}, {13}},
        Case{"AuthorAndJournalOfSeveralYears", {1, "Yang", "JAMA", "", std::nullopt, "", 0}, {11, 12}},
        Case{"JournalByAnotherName", {1, "", "The American Journal of Clinical Nutrition", "", 2006, "", 0}, {13}},
        Case{"SeveralOfOneYear", {1, "Prins", "", "", 2011, "", 0}, {14, 15}},
        Case{"AnotherYear", {1, "Yang", "JAMA", "", 2007, "", 0}, {}},
        Case{"AuthorAlone", {1, "Boer", "", "", std::nullopt, "", 0}, {}},
        Case{"JournalAlone", {1, "", "Nutrients", "", std::nullopt, "", 0}, {}},
        Case{"BodyAndYear", {1, "", "", "EFSA", 2006, "", 0}, {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

// Of works that share their first author and year, what else the words say of the authors tells them apart.
LibraryWork by(std::int64_t key, std::vector<AuthorRecord> authors) {
  return {key, std::move(authors), false, 2014, "Lipids"};
}

std::vector<std::int64_t> cited(const std::string& sentence, std::size_t before) {
  const std::vector<LibraryWork> alders{by(1, {{"Alder", "B.", ""}}), by(2, {{"Alder", "B.", ""}, {"Stone", "P.", ""}}),
                                        by(3, {{"Alder", "B.", ""}, {"Hill", "C.", ""}, {"Moor", "D.", ""}}),
                                        by(4, {{"Alder", "Q.", ""}})};
  const auto links = fit_library_works(std::vector<WordCitation>{{7, "Alder", "", "", 2014, sentence, before}}, alders);
  return links.empty() ? std::vector<std::int64_t>{} : links.at(0).works;
}

TEST(LibraryLinksOfAuthorYears, ReadAllTheAuthors) {
  EXPECT_THAT(cited("Vis helpt (Alder & Stone, 2014).", 0), ElementsAre(2));
  EXPECT_THAT(cited("Alder et al. (2014) saw no change.", 0), ElementsAre(3));
  EXPECT_THAT(cited("Vis helpt (Alder, 2014).", 0), ElementsAre(1, 4));
  EXPECT_THAT(cited("Fish helps (Alder & Stone, 2014; Alder et al., 2014).", 1), ElementsAre(3));
  EXPECT_THAT(cited("Fish helps (Alder, 2013).", 0), ElementsAre(1, 2, 3, 4));  // a sentence that says it no more
}

TEST(LibraryLinksOfMany, AreNone) {
  std::vector<LibraryWork> many;
  for (std::int64_t key = 1; key <= 21; ++key) many.push_back(work(key, "Yang", 2006, "JAMA"));
  const std::vector<WordCitation> words{{1, "Yang", "JAMA", "", 2006, "", 0}};
  EXPECT_THAT(fit_library_works(words, many), IsEmpty());
  many.pop_back();
  EXPECT_EQ(fit_library_works(words, many).at(0).works.size(), kMostLibraryCandidates);
}

}  // namespace
}  // namespace claimbase

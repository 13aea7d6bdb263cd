#include "analysis/bibliography/names.h"

#include <gtest/gtest.h>

#include <set>

#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

TEST(Journals, AreManyAndEachIsNamedOnce) {
  const auto rows = tsv_rows(resource("bibliography/journals.tsv"));
  EXPECT_GE(rows.size(), 600U);
  std::set<std::string> titles;
  for (const auto& row : rows) EXPECT_TRUE(titles.insert(fold_alphanumeric(row[0])).second) << row[0];
}

TEST(Journals, AreKnownByTitleAndAbbreviation) {
  EXPECT_EQ(journal_title("Am. J. Clin. Nutr."), "The American Journal of Clinical Nutrition");
  EXPECT_EQ(journal_title("J Res Med Sci"), "Journal of Research in Medical Sciences");
  EXPECT_EQ(journal_title("Journal of Nothing"), std::nullopt);
}

TEST(Journals, TheLongestNameWinsAndACapitalIsNeeded) {
  const std::string text = "gevonden in Diabetes Care, niet bij diabetes";
  const auto hits = find_journals(text);
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].range.of(text), "Diabetes Care");
  EXPECT_TRUE(hits[0].common_word);
}

TEST(Organisations, HaveAliasesAndKinds) {
  const auto hits = find_organisations("De Wereldgezondheidsorganisatie en het Voedingscentrum");
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].name, "WHO");
  EXPECT_EQ(hits[1].name, "Voedingscentrum");
  EXPECT_EQ(find_organisations("UCSF").at(0).kind, OrganisationKind::university);
  EXPECT_TRUE(find_organisations("who is there").empty());
}

TEST(Cues, AreRead) {
  EXPECT_EQ(month_of("mei"), 5);
  EXPECT_EQ(month_of("Dec"), 12);
  EXPECT_EQ(month_of("zout"), 0);
  EXPECT_TRUE(is_cue("et al", Cue::et_al));
}

TEST(Cues, AreFoundWhereverTheyStand) {
  const std::string text = "«Thijs», « Wéi » & Co. 12 mei 2019; sept. en Май";
  const auto hits = find_cues(text, Cue::month);
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].range.of(text), "mei");
  EXPECT_EQ(hits[0].id, 5U);
  EXPECT_EQ(hits[1].range.of(text), "sept");
  EXPECT_TRUE(find_cues("geen enkele datum", Cue::month).empty());
  EXPECT_EQ(count_words(text), folded_words(text).size());
}

}  // namespace
}  // namespace claimbase

#include "analysis/bibliography/names.h"

#include <gtest/gtest.h>

#include <random>
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

// Pairs of words that begin a name, alone, cut short, run through each other.
TEST(NameIndex, FindsTheLongestNameAtEachPlaceAndNoneThatIsCutShort) {
  NameIndex index;
  index.add("rye", 1);
  index.add("rye bread", 2);
  index.add("dark rye bread rolls", 3);
  index.add("bread dark", 4);
  const auto ids = [&](std::string_view text) {
    std::vector<std::uint32_t> found;
    for (const auto& hit : index.find_all(text)) found.push_back(hit.id);
    return found;
  };
  using Ids = std::vector<std::uint32_t>;
  EXPECT_EQ(ids("Rye."), Ids{1});
  EXPECT_EQ(ids("of rye, bread; dark"), Ids{2});
  EXPECT_EQ(ids("dark rye bread rolls and dark rye bread"), (Ids{3, 2}));
  EXPECT_EQ(ids("rye dark rye bread dark"), (Ids{1, 2}));
  EXPECT_EQ(ids("bread rye dark bread dark bread"), (Ids{1, 4}));
  EXPECT_EQ(ids("dark bread rolls, dark"), Ids{});
  EXPECT_EQ(index.find_at_start("«Rye bread» with rye").id, 2U);
  EXPECT_TRUE(index.find_at_start("a rye bread").range.empty());
  EXPECT_TRUE(index.find_at_start("dark rye bread").range.empty());
  EXPECT_EQ(index.lookup("Bread, dark", 9), 4U);
  EXPECT_EQ(index.lookup("bread", 9), 9U);
  EXPECT_EQ(index.lookup("rye bread rolls", 9), 9U);
  EXPECT_EQ(index.lookup("", 9), 9U);
}

TEST(Cues, AreRead) {
  EXPECT_EQ(month_of("mei"), 5);
  EXPECT_EQ(month_of("Dec"), 12);
  EXPECT_EQ(month_of("zout"), 0);
  EXPECT_TRUE(is_cue("et al", Cue::et_al));
}

TEST(Cues, OfATextAreToldAtOnce) {
  const auto cues = cues_in("Retrieved from PubMed; in Press, p. 3");
  EXPECT_TRUE(cues.has(Cue::access));
  EXPECT_TRUE(cues.has(Cue::source_note));
  EXPECT_TRUE(cues.has(Cue::page));
  EXPECT_FALSE(cues.has(Cue::thesis));
  EXPECT_TRUE(cues_in("a PhD thesis").has(Cue::thesis));
  EXPECT_FALSE(cues_in("zout").has(Cue::source_note));
  EXPECT_FALSE(cues_in("in een lade").has(Cue::source_note));  // "in press" has another second word
  EXPECT_TRUE(cues_in("").has(Cue::month) == false && CueSet::all().has(Cue::available));
}

TEST(Cues, NotToldOfATextAreNowhereInIt) {
  std::vector<std::string> words{"zout", "2012", "é", "“", ".", ","};
  for (std::size_t cue = 0; cue < kCues; ++cue) {
    for (const auto cell : cue_phrases(static_cast<Cue>(cue))) {
      for (const auto& word : folded_words(cell)) words.push_back(word.text);
    }
  }
  std::mt19937_64 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    for (auto left = random() % 9; left > 0; --left) text += words[random() % words.size()] + ' ';
    const auto told = cues_in(text);
    const auto told_of_words = cues_in(folded_words(text));
    for (std::size_t cue = 0; cue < kCues; ++cue) {
      EXPECT_EQ(told.has(static_cast<Cue>(cue)), told_of_words.has(static_cast<Cue>(cue))) << text << cue;
      if (!told.has(static_cast<Cue>(cue))) {
        EXPECT_TRUE(find_cues(text, static_cast<Cue>(cue)).empty()) << text << cue;
      }
    }
  }
}

TEST(Cues, AtTheStartAreThoseAtTheStart) {
  EXPECT_EQ(cue_at_start("et al. 2012", Cue::et_al).range.end, 5U);
  EXPECT_TRUE(cue_at_start("Kaya et al.", Cue::et_al).range.empty());
  EXPECT_TRUE(cue_at_start("et", Cue::et_al).range.empty());
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

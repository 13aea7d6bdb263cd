// The wordings that the build compiled give what an analysis of them gives.
#include "analysis/compliance/phrase_stems.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/compliance/built_in_wordings.h"
#include "analysis/compliance/copy_words.h"
#include "analysis/compliance/effects.h"
#include "analysis/compliance/nutrition_wordings.h"
#include "analysis/compliance/official_texts.h"
#include "analysis/compliance/signals.h"
#include "analysis/register/register.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(PhraseStems, AreFoundByPhraseAndReading) {
  PhraseStemsWriter writer;
  for (const auto* stem : {"help", "slap", "bij"}) writer.add_stem(stem);
  writer.add("helpt bij slapen", PhraseReading::all_words, {{1, 3, 2}, 0});
  writer.add("helpt bij slapen", PhraseReading::no_small_words, {{1, 2}, 0});
  writer.add("bij slapen", PhraseReading::official, {{2}, 1});
  const std::string bytes = writer.bytes();
  const PhraseStemsView view(bytes);
  EXPECT_THAT(view.stems(), ElementsAre("help", "slap", "bij"));
  PhraseStems found;
  ASSERT_TRUE(view.find("helpt bij slapen", PhraseReading::all_words, found));
  EXPECT_THAT(found.stems, ElementsAre(1, 3, 2));
  ASSERT_TRUE(view.find("helpt bij slapen", PhraseReading::no_small_words, found));
  EXPECT_THAT(found.stems, ElementsAre(1, 2));
  ASSERT_TRUE(view.find("bij slapen", PhraseReading::official, found));
  EXPECT_THAT(found.stems, ElementsAre(2));
  EXPECT_EQ(found.leading, 1U);
  EXPECT_FALSE(view.find("bij slapen", PhraseReading::all_words, found));
  EXPECT_FALSE(view.find("slapen", PhraseReading::official, found));
}

TEST(PhraseStems, BytesThatAreNoneHoldNothing) {
  PhraseStems found;
  for (const std::string& bytes : {std::string(), std::string("abc"), std::string(40, '\x7f')}) {
    EXPECT_THAT(PhraseStemsView(bytes).stems(), IsEmpty());
    EXPECT_FALSE(PhraseStemsView(bytes).find("slaap", PhraseReading::all_words, found));
  }
}

/// What LawJudge makes of one language.
struct Tools {
  Tools(std::string_view language, const PhraseStemsView& known) : reader(language, known) { reader.note_in(noted); }
  PhraseStemsWriter noted;
  CopyReader reader;
  EffectLexicon effects{reader};
  SignalLexicon signals{reader};
  OfficialTexts official{built_in_register(), reader};
  NutritionWordings nutrition{reader};
};

class BuiltInWordings : public testing::TestWithParam<ResourceEntry> {
 protected:
  PhraseStemsView view_{{GetParam().begin, static_cast<std::size_t>(GetParam().end - GetParam().begin)}};
};

std::vector<std::tuple<std::uint32_t, std::uint32_t>> stems_and_places(const std::vector<CopyUnit>& units) {
  std::vector<std::tuple<std::uint32_t, std::uint32_t>> made;
  made.reserve(units.size());
  for (const CopyUnit& unit : units) made.emplace_back(unit.stem, unit.range.begin);
  return made;
}

TEST_P(BuiltInWordings, HoldEveryPhraseOfTheLexicons) {
  const Tools compiled(GetParam().name, view_);
  EXPECT_EQ(compiled.noted.bytes(), PhraseStemsWriter().bytes()) << "a phrase was analysed";
}

TEST_P(BuiltInWordings, GiveWhatAnAnalysisGives) {
  Tools compiled(GetParam().name, view_);
  Tools analysed(GetParam().name, {});
  std::size_t found = 0;
  for (const RegisterEntry& entry : built_in_register()) {
    const std::string text = "Een en ander: " + std::string(official_text(entry, GetParam().name)) + " Samen sterk!";
    const ByteRange all{0, static_cast<std::uint32_t>(text.size())};
    const std::vector<CopyUnit> units = compiled.reader.read(text, all);
    ASSERT_EQ(stems_and_places(units), stems_and_places(analysed.reader.read(text, all))) << text;
    const std::vector<OfficialMatch> official = compiled.official.find(text, units);
    const std::vector<OfficialMatch> expected = analysed.official.find(text, units);
    ASSERT_EQ(official.size(), expected.size()) << text;
    for (std::size_t i = 0; i < official.size(); ++i) {
      EXPECT_EQ(std::tuple(official[i].entry, official[i].first, official[i].last),
                std::tuple(expected[i].entry, expected[i].first, expected[i].last))
          << text;
    }
    found += official.size();
    EXPECT_EQ(compiled.effects.find(units).size(), analysed.effects.find(units).size()) << text;
    EXPECT_EQ(compiled.signals.find(units).size(), analysed.signals.find(units).size()) << text;
  }
  EXPECT_GT(found, 100U);
}

INSTANTIATE_TEST_SUITE_P(Of, BuiltInWordings, testing::ValuesIn(built_in_wordings().begin(), built_in_wordings().end()),
                         [](const auto& entry) { return std::string(entry.param.name); });

}  // namespace
}  // namespace claimbase

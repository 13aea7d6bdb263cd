#include "analysis/compliance/effects.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "analysis/claim/vocabulary.h"
#include "analysis/compliance/entry_effects.h"
#include "analysis/register/register.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string_view> effects_in(std::string_view language, const std::string& text) {
  CopyReader reader(language);
  const EffectLexicon lexicon(reader);
  const auto units = reader.read(text, {0, static_cast<std::uint32_t>(text.size())});
  std::vector<std::string_view> effects;
  for (const EffectMatch& match : lexicon.find(units)) effects.push_back(match.effect);
  return effects;
}

TEST(Effects, AreFoundInAnyOrderOfTheWords) {
  EXPECT_THAT(effects_in("nl", "zo werkt je immuunsysteem normaal"), ElementsAre("immune-function"));
  EXPECT_THAT(effects_in("nl", "de bescherming van je cellen tegen oxidatieve stress"),
              ElementsAre("oxidative-stress"));
}

TEST(Effects, OfALongerWordingWinOverThoseWithin) {
  EXPECT_THAT(effects_in("en", "protection of blood lipids from oxidative stress"),
              ElementsAre("blood-lipids-oxidative-stress"));
  EXPECT_THAT(effects_in("nl", "een betere weerstand tegen stress"), ElementsAre("stress-resistance"));
}

TEST(Effects, AreEachFoundInAList) {
  EXPECT_THAT(effects_in("nl", "goed voor haar, huid en nagels"),
              ElementsAre("normal-hair", "normal-skin", "normal-nails"));
}

TEST(Effects, OfOneWordAreNoPartOfAnotherWord) {
  EXPECT_THAT(effects_in("nl", "de vaatweerstand daalt"), IsEmpty());
}

// A wording of two words is no two words that stand somewhere in the clause.
TEST(Effects, OfTwoWordsAreNotPickedFromAClause) {
  EXPECT_THAT(effects_in("en", "Iron tablets may reduce the absorption"), IsEmpty());
  EXPECT_THAT(effects_in("en", "iron and zinc absorption"), ElementsAre("iron-absorption"));
  EXPECT_THAT(effects_in("nl", "energie, zenuwstelsel en een goede stofwisseling"),
              ElementsAre("energy-metabolism", "nervous-system", "energy-metabolism"));
}

TEST(Effects, OfTwoWordsAreNotTurnedRoundOverAComma) {
  EXPECT_THAT(effects_in("en", "supple hair, strong nails"), ElementsAre("normal-hair", "normal-nails"));
}

TEST(Effects, OfAPartThatTwoCompoundsShareAreFoundForBoth) {
  EXPECT_THAT(effects_in("nl", "de spier- en zenuwfunctie"), ElementsAre("muscle-function", "nervous-system"));
}

TEST(Effects, AreToldOnceByTheLongerOfTwoWordings) {
  EXPECT_THAT(effects_in("en", "maintain strong nails"), ElementsAre("normal-nails"));
}

TEST(Effects, DoNotReachOverAStop) {
  EXPECT_THAT(effects_in("en", "Watch your blood. Clotting is another matter"), IsEmpty());
}

TEST(Effects, OfConceptsNameOutcomesOfTheVocabulary) {
  const Vocabulary vocabulary = Vocabulary::built_in();
  for (const auto& [id, effects] : effects_by_concept())
    EXPECT_NE(vocabulary.find(ConceptScheme::outcome, id), nullptr) << id;
}

TEST(Effects, OfKinAreEffectsOfTheRegister) {
  std::set<std::string_view> known;
  for (const std::string_view effect : effects_of(built_in_register())) known.insert(effect);
  for (const auto& [effect, other] : kin_of_effects())
    EXPECT_TRUE(known.contains(effect) || known.contains(other)) << effect << ", " << other;
}

// An entry whose effect is not known is found in its own words only.
TEST(Effects, AreKnownOfNearlyEveryAuthorisedEntry) {
  const std::vector<RegisterEntry>& entries = built_in_register();
  const std::vector<std::string_view> effects = effects_of(entries);
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].status == ClaimStatus::authorised && effects[i].empty()) unknown.push_back(entries[i].id);
  }
  EXPECT_THAT(unknown, IsEmpty());
}

}  // namespace
}  // namespace claimbase

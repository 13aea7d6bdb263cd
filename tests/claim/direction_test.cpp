#include "analysis/claim/direction.h"

#include <gtest/gtest.h>

#include <ostream>

namespace claimbase {
namespace {

struct ComposeCase {
  const char* name;
  Effect outer;
  Effect inner;
  Effect both;
};

void PrintTo(const ComposeCase& tested, std::ostream* out) {
  *out << tested.name;
}

class Compose : public testing::TestWithParam<ComposeCase> {};

TEST_P(Compose, GivesOneEffect) {
  EXPECT_EQ(compose(GetParam().outer, GetParam().inner), GetParam().both);
}

INSTANTIATE_TEST_SUITE_P(
    Effects, Compose,
    testing::Values(ComposeCase{"ReducesTheDeclineOf", Effect::lowers, Effect::lowers, Effect::supports},
                    ComposeCase{"PreventsTheLossOf", Effect::prevents, Effect::lowers, Effect::supports},
                    ComposeCase{"CurbsTheRiseOf", Effect::lowers, Effect::raises, Effect::lowers},
                    ComposeCase{"PreventsTheRiseOf", Effect::prevents, Effect::raises, Effect::prevents},
                    ComposeCase{"SpeedsUpTheLossOf", Effect::raises, Effect::lowers, Effect::lowers},
                    ComposeCase{"IncreasesTheGrowthOf", Effect::raises, Effect::raises, Effect::raises},
                    ComposeCase{"RaisesTheImprovementOf", Effect::raises, Effect::improves, Effect::improves},
                    ComposeCase{"LeadsToALower", Effect::causes, Effect::lowers, Effect::lowers},
                    ComposeCase{"LeadsToARiseOf", Effect::causes, Effect::raises, Effect::raises},
                    ComposeCase{"ContributesToThePreventionOf", Effect::supports, Effect::prevents, Effect::prevents},
                    ComposeCase{"HelpsToTreat", Effect::helps, Effect::treats, Effect::treats},
                    ComposeCase{"IsAssociatedWithALower", Effect::links, Effect::lowers, Effect::lowers},
                    ComposeCase{"AffectsTheRiseOf", Effect::affects, Effect::raises, Effect::raises},
                    ComposeCase{"LowersTheEffectOn", Effect::lowers, Effect::affects, Effect::lowers},
                    ComposeCase{"ImprovesTheRegulationOf", Effect::improves, Effect::regulates, Effect::improves},
                    ComposeCase{"HasNoEffectOnTheRiseOf", Effect::no_effect, Effect::raises, Effect::no_effect},
                    ComposeCase{"LowersAlone", Effect::lowers, Effect::none, Effect::lowers},
                    ComposeCase{"NothingBeforeALower", Effect::none, Effect::lowers, Effect::lowers},
                    ComposeCase{"SupportsTheInfluenceOn", Effect::supports, Effect::affects, Effect::supports}),
    [](const auto& tested) { return std::string(tested.param.name); });

struct ResolveCase {
  const char* name;
  Effect effect;
  Valence valence;
  ConceptKind kind;
  Exposure exposure;
  bool inverse;
  Relation relation;
};

void PrintTo(const ResolveCase& tested, std::ostream* out) {
  *out << tested.name;
}

class Resolve : public testing::TestWithParam<ResolveCase> {};

TEST_P(Resolve, NamesTheRelation) {
  const ResolveCase& tested = GetParam();
  EXPECT_EQ(to_string(resolve(tested.effect, tested.valence, tested.kind, tested.exposure, tested.inverse)),
            to_string(tested.relation));
}

constexpr Valence kGood = Valence::good;
constexpr Valence kBad = Valence::bad;
constexpr Valence kNeutral = Valence::neutral;
constexpr ConceptKind kFunction = ConceptKind::function;
constexpr ConceptKind kDisease = ConceptKind::disease;
constexpr ConceptKind kSymptom = ConceptKind::symptom;
constexpr ConceptKind kLaboratory = ConceptKind::laboratory;
constexpr Exposure kIntake = Exposure::intake;
constexpr Exposure kLack = Exposure::deficiency;
constexpr Exposure kExcess = Exposure::excess;

INSTANTIATE_TEST_SUITE_P(
    Relations, Resolve,
    testing::Values(
        ResolveCase{"LowersBloodPressure", Effect::lowers, kNeutral, kLaboratory, kIntake, false, Relation::lowers},
        ResolveCase{"RaisesFatigue", Effect::raises, kBad, kSymptom, kLack, false, Relation::raises},
        ResolveCase{"PreventsFractures", Effect::prevents, kBad, kDisease, kIntake, false, Relation::prevents},
        ResolveCase{"TreatsMigraine", Effect::treats, kBad, kDisease, kIntake, false, Relation::treats},
        ResolveCase{"AffectsMood", Effect::affects, kGood, kFunction, kIntake, false, Relation::affects},
        ResolveCase{"NoEffectOnMortality", Effect::no_effect, kBad, kDisease, kIntake, false, Relation::no_effect},
        ResolveCase{"NothingActsOnSleep", Effect::none, kGood, kFunction, kIntake, false, Relation::affects},
        ResolveCase{"SupportsSleep", Effect::supports, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"SupportsBloodPressure", Effect::supports, kNeutral, kLaboratory, kIntake, false,
                    Relation::supports},
        ResolveCase{"GoodForMigraine", Effect::supports, kBad, kDisease, kIntake, false, Relation::treats},
        ResolveCase{"LackFeedsInflammation", Effect::supports, kBad, kSymptom, kLack, false, Relation::raises},
        ResolveCase{"RegulatesStress", Effect::regulates, kBad, kSymptom, kIntake, false, Relation::supports},
        ResolveCase{"BoostsDigestion", Effect::boosts, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"BoostsTestosterone", Effect::boosts, kGood, kLaboratory, kIntake, false, Relation::raises},
        ResolveCase{"StimulatesAppetite", Effect::boosts, kNeutral, kFunction, kIntake, false, Relation::raises},
        ResolveCase{"HelpsWithSleep", Effect::helps, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"HelpsWithFatigue", Effect::helps, kBad, kSymptom, kIntake, false, Relation::lowers},
        ResolveCase{"HelpsWithOsteoarthritis", Effect::helps, kBad, kDisease, kIntake, false, Relation::treats},
        ResolveCase{"ImprovesMemory", Effect::improves, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"ImprovesBoneDensity", Effect::improves, kGood, kLaboratory, kIntake, false, Relation::raises},
        ResolveCase{"ImprovesBloodGlucose", Effect::improves, kNeutral, kLaboratory, kIntake, false,
                    Relation::supports},
        ResolveCase{"ImprovesAcne", Effect::improves, kBad, kDisease, kIntake, false, Relation::lowers},
        ResolveCase{"WorsensSleep", Effect::worsens, kGood, kFunction, kExcess, false, Relation::lowers},
        ResolveCase{"WorsensAcne", Effect::worsens, kBad, kDisease, kIntake, false, Relation::raises},
        ResolveCase{"CausesNausea", Effect::causes, kBad, kSymptom, kExcess, false, Relation::raises},
        ResolveCase{"LackBringsCramping", Effect::causes, kGood, kFunction, kLack, false, Relation::lowers},
        ResolveCase{"SoothesDigestion", Effect::treats, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"PlaysARoleInMemory", Effect::involves, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"PlaysARoleInMigraine", Effect::involves, kBad, kDisease, kIntake, false, Relation::affects},
        ResolveCase{"LackPlaysARoleInMigraine", Effect::involves, kBad, kDisease, kLack, false, Relation::raises},
        ResolveCase{"BringsRelaxation", Effect::causes, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"LackIsLinkedToDepression", Effect::links, kBad, kDisease, kLack, false, Relation::raises},
        ResolveCase{"IntakeIsLinkedToMood", Effect::links, kGood, kFunction, kIntake, false, Relation::supports},
        ResolveCase{"LowersInsulinResistance", Effect::lowers, kGood, kFunction, kIntake, true, Relation::raises},
        ResolveCase{"RaisesInsulinResistance", Effect::raises, kGood, kFunction, kIntake, true, Relation::lowers},
        ResolveCase{"PreventsBoneLoss", Effect::prevents, kGood, kLaboratory, kIntake, true, Relation::raises},
        ResolveCase{"CausesHairLoss", Effect::causes, kGood, kFunction, kLack, true, Relation::lowers},
        ResolveCase{"AffectsInsulinResistance", Effect::affects, kGood, kFunction, kIntake, true, Relation::affects},
        ResolveCase{"NoEffectOnBoneLoss", Effect::no_effect, kGood, kLaboratory, kIntake, true, Relation::no_effect}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(EffectNames, AreRead) {
  EXPECT_EQ(effect_from_string("lowers"), Effect::lowers);
  EXPECT_EQ(effect_from_string("no-effect"), Effect::no_effect);
  EXPECT_EQ(effect_from_string("links"), Effect::links);
  EXPECT_EQ(effect_from_string("lower"), std::nullopt);
  EXPECT_EQ(effect_from_string(""), std::nullopt);
}

}  // namespace
}  // namespace claimbase

// Whether two descriptions are taken for one work.
#include "analysis/bibliography/work_identity.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "analysis/bibliography/similarity.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

WorkFields sample() {
  return {{},
          {},
          {},
          "Magnesium intake and sleep quality in older adults: a cohort study",
          "van der Meer",
          2019,
          "American Journal of Clinical Nutrition",
          "12",
          "101-109"};
}

bool share_a_key(const WorkIdentity& a, const WorkIdentity& b) {
  const auto first = match_keys(a);
  const auto second = match_keys(b);
  return std::ranges::any_of(first, [&](auto key) { return std::ranges::find(second, key) != second.end(); });
}

struct MatchCase {
  const char* name;
  WorkFields other;
  bool same;
};
void PrintTo(const MatchCase& tested, std::ostream* out) {
  *out << tested.name;
}

WorkFields with(void (*change)(WorkFields&)) {
  WorkFields fields = sample();
  change(fields);
  return fields;
}

class WorkMatch : public testing::TestWithParam<MatchCase> {};
TEST_P(WorkMatch, IsDecidedByAllFields) {
  const WorkIdentity a = identity_of(sample());
  const WorkIdentity b = identity_of(GetParam().other);
  EXPECT_EQ(match_score(a, b) >= kMatchThreshold, GetParam().same) << match_score(a, b);
  EXPECT_EQ(match_score(a, b), match_score(b, a));
  EXPECT_TRUE(may_match(a, b) || match_score(a, b) < kMatchThreshold);
  EXPECT_EQ(may_match(a, b), may_match(b, a));
  if (GetParam().same) {
    EXPECT_TRUE(share_a_key(a, b));
  }
}
INSTANTIATE_TEST_SUITE_P(
    Pairs, WorkMatch,
    testing::Values(
        MatchCase{"Equal", sample(), true},
        MatchCase{"JournalAbbreviated", with([](WorkFields& w) { w.container = "Am J Clin Nutr"; }), true},
        MatchCase{"SubtitleLeftOut",
                  with([](WorkFields& w) { w.title = "Magnesium intake and sleep quality in older adults"; }), true},
        MatchCase{"Misprint", with([](WorkFields& w) {
                    w.title = "Magnesium intake and slep quality in older adults: a cohort study";
                  }),
                  true},
        MatchCase{"ParticleLeftOut", with([](WorkFields& w) { w.first_author = "Meer"; }), true},
        MatchCase{"OnlineTheYearBefore", with([](WorkFields& w) { w.year = 2018; }), true},
        MatchCase{"NoVolumeAndPage", with([](WorkFields& w) { w.volume = w.page = ""; }), true},
        MatchCase{"AnotherSubstance", with([](WorkFields& w) {
                    w.title = "Zinc intake and sleep quality in older adults: a cohort study";
                    w.volume = "13";
                    w.page = "7";
                  }),
                  false},
        MatchCase{"PartTwo", with([](WorkFields& w) {
                    w.year = 2021;
                    w.volume = "14";
                    w.page = "55";
                  }),
                  false},
        MatchCase{"AnotherAuthorOfTheSameYear", with([](WorkFields& w) {
                    w.title = "Sleep";
                    w.volume = w.page = "";
                  }),
                  false},
        MatchCase{"TitleAndYearAlone",
                  with([](WorkFields& w) { w.first_author = w.container = w.volume = w.page = ""; }), false}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(WorkMatch, DifferentIdentifiersAreDifferentWorks) {
  WorkIdentity a = identity_of(sample());
  WorkIdentity b = a;
  a.doi = "10.1000/a";
  EXPECT_GE(match_score(a, b), kMatchThreshold);
  b.doi = "10.1000/b";
  EXPECT_EQ(match_score(a, b), 0);
  b.doi.clear();
  a.pmid = "1";
  b.pmid = "2";
  EXPECT_EQ(match_score(a, b), 0);
}

TEST(WorkIdentity, NothingGivesNoKeys) {
  EXPECT_THAT(match_keys(identity_of({})), IsEmpty());
}

TEST(WorkIdentity, TheNameStandsForEveryField) {
  const WorkIdentity a = identity_of(sample());
  WorkIdentity b = a;
  EXPECT_EQ(identity_name(a, "ref:1"), identity_name(b, "ref:1"));
  EXPECT_NE(identity_name(a, "ref:1"), identity_name(a, "ref:2"));
  b.page = "102";
  EXPECT_NE(identity_name(a, "ref:1"), identity_name(b, "ref:1"));
}

TEST(Similarity, OfContainersAndNames) {
  EXPECT_TRUE(same_container("am j clin nutr", "american journal of clinical nutrition"));
  EXPECT_TRUE(same_container("j nutr", "the journal of nutrition"));
  EXPECT_FALSE(same_container("sleep", "nutrients"));
  EXPECT_FALSE(same_container("j sleep", "journal of nutrition"));
  EXPECT_TRUE(same_name("vandermeer", "meer"));
  EXPECT_TRUE(same_name("vermeer", "vermer"));
  EXPECT_FALSE(same_name("bos", "vos"));
}

}  // namespace
}  // namespace claimbase

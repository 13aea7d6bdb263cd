#include "query/population.h"

#include <gtest/gtest.h>

#include "analysis/claim/populations.h"

namespace claimbase {
namespace {

TEST(PopulationName, IsClassAndGroup) {
  EXPECT_EQ(population_name("{sex:women}").kind, "sex");
  EXPECT_EQ(population_name("{sex:women}").group, "women");
  EXPECT_EQ(population_name("{age-group}").kind, "age-group");
  EXPECT_EQ(population_name("{age-group}").group, "");
}

TEST(PopulationName, OfWhatIsNoneIsItself) {
  EXPECT_EQ(population_name("mg").kind, "mg");
  EXPECT_EQ(population_name("").kind, "");
  EXPECT_EQ(population_name("{").kind, "{");
}

TEST(PopulationName, AgesThatAreNotToldAreThoseOfTheAnalysis) {
  EXPECT_EQ(kNoLowestAge, kYoungest);
  EXPECT_EQ(kNoHighestAge, kOldest);
}

}  // namespace
}  // namespace claimbase

#include "analysis/bibliography/sequence_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase::entry {
namespace {

TrainedModel small_model() {
  TrainedModel model;
  model.by_separator.resize(kSeparators);
  model.by_shape.resize(kShapes);
  model.by_rule.resize(kRuleSteps);
  model.by_name.resize(kNameSteps);
  model.by_separator[static_cast<std::size_t>(Separator::comma)][1][4] = 0.5F;
  model.by_shape[static_cast<std::size_t>(Shape::year)][1][4] = 0.25F;
  model.by_rule[9][1][4] = -0.5F;
  model.by_name[1][1][4] = 1.0F;
  for (std::uint64_t i = 1; i <= 40; ++i) {
    LabelScores weights{};
    weights[i % kLabels] = 1.27F;
    model.rows.push_back({i * 0x9E3779B97F4A7C15ULL, weights});
  }
  return model;
}

TEST(SequenceModel, GivesBackWhatWasWritten) {
  const TrainedModel model = small_model();
  const std::string bytes = model_bytes(model);
  const SequenceModel read(bytes);
  for (const auto& row : model.rows) {
    Features features;
    features.add(row.feature);
    features.add(~row.feature);  // unknown
    LabelScores scores{};
    read.add_scores(features, scores);
    for (std::size_t label = 0; label < kLabels; ++label) EXPECT_NEAR(scores[label], row.weights[label], 0.01F);
  }
  const auto comma = static_cast<std::uint8_t>(Separator::comma);
  const auto year = static_cast<std::uint8_t>(Shape::year);
  EXPECT_FLOAT_EQ(read.transition({comma, year, 0, 0})[1][4], 0.75F);
  EXPECT_FLOAT_EQ(read.transition({comma, year, 9, 0})[1][4], 0.25F);
  EXPECT_FLOAT_EQ(read.transition({comma, year, 9, 1})[1][4], 1.25F);
  EXPECT_FLOAT_EQ(read.factor({comma, year, 9, 1})[1][4], std::exp(1.25F));
  EXPECT_FLOAT_EQ(read.factor({comma, year, 9, 1})[0][0], 1.0F);
}

TEST(SequenceModel, RefusesWhatIsNone) {
  const std::string bytes = model_bytes(small_model());
  EXPECT_THROW(SequenceModel(""), std::runtime_error);
  EXPECT_THROW(SequenceModel("CBREFSM2"), std::runtime_error);
  EXPECT_THROW(SequenceModel(std::string_view(bytes).substr(0, bytes.size() - 1)), std::runtime_error);
  const std::string longer = bytes + "x";
  EXPECT_THROW((void)SequenceModel(longer), std::runtime_error);
  std::string other = bytes;
  other[7] = '9';
  EXPECT_THROW((void)SequenceModel(other), std::runtime_error);
}

TEST(SequenceModel, TheBuiltInOneIsSmallEnoughAndOpens) {
  EXPECT_LE(resource("bibliography/references.model").size(), std::size_t{3} << 20U);
  EXPECT_NO_THROW((void)built_in_model());
}

}  // namespace
}  // namespace claimbase::entry

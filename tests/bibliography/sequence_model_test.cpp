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

LabelScores scores_of(const SequenceModel& model, std::initializer_list<std::uint64_t> features) {
  Features given;
  for (const auto feature : features) given.add(feature);
  LabelSums sums{};
  model.add(given, sums);
  return model.scores(sums);
}

TEST(SequenceModel, GivesBackWhatWasWritten) {
  const TrainedModel model = small_model();
  const std::string bytes = model_bytes(model);
  const SequenceModel read(bytes);
  for (const auto& row : model.rows) {
    const auto scores = scores_of(read, {row.feature, ~row.feature});  // the other is unknown
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

// The first sixteen bits of a feature are its bucket, the next thirty-two its mark.
TEST(SequenceModel, TellsTheRowsOfABucketApart) {
  TrainedModel model = small_model();
  constexpr std::uint64_t kBucket = 0xFFFF'0000'0000'0000;  // the last
  constexpr std::uint64_t kStep = 0x1'0000;                 // of the mark
  const std::vector<std::uint64_t> marks{1, 2, 3, 0x8000'0000, 0xFFFF'FFFE};
  model.rows.clear();
  for (std::size_t i = marks.size(); i-- > 0;) {
    LabelScores weights{};
    weights[i] = 1.27F;
    model.rows.push_back({kBucket + marks[i] * kStep, weights});
  }
  const std::string bytes = model_bytes(model);
  const SequenceModel read(bytes);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const auto scores = scores_of(read, {kBucket + marks[i] * kStep});
    for (std::size_t label = 0; label < kLabels; ++label)
      EXPECT_NEAR(scores[label], label == i ? 1.27F : 0.0F, 0.001F) << i << ' ' << label;
  }
  for (const std::uint64_t mark : {0U, 4U, 0x7FFF'FFFFU, 0xFFFF'FFFDU, 0xFFFF'FFFFU}) {
    for (const float score : scores_of(read, {kBucket + mark * kStep, mark * kStep})) EXPECT_EQ(score, 0.0F) << mark;
  }
}

TEST(SequenceModel, WeightsAddUpExactly) {
  const TrainedModel model = small_model();
  const std::string bytes = model_bytes(model);
  const SequenceModel read(bytes);
  const auto one = model.rows[0].feature;
  const auto twelfth = model.rows[11].feature;  // of the same label
  const auto other = model.rows[1].feature;
  const auto sum = scores_of(read, {one, other, twelfth});
  EXPECT_EQ(sum, scores_of(read, {twelfth, one, other}));
  EXPECT_EQ(sum[1], scores_of(read, {one})[1] * 2.0F);
  EXPECT_EQ(sum[2], scores_of(read, {other})[2]);
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
  other = bytes;
  constexpr std::size_t kBegins = 28 + sizeof(LabelMatrix) * (kSeparators + kShapes + kRuleSteps + kNameSteps);
  other[kBegins + 100 * 4 + 2] = 1;  // a bucket that begins behind the next one
  EXPECT_THROW((void)SequenceModel(other), std::runtime_error);
}

TEST(SequenceModel, TheBuiltInOneIsSmallEnoughAndOpens) {
  EXPECT_LE(resource("bibliography/references.model").size(), std::size_t{3} << 20U);
  EXPECT_NO_THROW((void)built_in_model());
}

}  // namespace
}  // namespace claimbase::entry

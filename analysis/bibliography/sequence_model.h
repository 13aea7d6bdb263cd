// The trained model: a table of feature weights and four tables of transitions. docs/references.md has the file format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_features.h"
#include "analysis/bibliography/label_chain.h"

namespace claimbase::entry {

/// Weights of features, added up: whole numbers, so that their order does not matter. The places behind those of the
/// labels count for nothing.
using LabelSums = std::array<std::int16_t, 16>;

/// Rows of a file are looked up where they lie. Opening a model reads its head, its transitions and where its buckets
/// begin.
class SequenceModel {
 public:
  /// `bytes` must outlive the model. Throws std::runtime_error where they are no model of this version.
  explicit SequenceModel(std::string_view bytes);

  /// Adds the weights of the features to `sums`.
  void add(const Features& features, LabelSums& sums) const;
  [[nodiscard]] LabelScores scores(const LabelSums& sums) const;
  [[nodiscard]] LabelMatrix transition(const Junction& junction) const;
  [[nodiscard]] LabelMatrix factor(const Junction& junction) const;  // exp of it

 private:
  std::string_view begins_;  // of each bucket of rows, and the end of the last
  std::string_view rows_;    // in the order of the features
  float scale_ = 1.0F;
  struct Pair {  // of two of the tables, added up
    std::vector<LabelMatrix> transition;
    std::vector<LabelMatrix> factor;
  };
  Pair by_form_;       // [separator x shape]
  Pair by_knowledge_;  // [rule x name]
};

/// The model built into the program; opened at the first call, by whichever thread comes first.
[[nodiscard]] const SequenceModel& built_in_model();

/// What the trainer hands over.
struct TrainedModel {
  struct Row {
    std::uint64_t feature = 0;
    LabelScores weights{};
  };
  std::vector<Row> rows;
  std::vector<LabelMatrix> by_separator;  // kSeparators
  std::vector<LabelMatrix> by_shape;      // kShapes
  std::vector<LabelMatrix> by_rule;       // kRuleSteps
  std::vector<LabelMatrix> by_name;       // kNameSteps
};
/// The bytes of a model file: weights as 8-bit numbers. No feature twice.
[[nodiscard]] std::string model_bytes(const TrainedModel& model);

}  // namespace claimbase::entry

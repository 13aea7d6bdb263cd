// The trained model: a table of feature weights and two tables of transitions. docs/references.md has the file format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_features.h"
#include "analysis/bibliography/label_chain.h"

namespace claimbase::entry {

/// Rows of a file are looked up where they lie: opening a model reads its head and its transitions only.
class SequenceModel {
 public:
  /// `bytes` must outlive the model. Throws std::runtime_error where they are no model of this version.
  explicit SequenceModel(std::string_view bytes);

  /// Adds the weights of the features to `scores`.
  void add_scores(const Features& features, LabelScores& scores) const;
  [[nodiscard]] const LabelMatrix& transition(const Token& token) const;  // to this token
  [[nodiscard]] const LabelMatrix& factor(const Token& token) const;      // exp of it

 private:
  std::string_view rows_;
  std::uint64_t row_count_ = 0;
  float scale_ = 1.0F;
  std::vector<LabelMatrix> transitions_;  // [separator x shape]
  std::vector<LabelMatrix> factors_;
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
};
/// The bytes of a model file: weights as 8-bit numbers, the table at most 7/8 full.
[[nodiscard]] std::string model_bytes(const TrainedModel& model);

}  // namespace claimbase::entry

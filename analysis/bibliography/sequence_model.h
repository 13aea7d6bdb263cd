// The trained model: a table of feature weights and four tables of transitions. docs/references.md has the file format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_features.h"
#include "analysis/bibliography/label_chain.h"

namespace claimbase::entry {

/// Rows of a file are looked up where they lie. Opening a model reads its head, its transitions and the marks of its
/// rows.
class SequenceModel {
 public:
  /// `bytes` must outlive the model. Throws std::runtime_error where they are no model of this version.
  explicit SequenceModel(std::string_view bytes);

  /// Adds the weights of the features to `scores`.
  void add_scores(const Features& features, LabelScores& scores) const;
  [[nodiscard]] LabelMatrix transition(const Junction& junction) const;
  [[nodiscard]] LabelMatrix factor(const Junction& junction) const;  // exp of it

 private:
  void note_marks();
  [[nodiscard]] bool may_have(std::uint32_t mark) const;

  std::string_view rows_;
  std::vector<std::uint64_t> marks_;  // a bit for each beginning of a mark that a row has
  std::uint64_t row_count_ = 0;
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
/// The bytes of a model file: weights as 8-bit numbers, the table at most 7/8 full.
[[nodiscard]] std::string model_bytes(const TrainedModel& model);

}  // namespace claimbase::entry

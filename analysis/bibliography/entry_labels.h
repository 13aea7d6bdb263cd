// The labels of an entry's words by the sequence model.
#pragma once

#include <vector>

#include "analysis/bibliography/entry_features.h"
#include "analysis/bibliography/sequence_model.h"

namespace claimbase::entry {

struct LabelledWord {
  Label label = Label::other;
  LabelScores probability{};  // of each label here, over all labellings of the entry

  [[nodiscard]] float sure() const { return probability[index_of(label)]; }
};

/// One a token. O(words x (features + labels^2)).
[[nodiscard]] std::vector<LabelledWord> label_words(const EntryView& entry, const SequenceModel& model);

}  // namespace claimbase::entry

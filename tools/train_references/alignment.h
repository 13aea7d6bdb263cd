// From the segments of a labelled string to labels of the words that the model sees.
#pragma once

#include <optional>
#include <vector>

#include "analysis/bibliography/entry_features.h"
#include "tools/train_references/labelled_string.h"

namespace claimbase::training {

struct LabelledEntry {
  entry::EntryView view;
  std::vector<entry::Label> labels;  // one a token
};

/// Nothing where the segments do not stand in the string in their order, or where nothing is left to label.
[[nodiscard]] std::optional<LabelledEntry> align(const LabelledString& string);

/// The label of a segment by its name in the data; labels that the model does not have are `other`.
[[nodiscard]] entry::Label label_of_segment(std::string_view name);

}  // namespace claimbase::training

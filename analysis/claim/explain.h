// Why a sentence was read as it was: the answer to "where does this claim come from", and what a bug report needs.
#pragma once

#include <string>
#include <string_view>

#include "analysis/claim/vocabulary.h"

namespace claimbase {

struct ExplainRequest {
  std::string_view sentence;
  std::string_view language;  // "nl", "en"
  std::string_view topic;     // id of the substance in focus; empty: none
  bool fragment = false;      // read as a list item, which may leave its subject out
};

/// Several lines of text for people: the words with their stems and compound parts, what was recognised, the
/// substances, the clauses with their subjects, for each outcome what acts on it and whether there is a frame or why
/// there is none, the frames with their quantities, and what keeps the whole sentence from claiming. The topic must be
/// in the vocabulary, else it is ignored.
[[nodiscard]] std::string explain(const ExplainRequest& request, const Vocabulary& vocabulary);

}  // namespace claimbase

// The words that name a relation, in each language: the classes verb, noun and tail of corpus/cues/<language>.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/label_index.h"

namespace claimbase {

/// What a question says besides its substances and outcomes.
struct QuestionCues {
  std::string relation;     // value of the longest cue; "" where there is none
  bool deficiency = false;  // it is about a lack of the substance
};

/// Words in `taken` (those of concepts) are no cues; parts of compounds are, also there. Linear in `text` times the
/// cues of a language.
[[nodiscard]] QuestionCues find_question_cues(std::string_view text, const std::vector<LabelMatch>& taken,
                                              std::vector<QueryLanguage>& languages);

}  // namespace claimbase

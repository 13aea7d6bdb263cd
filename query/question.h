// What a person asks evidence for: substance, relation and outcome, from a claim's id or from free text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/label_index.h"
#include "query/place.h"
#include "query/relations.h"

namespace claimbase {

struct Question {
  std::vector<std::int64_t> substances;  // keys in the ConceptTable; empty: any
  std::vector<std::int64_t> outcomes;
  std::string relation;                // "": any
  Side side = Side::any;               // of the effect that the substance has, a lack of it being the opposite
  Valence valence = Valence::neutral;  // of the outcomes, where it is the same
  [[nodiscard]] bool empty() const { return substances.empty() && outcomes.empty(); }
};

/// "magnesium:lowers:blood-pressure", or text in Dutch or English: "verlaagt magnesium de bloeddruk?". A word that is
/// both a substance and an outcome (melatonin) is what the text lacks. Empty where the vocabulary knows no word of it.
[[nodiscard]] Question understand(std::string_view text, LabelIndex& index);

/// "magnesium lowers blood-pressure".
[[nodiscard]] std::string to_text(const Question& question, ConceptTable& table);

/// How a mention answers.
enum class Stance : std::uint8_t { supporting, denied, no_effect, opposite };
[[nodiscard]] std::string_view to_string(Stance stance);  // "for", "denied", "no effect", "the other way"

/// `valence`: of the mention's outcome.
[[nodiscard]] Stance stance_of(const Question& question, const MentionSummary& mention, Valence valence);

}  // namespace claimbase

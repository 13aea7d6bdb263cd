// How EU law sees a sentence of commercial communication about a food: what kind of claim it is, which entry of the
// register it comes nearest to, and how far its words are from that entry's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// The kinds of Regulation (EC) No 1924/2006 and Regulation (EU) No 1169/2011, the gravest first. Printed by name.
enum class LawClass : std::uint8_t {
  medicinal,           ///< prevents, treats or cures a disease: 1169/2011 Art. 7(3)
  omission,            ///< health suffers without the food: 1924/2006 Art. 12(a)
  weight_loss,         ///< rate or amount of weight loss: Art. 12(b)
  endorsement,         ///< a doctor or health professional recommends it: Art. 12(c)
  disease_risk,        ///< reduces a risk factor of a disease: Art. 14(1)(a)
  child,               ///< development and health of children: Art. 14(1)(b)
  on_hold,             ///< a botanical whose evaluation is suspended: Art. 28(5) and (6)
  function,            ///< the role of a food in a function of the body: Art. 13(1) and 13(5)
  evidence_reference,  ///< leans on science or proof and says no effect of its own: Art. 5, 6 and 12
  general,             ///< overall good health or well-being: Art. 10(3)
  nutrition,           ///< what the food contains: Art. 8 and the Annex
  none                 ///< no claim
};

/// What a sentence says of an effect, compared with the nearest authorised entry; the nearest first.
enum class WordingDistance : std::uint8_t {
  verbatim,
  trivial,         ///< other articles, prepositions, order of a list
  same_meaning,    ///< other words that a consumer understands alike
  normal_dropped,  ///< "normal" left out or swapped for "healthy", "strong"
  stronger,        ///< "boosts", "optimises"; or an effect beyond the authorised one
  other_effect,    ///< the nutrient is in the register, this effect of it is not
  wrong_nutrient,  ///< the effect is in the register, for other nutrients
  product,         ///< the effect is said of the product or of nothing, not of the nutrient
  none             ///< neither is in the register
};

enum class ConditionState : std::uint8_t { met, not_met, unknown };

[[nodiscard]] std::string_view to_string(LawClass law);             // "medicinal", "article-12a" ...
[[nodiscard]] std::string_view to_string(WordingDistance wording);  // "verbatim", "same-meaning" ...
[[nodiscard]] std::string_view to_string(ConditionState state);     // "met", "not-met", "unknown"

/// One condition of use, held against what the copy states. Unknown is never a pass.
struct ConditionCheck {
  std::string condition;  // what is required, as a sentence in English
  ConditionState state = ConditionState::unknown;
  std::string stated;      // the words of the copy that it was held against; empty: none
  bool statement = false;  // something that the copy has to say, beside what the food has to be
};

/// A word of the comparison between the official text and the copy.
struct DiffWord {
  enum class Side : std::uint8_t { both, official, copy } side = Side::both;
  std::string text;
  friend bool operator==(const DiffWord&, const DiffWord&) = default;
};

/// The nearest entry of the register. Texts are owned: the register may be a user's own.
struct RegisterMatch {
  std::string effect;       // of corpus/register/effects.tsv, or an outcome of the vocabulary
  std::string nutrient;     // concept id of what it is said of; empty: of the product
  std::string entry;        // id; empty: no entry is near
  std::string legal_basis;  // "13(1)", "14(1)(a)" ...
  std::string status;       // "authorised" ...
  std::string regulation;
  std::string official;  // the entry's text in the copy's language, else in English
  std::string language;  // of `official`
  WordingDistance wording = WordingDistance::none;
  std::vector<DiffWord> diff;  // of `official` and the words of the copy in `range`
  std::vector<ConditionCheck> conditions;
  ByteRange range;       // of the document's text
  bool complete = true;  // else the sentence that has to follow it (on the risk factor) does not
};

/// A word or phrase that decided something.
struct Signal {
  std::string name;  // "medicinal-verb" ...: the classes of corpus/register/signals.tsv
  ByteRange range;   // of the document's text
  std::string words;
};

/// The judgement of one sentence; where it makes several claims, of the gravest, and `also` has the others'.
struct LawJudgement {
  LawClass law = LawClass::none;
  std::vector<LawClass> also;
  std::vector<RegisterMatch> matches;    // of the effects it speaks of, in text order
  std::vector<Signal> signals;           // in text order
  std::string alternative;               // what may be said instead: an entry's official text in the copy's language
  std::string alternative_entry;         // its id
  std::vector<std::string> nutrients;    // concept ids of what the sentence is about
  std::vector<ByteRange> authorised;     // the words that are the law's own
  bool quoted = false, negated = false;  // why nothing is claimed
};

}  // namespace claimbase

// What the law looks at in a sentence of copy: effects, ailments, signal words, and what they are said of.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/mention.h"
#include "analysis/compliance/effects.h"
#include "analysis/compliance/signals.h"
#include "analysis/language/quantity.h"

namespace claimbase {

/// A disease or complaint that the sentence names.
struct Ailment {
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  ByteRange range;
};

/// An outcome of the vocabulary.
struct OutcomeWords {
  const Concept* named = nullptr;
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  ByteRange range;
  bool spared = false;  // by a label that names the lack of it: "zacht voor de maag"
  bool place = false;   // the label only names a part of the body
};

/// A substance that the sentence names.
struct SubstanceWords {
  const Concept* named = nullptr;
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
};

struct SentenceReading {
  std::string_view text;  // of the document
  ByteRange range;
  std::span<const CopyUnit> units;
  std::vector<SignalMatch> signals;
  std::vector<EffectMatch> effects;  // by wordings, then by concepts where no wording covers them
  std::vector<OutcomeWords> outcomes;
  std::vector<Ailment> ailments;
  std::vector<const Mention*> mentions;
  std::vector<Quantity> quantities;
  std::vector<Quantity> populations;
  std::vector<SubstanceWords> substances;
  std::vector<std::string> named;     // substances that stand in the sentence
  std::vector<std::string> subjects;  // those that act: named, or taken over from before; empty: the product
  bool named_product = false;         // "this formula"
  bool fragment = false;              // a heading, a list item, a row: claims without a verb
  bool heading = false;               // a title, a heading, a keyword
  bool row = false;                   // of a table
  bool question = false;
  bool behind_complaint = false;       // the question before it asks after one: "Vaak moe?"
  bool behind_lack = false;            // the question before it asks after a lack of a nutrient
  std::vector<ByteRange> of_outcomes;  // clauses whose subject is an outcome (annotation.h)
  std::vector<std::string> topics;     // of a heading: what the page is on

  /// What it says is said of what `other` speaks of.
  void take_subjects_of(const SentenceReading& other);
  /// The words from unit `first` up to `last`.
  [[nodiscard]] ByteRange range_of(std::uint32_t first, std::uint32_t last) const {
    return {units[first].range.begin, units[last - 1].range.end};
  }
  /// No stop stands between the two units.
  [[nodiscard]] bool together(std::uint32_t a, std::uint32_t b) const;
  /// A word that denies stands in the clause of units [first, last), before it or right behind.
  [[nodiscard]] bool denied(std::uint32_t first, std::uint32_t last) const;
  /// Units [first, last) mean something else here: "from light and heat".
  [[nodiscard]] bool in_other_sense(std::uint32_t first, std::uint32_t last) const;
  /// One of the words in units [first, last) denies.
  [[nodiscard]] bool denies_within(std::uint32_t first, std::uint32_t last) const;
  /// Units [first, last) stand in a warning, or tell what takes the nutrient away or who needs more of it: nothing is
  /// promised there. A clause between commas with a promise of its own is not meant.
  [[nodiscard]] bool set_aside(std::uint32_t first, std::uint32_t last) const;
  /// An effect of units [first, last) gets worse, and nothing in its clause promises.
  [[nodiscard]] bool worsens(std::uint32_t first, std::uint32_t last) const;
  /// The unit stands behind the label of a list's item, where an outcome is told of for its own part: "Endothelial
  /// function: the cells that line the vessels take part in making nitric oxide" explains what the label claims.
  [[nodiscard]] bool explains_label(std::uint32_t unit) const;
  /// The sentence only tells what a lack of something does or looks like.
  [[nodiscard]] bool tells_of_lack() const;
  /// The first signal of a class that stands together with the unit; null: none.
  [[nodiscard]] const SignalMatch* beside(SignalClass type, std::uint32_t unit) const;
  [[nodiscard]] const SignalMatch* any(SignalClass type) const;
  /// "Low bone density is a risk factor for fractures": what a claim under Art. 14(1)(a) has to say, of no food.
  [[nodiscard]] bool states_risk() const;
  /// It names an ailment, what nobody wants, or a harm.
  [[nodiscard]] bool names_complaint() const;
  /// The words of a lack stand beside a nutrient.
  [[nodiscard]] bool is_lack_of_nutrient(const SignalMatch& signal) const;

 private:
  /// Between commas and stops.
  struct Clause {
    std::uint32_t first = 0;  // units, half-open
    std::uint32_t last = 0;
    bool promises = false;  // a verb of claims stands in it
  };
  [[nodiscard]] Clause clause_of(std::uint32_t first, std::uint32_t last) const;
  [[nodiscard]] bool before_nutrient(const SignalMatch& signal) const;
  [[nodiscard]] bool is_aside(const SignalMatch& signal) const;
};

/// What is needed to read a sentence, besides itself.
struct ReadingTools {
  const EffectLexicon& effects;
  const SignalLexicon& signals;
  const std::map<std::string_view, ConceptEffects, std::less<>>& concepts;
  const LegalConcepts& legal;
};

/// Reads effects, outcomes, ailments and signals. `reading` has text, range, units, mentions, populations and topics.
void read_sentence(const ReadingTools& tools, const Annotation& annotation, SentenceReading& reading);

}  // namespace claimbase

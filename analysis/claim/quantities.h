// Which quantity of a sentence belongs to which of its claims: the dose to its substance, the effect size to its
// outcome. docs/quantities.md describes the rules.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/frames.h"
#include "analysis/language/quantity.h"

namespace claimbase {

/// A quantity and what it belongs to.
struct PlacedQuantity {
  Quantity quantity;
  bool of_all = false;                 // of every claim of the sentence, but for `substance`
  std::vector<ByteRange> outcomes;     // else of the frames with these outcomes, sorted; empty: of none
  const Concept* substance = nullptr;  // only of claims about it, its forms or what it is a form of; null: of any
};

/// The quantities and populations of one annotated sentence, in text order, placed among the frames `read` in it. What
/// belongs to an outcome that no frame speaks of belongs to none.
[[nodiscard]] std::vector<PlacedQuantity> place_quantities(std::string_view text, ByteRange sentence,
                                                           const Annotation& annotation, std::string_view language,
                                                           const SentenceFrames& read);

/// Those of one claim: `substance` is one of the frame's.
[[nodiscard]] std::vector<Quantity> quantities_of(std::span<const PlacedQuantity> placed, const Frame& frame,
                                                  const Concept& substance);

/// Adds to `known` what it lacks of `more`, in text order: a claim that two clauses make has the quantities of both.
void add_quantities(const std::vector<Quantity>& more, std::vector<Quantity>& known);

}  // namespace claimbase

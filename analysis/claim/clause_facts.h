// What each clause of a sentence holds beside its concepts: hedges, negation, pronouns, states.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"
#include "analysis/claim/focus.h"

namespace claimbase {

// How sure a subject is, by where it comes from; docs/claims.md.
inline constexpr double kExplicit = 1.0;
inline constexpr double kFromClause = 0.9;   // the subject of another clause of the sentence
inline constexpr double kFromContext = 0.8;  // a pronoun or a subject left out, times the context's own confidence

inline constexpr std::uint32_t kNowhere = std::numeric_limits<std::uint32_t>::max();

/// One clause, gathered once; its subject is filled in by find_subjects (clause_subjects.h).
struct ClauseFacts {
  Clause clause;
  bool hedged = false;
  int negations = 0;
  bool denies = false;
  std::uint32_t absent_from = kNowhere;  // the unit behind the first "geen": what follows is denied,
  std::uint32_t absent_to = kNowhere;    // where "without treatment," opens the sentence up to the comma
  bool anaphor = false;
  std::uint32_t anaphor_at = 0;  // unit
  bool regulatory = false;
  bool relation = false;  // holds a relation verb
  const Cue* state = nullptr;
  const Cue* symptom = nullptr;
  bool has_finite = false;
  Subject subject;  // explicit or inherited
  double confidence = kExplicit;
  bool inherited = false;
  bool from_context = false;  // inherited from outside the sentence
  bool of_outcome = false;    // an outcome is its subject: "stress verhoogt de bloeddruk"
};

[[nodiscard]] inline bool in_clause(const Item& item, const Clause& clause) {
  return item.first >= clause.first && item.first < clause.last;
}

/// The reading of `item` as symptoms of a lack or excess; null: none, or symptoms of an outcome named behind it
/// ("symptomen van reuma").
[[nodiscard]] const Cue* symptom_of_lack(const Annotation& annotation, const Item& item);

/// Whether the outcome is denied by a "geen" before it.
[[nodiscard]] inline bool is_absent(const ClauseFacts& facts, std::uint32_t unit) {
  return unit >= facts.absent_from && unit < facts.absent_to;
}

/// The clauses of a sentence in order. A clause that follows from a hedged one is hedged. Linear.
[[nodiscard]] std::vector<ClauseFacts> gather_facts(std::string_view text, const Annotation& annotation,
                                                    const Grammar& grammar);

}  // namespace claimbase

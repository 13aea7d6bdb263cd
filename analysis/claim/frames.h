// Frames: for each outcome of a sentence, the words that act on it, the substance that does, and how surely.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"
#include "analysis/claim/focus.h"
#include "analysis/claim/mention.h"

namespace claimbase {

/// What acts on one outcome.
struct Governance {
  Effect effect = Effect::none;
  ByteRange cue;               // the words of the nearest relation
  bool verb = false;           // a relation verb or nominal relation governs it
  bool bound = false;          // a tail or head in its own words does ("bloeddrukverlagend", "anti-")
  bool adjective = false;      // a comparative or participle qualifies it
  bool risk = false;           // it is the risk of it
  bool association = false;    // the governing words say no more than that they go together
  bool is_population = false;  // it says who, not what
  bool intransitive = false;   // the outcome itself changes
  bool is_place = false;       // it says where
  bool is_agent = false;       // "versterkt door stress": it acts itself
  bool of_another = false;     // something else goes together with it: "factors that are linked to"
};

struct Frame {
  Subject subject;
  const Concept* outcome = nullptr;
  ByteRange outcome_range;
  ByteRange cue_range;
  Relation relation = Relation::affects;
  Certainty certainty = Certainty::asserted;
  Polarity polarity = Polarity::affirmed;
  bool inherited = false;
  double confidence = 1.0;
};

/// What became of one outcome; what `explain` prints.
struct Trace {
  ByteRange outcome_range;
  const Concept* outcome = nullptr;
  std::string verdict;  // "frame: ...", or why there is none
};

struct SentenceFrames {
  std::vector<Frame> frames;
  std::vector<Clause> clauses;         // of a sentence with frames
  Subject subject;                     // the sentence's own, what the next sentence's pronoun means; empty: none
  const Cue* open_relation = nullptr;  // its last relation, for the items of a list it leads in
  std::vector<const Cue*> columns;     // by cell, of a table's header
  std::vector<ByteRange> of_outcomes;  // clauses whose subject is an outcome: what they tell is no substance's doing
  bool hedged = false;
  bool at_risk = false;  // it says who lacks the substance, or why
  bool lack = false;     // it speaks of a lack
  const Cue* symptom = nullptr;
};

/// Reads the frames of one annotated sentence. Ambiguous items of `annotation` are settled (a bare form word, a word
/// that is a substance and an outcome). `trace` may be null.
[[nodiscard]] SentenceFrames read_frames(std::string_view text, Annotation& annotation, const Grammar& grammar,
                                         const Context& context, std::vector<Trace>* trace = nullptr);

}  // namespace claimbase

// Keeps track, through an article, of the substance in focus (focus.h).
#pragma once

#include <span>
#include <vector>

#include "analysis/claim/focus.h"
#include "analysis/claim/frames.h"
#include "analysis/document/document.h"
#include "analysis/document/sentence.h"

namespace claimbase {

class Discourse {
 public:
  /// Takes the subjects of titles, headings and questions, and counts what the content blocks name. `annotations` are
  /// those of `sentences`; one that was not annotated is empty. `document` must outlive it.
  Discourse(const Document& document, std::span<const Sentence> sentences, std::span<const Annotation> annotations);

  /// Whether sentences of that block say something of what the article speaks of.
  [[nodiscard]] static bool listens_to(const Block& block);

  /// The block whose sentences say what those of `block` hang on: its lead-in, or of an item without one its heading;
  /// -1: none. What a sentence may inherit comes from there, from its own block, and from what the constructor takes.
  [[nodiscard]] static int lead_of(const Block& block);

  /// What a sentence of `block` may inherit; to be called in text order, each answer followed by a call of note(),
  /// which ends it.
  [[nodiscard]] Context context_for(std::uint32_t block) const;

  /// What the sentence just read says of itself: its subject and columns are taken from `read`, its frames stay.
  void note(std::uint32_t block, SentenceFrames& read);

  [[nodiscard]] const Concept* topic() const { return topic_; }

 private:
  struct BlockState {
    Subject last;    // the last one, of a list item the first; its lack or excess is not carried into the next sentence
    Subject spoken;  // the last one as it was spoken of: "Een tekort leidt tot:" is what its list goes on with
    const Cue* lead = nullptr;
    bool lead_hedged = false;
    const Cue* symptom = nullptr;
    bool at_risk = false;
    bool lack = false;  // it has spoken of a lack
    bool read = false;  // a sentence of it was noted
    std::vector<const Cue*> columns;
  };

  [[nodiscard]] const Subject* heading_focus(int block) const;

  const Document& document_;
  const Concept* topic_ = nullptr;
  Subject topic_subject_;
  std::vector<Subject> heading_subjects_;  // by block; empty where the block is no heading
  std::vector<BlockState> blocks_;
};

}  // namespace claimbase

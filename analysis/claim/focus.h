// What an article is speaking of at each place: the substances that "het", "this mineral" or nothing at all may stand
// for.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/document/document.h"

namespace claimbase {

/// One or more substances with the way they are taken.
struct Subject {
  std::vector<const Concept*> substances;
  Exposure exposure = Exposure::intake;
  bool withheld = false;  // a deficiency that is meant to be: "minder zout"
  ByteRange range;        // the words it was read from
  [[nodiscard]] bool empty() const { return substances.empty(); }
};

/// What a sentence may inherit; it looks at what others own.
struct Context {
  const Concept* topic = nullptr;  // the article's
  // Nearest first: this block's last subject, its head, the question or lead-in, the heading, the topic. Null: nothing
  // is in focus.
  const Subject* focus = nullptr;
  double confidence = 1.0;              // how sure the focus is
  Exposure spoken = Exposure::intake;   // how it was taken, or missed, in the sentence before
  bool table = false;                   // a table's row
  std::span<const Cue* const> columns;  // by cell: what the header says of it; null: nothing
  bool opens_block = true;              // the first sentence of its block
  bool fragment = false;                // a list item, table row or answer: may leave its subject out
  const Cue* lead = nullptr;  // the relation that the lead-in leaves open: "Magnesium beïnvloedt de bloeddruk door:"
  bool lead_hedged = false;
  const Cue* symptom = nullptr;  // "Symptomen van een tekort zijn:"
  bool at_risk = false;          // "Risicogroepen zijn:"

  [[nodiscard]] bool has_focus() const { return focus && !focus->empty(); }
};

/// Bare categories ("supplements", "minerals") stand for a substance only where none is in focus.
[[nodiscard]] bool is_group(const Concept& substance);

/// Whether a bare form word ("citraat") may be read as `form` here: its base is the topic, in focus, or among `items`.
[[nodiscard]] bool base_is_spoken_of(const Concept& form, const Context& context, const std::vector<Item>& items);

}  // namespace claimbase

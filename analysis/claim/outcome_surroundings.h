// The words of a sentence as one of its outcomes sees them: what each is beside it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/clauses.h"

namespace claimbase {

/// Questions about the words around the outcome items[at] within `clause`; nothing here keeps a state.
struct OutcomeSurroundings {
  std::string_view text;
  const Annotation& annotation;
  const std::vector<Item>& items;  // the annotation's
  const Clause& clause;
  std::size_t at;
  const Grammar& grammar;

  [[nodiscard]] const Item& outcome() const { return items[at]; }

  /// Its sense as a nominal relation. A word of one stem may be verb and noun: its ending tells.
  [[nodiscard]] const Cue* as_noun(const Item& item) const;
  /// Its sense as a governing verb or a change, null for a noun.
  [[nodiscard]] const Cue* as_verb(const Item& item) const;
  /// Of the readings of a verb the one whose second part stands before the outcome: "beschermt de huid tegen schade"
  /// supports what comes first and prevents what comes last.
  [[nodiscard]] const Cue* governing_sense(const Item& item) const;
  /// "beschermt de huid tegen schade": the part of the body says where, the outcome behind it what.
  [[nodiscard]] bool shields(const Item& verb) const;
  /// Whether its ending is that of a noun.
  [[nodiscard]] bool is_nominal(const Item& item) const;
  /// Whether its ending is that of an infinitive.
  [[nodiscard]] bool is_infinitive(const Item& item) const;
  /// Whether items[index] opens a relative clause.
  [[nodiscard]] bool is_relative(std::size_t index) const;
  /// "minder stijgt": the adverb right before turns it round.
  [[nodiscard]] bool is_lessened(const Item& item) const;
  /// "een lager risico op andere factoren": the adjective of the risk that stands before the word at `index`.
  [[nodiscard]] const Cue* qualifier_before(std::size_t index) const;
  /// Whether two units are parts of one word.
  [[nodiscard]] bool same_word(std::uint32_t left, std::uint32_t right) const;
  /// Where verbs follow their object a tail must be part of the outcome's word: "bloeddruk verlagen" is a verb. In
  /// others a verb form of its own must be a participle: "blood-pressure-lowering", but not "pressure lowers".
  [[nodiscard]] bool is_tail(const Item& item) const;
  /// Whether it stands right behind an outcome.
  [[nodiscard]] bool behind_an_outcome(const Item& item) const;
  /// "green tea extract increased calorie burning": right behind what acts it is the finite verb
  [[nodiscard]] bool follows_substance(std::size_t i) const;
  /// Whether it is a participle right before `anchor`.
  [[nodiscard]] bool is_participle_before_noun(const Item& item, std::uint32_t anchor) const;
  /// A participle before another outcome ("verminderde botdichtheid en ...") is that one's business.
  [[nodiscard]] bool qualifies_its_neighbour(std::size_t i) const;
  /// "low vitamin D": it says how the substance behind it is taken.
  [[nodiscard]] bool qualifies_a_substance(std::size_t i) const;
  /// A complaint right behind "bij" that stands right behind what is wanted: "een betere slaap bij stress".
  [[nodiscard]] bool says_when(std::size_t purpose, std::uint32_t anchor) const;
  /// Whether a comma stands before one of the units first..last.
  [[nodiscard]] bool has_comma(std::uint32_t first, std::uint32_t last) const;
  /// "In adults with high blood pressure, systolic readings fell": after the comma it is the subject
  [[nodiscard]] bool opens_main_clause() const;

 private:
  bool gap_closes_before_outcome(const Item& item, const Cue& cue) const;
};

}  // namespace claimbase

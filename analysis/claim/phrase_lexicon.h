// The vocabulary and the cue words of one language, compiled: phrases of stems and what they stand for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/compiled_phrases.h"
#include "analysis/claim/cues.h"
#include "analysis/claim/stem_trie.h"
#include "analysis/claim/vocabulary.h"

namespace claimbase {

/// What a phrase of the vocabulary says when it is met.
struct LabelEntry {
  const Concept* named = nullptr;
  bool outcome = false;  // named is one; else a substance
  bool broad = false;    // Item::broad
  bool inverse = false;
  bool suffix = false;
  bool listed = false;
  bool place = false;
  bool event = false;
  bool one_word = false;  // a compound: its parts are met in one word, or joined by a hyphen
  std::string printed;    // its first word counts only as printed so: its stem is also a relation verb's; "": by stems
};

/// A cue as a phrase ends in it.
struct CueEntry {
  const Cue* cue = nullptr;
  std::string printed;              // counts only where it is printed so; "": by stems
  std::vector<std::uint32_t> tail;  // "draagt ... bij": the stems behind the gap; empty: no gap
};

/// What the cues of one phrase have in common, so that a phrase without conditions costs nothing to read.
struct CuePhrase {
  std::vector<std::uint32_t> entries;  // in PhraseLexicon::cues
  std::vector<const Cue*> senses;      // the cues of `entries`
  std::uint64_t classes = 0;           // class_bits(senses)
  bool conditional = false;            // one of them must be printed so, or has a tail
};

/// A bit for each CueClass among `senses`.
[[nodiscard]] std::uint64_t class_bits(std::span<const Cue* const> senses);

/// Immutable once made. The vocabulary that it was made of must outlive it.
class PhraseLexicon {
 public:
  /// `phrases` are those of the vocabulary and `cues` (compile_phrases).
  PhraseLexicon(const Vocabulary& vocabulary, CueFile cues, const CompiledPhrases& phrases);
  PhraseLexicon(const PhraseLexicon&) = delete;
  PhraseLexicon& operator=(const PhraseLexicon&) = delete;
  PhraseLexicon(PhraseLexicon&&) = delete;  // entries point into it
  PhraseLexicon& operator=(PhraseLexicon&&) = delete;
  ~PhraseLexicon() = default;

  [[nodiscard]] std::uint32_t stem_id(std::string_view stem) const { return ids_.find(stem); }
  [[nodiscard]] const StemTrie& concepts() const { return concepts_; }  // values: in labels()
  [[nodiscard]] const StemTrie& cue_phrases() const { return cue_trie_; }
  [[nodiscard]] const LabelEntry& label(std::uint32_t value) const { return labels_[value]; }
  [[nodiscard]] const CueEntry& cue(std::uint32_t value) const { return cue_entries_[value]; }
  [[nodiscard]] const CuePhrase& cue_phrase(std::uint32_t node) const { return phrases_[node]; }
  [[nodiscard]] const Grammar& grammar() const { return file_.grammar; }

 private:
  void add_cues(const CompiledPhrases& phrases);
  void add_label(const Concept& owner, const LabelPhrase& phrase);

  StemIds ids_;
  StemTrie concepts_;
  StemTrie cue_trie_;
  std::vector<LabelEntry> labels_;
  CueFile file_;  // the entries point into it
  std::vector<CueEntry> cue_entries_;
  std::vector<CuePhrase> phrases_;  // by node of cue_trie_
};

}  // namespace claimbase

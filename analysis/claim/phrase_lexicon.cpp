#include "analysis/claim/phrase_lexicon.h"

#include <utility>

namespace claimbase {

std::uint64_t class_bits(std::span<const Cue* const> senses) {
  std::uint64_t bits = 0;
  for (const Cue* cue : senses) bits |= std::uint64_t{1} << static_cast<unsigned>(cue->type);
  return bits;
}

PhraseLexicon::PhraseLexicon(const Vocabulary& vocabulary, CueFile cues, const CompiledPhrases& phrases)
    : ids_(phrases.stems), file_(std::move(cues)) {
  add_cues(phrases);
  labels_.reserve(phrases.labels.size());
  for (const LabelPhrase& each : phrases.labels) add_label(vocabulary.concepts()[each.owner], each);
}

void PhraseLexicon::add_cues(const CompiledPhrases& phrases) {
  cue_entries_.reserve(file_.cues.size());
  for (std::size_t i = 0; i < file_.cues.size(); ++i) {
    const Cue& cue = file_.cues[i];
    CueEntry entry;
    entry.cue = &cue;
    if (cue.as_printed) entry.printed = ascii_lower(cue.phrase);
    entry.tail = phrases.tails[i];
    cue_trie_.add(phrases.cues[i], static_cast<std::uint32_t>(cue_entries_.size()));
    cue_entries_.push_back(std::move(entry));
  }
  phrases_.resize(cue_trie_.node_count());
  for (std::uint32_t node = 0; node < cue_trie_.node_count(); ++node) {
    CuePhrase& phrase = phrases_[node];
    for (const std::uint32_t value : cue_trie_.values_at(node)) {
      const CueEntry& entry = cue_entries_[value];
      phrase.entries.push_back(value);
      phrase.senses.push_back(entry.cue);
      phrase.conditional = phrase.conditional || !entry.printed.empty() || !entry.tail.empty();
    }
    phrase.classes = class_bits(phrase.senses);
  }
}

void PhraseLexicon::add_label(const Concept& owner, const LabelPhrase& phrase) {
  const Label& label = owner.labels[phrase.label];
  concepts_.add(phrase.path, static_cast<std::uint32_t>(labels_.size()));
  LabelEntry& entry = labels_.emplace_back();
  entry.named = &owner;
  entry.outcome = owner.scheme == ConceptScheme::outcome;
  entry.broad = owner.kind == ConceptKind::group || (entry.outcome && owner.valence == Valence::bad);
  entry.inverse = label.inverse;
  entry.suffix = label.kind == Label::Kind::suffix;
  entry.listed = label.kind == Label::Kind::listed;
  entry.place = phrase.place;
  entry.event = label.kind == Label::Kind::event;
  entry.one_word = phrase.one_word;
  entry.printed = phrase.printed;
}

}  // namespace claimbase

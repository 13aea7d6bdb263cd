#include "analysis/claim/phrase_lexicon.h"

#include <algorithm>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

std::string ascii_lower(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return made;
}

CueFile cue_file(std::string_view language) {
  const std::string name = "cues/" + std::string(language) + ".tsv";
  const std::vector<std::string_view> files = resource_names("cues/");
  return std::ranges::find(files, name) == files.end() ? CueFile{} : read_cues(resource(name));
}

}  // namespace

std::uint64_t class_bits(std::span<const Cue* const> senses) {
  std::uint64_t bits = 0;
  for (const Cue* cue : senses) bits |= std::uint64_t{1} << static_cast<unsigned>(cue->type);
  return bits;
}

PhraseLexicon::PhraseLexicon(const Vocabulary& vocabulary, std::string_view language, Analyzer& analyzer)
    : file_(cue_file(language)) {
  add_cues(analyzer);
  std::vector<std::uint32_t> verb_stems;  // of the one-word relation verbs
  for (const Cue& cue : file_.cues) {
    const std::vector<std::uint32_t> path = phrase_stems(cue.phrase, analyzer);
    if (cue.type == CueClass::verb && path.size() == 1) verb_stems.push_back(path.front());
  }
  std::ranges::sort(verb_stems);
  for (const Concept& each : vocabulary.concepts()) add_labels(each, language, verb_stems, analyzer);
}

void PhraseLexicon::add_cues(Analyzer& analyzer) {
  cue_entries_.reserve(file_.cues.size());
  for (const Cue& cue : file_.cues) {
    CueEntry entry;
    entry.cue = &cue;
    // "reduced" has the stem of "reducing", but only that starts a clause; "verlaagt" has that of "verlaagde", but only
    // that is a lack.
    const bool by_print =
        cue.type == CueClass::clause || cue.type == CueClass::exposure || cue.type == CueClass::instruction;
    if (by_print) entry.printed = ascii_lower(cue.phrase);
    if (!cue.after_gap.empty()) entry.tail = phrase_stems(cue.after_gap, analyzer);
    cue_trie_.add(phrase_stems(cue.phrase, analyzer), static_cast<std::uint32_t>(cue_entries_.size()));
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

void PhraseLexicon::add_labels(const Concept& each, std::string_view language,
                               std::span<const std::uint32_t> verb_stems, Analyzer& analyzer) {
  for (const Label& label : each.labels) {
    if (!label.language.empty() && label.language != language) continue;
    const std::vector<std::uint32_t> path = phrase_stems(label.text, analyzer);
    if (label.kind == Label::Kind::place && mark_place(path, each)) continue;
    concepts_.add(path, static_cast<std::uint32_t>(labels_.size()));
    // "low blood pressure" must not swallow "lowers blood pressure", nor "onderdruk" the verb "onderdrukt".
    std::string printed;
    const bool begins_with_verb = !path.empty() && std::ranges::binary_search(verb_stems, path.front());
    const bool one_word = label.text.find(' ') == std::string::npos;
    if (begins_with_verb && (label.kind != Label::Kind::event || one_word))
      printed = ascii_lower(label.text.substr(0, label.text.find_first_of(" -")));
    LabelEntry& entry = labels_.emplace_back();
    entry.named = &each;
    entry.outcome = each.scheme == ConceptScheme::outcome;
    entry.broad = each.kind == ConceptKind::group || (entry.outcome && each.valence == Valence::bad);
    entry.inverse = label.inverse;
    entry.suffix = label.kind == Label::Kind::suffix;
    entry.listed = label.kind == Label::Kind::listed;
    entry.place = label.kind == Label::Kind::place;
    entry.event = label.kind == Label::Kind::event;
    entry.one_word = one_word && path.size() > 1;
    entry.printed = std::move(printed);
  }
}

// A preferred label that is a part of the body as well.
bool PhraseLexicon::mark_place(std::span<const std::uint32_t> path, const Concept& each) {
  const StemTrie::Match known = concepts_.longest(path);
  if (known.length != path.size()) return false;
  bool marked = false;
  for (const std::uint32_t value : known.values) {
    if (labels_[value].named != &each) continue;
    labels_[value].place = marked = true;
  }
  return marked;
}

std::vector<std::uint32_t> PhraseLexicon::phrase_stems(std::string_view phrase, Analyzer& analyzer) {
  std::vector<Word> found;
  analyzer.words(phrase, found);
  std::vector<std::uint32_t> path;
  for (const Word& word : found) {
    if (word.form->parts.empty()) path.push_back(ids_.add(word.form->stem));
    for (const CompoundPart& part : word.form->parts) path.push_back(ids_.add(part.stem));
  }
  return path;
}

}  // namespace claimbase

#include "analysis/claim/annotation.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "analysis/claim/stem_trie.h"
#include "analysis/language/analyzer.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::uint32_t kMostGapUnits = 9;  // "draagt ... bij": as far apart as a clause's middle field usually is

// A label or cue as the analyzer sees it: the stems of its words, compounds in their parts.
struct UnitForm {
  std::uint32_t stem = 0;
  std::uint32_t begin = 0;  // bytes in the word
  std::uint32_t end = 0;
};

struct LabelEntry {
  const Concept* named;
  bool inverse;
  bool suffix;
  bool listed;
  bool place;
  bool event;
  std::string printed;  // its first word counts only as printed so: its stem is also a relation verb's; "": by stems
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string ascii_lower(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), lower);
  return made;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

const Cue* Item::sense(CueClass type) const {
  for (const Cue* cue : senses) {
    if (cue->type == type) return cue;
  }
  return nullptr;
}

ByteRange Annotation::range_of(const Item& item) const {
  return {units[item.first].range.begin, units[item.last - 1].range.end};
}

namespace {

// The unit behind the word that begins with units[first].
std::uint32_t end_of_word(const std::vector<Unit>& units, std::uint32_t first) {
  std::uint32_t end = first + 1;
  while (end < units.size() && units[end].word == units[first].word) ++end;
  return end;
}

// Whether units [first, last) stand in the text just so, but for capitals.
bool is_printed(std::string_view text, const std::vector<Unit>& units, std::uint32_t first, std::uint32_t last,
                std::string_view phrase) {
  const ByteRange range{units[first].range.begin, units[last - 1].range.end};
  return std::ranges::equal(range.of(text), phrase, [](char a, char b) { return lower(a) == b; });
}

}  // namespace

struct Annotator::State {
  State(const Vocabulary& vocabulary, std::string_view language_code)
      : language(language_code), analyzer(language_code) {
    const std::string cue_file = "cues/" + language + ".tsv";
    const std::vector<std::string_view> files = resource_names("cues/");
    if (std::ranges::find(files, cue_file) != files.end()) {
      CueFile file = read_cues(resource(cue_file));
      cues = std::move(file.cues);
      grammar = std::move(file.grammar);
    }
    for (const Cue& cue : cues) {
      const std::vector<std::uint32_t> path = phrase_stems(cue.phrase);
      if (cue.type == CueClass::verb && path.size() == 1) verb_stems.insert(path.front());
    }
    for (const Concept& each : vocabulary.concepts()) add_labels(each);
    gap_tails.resize(cues.size());
    for (std::uint32_t i = 0; i < cues.size(); ++i) {
      cue_trie.add(phrase_stems(cues[i].phrase), i);
      if (!cues[i].after_gap.empty()) gap_tails[i] = phrase_stems(cues[i].after_gap);
    }
    forms.clear();  // made while stems were still getting numbers
  }

  void add_labels(const Concept& each) {
    for (const Label& label : each.labels) {
      if (!label.language.empty() && label.language != language) continue;
      const std::vector<std::uint32_t> path = phrase_stems(label.text);
      if (label.kind == Label::Kind::place && mark_place(path, each)) continue;
      concept_trie.add(path, static_cast<std::uint32_t>(labels.size()));
      // "low blood pressure" must not swallow "lowers blood pressure", nor "onderdruk" the verb "onderdrukt".
      std::string printed;
      if (label.kind != Label::Kind::event && !path.empty() && verb_stems.contains(path.front()))
        printed = ascii_lower(label.text.substr(0, label.text.find_first_of(" -")));
      labels.push_back({&each, label.inverse, label.kind == Label::Kind::suffix, label.kind == Label::Kind::listed,
                        label.kind == Label::Kind::place, label.kind == Label::Kind::event, std::move(printed)});
    }
  }

  // A preferred label that is a part of the body as well.
  bool mark_place(const std::vector<std::uint32_t>& path, const Concept& each) {
    const StemTrie::Match known = concept_trie.longest(path);
    if (known.length != path.size()) return false;
    bool marked = false;
    for (const std::uint32_t value : known.values) {
      if (labels[value].named != &each) continue;
      labels[value].place = marked = true;
    }
    return marked;
  }

  std::vector<std::uint32_t> phrase_stems(std::string_view phrase) {
    std::vector<Word> found;
    analyzer.words(phrase, found);
    std::vector<std::uint32_t> path;
    for (const Word& word : found) {
      if (word.form->parts.empty()) {
        path.push_back(ids.add(word.form->stem));
      } else {
        for (const CompoundPart& part : word.form->parts) path.push_back(ids.add(part.stem));
      }
    }
    return path;
  }

  const std::vector<UnitForm>& unit_forms(const WordForm& form) {
    const auto [place, is_new] = forms.try_emplace(&form);
    if (is_new) {
      if (form.parts.empty()) {
        place->second.push_back({ids.find(form.stem), 0, static_cast<std::uint32_t>(form.folded.size())});
      } else {
        for (const CompoundPart& part : form.parts)
          place->second.push_back({ids.find(part.stem), part.begin, part.end});
      }
    }
    return place->second;
  }

  static bool is_general(const Item& item) {
    return item.named->kind == ConceptKind::group ||
           (item.kind == ItemKind::outcome && item.named->valence == Valence::bad);
  }

  void make_units(std::string_view text, ByteRange within, std::vector<Unit>& units);
  void mark_gap(std::string_view text, std::uint32_t from, std::uint32_t to, Unit& unit) const;
  std::uint32_t match_concept(std::string_view text, const std::vector<Unit>& units, std::uint32_t at,
                              std::vector<Item>& items);
  std::uint32_t match_suspended(const std::vector<Unit>& units, std::uint32_t at, std::vector<Item>& items);
  std::uint32_t match_cue(std::string_view text, const std::vector<Unit>& units, std::uint32_t at,
                          std::vector<Item>& items);
  void add_concepts(StemTrie::Match match, std::uint32_t at, std::uint32_t length, std::vector<Item>& items) const;
  bool gap_tail_follows(const std::vector<Unit>& units, std::uint32_t after, std::uint32_t cue) const;

  std::string language;
  Analyzer analyzer;
  StemIds ids;
  StemTrie concept_trie;
  StemTrie cue_trie;
  std::unordered_set<std::uint32_t> verb_stems;  // of the one-word relation verbs
  std::vector<LabelEntry> labels;
  std::vector<Cue> cues;
  Grammar grammar;
  std::vector<std::vector<std::uint32_t>> gap_tails;  // by cue
  std::unordered_map<const WordForm*, std::vector<UnitForm>> forms;
  std::vector<Word> words;           // reused
  std::vector<std::uint32_t> stems;  // reused: the stems of the units
};

void Annotator::State::mark_gap(std::string_view text, std::uint32_t from, std::uint32_t to, Unit& unit) const {
  const std::string_view gap = text.substr(from, to - from);
  for (std::size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    if (c == ',' || c == '(' || c == ')') unit.comma = true;
    if (c == '(') unit.open_parenthesis = true;
    if (c == ')') unit.close_parenthesis = true;
    if (c == ';' || c == '.' || c == '?' || c == '!' || c == '|') unit.stop = true;
    if (c == ':') unit.stop = unit.colon = true;
    if (c == '-' && i > 0 && is_space(gap[i - 1]) && i + 1 < gap.size() && is_space(gap[i + 1]))
      unit.stop = unit.dash = true;
    if (gap.substr(i).starts_with("\xE2\x80\x93") || gap.substr(i).starts_with("\xE2\x80\x94")) {  // en and em dash
      if (i > 0 && is_space(gap[i - 1])) unit.stop = unit.dash = true;
    }
  }
  unit.hyphen_before = gap.size() >= 2 && gap.back() == '-' && !unit.stop && gap.front() != '-';
}

// Appends the units of one piece of text.
void Annotator::State::make_units(std::string_view text, ByteRange within, std::vector<Unit>& units) {
  const std::uint32_t first_word = units.empty() ? 0 : units.back().word + 1;
  words.clear();
  analyzer.words(within.of(text), words, within.begin);
  std::uint32_t end_before = within.begin;
  for (std::uint32_t w = 0; w < words.size(); ++w) {
    const Word& word = words[w];
    // Folding keeps byte positions where it keeps the length; elsewhere a part is given its whole word's range.
    const bool same_length = word.form->folded.size() == word.range.size();
    const std::size_t first = units.size();
    for (const UnitForm& form : unit_forms(*word.form)) {
      Unit& unit = units.emplace_back();
      unit.stem = form.stem;
      unit.word = first_word + w;
      unit.range = same_length ? ByteRange{word.range.begin + form.begin, word.range.begin + form.end} : word.range;
    }
    if (units.size() == first) continue;
    mark_gap(text, end_before, word.range.begin, units[first]);
    end_before = word.range.end;
    const std::uint32_t next = w + 1 < words.size() ? words[w + 1].range.begin : within.end;
    if (word.range.end < next && text[word.range.end] == '-' && word.range.end + 1 < next) {
      units.back().hyphen_after = is_space(text[word.range.end + 1]) || text[word.range.end + 1] == ',';
    }
  }
}

void Annotator::State::add_concepts(StemTrie::Match match, std::uint32_t at, std::uint32_t length,
                                    std::vector<Item>& items) const {
  const std::size_t first = items.size();
  for (const std::uint32_t value : match.values) {
    const LabelEntry& label = labels[value];
    const bool twice = std::ranges::any_of(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(),
                                           [&](const Item& each) { return each.named == label.named; });
    if (twice) continue;  // "mineraal" and "mineralen" are two labels of one concept
    Item item;
    item.kind = label.named->scheme == ConceptScheme::outcome ? ItemKind::outcome : ItemKind::substance;
    item.first = at;
    item.last = at + length;
    item.named = label.named;
    item.inverse = label.inverse;
    item.suffix = label.suffix;
    item.listed = label.listed;
    item.place = label.place;
    item.event = label.event;
    item.printed = label.printed;
    items.push_back(std::move(item));
  }
  std::stable_sort(items.begin() + static_cast<std::ptrdiff_t>(first), items.end(), [](const Item& a, const Item& b) {
    return a.kind == ItemKind::outcome && b.kind != ItemKind::outcome;
  });
}

std::uint32_t Annotator::State::match_concept(std::string_view text, const std::vector<Unit>& units, std::uint32_t at,
                                              std::vector<Item>& items) {
  const StemTrie::Match match = concept_trie.longest(std::span(stems).subspan(at));
  // A phrase may not reach over a stop: "magnesium. Citraat" is no magnesium citrate.
  for (std::uint32_t i = at + 1; i < at + match.length; ++i) {
    if (units[i].stop) return 0;
  }
  if (match.length == 0) return 0;
  const std::size_t before = items.size();
  add_concepts(match, at, match.length, items);
  std::erase_if(items, [&, n = std::size_t{0}](const Item& item) mutable {
    return n++ >= before && !item.printed.empty() &&
           !is_printed(text, units, item.first, end_of_word(units, item.first), item.printed);
  });
  return items.size() > before ? match.length : 0;
}

// "spier- en zenuwfunctie": the tail of the compound further on completes the word with the hanging hyphen.
std::uint32_t Annotator::State::match_suspended(const std::vector<Unit>& units, std::uint32_t at,
                                                std::vector<Item>& items) {
  if (!units[at].hyphen_after) return 0;
  const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(units.size()), at + 8);
  for (std::uint32_t i = at + 1; i < limit && !units[i].stop; ++i) {
    const bool continues = i + 1 < units.size() && units[i + 1].word == units[i].word;
    if (!continues) continue;
    std::uint32_t end = i + 1;
    while (end < units.size() && units[end].word == units[i].word) ++end;
    for (std::uint32_t tail = i + 1; tail < end; ++tail) {
      std::vector<std::uint32_t> completed{stems[at]};
      completed.insert(completed.end(), stems.begin() + tail, stems.begin() + end);
      const StemTrie::Match match = concept_trie.longest(completed);
      if (match.length > 1) {
        add_concepts(match, at, 1, items);
        return 1;
      }
    }
    return 0;
  }
  return 0;
}

bool Annotator::State::gap_tail_follows(const std::vector<Unit>& units, std::uint32_t after, std::uint32_t cue) const {
  const std::vector<std::uint32_t>& tail = gap_tails[cue];
  const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(units.size()), after + kMostGapUnits);
  for (std::uint32_t i = after; i + tail.size() <= limit && !units[i].stop; ++i) {
    if (std::equal(tail.begin(), tail.end(), stems.begin() + i)) return true;
  }
  return false;
}

std::uint32_t Annotator::State::match_cue(std::string_view text, const std::vector<Unit>& units, std::uint32_t at,
                                          std::vector<Item>& items) {
  const StemTrie::Match match = cue_trie.longest(std::span(stems).subspan(at));
  if (match.length == 0) return 0;
  Item item;
  item.first = at;
  item.last = at + match.length;
  for (const std::uint32_t value : match.values) {
    // "reduced" has the stem of "reducing", but only that starts a clause; "verlaagt" has that of "verlaagde", but only
    // that is a lack.
    const bool by_print = cues[value].type == CueClass::clause || cues[value].type == CueClass::exposure;
    if (by_print && !is_printed(text, units, item.first, item.last, ascii_lower(cues[value].phrase))) continue;
    if (gap_tails[value].empty() || gap_tail_follows(units, item.last, value)) item.senses.push_back(&cues[value]);
  }
  if (item.senses.empty()) return 0;
  items.push_back(std::move(item));
  return match.length;
}

Annotator::Annotator(const Vocabulary& vocabulary, std::string_view language)
    : state_(std::make_unique<State>(vocabulary, language)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

void Annotator::annotate(std::string_view text, ByteRange within, Annotation& out) {
  annotate(text, within, {}, out);
}

void Annotator::annotate(std::string_view text, ByteRange within, std::span<const ByteRange> cells, Annotation& out) {
  State& state = *state_;
  out.items.clear();
  out.units.clear();
  if (cells.empty()) state.make_units(text, within, out.units);
  std::uint32_t cell_index = 0;
  for (const ByteRange cell : cells) {
    const std::size_t first = out.units.size();
    state.make_units(text, cell, out.units);
    for (std::size_t i = first; i < out.units.size(); ++i) out.units[i].cell = cell_index;
    ++cell_index;
    if (first < out.units.size()) out.units[first].stop = first > 0;
  }
  out.question = false;
  for (std::uint32_t i = within.end; i > within.begin && !out.question; --i) {
    const char c = text[i - 1];
    if (c == '?') out.question = true;
    if (c != '"' && c != '\'' && c != ')' && !is_space(c)) break;
  }
  state.stems.clear();
  for (const Unit& unit : out.units) state.stems.push_back(unit.stem);
  for (std::uint32_t at = 0; at < out.units.size();) {
    std::uint32_t length = state.match_concept(text, out.units, at, out.items);
    const bool names_a_concept = length > 0;
    if (length == 0) length = state.match_suspended(out.units, at, out.items);
    if (length == 0) {
      length = state.match_cue(text, out.units, at, out.items);
    } else if (names_a_concept && state.is_general(out.items.back())) {
      // "bijwerkingen", "supplement" are concepts, and say what the words beside them are
      const std::size_t before = out.items.size();
      if (state.match_cue(text, out.units, at, out.items) > length) out.items.resize(before);
    }
    at += std::max<std::uint32_t>(length, 1);
  }
}

std::string_view Annotator::language() const {
  return state_->language;
}

const Grammar& Annotator::grammar() const {
  return state_->grammar;
}

void Annotator::trim() {
  state_->forms.clear();
  state_->analyzer.trim();
}

}  // namespace claimbase

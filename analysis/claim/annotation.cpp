#include "analysis/claim/annotation.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "analysis/claim/built_in_vocabulary.h"
#include "analysis/claim/phrase_lexicon.h"
#include "analysis/claim/unit_reader.h"

namespace claimbase {
namespace {

constexpr std::uint32_t kMostGapUnits = 9;  // "draagt ... bij": as far apart as a clause's middle field usually is

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

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

/// "vitamine A, C en E": names that share their first word.
struct NameList {
  std::uint32_t head = 0;  // the stem of that word; 0: none
  std::uint32_t end = 0;   // the unit behind the last of them

  /// Whether the unit at `at` is one more: a word of a few characters behind a comma or a conjunction.
  [[nodiscard]] bool goes_on(const Annotation& made, std::uint32_t at) const {
    constexpr std::uint32_t kMostCharacters = 3;
    if (head == 0) return false;
    const Unit& unit = made.units[at];
    if (unit.stop || unit.range.size() > kMostCharacters) return false;
    if (at == end) return unit.comma;
    return at == end + 1 && made.items.back().last == at && made.items.back().sense(CueClass::conjunction);
  }
};

constexpr std::uint64_t kAnaphors = bits_of(CueClass::anaphor);

// A phrase may not reach over a stop or a comma: "magnesium. Citraat" is no magnesium citrate, "vermoeidheid,
// spierkrampen" no tired muscles.
bool reaches_over_stop(const std::vector<Unit>& units, std::uint32_t first, std::uint32_t length) {
  for (std::uint32_t i = first + 1; i < first + length; ++i) {
    const bool bracket = units[i].open_parenthesis || units[i].close_parenthesis;
    if (units[i].stop || (units[i].comma && !bracket)) return true;
  }
  return false;
}

// "cholesterol|niveau in het bloed" is no "niveau in het bloed": of an outcome, a label that goes on behind the word
// begins it. "magnesium|spiegels in het bloed" are those of magnesium.
bool goes_on_from_an_outcome(const Annotation& made, std::uint32_t first, std::uint32_t length) {
  const std::vector<Unit>& units = made.units;
  if (first == 0 || units[first].word != units[first - 1].word || units[first + length - 1].word == units[first].word)
    return false;
  return std::ranges::any_of(made.items,
                             [&](const Item& item) { return item.kind == ItemKind::outcome && item.last == first; });
}

// "met name", "vooral": only before a substance do such words give an example.
void drop_other_examples(std::vector<Item>& items) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const bool gives_one =
        i + 1 < items.size() && items[i + 1].kind == ItemKind::substance && items[i + 1].first - items[i].last <= 1;
    if (items[i].sense(CueClass::example) && items[i].senses.size() == 1 && !gives_one) continue;
    if (kept != i) items[kept] = items[i];
    ++kept;
  }
  items.resize(kept);
}

// Whether a space stands between units.
bool is_apart(std::string_view text, const std::vector<Unit>& units, std::uint32_t first, std::uint32_t length) {
  for (std::uint32_t i = first + 1; i < first + length; ++i) {
    if (units[i].word == units[i - 1].word || text.empty()) continue;
    const ByteRange gap{units[i - 1].range.end, units[i].range.begin};
    if (std::ranges::any_of(gap.of(text), is_space)) return true;
  }
  return false;
}

bool ends_in_question_mark(std::string_view text, ByteRange within) {
  for (std::uint32_t i = within.end; i > within.begin; --i) {
    const char c = text[i - 1];
    if (c == '?') return true;
    if (c != '"' && c != '\'' && c != ')' && !is_space(c)) return false;
  }
  return false;
}

PhraseLexicon compiled_lexicon(const Vocabulary& vocabulary, std::string_view language, Analyzer& analyzer) {
  CueFile cues = cues_of(language);
  const CompiledPhrases phrases = phrases_of(vocabulary, language, cues.cues, analyzer);
  return {vocabulary, std::move(cues), phrases};
}

}  // namespace

const Cue* Item::find_sense(CueClass type) const {
  const auto found = std::ranges::find(senses, type, &Cue::type);
  return found == senses.end() ? nullptr : *found;
}

ByteRange Annotation::range_of(const Item& item) const {
  return {units[item.first].range.begin, units[item.last - 1].range.end};
}

void Annotation::clear() {
  units.clear();
  items.clear();
  classes = 0;
  question = false;
  of_outcomes.clear();
}

struct Annotator::State {
  State(const Vocabulary& vocabulary, std::string_view language_code)
      : language(language_code),
        analyzer(language_code),
        lexicon(compiled_lexicon(vocabulary, language_code, analyzer)),
        reader(analyzer, lexicon),
        interaction(vocabulary.find(ConceptScheme::outcome, "drug-interaction")),
        absorption(vocabulary.find(ConceptScheme::outcome, "nutrient-absorption")) {}

  // One sentence's walk. Each match_ function appends the items that begin at unit `at` and gives their length.
  std::uint32_t match_concept(std::string_view text, std::uint32_t at, Annotation& out);
  std::uint32_t match_suspended(std::string_view text, std::uint32_t at, Annotation& out);
  std::uint32_t match_written_out(std::string_view text, std::uint32_t at, std::uint32_t from, std::uint32_t end,
                                  Annotation& out);
  std::uint32_t match_list(std::string_view text, std::uint32_t at, NameList& list, Annotation& out) const;
  std::uint32_t name_within(const std::vector<Unit>& units, std::uint32_t at, std::uint32_t length) const;
  std::uint32_t match_cue(std::string_view text, std::uint32_t at, Annotation& out);
  void add_concepts(std::string_view text, StemTrie::Match match, std::uint32_t at, std::uint32_t length,
                    Annotation& out) const;
  bool gap_tail_follows(const std::vector<Unit>& units, std::uint32_t after, std::span<const std::uint32_t> tail) const;
  std::span<const Cue* const> keep(std::span<const Cue* const> senses);

  std::string language;
  Analyzer analyzer;
  PhraseLexicon lexicon;
  UnitReader reader;
  const Concept* interaction;
  const Concept* absorption;
  std::deque<std::vector<const Cue*>> selections;  // of the senses of conditional phrases: each set that was met, once
  std::vector<const Cue*> selected;                // reused
  std::vector<std::uint32_t> stems;                // reused: the stems of the units
};

void Annotator::State::add_concepts(std::string_view text, StemTrie::Match match, std::uint32_t at,
                                    std::uint32_t length, Annotation& out) const {
  const auto first = static_cast<std::ptrdiff_t>(out.items.size());
  for (const std::uint32_t value : match.values) {
    const LabelEntry& label = lexicon.label(value);
    if (!label.printed.empty() && !is_printed(text, out.units, at, end_of_word(out.units, at), label.printed)) continue;
    // "botsterkte" is not met in "botten sterk houden"
    if (label.one_word && is_apart(text, out.units, at, length)) continue;
    const bool twice = std::any_of(out.items.begin() + first, out.items.end(),
                                   [&](const Item& each) { return each.named == label.named; });
    if (twice) continue;  // "mineraal" and "mineralen" are two labels of one concept
    Item item;
    item.kind = label.outcome ? ItemKind::outcome : ItemKind::substance;
    item.first = at;
    item.last = at + length;
    item.named = label.named;
    item.inverse = label.inverse;
    item.suffix = label.suffix;
    item.listed = label.listed;
    item.place = label.place;
    item.event = label.event;
    item.broad = label.broad;
    // Outcomes before substances, of each kind the first label first.
    const auto place = item.kind == ItemKind::outcome
                           ? std::find_if(out.items.begin() + first, out.items.end(),
                                          [](const Item& each) { return each.kind != ItemKind::outcome; })
                           : out.items.end();
    out.items.insert(place, item);
  }
}

std::uint32_t Annotator::State::match_concept(std::string_view text, std::uint32_t at, Annotation& out) {
  const std::size_t before = out.items.size();
  std::span<const std::uint32_t> ahead = std::span(stems).subspan(at);
  // Where the longest phrase is none as it is printed, a shorter one may be.
  for (;;) {
    const StemTrie::Match match = lexicon.concepts().longest(ahead);
    if (match.length == 0) return 0;
    if (!reaches_over_stop(out.units, at, match.length) && !goes_on_from_an_outcome(out, at, match.length))
      add_concepts(text, match, at, match.length, out);
    if (out.items.size() > before) return match.length;
    ahead = ahead.first(match.length - 1);
  }
}

// "spier- en zenuwfunctie": the tail of the compound further on completes the word with the hanging hyphen.
std::uint32_t Annotator::State::match_suspended(std::string_view text, std::uint32_t at, Annotation& out) {
  const std::vector<Unit>& units = out.units;
  if (!units[at].hyphen_after) return 0;
  const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(units.size()), at + 8);
  for (std::uint32_t i = at + 1; i < limit && !units[i].stop; ++i) {
    const std::uint32_t end = end_of_word(units, i);
    if (end == i + 1) continue;
    for (std::uint32_t tail = i + 1; tail < end; ++tail) {
      std::vector<std::uint32_t> completed{stems[at]};
      completed.insert(completed.end(), stems.begin() + tail, stems.begin() + end);
      const StemTrie::Match match = lexicon.concepts().longest(completed);
      if (match.length > 1) {
        add_concepts({}, match, at, 1, out);
        return 1;
      }
    }
    return match_written_out(text, at, i, end, out);
  }
  return 0;
}

// The next name of a list that goes on at this unit, by the word that they share.
std::uint32_t Annotator::State::match_list(std::string_view text, std::uint32_t at, NameList& list,
                                           Annotation& out) const {
  // "vitamin C and a good night"
  const char first = text[out.units[at].range.begin];
  if (lower(first) == first && lexicon.cue_phrases().begins(stems[at])) return 0;
  const std::array<std::uint32_t, 2> completed{list.head, stems[at]};
  const StemTrie::Match match = lexicon.concepts().longest(completed);
  if (match.length != completed.size()) return 0;
  const std::size_t before = out.items.size();
  add_concepts({}, match, at, 1, out);
  if (out.items.size() == before) return 0;
  list.end = at + 1;
  return 1;
}

// The same where the lexicon knows the whole word only: "rug- en gewrichtspijn", "rugpijn".
std::uint32_t Annotator::State::match_written_out(std::string_view text, std::uint32_t at, std::uint32_t from,
                                                  std::uint32_t end, Annotation& out) {
  for (std::uint32_t tail = from + 1; tail < end; ++tail) {
    const ByteRange rest{out.units[tail].range.begin, out.units[end - 1].range.end};
    const std::string whole = std::string(out.units[at].range.of(text)) + std::string(rest.of(text));
    std::vector<Word> found;
    analyzer.words(whole, found);
    if (found.size() != 1) continue;
    const WordForm& form = *found.front().form;
    std::vector<std::uint32_t> path;
    for (const CompoundPart& part : form.parts) path.push_back(lexicon.stem_id(part.stem));
    if (form.parts.empty()) path.push_back(lexicon.stem_id(form.stem));
    const StemTrie::Match match = lexicon.concepts().longest(path);
    if (match.length != path.size()) continue;
    add_concepts({}, match, at, 1, out);
    return 1;
  }
  return 0;
}

bool Annotator::State::gap_tail_follows(const std::vector<Unit>& units, std::uint32_t after,
                                        std::span<const std::uint32_t> tail) const {
  const std::uint32_t limit = std::min<std::uint32_t>(static_cast<std::uint32_t>(units.size()), after + kMostGapUnits);
  for (std::uint32_t i = after; i + tail.size() <= limit && !units[i].stop; ++i) {
    if (stems[i] == tail.front() && std::equal(tail.begin(), tail.end(), stems.begin() + i)) return true;
  }
  return false;
}

std::span<const Cue* const> Annotator::State::keep(std::span<const Cue* const> senses) {
  for (const std::vector<const Cue*>& known : selections) {
    if (std::ranges::equal(known, senses)) return known;
  }
  return selections.emplace_back(senses.begin(), senses.end());
}

// "de vitamine" stands for a vitamin, but not in "de vitamine C": where a name begins that goes on behind the cue.
std::uint32_t Annotator::State::name_within(const std::vector<Unit>& units, std::uint32_t at,
                                            std::uint32_t length) const {
  for (std::uint32_t i = at + 1; i < at + length; ++i) {
    if (!lexicon.concepts().begins(stems[i])) continue;
    const std::uint32_t named = lexicon.concepts().longest(std::span(stems).subspan(i)).length;
    if (i + named > at + length && !reaches_over_stop(units, i, named)) return i;
  }
  return at + length;
}

std::uint32_t Annotator::State::match_cue(std::string_view text, std::uint32_t at, Annotation& out) {
  StemTrie::Match match = lexicon.cue_phrases().longest(std::span(stems).subspan(at));
  if (match.length > 1 && (lexicon.cue_phrase(match.node).classes & kAnaphors) != 0) {
    const std::uint32_t end = name_within(out.units, at, match.length);
    if (end < at + match.length) match = lexicon.cue_phrases().longest(std::span(stems).subspan(at, end - at));
  }
  if (match.length == 0) return 0;
  const CuePhrase& phrase = lexicon.cue_phrase(match.node);
  std::span<const Cue* const> senses = phrase.senses;
  std::uint64_t classes = phrase.classes;
  const std::uint32_t end = at + match.length;
  if (phrase.conditional) {
    selected.clear();
    for (const std::uint32_t value : phrase.entries) {
      const CueEntry& entry = lexicon.cue(value);
      if (!entry.printed.empty() && !is_printed(text, out.units, at, end, entry.printed)) continue;
      if (entry.tail.empty() || gap_tail_follows(out.units, end, entry.tail)) selected.push_back(entry.cue);
    }
    if (selected.empty()) return 0;
    if (selected.size() < senses.size()) {
      senses = keep(selected);
      classes = class_bits(selected);
    }
  }
  Item& item = out.items.emplace_back();
  item.first = at;
  item.last = end;
  item.senses = senses;
  item.classes = classes;
  out.classes |= classes;
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
  out.clear();
  out.interaction = state.interaction;
  out.absorption = state.absorption;
  if (cells.empty()) state.reader.read(text, within, out.units);
  std::uint32_t cell_index = 0;
  for (const ByteRange cell : cells) {
    const std::size_t first = out.units.size();
    state.reader.read(text, cell, out.units);
    for (std::size_t i = first; i < out.units.size(); ++i) out.units[i].cell = cell_index;
    ++cell_index;
    if (first < out.units.size()) out.units[first].stop = first > 0;
  }
  out.question = ends_in_question_mark(text, within);
  state.stems.resize(out.units.size());
  std::ranges::transform(out.units, state.stems.begin(), &Unit::stem);
  const StemTrie& concepts_known = state.lexicon.concepts();
  const StemTrie& cues_known = state.lexicon.cue_phrases();
  NameList list;
  const std::span<const std::uint32_t> stems = state.stems;
  for (std::uint32_t at = 0; at < stems.size();) {
    if (list.goes_on(out, at)) {
      if (const std::uint32_t next = state.match_list(text, at, list, out); next > 0) {
        at += next;
        continue;
      }
    }
    const bool begins_concept = concepts_known.begins(stems[at]);
    if (!begins_concept && !out.units[at].hyphen_after) {
      const bool begins_cue = cues_known.begins(stems[at]);
      at += begins_cue ? std::max<std::uint32_t>(state.match_cue(text, at, out), 1) : 1;
      continue;
    }
    const std::size_t concepts = out.items.size();
    std::uint32_t length = begins_concept ? state.match_concept(text, at, out) : 0;
    bool names_a_concept = length > 0;
    if (length <= 1) {
      // "eiwit- en vetstofwisseling": once completed the word is another one
      const std::size_t alone = out.items.size();
      if (const std::uint32_t suspended = state.match_suspended(text, at, out); suspended > 0) {
        out.items.erase(out.items.begin() + static_cast<std::ptrdiff_t>(concepts),
                        out.items.begin() + static_cast<std::ptrdiff_t>(alone));
        length = suspended;
        names_a_concept = false;
      }
    }
    if (length == 0) {
      length = state.match_cue(text, at, out);
    } else if (names_a_concept) {
      const std::size_t before = out.items.size();
      const bool broad = out.items.back().broad;
      const bool event = out.items.back().event;
      const std::uint32_t cue = state.match_cue(text, at, out);
      const bool instead = cue > length && (out.items.back().sense(CueClass::filler) ||
                                            (event && out.items.back().sense(CueClass::verb)));
      if (instead) {
        // "age-related": no word of its own; "be harmful to" says more than "be harmful"
        out.items.erase(out.items.begin() + static_cast<std::ptrdiff_t>(concepts), out.items.end() - 1);
        length = cue;
      } else if (cue > length || !broad) {
        // "bijwerkingen", "supplement" are concepts, and say what the words beside them are; others do not
        out.items.resize(before);
      }
      const bool two_words = length == 2 && out.units[at].word != out.units[at + 1].word;
      if (two_words && out.items.back().kind == ItemKind::substance) {
        list = {state.stems[at], at + length};
      } else if (length == 1 && list.goes_on(out, at)) {
        list.end = at + 1;
      }
    }
    at += std::max<std::uint32_t>(length, 1);
  }
  const auto gives_example = [](const Item& item) { return item.sense(CueClass::example) != nullptr; };
  if (out.may_hold(CueClass::example) && std::ranges::any_of(out.items, gives_example)) drop_other_examples(out.items);
}

std::span<const Word> Annotator::words() const {
  return state_->reader.words();
}

std::string_view Annotator::language() const {
  return state_->language;
}

const Grammar& Annotator::grammar() const {
  return state_->lexicon.grammar();
}

void Annotator::trim() {
  if (state_->analyzer.trim()) state_->reader.forget();
}

}  // namespace claimbase

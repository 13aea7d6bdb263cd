#include "analysis/bibliography/entry_features.h"

#include <algorithm>
#include <bit>

#include "analysis/bibliography/entry_lexicon.h"

namespace claimbase::entry {

namespace {

// A polynomial of the parts over the integers of 64 bits (Carter and Wegman, JCSS 18(2), 1979), then its bits brought
// up: the model file goes by the uppermost.
template <class... Parts>
constexpr std::uint64_t hash_of(Parts... parts) {
  std::uint64_t value = 0;
  ((value = value * 0x9E3779B97F4A7C15ULL + parts), ...);
  return (value ^ (value >> 32U)) * 0xBF58476D1CE4E5B9ULL;
}

template <class Enum>
std::uint64_t number(Enum value) {
  return static_cast<std::uint64_t>(value);
}

std::uint8_t bucket(std::size_t count) {
  if (count <= 4) return static_cast<std::uint8_t>(count);
  if (count <= 6) return 5;
  if (count <= 9) return 6;
  return count <= 14 ? 7 : 8;
}

bool ends_sentence(const Token& token, const Token& next) {
  switch (token.after) {
    case Separator::full_stop:
    case Separator::stop_open:
      return token.shape != Shape::initial || next.journal_begins;
    case Separator::question:
    case Separator::close_stop:
    case Separator::open_quote:
    case Separator::close_quote:
    case Separator::gap:
      return true;
    default:
      return false;
  }
}

bool ends_phrase(const Token& token) {
  switch (token.after) {
    case Separator::space:
    case Separator::nothing:
    case Separator::dash:
    case Separator::dash_spaced:
    case Separator::apostrophe:
    case Separator::slash:
    case Separator::ampersand:
    case Separator::colon_glued:
      return false;
    case Separator::full_stop:
    case Separator::full_stop_glued:
      return token.shape != Shape::initial;
    default:
      return true;
  }
}

EntryView::Segment segment_of(const std::vector<Token>& tokens, std::size_t first, std::size_t last) {
  EntryView::Segment made;
  made.first = static_cast<std::uint16_t>(first);
  made.last = static_cast<std::uint16_t>(last);
  std::size_t words = 0;
  std::size_t capitals = 0;
  for (std::size_t i = first; i <= last; ++i) {
    const auto& token = tokens[i];
    made.digits = made.digits || has_digits(token.shape);
    made.journal = made.journal || token.in_journal;
    if (has_digits(token.shape) || token.shape == Shape::lower_short) continue;  // "of", "and": in any name
    ++words;
    capitals += is_capitalised(token.shape) || token.shape == Shape::mixed ? 1U : 0U;
  }
  made.capitals = words == 0 ? 0 : capitals == words ? 4 : capitals * 2 > words ? 3 : capitals <= 1 ? 1 : 2;
  made.length = bucket(last - first + 1);
  return made;
}

void cut(EntryView& entry) {
  const auto& tokens = entry.tokens;
  std::size_t sentence = 0;
  std::size_t phrase = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    entry.places[i].sentence = static_cast<std::uint16_t>(entry.sentences.size());
    entry.places[i].phrase = static_cast<std::uint16_t>(entry.phrases.size());
    const bool last = i + 1 == tokens.size();
    if (last || ends_phrase(tokens[i])) {
      entry.phrases.push_back(segment_of(tokens, phrase, i));
      phrase = i + 1;
    }
    if (last || ends_sentence(tokens[i], tokens[i + 1])) {
      entry.sentences.push_back(segment_of(tokens, sentence, i));
      sentence = i + 1;
    }
  }
}

// What closes the brackets that a word stands in, and what is inside: "(Leptodactylidae). Copeia" against "(Eds.),
// ...".
void look_into_brackets(EntryView& entry) {
  const auto& tokens = entry.tokens;
  for (std::size_t first = 0; first < tokens.size();) {
    if (!tokens[first].in_brackets) {
      ++first;
      continue;
    }
    auto last = first;
    while (last + 1 < tokens.size() && tokens[last + 1].in_brackets && tokens[last].after != Separator::close_open)
      ++last;
    std::uint32_t known = 0;
    for (auto i = first; i <= last; ++i) known |= tokens[i].lexicon;
    const auto bracket = hash_of(number(tokens[last].after), bucket(last - first + 1), known != 0 ? 1U : 0U,
                                 number(tokens[first].before));
    for (auto i = first; i <= last; ++i) entry.places[i].bracket = bracket;
    first = last + 1;
  }
}

void count_numbers(EntryView& entry) {
  std::size_t numbers = 0;
  bool year = false;
  for (std::size_t i = 0; i < entry.tokens.size(); ++i) {
    entry.places[i].numbers_before = bucket(numbers);
    entry.places[i].year_before = year;
    numbers += has_digits(entry.tokens[i].shape) ? 1U : 0U;
    year = year || entry.tokens[i].shape == Shape::year;
  }
  numbers = 0;
  year = false;
  for (std::size_t i = entry.tokens.size(); i-- > 0;) {
    entry.places[i].numbers_after = bucket(numbers);
    entry.places[i].year_after = year;
    numbers += has_digits(entry.tokens[i].shape) ? 1U : 0U;
    year = year || entry.tokens[i].shape == Shape::year;
  }
}

// How the entry is made as a whole: where the year stands and in what, whether there are quotes, how the first author
// is written.
std::uint64_t style_of(const std::vector<Token>& tokens) {
  std::uint64_t year = 0;
  bool quotes = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    quotes = quotes || tokens[i].in_quotes;
    if (tokens[i].shape != Shape::year || year != 0) continue;
    const std::uint64_t third = 1 + (i * 3) / tokens.size();
    year = third * 2 + (tokens[i].in_brackets ? 1U : 0U);
  }
  const std::uint64_t first = tokens.empty() ? 0 : number(tokens.front().after);
  const std::uint64_t second = tokens.size() < 2 ? 0 : number(tokens[1].shape);
  return hash_of(year * 2 + (quotes ? 1U : 0U), first, second);
}

// What each family of features is numbered from: part of the model file.
enum class Family : std::uint64_t {
  word = 0,
  sentence = 58,
  in_sentence = 65,
  phrase = 67,
  in_phrase = 74,
  rules = 76
};

class Maker {
 public:
  Maker(Features& features, Family family) : features_(features), template_(number(family)) {}
  template <class... Parts>
  void operator()(Parts... parts) {
    features_.add(hash_of(++template_, parts...));
  }
  /// A family of features with the same meaning, whatever their number.
  void each_bit(std::uint32_t bits) {
    ++template_;
    for (; bits != 0; bits &= bits - 1)
      features_.add(hash_of(template_, static_cast<std::uint64_t>(std::countr_zero(bits))));
  }

 private:
  Features& features_;
  std::uint64_t template_;
};

// A word and the two on either side of it.
struct Window {
  const Token& earlier;
  const Token& previous;
  const Token& token;
  const Token& next;
  const Token& later;
};

unsigned years_around(const EntryView::Place& place) {
  return (place.year_before ? 1U : 0U) + (place.year_after ? 2U : 0U);
}

const Token& neighbour(const std::vector<Token>& tokens, std::size_t index, std::ptrdiff_t offset) {
  static constexpr Token kOutside = [] {
    Token token;
    token.shape = Shape::uncased;
    token.before = Separator::start;
    token.after = Separator::end;
    return token;
  }();
  const auto place = index + static_cast<std::size_t>(offset);
  return place < tokens.size() ? tokens[place] : kOutside;
}

Window window_of(const std::vector<Token>& tokens, std::size_t index) {
  const auto at = [&](std::ptrdiff_t offset) -> const Token& { return neighbour(tokens, index, offset); };
  return {at(-2), at(-1), tokens[index], at(1), at(2)};
}

void add_words(const Window& at, Maker& add) {
  const auto word = at.token.word;
  const bool numeric = is_number(at.token.shape);
  add(numeric ? 0 : word);
  add(at.previous.word);
  add(at.next.word);
  add(at.earlier.word);
  add(at.later.word);
  add(at.previous.word, word);
  add(word, at.next.word);
  add(numeric ? 1 : at.token.prefix);
  add(numeric ? 1 : at.token.suffix);
  add(word, number(at.token.before));
  add(word, number(at.token.after));
}

void add_shapes(const Window& at, Maker& add) {
  const auto earlier = number(at.earlier.shape);
  const auto previous = number(at.previous.shape);
  const auto shape = number(at.token.shape);
  const auto next = number(at.next.shape);
  const auto later = number(at.later.shape);
  const auto before = number(at.token.before);
  const auto after = number(at.token.after);
  const auto before_previous = number(at.previous.before);
  const auto after_next = number(at.next.after);
  const auto inside = (at.token.in_brackets ? 1U : 0U) + (at.token.in_quotes ? 2U : 0U);
  add(0U);
  add(shape);
  add(previous);
  add(next);
  add(previous, shape);
  add(shape, next);
  add(previous, shape, next);
  add(earlier, previous, shape);
  add(shape, next, later);
  add(before);
  add(after);
  add(before, shape);
  add(shape, after);
  add(before, shape, after);
  add(before, after, shape, next);
  add(before, after, previous, shape);
  add(before_previous, before, shape);
  add(after, after_next, shape);
  add(before, after, shape, next, after_next);
  add(before_previous, previous, before, shape, after);
  add(inside, shape);
  add(inside, previous, before);
}

void add_lexicon(const Window& at, Maker& add) {
  const Token& token = at.token;
  add.each_bit(token.lexicon);
  add.each_bit(at.previous.lexicon);
  add.each_bit(at.next.lexicon);
  add(token.lexicon);
  add(token.lexicon, number(token.shape));
  add(at.previous.lexicon, token.lexicon);
  const auto known = [](const Token& each) {
    return (each.journal_begins ? 1U : 0U) + (each.in_journal ? 2U : 0U) + (each.in_organisation ? 4U : 0U);
  };
  add(known(token), number(token.before));
  add(known(at.previous), known(token), known(at.next));
}

void add_place(const EntryView& entry, std::size_t index, Maker& add) {
  const Token& token = entry.tokens[index];
  const auto& place = entry.places[index];
  const auto shape = number(token.shape);
  const auto from_end = entry.tokens.size() - 1 - index;
  add(std::min<std::size_t>(index, 6));
  add(std::min<std::size_t>(from_end, 6));
  add(index * 12 / entry.tokens.size());
  add(std::min<std::size_t>(index, 3), shape, number(token.after));
  add(std::min<std::size_t>(from_end, 3), shape, number(token.before));
  const auto years = years_around(place);
  add(years);
  add(years, place.numbers_before);
  add(years, place.numbers_after);
  add(years, shape, number(token.before));
  add(place.numbers_before, place.numbers_after, shape, years);
  add(place.numbers_after, shape, number(token.before), number(token.after));
  add(entry.style);
  add(entry.style, shape, number(token.before));
  add(entry.style, number(token.before), number(token.after));
  add(entry.style, years, std::min<std::size_t>(place.sentence, 4));
  add(place.bracket, shape);
  add(place.bracket, years, place.numbers_after);
}

std::uint64_t kind_of(const EntryView::Segment& segment) {
  return hash_of(segment.capitals * 2U + (segment.digits ? 1U : 0U), segment.length);
}

void add_segment(const EntryView& entry, const std::vector<EntryView::Segment>& segments, std::size_t order,
                 unsigned years, Maker add) {
  const auto& segment = segments[order];
  const auto from_start = std::min<std::size_t>(order, 5);
  const auto from_end = std::min<std::size_t>(segments.size() - 1 - order, 5);
  const auto kind = kind_of(segment);
  const auto known = segment.journal ? 1U : 0U;
  const Token& following = neighbour(entry.tokens, segment.last, 1);
  const auto next = hash_of(number(following.shape), number(following.before));
  const auto behind = bucket(entry.places[segment.last].numbers_after);
  add(from_start, from_end);
  add(from_end, kind);
  add(kind, next);
  add(kind, from_start, years);
  add(kind, next, known);
  add(from_end, next, segment.capitals);
  add(kind, next, years, behind);
}

void add_place_in(const EntryView::Segment& segment, const EntryView& entry, std::size_t index, Maker add) {
  add(index == segment.first ? 1U : 0U, kind_of(segment), number(entry.tokens[segment.first].before));
  add(std::min<std::size_t>(index - segment.first, 4), segment.capitals, number(entry.tokens[index].shape));
}

void add_rules(const EntryView& entry, std::size_t index, Maker add) {
  const auto rule_at = [&](std::size_t place) -> std::uint64_t {
    if (place >= entry.rules.size()) return 99;
    return number(entry.rules[place].label) * 2 + (entry.rules[place].begins ? 1U : 0U);
  };
  const auto rule = rule_at(index);
  const auto previous = rule_at(index - 1);
  const auto next = rule_at(index + 1);
  const Token& token = entry.tokens[index];
  add(rule);
  add(previous, rule);
  add(rule, next);
  add(previous, rule, next);
  add(rule, number(token.before), number(token.shape));
  add(rule, number(token.after), number(token.shape));
  add(rule, entry.style);
  add(rule, token.lexicon);
  const auto& place = entry.places[index];
  add(rule, place.numbers_after, years_around(place));
  const auto& sentence = entry.sentences[place.sentence];
  add(rule, sentence.capitals, sentence.length, std::min<std::size_t>(entry.sentences.size() - 1 - place.sentence, 4));
}

void add_own(const EntryView& entry, std::size_t index, Features& features) {
  Maker add(features, Family::word);
  const auto window = window_of(entry.tokens, index);
  add_words(window, add);
  add_shapes(window, add);
  add_lexicon(window, add);
  add_place(entry, index, add);
}

}  // namespace

EntryView view_of(std::string_view text, const RuleReading& reading) {
  EntryView entry;
  entry.tokens = tokens_of(text);
  std::vector<ByteRange> words;
  words.reserve(entry.tokens.size());
  for (const auto& token : entry.tokens) words.push_back(token.range);
  entry.rules = rule_labels(reading, words);
  entry.places.resize(entry.tokens.size());
  cut(entry);
  count_numbers(entry);
  look_into_brackets(entry);
  entry.style = style_of(entry.tokens);
  if (reading.people) {
    const auto behind = std::ranges::find_if(
        entry.tokens, [&](const Token& token) { return token.range.begin >= reading.authors_end; });
    entry.people = static_cast<std::size_t>(behind - entry.tokens.begin());
  }
  return entry;
}

Junction junction_of(const EntryView& entry, std::size_t index) {
  const Token& token = entry.tokens[index];
  const auto& rule = entry.rules[index];
  Junction made;
  made.separator = static_cast<std::uint8_t>(token.before);
  made.shape = static_cast<std::uint8_t>(token.shape);
  made.rule = static_cast<std::uint8_t>(1 + 2 * index_of(rule.label) + (rule.begins ? 1U : 0U));
  const Token* before = index > 0 ? &entry.tokens[index - 1] : nullptr;
  const bool part = before != nullptr && token.before == Separator::space && before->shape == Shape::capital_short;
  if (token.journal_begins) {
    made.name = part ? 4 : 1;
  } else if (token.in_journal) {
    made.name = 2;
  } else {
    made.name = before != nullptr && before->in_journal ? 3 : 0;
  }
  return made;
}

void read_features(const EntryView& entry, std::size_t index, Features& features, bool rules) {
  const auto& place = entry.places[index];
  const auto years = years_around(place);
  features.clear();
  add_own(entry, index, features);
  add_segment(entry, entry.sentences, place.sentence, years, {features, Family::sentence});
  add_place_in(entry.sentences[place.sentence], entry, index, {features, Family::in_sentence});
  add_segment(entry, entry.phrases, place.phrase, years, {features, Family::phrase});
  add_place_in(entry.phrases[place.phrase], entry, index, {features, Family::in_phrase});
  if (rules) add_rules(entry, index, {features, Family::rules});
}

void read_own_features(const EntryView& entry, std::size_t index, Features& features) {
  const auto& place = entry.places[index];
  features.clear();
  add_own(entry, index, features);
  add_place_in(entry.sentences[place.sentence], entry, index, {features, Family::in_sentence});
  add_place_in(entry.phrases[place.phrase], entry, index, {features, Family::in_phrase});
  add_rules(entry, index, {features, Family::rules});
}

void read_shared_features(const EntryView& entry, std::size_t index, Features& features) {
  const auto& place = entry.places[index];
  const auto years = years_around(place);
  features.clear();
  add_segment(entry, entry.sentences, place.sentence, years, {features, Family::sentence});
  add_segment(entry, entry.phrases, place.phrase, years, {features, Family::phrase});
}

bool shares_features(const EntryView& entry, std::size_t index) {
  if (index == 0) return false;
  const auto& one = entry.places[index - 1];
  const auto& other = entry.places[index];
  return one.sentence == other.sentence && one.phrase == other.phrase && years_around(one) == years_around(other);
}

}  // namespace claimbase::entry

#include "analysis/bibliography/entry_features.h"

#include <algorithm>

#include "analysis/bibliography/entry_lexicon.h"

namespace claimbase::entry {

namespace {

// The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
  return value ^ (value >> 31U);
}

std::uint64_t joined(std::uint64_t left, std::uint64_t right) {
  return mixed(left * 0x9E3779B97F4A7C15ULL + right + 0x632BE59BD9B4E019ULL);
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
    const auto closes = joined(number(tokens[last].after), bucket(last - first + 1));
    const auto inside = joined(closes, known != 0 ? 1U : 0U);
    for (auto i = first; i <= last; ++i) entry.places[i].bracket = joined(inside, number(tokens[first].before));
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
  return joined(joined(year * 2 + (quotes ? 1U : 0U), first), second);
}

class Maker {
 public:
  explicit Maker(Features& features) : features_(features) {}
  void operator()(std::uint64_t value) { features_.add(joined(++template_, value)); }
  void operator()(std::uint64_t one, std::uint64_t two) { features_.add(joined(joined(++template_, one), two)); }
  void operator()(std::uint64_t one, std::uint64_t two, std::uint64_t three) {
    features_.add(joined(joined(joined(++template_, one), two), three));
  }
  /// A family of features with the same meaning, whatever their number.
  void each_bit(std::uint32_t bits) {
    ++template_;
    for (std::uint64_t place = 0; bits != 0; ++place, bits >>= 1U) {
      if ((bits & 1U) != 0) features_.add(joined(template_, place));
    }
  }

 private:
  Features& features_;
  std::uint64_t template_ = 0;
};

const Token& neighbour(const std::vector<Token>& tokens, std::size_t index, int offset) {
  static const Token outside = [] {
    Token token;
    token.shape = Shape::uncased;
    token.before = Separator::start;
    token.after = Separator::end;
    return token;
  }();
  const auto place = static_cast<std::ptrdiff_t>(index) + offset;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(tokens.size())) return outside;
  return tokens[static_cast<std::size_t>(place)];
}

void add_words(const EntryView& entry, std::size_t index, Maker& add) {
  const auto at = [&](int offset) -> const Token& { return neighbour(entry.tokens, index, offset); };
  const Token& token = at(0);
  const bool numeric = is_number(token.shape);
  add(numeric ? 0 : token.word);
  add(at(-1).word);
  add(at(1).word);
  add(at(-2).word);
  add(at(2).word);
  add(at(-1).word, token.word);
  add(token.word, at(1).word);
  add(numeric ? 1 : token.prefix);
  add(numeric ? 1 : token.suffix);
  add(token.word, number(token.before));
  add(token.word, number(token.after));
}

void add_shapes(const EntryView& entry, std::size_t index, Maker& add) {
  const auto at = [&](int offset) -> const Token& { return neighbour(entry.tokens, index, offset); };
  const auto shape = [&](int offset) { return number(at(offset).shape); };
  const Token& token = at(0);
  const auto before = number(token.before);
  const auto after = number(token.after);
  add(0);
  add(shape(0));
  add(shape(-1));
  add(shape(1));
  add(shape(-1), shape(0));
  add(shape(0), shape(1));
  add(shape(-1), shape(0), shape(1));
  add(shape(-2), shape(-1), shape(0));
  add(shape(0), shape(1), shape(2));
  add(before);
  add(after);
  add(before, shape(0));
  add(shape(0), after);
  add(before, shape(0), after);
  add(joined(before, after), shape(0), shape(1));
  add(joined(before, after), shape(-1), shape(0));
  add(number(at(-1).before), before, shape(0));
  add(after, number(at(1).after), shape(0));
  add(joined(before, after), shape(0), joined(shape(1), number(at(1).after)));
  add(joined(number(at(-1).before), shape(-1)), joined(before, shape(0)), after);
  add((token.in_brackets ? 1U : 0U) + (token.in_quotes ? 2U : 0U), shape(0));
  add((token.in_brackets ? 1U : 0U) + (token.in_quotes ? 2U : 0U), number(at(-1).shape), before);
}

void add_lexicon(const EntryView& entry, std::size_t index, Maker& add) {
  const auto at = [&](int offset) -> const Token& { return neighbour(entry.tokens, index, offset); };
  const Token& token = at(0);
  add.each_bit(token.lexicon);
  add.each_bit(at(-1).lexicon);
  add.each_bit(at(1).lexicon);
  add(token.lexicon);
  add(token.lexicon, number(token.shape));
  add(at(-1).lexicon, token.lexicon);
  const auto known = [](const Token& each) {
    return (each.journal_begins ? 1U : 0U) + (each.in_journal ? 2U : 0U) + (each.in_organisation ? 4U : 0U);
  };
  add(known(token), number(token.before));
  add(known(at(-1)), known(token), known(at(1)));
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
  const auto years = (place.year_before ? 1U : 0U) + (place.year_after ? 2U : 0U);
  add(years);
  add(years, place.numbers_before);
  add(years, place.numbers_after);
  add(years, shape, number(token.before));
  add(joined(place.numbers_before, place.numbers_after), shape, years);
  add(place.numbers_after, shape, joined(number(token.before), number(token.after)));
  add(entry.style);
  add(entry.style, shape, number(token.before));
  add(entry.style, joined(number(token.before), number(token.after)));
  add(entry.style, years, std::min<std::size_t>(place.sentence, 4));
  add(place.bracket, shape);
  add(place.bracket, years, place.numbers_after);
}

std::uint64_t following(const EntryView& entry, std::size_t last) {
  const Token& next = neighbour(entry.tokens, last, 1);
  return joined(number(next.shape), number(next.before));
}

void add_segment(const EntryView& entry, std::size_t index, const EntryView::Segment& segment, std::size_t order,
                 std::size_t count, Maker& add) {
  const auto from_start = std::min<std::size_t>(order, 5);
  const auto from_end = std::min<std::size_t>(count - 1 - order, 5);
  const auto kind = joined(segment.capitals * 2U + (segment.digits ? 1U : 0U), segment.length);
  const auto known = segment.journal ? 1U : 0U;
  const auto next = following(entry, segment.last);
  const auto years = (entry.places[index].year_before ? 1U : 0U) + (entry.places[index].year_after ? 2U : 0U);
  const auto behind = bucket(entry.places[segment.last].numbers_after);
  add(from_start, from_end);
  add(from_end, kind);
  add(kind, next);
  add(kind, from_start, years);
  add(kind, next, known);
  add(from_end, next, segment.capitals);
  add(joined(kind, next), years, behind);
  add(index == segment.first ? 1U : 0U, kind, number(entry.tokens[segment.first].before));
  add(std::min<std::size_t>(index - segment.first, 4), segment.capitals, number(entry.tokens[index].shape));
}

void add_rules(const EntryView& entry, std::size_t index, Maker& add) {
  const auto rule = [&](int offset) -> std::uint64_t {
    const auto place = static_cast<std::ptrdiff_t>(index) + offset;
    if (place < 0 || place >= static_cast<std::ptrdiff_t>(entry.rules.size())) return 99;
    const auto& each = entry.rules[static_cast<std::size_t>(place)];
    return number(each.label) * 2 + (each.begins ? 1U : 0U);
  };
  const Token& token = entry.tokens[index];
  add(rule(0));
  add(rule(-1), rule(0));
  add(rule(0), rule(1));
  add(rule(-1), rule(0), rule(1));
  add(rule(0), number(token.before), number(token.shape));
  add(rule(0), number(token.after), number(token.shape));
  add(rule(0), entry.style);
  add(rule(0), token.lexicon);
  const auto& place = entry.places[index];
  add(rule(0), place.numbers_after, (place.year_before ? 1U : 0U) + (place.year_after ? 2U : 0U));
  const auto& sentence = entry.sentences[place.sentence];
  add(rule(0), joined(sentence.capitals, sentence.length),
      std::min<std::size_t>(entry.sentences.size() - 1 - place.sentence, 4));
}

}  // namespace

EntryView view_of(std::string_view text, const RuleReading& reading) {
  EntryView entry;
  entry.tokens = tokens_of(text);
  entry.rules = rule_labels(reading, entry.tokens);
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

Features features_of(const EntryView& entry, std::size_t index, bool rules) {
  Features features;
  Maker add(features);
  add_words(entry, index, add);
  add_shapes(entry, index, add);
  add_lexicon(entry, index, add);
  add_place(entry, index, add);
  const auto& place = entry.places[index];
  add_segment(entry, index, entry.sentences[place.sentence], place.sentence, entry.sentences.size(), add);
  add_segment(entry, index, entry.phrases[place.phrase], place.phrase, entry.phrases.size(), add);
  if (rules) add_rules(entry, index, add);
  return features;
}

}  // namespace claimbase::entry

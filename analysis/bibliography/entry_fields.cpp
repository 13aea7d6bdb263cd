#include "analysis/bibliography/entry_fields.h"

#include <algorithm>
#include <optional>

#include "analysis/bibliography/entry_lexicon.h"
#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

struct Run {
  std::size_t first = 0;
  std::size_t last = 0;  // inclusive
  float sure = 0;        // of the word that is least sure
};

std::vector<Run> runs_of(const std::vector<LabelledWord>& words, Label label) {
  std::vector<Run> runs;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].label != label) continue;
    if (runs.empty() || runs.back().last + 1 != i) runs.push_back({i, i, words[i].sure()});
    runs.back().last = i;
    runs.back().sure = std::min(runs.back().sure, words[i].sure());
  }
  return runs;
}

std::optional<Run> longest(const std::vector<Run>& runs) {
  if (runs.empty()) return std::nullopt;
  return *std::max_element(runs.begin(), runs.end(),
                           [](const Run& a, const Run& b) { return a.last - a.first < b.last - b.first; });
}

ByteRange range_of(const std::vector<Token>& tokens, const Run& run) {
  return {tokens[run.first].range.begin, tokens[run.last].range.end};
}

// Volume and page, but no container: it was read as the last sentence of the title.
std::vector<LabelledWord> with_container(const std::vector<Token>& tokens, std::vector<LabelledWord> words) {
  const auto has = [&](Label label) {
    return std::ranges::any_of(words, [label](const LabelledWord& word) { return word.label == label; });
  };
  if (!has(Label::volume) || !has(Label::page) || has(Label::container) || has(Label::publisher)) return words;
  const auto title = longest(runs_of(words, Label::title));
  if (!title) return words;
  for (auto i = title->last; i > title->first + 1; --i) {
    const auto before = tokens[i].before;
    if (before != Separator::full_stop && before != Separator::question && before != Separator::close_stop) continue;
    if (tokens[i - 1].shape == Shape::initial || tokens[i - 1].shape == Shape::capital_short) continue;
    for (auto word = i; word <= title->last; ++word) words[word].label = Label::container;
    break;
  }
  return words;
}

// "Proceedings of a meeting, Notes of a series Volume 12": the series is the one that the volume is of, and is told
// with the container.
void join_series(const std::vector<Token>& tokens, std::vector<LabelledWord>& words) {
  for (const auto& run : runs_of(words, Label::container)) {
    auto next = run.last + 1;
    if (next >= tokens.size() || tokens[next].before != Separator::comma) continue;
    while (next < tokens.size() && words[next].label == Label::other && !has_digits(tokens[next].shape) &&
           (next == run.last + 1 || tokens[next].before == Separator::space)) {
      ++next;
    }
    const bool numbered = next < tokens.size() && words[next].label == Label::volume &&
                          (tokens[next].lexicon & bit(LexiconFlag::volume)) != 0;
    if (!numbered || next - run.last < 3) continue;
    for (auto i = run.last + 1; i < next; ++i) words[i].label = Label::container;
  }
}

// A bracket whose other half is inside belongs to the text; a question mark and the dots of a gap end it.
std::string with_marks(std::string_view text, ByteRange range) {
  std::size_t begin = range.begin;
  std::size_t end = range.end;
  const auto inside = text.substr(begin, end - begin);
  const auto count = [&](char c) { return std::ranges::count(inside, c); };
  for (const auto& [open, close] : {std::pair{'(', ')'}, std::pair{'[', ']'}}) {
    if (count(open) > count(close) && end < text.size() && text[end] == close) ++end;
    if (count(close) > count(open) && begin > 0 && text[begin - 1] == open) --begin;
  }
  if (end < text.size() && (text[end] == '?' || text[end] == '!')) ++end;
  auto gap = end;
  while (gap < text.size() && text[gap] == ' ') ++gap;
  for (const std::string_view dots : {"[...]", "[…]"}) {
    if (text.substr(gap).starts_with(dots)) end = gap + dots.size();
  }
  return std::string(text.substr(begin, end - begin));
}

// "12-13" and "12/13" are one volume; what stands behind a space or a colon is something else.
bool goes_on(Separator separator) {
  return separator == Separator::dash || separator == Separator::slash || separator == Separator::dash_spaced;
}

bool is_roman(std::string_view word) {
  return word.find_first_not_of("ivxlcdm") == std::string_view::npos;
}

// Volume, issue and page without the words that announce them: from the first word with a digit on, to the last.
// "80-.), vol. 309" is announced in the middle; "vi-7" begins with a Roman number, "306-D" ends with a letter.
std::optional<Run> numbers_of(std::string_view text, const std::vector<Token>& tokens, const std::vector<Run>& runs,
                              LexiconFlag announcing) {
  for (auto run : runs) {
    const auto joined = [&](std::size_t i) { return tokens[i].after == Separator::dash; };
    const auto is_value = [&](std::size_t i) { return has_digits(tokens[i].shape); };
    for (std::size_t i = run.first + 1; i < run.last; ++i) {
      if ((tokens[i].lexicon & bit(announcing)) != 0 && !is_value(i) && is_value(i + 1)) run.first = i;
    }
    const auto is_first = [&](std::size_t i) {
      return is_value(i) || (joined(i) && is_value(i + 1) && is_roman(tokens[i].range.of(text)));
    };
    const auto is_last = [&](std::size_t i) {
      return is_value(i) || (i > run.first && joined(i - 1) && is_value(i - 1) && tokens[i].shape == Shape::initial);
    };
    while (run.first < run.last && !is_first(run.first)) ++run.first;
    while (run.last > run.first && !is_last(run.last)) --run.last;
    const auto announces = bit(LexiconFlag::volume) | bit(LexiconFlag::issue) | bit(LexiconFlag::page);
    if (is_value(run.first) || (tokens[run.first].lexicon & announces) == 0) return run;
  }
  return std::nullopt;
}

struct Written {
  std::string text;
  float sure = 0;
};

class Fields {
 public:
  Fields(const RuleReading& reading, const std::vector<Token>& tokens, const std::vector<LabelledWord>& words)
      : text_(reading.text), tokens_(tokens), words_(words) {}

  [[nodiscard]] Written text(Label label) const {
    auto run = longest(runs_of(words_, label));
    if (!run) return {"", absence(label)};
    run->last = end_of_bracket(*run);
    return {with_marks(text_, range_of(tokens_, *run)), run->sure};
  }

  [[nodiscard]] Written value(Label label) const {
    auto run = numbers_of(text_, tokens_, runs_of(words_, label), announcing_of(label));
    if (!run) return {"", absence(label)};
    auto last = run->first;
    while (last < run->last && goes_on(tokens_[last].after)) ++last;
    run->last = last;
    return {number_range(range_of(tokens_, *run).of(text_)), run->sure};
  }

  [[nodiscard]] std::optional<int> year(float& sure) const {
    sure = absence(Label::date);
    for (const auto& run : runs_of(words_, Label::date)) {
      for (std::size_t i = run.first; i <= run.last; ++i) {
        const auto number = scan::number_at(tokens_[i].range.of(text_), 0);
        const auto shape = tokens_[i].shape;
        if (number.digits != 4 || (shape != Shape::year && shape != Shape::digits_letter)) continue;
        if (number.value < kFirstYear || number.value > kLastYear) continue;  // "0000a"
        sure = words_[i].sure();
        return number.value;
      }
    }
    return std::nullopt;
  }

  /// How sure it is that a field is not there: no word is likely to be of it.
  [[nodiscard]] float absence(Label label) const {
    float most = 0;
    for (const auto& word : words_) most = std::max(most, word.probability[index_of(label)]);
    return 1.0F - most;
  }

  /// The first stretch of authors: what comes later are editors or translators.
  [[nodiscard]] std::optional<Run> authors() const {
    const auto runs = runs_of(words_, Label::author);
    if (runs.empty()) return std::nullopt;
    return runs.front();
  }

 private:
  // The last word of a bracket that is part of the name before it: "Copeia (Lawrence, KS)", "a frog (Anura)". A bracket
  // that holds a field, a cue or nothing but a year is none.
  [[nodiscard]] std::size_t end_of_bracket(const Run& run) const {
    auto last = run.last;
    const bool open = tokens_[run.last].in_brackets;
    if (!open && tokens_[run.last].after != Separator::open_bracket) return run.last;
    bool words = open;
    while (last + 1 < tokens_.size() && tokens_[last + 1].in_brackets) {
      const auto& next = tokens_[last + 1];
      const auto label = words_[last + 1].label;
      const bool field = label != Label::other && label != Label::place && label != Label::date;
      constexpr auto kCues = bit(LexiconFlag::edition) | bit(LexiconFlag::editor) | bit(LexiconFlag::thesis) |
                             bit(LexiconFlag::report) | bit(LexiconFlag::volume) | bit(LexiconFlag::issue) |
                             bit(LexiconFlag::page) | bit(LexiconFlag::supplement) | bit(LexiconFlag::month);
      const bool number = label == Label::other && has_digits(next.shape);  // "(Report 2019-07)"
      if (field || number || (next.lexicon & kCues) != 0) return run.last;
      if (last > run.last && tokens_[last].after == Separator::close_open) break;
      words = words || label != Label::date;
      ++last;
    }
    return words ? last : run.last;
  }

  [[nodiscard]] static LexiconFlag announcing_of(Label label) {
    if (label == Label::volume) return LexiconFlag::volume;
    return label == Label::issue ? LexiconFlag::issue : LexiconFlag::page;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const std::vector<LabelledWord>& words_;
};

void apply_authors(const RuleReading& reading, const std::vector<Token>& tokens, const Fields& fields,
                   Reference& reference) {
  const auto run = fields.authors();
  reference.confidence.authors = run ? run->sure : fields.absence(Label::author);
  if (!run) {
    if (reading.organisation) return;  // named by the lists: the organisation that publishes the page
    reference.authors.clear();
    reference.et_al = false;
    return;
  }
  const auto range = range_of(tokens, *run);
  auto end = static_cast<std::size_t>(range.end);
  if (end < reading.text.size() && reading.text[end] == '.') ++end;
  const bool as_ruled = tokens[run->first].range.begin == 0 && !reference.authors.empty() &&
                        reading.authors_end >= range.end && reading.authors_end <= end + 2;
  if (as_ruled) return;
  bool et_al = false;
  const bool page = !reference.url.empty() || !reference.accessed.empty();
  reference.authors = authors_in(std::string_view(reading.text).substr(range.begin, end - range.begin), page, et_al);
  reference.et_al = et_al;
}

}  // namespace

void apply_labels(const RuleReading& reading, const std::vector<Token>& tokens, const std::vector<LabelledWord>& words,
                  Reference& reference) {
  auto settled = with_container(tokens, words);
  join_series(tokens, settled);
  const Fields fields(reading, tokens, settled);
  apply_authors(reading, tokens, fields, reference);
  const auto set = [](const Written& written, std::string& field, float& sure) {
    field = written.text;
    sure = written.sure;
  };
  auto& confidence = reference.confidence;
  set(fields.text(Label::title), reference.title, confidence.title);
  set(fields.text(Label::container), reference.container_title, confidence.container_title);
  set(fields.value(Label::volume), reference.volume, confidence.volume);
  set(fields.value(Label::issue), reference.issue, confidence.issue);
  set(fields.value(Label::page), reference.page, confidence.page);
  set(fields.text(Label::publisher), reference.publisher, confidence.publisher);
  if (const auto year = fields.year(confidence.year)) reference.year = year;
}

}  // namespace claimbase::entry

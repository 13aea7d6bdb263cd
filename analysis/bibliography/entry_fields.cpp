#include "analysis/bibliography/entry_fields.h"

#include <algorithm>
#include <optional>

#include "analysis/bibliography/entry_lexicon.h"
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

std::string page_text(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = scan::at(text, i);
    if (scan::is_dash(c.value)) {
      if (out.empty() || out.back() != '-') out += '-';
    } else if (c.value != ' ') {
      out.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  return out;
}

// "12-13" and "12/13" are one volume; what stands behind a space or a colon is something else.
bool goes_on(Separator separator) {
  return separator == Separator::dash || separator == Separator::slash || separator == Separator::dash_spaced;
}

// Volume, issue and page without the words that announce them: from the first word with a digit on, to the last.
std::optional<Run> numbers_of(const std::vector<Token>& tokens, const std::vector<Run>& runs) {
  for (auto run : runs) {
    const auto is_value = [&](std::size_t i) { return has_digits(tokens[i].shape); };
    while (run.first < run.last && !is_value(run.first)) ++run.first;
    while (run.last > run.first && !is_value(run.last)) --run.last;
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
    const auto run = longest(runs_of(words_, label));
    if (!run) return {"", absence(label)};
    return {with_marks(text_, range_of(tokens_, *run)), run->sure};
  }

  [[nodiscard]] Written value(Label label) const {
    auto run = numbers_of(tokens_, runs_of(words_, label));
    if (!run) return {"", absence(label)};
    auto last = run->first;
    while (last < run->last && goes_on(tokens_[last].after)) ++last;
    run->last = last;
    return {page_text(range_of(tokens_, *run).of(text_)), run->sure};
  }

  [[nodiscard]] std::optional<int> year(float& sure) const {
    sure = absence(Label::date);
    for (const auto& run : runs_of(words_, Label::date)) {
      for (std::size_t i = run.first; i <= run.last; ++i) {
        const auto number = scan::number_at(tokens_[i].range.of(text_), 0);
        const auto shape = tokens_[i].shape;
        if (number.digits != 4 || (shape != Shape::year && shape != Shape::digits_letter)) continue;
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
  const Fields fields(reading, tokens, words);
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

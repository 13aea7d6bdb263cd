#include "analysis/bibliography/entry_tokens.h"

#include <algorithm>

#include "analysis/bibliography/entry_lexicon.h"
#include "analysis/bibliography/name_index.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/word_reader.h"

namespace claimbase::entry {

namespace {

Shape shape_of_letters(std::size_t letters, std::size_t upper, std::size_t lower, bool first_upper) {
  if (upper + lower == 0) return Shape::uncased;
  if (lower == 0) return letters == 1 ? Shape::initial : letters <= 3 ? Shape::initials : Shape::upper;
  if (upper == 0) return letters <= 3 ? Shape::lower_short : Shape::lower;
  if (!first_upper || upper > 1) return Shape::mixed;
  return letters <= 4 ? Shape::capital_short : Shape::capital;
}

Shape shape_of(std::string_view word) {
  std::size_t letters = 0;
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = scan::at(word, i);
    i += c.size;
    if (c.value < 0x80 && scan::is_digit(static_cast<char>(c.value))) {
      ++digits;
    } else {
      ++letters;
      upper += scan::is_upper(c.value) ? 1U : 0U;
      lower += scan::is_lower(c.value) ? 1U : 0U;
    }
  }
  if (digits == 0) return shape_of_letters(letters, upper, lower, scan::is_upper(scan::at(word, 0).value));
  if (letters > 0) return scan::is_digit(word.front()) ? Shape::digits_letter : Shape::letter_digits;
  switch (digits) {
    case 1:
      return Shape::digit;
    case 2:
      return Shape::digits2;
    case 3:
      return Shape::digits3;
    case 4:
      return word >= "1500" && word <= "2099" ? Shape::year : Shape::digits4;
    default:
      return Shape::digits_more;
  }
}

struct Marks {
  bool space = false;       // anywhere
  bool space_last = false;  // right before the next word
  int open = 0;
  int close = 0;
  bool quote_opens = false;
  bool quote_closes = false;
  bool stop = false;
  bool comma = false;
  bool semicolon = false;
  bool colon = false;
  bool dash = false;
  bool apostrophe = false;
  bool slash = false;
  bool ampersand = false;
  bool question = false;
  bool gap = false;
  bool any = false;
};

void note_quote(Marks& marks, bool spaced_before, bool spaced_after) {
  if (spaced_before && !spaced_after) {
    marks.quote_opens = true;
  } else {
    marks.quote_closes = true;
  }
}

Marks marks_of(std::string_view text, std::size_t begin, std::size_t end) {
  Marks marks;
  const auto between = text.substr(begin, end - begin);
  marks.gap = between.find("...") != std::string_view::npos || between.find("…") != std::string_view::npos;
  for (std::size_t i = 0; i < between.size();) {
    const auto c = scan::at(between, i);
    const bool last = i + c.size >= between.size();
    const bool space_before = begin + i == 0 || (i > 0 && (between[i - 1] == ' ' || between[i - 1] == '('));
    marks.space_last = false;
    if (c.value == ' ') {
      marks.space = true;
      marks.space_last = true;
      i += c.size;
      continue;
    }
    marks.any = true;
    if (c.value == '(' || c.value == '[' || c.value == '{') ++marks.open;
    if (c.value == ')' || c.value == ']' || c.value == '}') ++marks.close;
    if (c.value == '.') marks.stop = true;
    if (c.value == ',') marks.comma = true;
    if (c.value == ';') marks.semicolon = true;
    if (c.value == ':') marks.colon = true;
    if (c.value == '/') marks.slash = true;
    if (c.value == '&') marks.ampersand = true;
    if (c.value == '?' || c.value == '!') marks.question = true;
    if (scan::is_dash(c.value)) marks.dash = true;
    const bool single = c.value == '\'' || c.value == 0x2019 || c.value == 0x2018;
    if (single && between.size() == c.size) {
      marks.apostrophe = true;
    } else if (c.value == 0x201C || c.value == 0xAB || c.value == 0x2018 || c.value == 0x201E) {
      marks.quote_opens = true;
    } else if (c.value == 0x201D || c.value == 0xBB || c.value == 0x2019) {
      marks.quote_closes = true;
    } else if (c.value == '"' || c.value == '\'' || c.value == '`') {
      note_quote(marks, space_before, !last && between[i + c.size] == ' ');
    }
    i += c.size;
  }
  return marks;
}

Separator separator_of(const Marks& marks) {
  if (marks.quote_opens) return Separator::open_quote;
  if (marks.quote_closes) return Separator::close_quote;
  if (marks.gap) return Separator::gap;
  if (marks.close > 0 && marks.open > 0) return Separator::close_open;
  if (marks.close > 0) {
    if (marks.colon) return Separator::close_colon;
    return marks.stop || marks.comma || marks.semicolon ? Separator::close_stop : Separator::close_bracket;
  }
  if (marks.open > 0) {
    return marks.stop || marks.comma || marks.semicolon || marks.colon ? Separator::stop_open : Separator::open_bracket;
  }
  if (marks.question) return Separator::question;
  if (marks.stop && marks.comma) return Separator::stop_comma;
  if (marks.stop && marks.semicolon) return Separator::stop_semicolon;
  if (marks.ampersand) return Separator::ampersand;
  if (marks.semicolon) return Separator::semicolon;
  if (marks.colon) return marks.space ? Separator::colon : Separator::colon_glued;
  if (marks.stop) return marks.space_last ? Separator::full_stop : Separator::full_stop_glued;
  if (marks.comma) return marks.space_last ? Separator::comma : Separator::comma_glued;
  if (marks.dash) return marks.space ? Separator::dash_spaced : Separator::dash;
  if (marks.apostrophe) return Separator::apostrophe;
  if (marks.slash) return Separator::slash;
  if (marks.any) return Separator::other;
  return marks.space ? Separator::space : Separator::nothing;
}

struct Context {
  int brackets = 0;
  bool quotes = false;
};

void advance(Context& context, const Marks& marks) {
  context.brackets = std::clamp(context.brackets + marks.open - marks.close, 0, 4);
  if (marks.quote_closes) context.quotes = false;
  if (marks.quote_opens) context.quotes = true;
}

template <class Hits, class Mark>
void mark_hits(std::vector<Token>& tokens, const Hits& hits, Mark mark) {
  auto token = tokens.begin();
  for (const auto& hit : hits) {
    while (token != tokens.end() && token->range.begin < hit.range.begin) ++token;
    bool first = true;
    for (; token != tokens.end() && token->range.end <= hit.range.end; ++token) {
      mark(*token, first);
      first = false;
    }
  }
}

std::uint64_t edge_hash(std::string_view folded, bool front) {
  constexpr std::size_t kLetters = 3;
  const auto size = std::min(kLetters, folded.size());
  return hash_of_word(front ? folded.substr(0, size) : folded.substr(folded.size() - size));
}

}  // namespace

std::vector<ByteRange> word_ranges(std::string_view text) {
  std::vector<ByteRange> ranges;
  for (WordReader reader(text); ranges.size() < kMostTokens && reader.next();) ranges.push_back(reader.range());
  return ranges;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  auto words = folded_words(text);
  const auto journals = find_journals(text, words);
  const auto organisations = find_organisations(text, words);
  if (words.size() > kMostTokens) words.resize(kMostTokens);
  tokens.reserve(words.size());
  Context context;
  std::size_t end = 0;
  for (const auto& word : words) {
    Token token;
    token.range = word.range;
    token.word = hash_of_word(word.text);
    token.prefix = edge_hash(word.text, true);
    token.suffix = edge_hash(word.text, false);
    token.lexicon = lexicon_flags(token.word);
    token.length = static_cast<std::uint8_t>(std::min<std::size_t>(word.text.size(), 255));
    token.shape = shape_of(word.range.of(text));
    const auto marks = marks_of(text, end, word.range.begin);
    token.before = tokens.empty() ? Separator::start : separator_of(marks);
    advance(context, marks);
    token.in_brackets = context.brackets > 0;
    token.in_quotes = context.quotes;
    if (!tokens.empty()) tokens.back().after = token.before;
    end = word.range.end;
    tokens.push_back(token);
  }
  if (!tokens.empty()) tokens.back().after = Separator::end;
  mark_hits(tokens, journals, [](Token& token, bool first) {
    token.in_journal = true;
    token.journal_begins = first;
  });
  mark_hits(tokens, organisations, [](Token& token, bool) { token.in_organisation = true; });
  return tokens;
}

}  // namespace claimbase::entry

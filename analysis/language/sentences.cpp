#include "analysis/language/sentences.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

#include "analysis/language/fold_table.h"
#include "analysis/language/sentence_end.h"
#include "analysis/language/sentence_words.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestToken = 40;  // bytes looked back for an abbreviation or forward for a first word

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}
bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}
bool is_lower(char32_t c) {
  return u_islower(static_cast<UChar32>(c)) != 0;
}
bool is_upper(char32_t c) {
  return u_isupper(static_cast<UChar32>(c)) != 0;
}
bool is_digit(char32_t c) {
  return c < 0x80 ? (c >= '0' && c <= '9') : u_isdigit(static_cast<UChar32>(c)) != 0;
}
bool is_dash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015);
}

std::string folded(std::string_view word) {
  std::string out;
  fold_characters(word, out);
  return out;
}

/// The text of one range, with the questions its boundaries ask. Offsets are relative to the range.
class Splitter {
 public:
  Splitter(std::string_view text, const SentenceWords& words) : text_(text), words_(words) {}

  /// Whether the sentence ends at `end`, `stop` being its terminator and `start` the sentence's first byte.
  [[nodiscard]] bool ends(std::size_t start, std::size_t stop, std::size_t end) const {
    std::size_t next = end;
    bool spaced = false;
    for (; next < text_.size(); next += point(next).size, spaced = true) {
      if (!is_space(point(next).value)) break;
    }
    if (next >= text_.size()) return true;
    // Full stops of scripts that set no spaces (and of those that do) are never part of an abbreviation.
    const bool foreign = static_cast<unsigned char>(text_[stop]) >= 0x80 && point(stop).value != 0x2026;
    if (foreign) return true;
    if (text_[stop] != '.') return spaced && !continues(next);
    if (!spaced) return glued_sentence(start, stop, end);
    if (continues(next)) return false;
    if (is_decimal(stop, end) && !is_upper(point(next).value)) return false;
    return end > stop + 1 ? !is_ordinal(start, stop) : stop_ends(start, stop, next);
  }

 private:
  [[nodiscard]] CodePoint point(std::size_t at) const { return decode_utf8(text_, at); }

  /// What follows cannot begin a sentence: a small letter (SB8), a comma, a dash before a small letter.
  [[nodiscard]] bool continues(std::size_t next) const {
    if (small_start(next)) return false;
    while (next < text_.size()) {
      const CodePoint c = point(next);
      if (is_lower(c.value)) return true;
      if (c.value == ',' || c.value == ';' || c.value == ':') return true;
      if (!is_opening(c.value) && !is_dash(c.value) && !is_space(c.value)) return false;
      next += c.size;
    }
    return false;
  }

  /// Dutch sentences that begin with a clipped word: "'s Nachts", "'t Is".
  [[nodiscard]] bool small_start(std::size_t next) const {
    const CodePoint quote = point(next);
    if (quote.value != '\'' && quote.value != 0x2019 && quote.value != 0x2018) return false;
    const std::size_t at = next + quote.size;
    if (at + 2 >= text_.size() || text_[at + 1] != ' ') return false;
    return (text_[at] == 's' || text_[at] == 't') && is_upper(point(at + 2).value);
  }

  /// "1." before anything else in the sentence is a list number.
  [[nodiscard]] bool is_ordinal(std::size_t start, std::size_t stop) const {
    if (stop == start || stop - start > 3) return false;
    for (std::size_t at = start; at < stop; ++at) {
      if (text_[at] < '0' || text_[at] > '9') return false;
    }
    return true;
  }

  /// "1.86 (1.22 to 2.87)": digits on both sides of the stop. Before a capital they may be a marker ("in 2019.4 Zinc").
  [[nodiscard]] bool is_decimal(std::size_t stop, std::size_t end) const {
    if (stop == 0 || end == stop + 1 || !is_digit(static_cast<unsigned char>(text_[stop - 1]))) return false;
    return text_.substr(stop + 1, end - stop - 1).find_first_not_of("0123456789") == std::string_view::npos;
  }

  /// No space after the full stop: only text pasted without one ("slaap.Het"), or a marker before it ("slaap.3Het").
  [[nodiscard]] bool glued_sentence(std::size_t start, std::size_t stop, std::size_t end) const {
    if (!is_upper(point(end).value)) return false;
    std::size_t begin = stop;
    while (begin > start) {
      const CodePoint before = decode_utf8_before(text_, begin);
      if (!is_lower(before.value)) break;
      begin -= before.size;
    }
    // No vowel: "www.Voorbeeld" and other names.
    if (text_.substr(begin, stop - begin).find_first_of("aeiouy") == std::string_view::npos) return false;
    const bool at_word_start = begin == start || is_space(decode_utf8_before(text_, begin).value);
    const std::size_t second = end + point(end).size;
    return at_word_start && stop - begin >= 3 && second < text_.size() && is_lower(point(second).value);
  }

  /// The run of characters without white space before `stop`, opening marks left out.
  [[nodiscard]] std::string_view token_before(std::size_t start, std::size_t stop) const {
    std::size_t begin = stop;
    while (begin > start && stop - begin < kLongestToken) {
      const CodePoint before = decode_utf8_before(text_, begin);
      if (is_space(before.value) || is_opening(before.value) || before.value == '/') break;
      begin -= before.size;
    }
    return text_.substr(begin, stop - begin);
  }

  [[nodiscard]] std::string first_word(std::size_t next) const {
    std::size_t begin = next;
    while (begin < text_.size() && is_opening(point(begin).value)) begin += point(begin).size;
    std::size_t end = begin;
    while (end < text_.size() && end - begin < kLongestToken && is_letter(point(end).value)) end += point(end).size;
    return folded(text_.substr(begin, end - begin));
  }

  /// A full stop with a space and no small letter after it.
  [[nodiscard]] bool stop_ends(std::size_t start, std::size_t stop, std::size_t next) const {
    if (is_ordinal(start, stop)) return false;
    const std::string_view token = token_before(start, stop);
    if (token.empty()) return true;
    const auto kind = words_.abbreviation(folded(token));
    if (kind) return abbreviation_ends(*kind, next);
    const CodePoint only = decode_utf8(token, 0);
    if (only.size == token.size() && is_upper(only.value)) return letter_ends(start, stop, next);
    // "F.H. Nielsen": initials without a space between.
    const CodePoint last = decode_utf8_before(token, token.size());
    const bool dotted = token.size() > last.size && token[token.size() - last.size - 1] == '.';
    return !(dotted && is_upper(last.value)) || words_.starts_sentence(first_word(next));
  }

  [[nodiscard]] bool abbreviation_ends(Abbreviation kind, std::size_t next) const {
    switch (kind) {
      case Abbreviation::title:
        return false;
      case Abbreviation::last:
        return true;
      case Abbreviation::number:
        if (is_digit(point(next).value)) return false;
        [[fallthrough]];
      case Abbreviation::middle:
        break;
    }
    return words_.starts_sentence(first_word(next));
  }

  /// A single capital before the full stop: "vitamine D." ends a sentence, "F." in a name does not.
  [[nodiscard]] bool letter_ends(std::size_t start, std::size_t stop, std::size_t next) const {
    std::size_t end = stop - decode_utf8_before(text_, stop).size;
    while (end > start && is_space(decode_utf8_before(text_, end).value)) end -= decode_utf8_before(text_, end).size;
    const std::string_view before = token_before(start, end);
    if (before.empty()) return false;
    if (words_.takes_letter(folded(before))) return true;
    const bool common_word = is_lower(decode_utf8(before, 0).value);
    return common_word && words_.starts_sentence(first_word(next));
  }

  std::string_view text_;
  const SentenceWords& words_;
};

}  // namespace

namespace {

/// Bytes at which something may end: the ASCII terminators, a line's end, any byte of a longer sequence.
constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> stops{};
  for (std::size_t byte = 0x80; byte < 256; ++byte) stops[byte] = true;
  for (const char c : {'.', '!', '?', '\n'}) stops[static_cast<unsigned char>(c)] = true;
  return stops;
}
constexpr std::array<bool, 256> kStops = make_stops();

/// Whether one of eight bytes is such a byte (Warren, Hacker's Delight, 6-1: a byte of a number is zero).
bool holds_stop(std::uint64_t eight) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const auto equals = [&](char c) {
    const std::uint64_t zero = eight ^ (kOnes * static_cast<unsigned char>(c));
    return (zero - kOnes) & ~zero;
  };
  return ((eight | equals('.') | equals('!') | equals('?') | equals('\n')) & (kOnes << 7U)) != 0;
}

/// The first such byte at or behind `at`.
std::size_t next_stop(std::string_view text, std::size_t at) {
  std::uint64_t eight = 0;
  for (; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (holds_stop(eight)) break;
  }
  while (at < text.size() && !kStops[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

/// An empty line parts paragraphs; one line's end is white space, as in text wrapped by hand.
bool is_paragraph_end(std::string_view text, std::size_t newline) {
  std::size_t at = newline + 1;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r')) ++at;
  return at < text.size() && text[at] == '\n';
}

void add_sentence(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t offset,
                  std::vector<ByteRange>& out) {
  while (begin < end && is_space(decode_utf8(text, begin).value)) begin += decode_utf8(text, begin).size;
  while (end > begin) {
    const CodePoint last = decode_utf8_before(text.substr(0, end), end);
    if (!is_space(last.value)) break;
    end -= last.size;
  }
  if (end > begin)
    out.push_back({static_cast<std::uint32_t>(begin) + offset, static_cast<std::uint32_t>(end) + offset});
}

/// "[...]", "(!)": a mark about the text, not its end. The offset of its closing bracket, or `stop` where it is no such
/// mark.
std::size_t bracketed_mark_end(std::string_view text, std::size_t stop) {
  const bool opened = stop > 0 && (text[stop - 1] == '(' || text[stop - 1] == '[');
  if (!opened) return stop;
  std::size_t end = stop;
  while (end < text.size() && is_terminator(decode_utf8(text, end).value)) end += decode_utf8(text, end).size;
  return end < text.size() && (text[end] == ')' || text[end] == ']') ? end : stop;
}

}  // namespace

std::vector<ByteRange> split_sentences(std::string_view whole, ByteRange within, std::string_view language) {
  constexpr std::uint32_t kUsualSentence = 80;  // bytes
  std::vector<ByteRange> out;
  if (within.empty() || within.end > whole.size()) return out;
  out.reserve(1 + within.size() / kUsualSentence);
  const std::string_view text = within.of(whole);
  const Splitter splitter(text, sentence_words(language));
  std::size_t start = 0;
  const auto skip_space = [&](std::size_t at) {
    while (at < text.size() && is_space(decode_utf8(text, at).value)) at += decode_utf8(text, at).size;
    return at;
  };
  start = skip_space(0);
  for (std::size_t at = next_stop(text, start); at < text.size(); at = next_stop(text, at)) {
    const CodePoint point = decode_utf8(text, at);
    if (text[at] == '\n' && is_paragraph_end(text, at)) {
      add_sentence(text, start, at, within.begin, out);
      at = start = skip_space(at);
      continue;
    }
    if (!is_terminator(point.value)) {
      at += point.size;
      continue;
    }
    if (const std::size_t mark = bracketed_mark_end(text, at); mark > at) {
      at = mark;
      continue;
    }
    const std::size_t end = sentence_tail(text, at);
    if (splitter.ends(start, at, end)) {
      add_sentence(text, start, end, within.begin, out);
      at = start = skip_space(end);
    } else {
      at = end;
    }
  }
  add_sentence(text, start, text.size(), within.begin, out);
  return out;
}

}  // namespace claimbase

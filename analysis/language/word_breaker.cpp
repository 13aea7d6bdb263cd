#include "analysis/language/word_breaker.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <stdexcept>

#include "analysis/language/utf8.h"
#include "analysis/language/word_class.h"

namespace claimbase {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

struct Classified {
  WordClass kind = WordClass::other;
  std::uint32_t size = 0;  // 0 at the end of the text
  bool valid = true;
};

constexpr WordClass class_of_byte(char c) {
  return kByteWordClass[static_cast<unsigned char>(c)];
}

constexpr bool is_ascii_letter(char c) {
  return class_of_byte(c) == WordClass::letter;
}

Classified classify(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  if (static_cast<unsigned char>(text[at]) < 0x80U) return {class_of_byte(text[at]), 1, true};
  const CodePoint point = decode_utf8(text, at);
  return {point.valid ? word_class(point.value) : WordClass::other, point.size, point.valid};
}

bool is_core(WordClass kind) {
  return kind == WordClass::letter || kind == WordClass::digit || kind == WordClass::connector;
}

/// WB6, WB7 (letters) and WB11, WB12 (digits): whether `middle` joins what stands before it and after it.
bool joins(WordClass before, WordClass middle, WordClass after) {
  if (before != after) return false;
  if (before == WordClass::letter) return middle == WordClass::mid_letter || middle == WordClass::mid_both;
  return before == WordClass::digit && (middle == WordClass::mid_number || middle == WordClass::mid_both);
}

bool has_alphanumeric(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode_utf8(word, at);
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) return true;
    at += point.size;
  }
  return false;
}

std::size_t cut_of_long_word(std::string_view text, std::size_t begin) {
  std::size_t end = begin + kMaxWordBytes;
  while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return end;
}

inline void add_word(std::string_view text, std::size_t begin, std::size_t end, std::vector<ByteRange>& out) {
  if (end - begin > kMaxWordBytes) end = cut_of_long_word(text, begin);
  out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
}

/// Where the word that starts at `begin` ends; npos where a complex character decides.
std::size_t plain_word_end(std::string_view text, std::size_t begin, bool& alphanumeric) {
  Classified current = classify(text, begin);
  std::size_t at = begin;
  for (;;) {
    alphanumeric = alphanumeric || current.kind != WordClass::connector;
    at += current.size;
    while (current.kind == WordClass::letter && at < text.size() && is_ascii_letter(text[at])) ++at;
    const Classified next = classify(text, at);
    if (next.kind == WordClass::complex) return std::string_view::npos;
    if (is_core(next.kind)) {
      current = next;
      continue;
    }
    if (next.kind == WordClass::other) return at;
    const Classified after = classify(text, at + next.size);
    if (after.kind == WordClass::complex) return std::string_view::npos;
    if (!joins(current.kind, next.kind, after.kind)) return at;
    at += next.size;
    current = after;
  }
}

/// The end of a word of ASCII letters that begins at `begin`, where the bytes behind it leave no doubt that it ends
/// there: most words. Else 0.
std::size_t simple_word_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  if (at == begin) return 0;
  if (at == text.size() || class_of_byte(text[at]) == WordClass::other) return at;
  if (text[at] != ',' && text[at] != '.') return 0;
  return at + 1 == text.size() || class_of_byte(text[at + 1]) == WordClass::other ? at : 0;
}

/// What surely parts words: ASCII spaces and controls, and "@", which is a letter to ICU 72 and not to UAX #29.
bool separates(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == '@';
}

/// The end of the fragment around `at`: the next separating or invalid byte.
std::size_t fragment_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !separates(text[at])) {
    const CodePoint point = decode_utf8(text, at);
    if (!point.valid) break;
    at += point.size;
  }
  return at;
}

}  // namespace

struct WordBreaker::Iterator {
  std::unique_ptr<UBreakIterator, CloseIterator> words;
  std::unique_ptr<UText, CloseText> text;
};

WordBreaker::WordBreaker() : icu_(std::make_unique<Iterator>()) {}
WordBreaker::~WordBreaker() = default;
WordBreaker::WordBreaker(WordBreaker&&) noexcept = default;
WordBreaker& WordBreaker::operator=(WordBreaker&&) noexcept = default;

void WordBreaker::fragment_by_icu(std::string_view text, std::size_t begin, std::size_t end,
                                  std::vector<ByteRange>& out) {
  UErrorCode status = U_ZERO_ERROR;
  if (!icu_->words) icu_->words.reset(ubrk_open(UBRK_WORD, "en", nullptr, 0, &status));
  UText* opened =
      utext_openUTF8(icu_->text.get(), text.data() + begin, static_cast<std::int64_t>(end - begin), &status);
  if (!icu_->text) icu_->text.reset(opened);
  if (U_FAILURE(status) == 0) ubrk_setUText(icu_->words.get(), opened, &status);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU has no word boundaries");
  std::size_t from = 0;
  for (std::int32_t to = ubrk_next(icu_->words.get()); to != UBRK_DONE; to = ubrk_next(icu_->words.get())) {
    const auto until = static_cast<std::size_t>(to);
    const bool word = ubrk_getRuleStatus(icu_->words.get()) >= UBRK_WORD_NUMBER;
    if (word && has_alphanumeric(text.substr(begin + from, until - from))) {
      add_word(text, begin + from, begin + until, out);
    }
    from = until;
  }
}

void WordBreaker::find(std::string_view text, std::vector<ByteRange>& out) {
  std::size_t fragment = 0;               // after the last byte that separates
  std::size_t fragment_out = out.size();  // the words found before it
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == ' ') {  // as every second step is
      fragment = ++at;
      fragment_out = out.size();
      continue;
    }
    if (const std::size_t end = simple_word_end(text, at); end != 0) {
      add_word(text, at, end, out);
      at = end;
      continue;
    }
    const Classified here = classify(text, at);
    if (separates(text[at]) || !here.valid) {
      fragment = at += here.size;
      fragment_out = out.size();
      continue;
    }
    std::size_t end = at + here.size;
    bool alphanumeric = false;
    if (here.kind == WordClass::complex)
      end = std::string_view::npos;
    else if (is_core(here.kind))
      end = plain_word_end(text, at, alphanumeric);
    if (end == std::string_view::npos) {
      out.resize(fragment_out);
      end = fragment_end(text, at);
      fragment_by_icu(text, fragment, end, out);
    } else if (alphanumeric) {
      add_word(text, at, end, out);
    }
    at = end;
  }
}

void WordBreaker::find_by_icu(std::string_view text, std::vector<ByteRange>& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = fragment_end(text, at);
    if (end > at) fragment_by_icu(text, at, end, out);
    at = end > at ? end : at + 1;
  }
}

}  // namespace claimbase

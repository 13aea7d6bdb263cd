#include "analysis/bibliography/word_reader.h"

#include <array>

#include "analysis/bibliography/hash_filter.h"
#include "analysis/bibliography/scan.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

// ASCII letters and digits in lower case; 0 for other ASCII, 1 for bytes beyond.
constexpr std::array<char, 256> kLower = [] {
  std::array<char, 256> table{};
  for (std::size_t c = '0'; c <= '9'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) table[c] = static_cast<char>(c);
  for (std::size_t c = 'A'; c <= 'Z'; ++c) table[c] = static_cast<char>(c - 'A' + 'a');
  for (std::size_t c = 128; c < 256; ++c) table[c] = 1;
  return table;
}();
constexpr char kBeyond = 1;

char lower(char c) {
  return kLower[static_cast<unsigned char>(c)];
}

}  // namespace

bool WordReader::next() {
  auto i = end_;
  for (; i < text_.size(); ++i) {
    const char c = lower(text_[i]);
    if (c == 0) continue;
    if (c != kBeyond) break;
    const auto point = scan::at(text_, i);
    if (scan::is_word(point.value)) break;
    i += point.size - 1;
  }
  begin_ = i;
  hash_ = kEmptyWordHash;
  ascii_ = true;
  char c = 0;
  for (; i < text_.size() && (c = lower(text_[i])) > kBeyond; ++i) hash_ = hash_step(hash_, c);
  end_ = i;
  if (i < text_.size() && c == kBeyond) read_other();
  return end_ > begin_;
}

// The word goes on beyond ASCII, or ends before a dash or a quote.
void WordReader::read_other() {
  for (auto point = scan::at(text_, end_); point.size > 0 && scan::is_word(point.value);
       point = scan::at(text_, end_)) {
    ascii_ = ascii_ && point.value < 0x80;
    end_ += point.size;
  }
  if (ascii_) return;
  folded_ = fold_alphanumeric(text_.substr(begin_, end_ - begin_));
  hash_ = word_hash(folded_);
}

std::string WordReader::folded() const {
  if (!ascii_) return folded_;
  std::string out(text_.substr(begin_, end_ - begin_));
  for (char& c : out) c = lower(c);
  return out;
}

void WordReader::append_folded(std::string& out) const {
  const std::string_view word = ascii_ ? text_.substr(begin_, end_ - begin_) : folded_;
  const std::size_t size = out.size();
  out += word;
  if (!ascii_) return;
  for (std::size_t i = size; i < out.size(); ++i) out[i] = lower(out[i]);
}

bool WordReader::starts_upper() const {
  const auto c = scan::at(text_, begin_).value;
  return scan::is_upper(c) || (c < 0x80 && scan::is_digit(static_cast<char>(c)));
}

}  // namespace claimbase

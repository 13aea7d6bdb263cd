#include "query/word_variants.h"

#include <algorithm>
#include <stdexcept>

#include "analysis/language/form_walk.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

enum class Letters : std::uint8_t { digit, latin, greek, other };

Letters letters_of(char32_t c) {
  if (c >= U'0' && c <= U'9') return Letters::digit;
  if (c >= 0x370 && c <= 0x3FF) return Letters::greek;
  return c < 0x80 ? Letters::latin : Letters::other;
}

// "nih3t3": "nih", "3", "t", "3"; "tnfα": "tnf", "α". One piece where all are of one kind, or a letter is of none.
std::vector<std::string> pieces_of(std::string_view word) {
  std::vector<std::string> pieces;
  Letters last = Letters::other;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode_utf8(word, at);
    const Letters letters = letters_of(c.value);
    if (letters == Letters::other) return {std::string(word)};
    if (pieces.empty() || letters != last) pieces.emplace_back();
    pieces.back() += word.substr(at, c.size);
    last = letters;
    at += c.size;
  }
  return pieces;
}

std::string joined(const std::vector<std::string>& pieces, std::string_view between) {
  std::string all;
  for (const std::string& piece : pieces) all += (all.empty() ? std::string_view() : between), all += piece;
  return all;
}

}  // namespace

WordVariants::WordVariants() {
  for (const auto& row : tsv_rows(resource("search/spellings.tsv"))) {
    if (row.size() < 3) throw std::logic_error("spellings: a row with too few columns");
    const Where where = row[2] == "word" ? Where::word : row[2] == "end" ? Where::end : Where::part;
    spellings_.push_back({std::string(row[0]), std::string(row[1]), where});
    spellings_.push_back({std::string(row[1]), std::string(row[0]), where});
  }
}

std::string WordVariants::respelled(std::string_view word, const Spelling& spelling) {
  switch (spelling.where) {
    case Where::word:
      return word == spelling.from ? spelling.to : "";
    case Where::end:
      if (!word.ends_with(spelling.from) || word.size() < spelling.from.size() + 2) return "";
      return std::string(word.substr(0, word.size() - spelling.from.size())) + spelling.to;
    case Where::part:
      break;
  }
  // "aemia" holds "emia" already.
  const bool longer = spelling.to.find(spelling.from) != std::string::npos;
  if (longer && word.find(spelling.to) != std::string_view::npos) return "";
  const std::size_t at = word.find(spelling.from);
  if (at == std::string_view::npos) return "";
  return std::string(word.substr(0, at)) + spelling.to + std::string(word.substr(at + spelling.from.size()));
}

std::vector<std::string> WordVariants::of(std::string_view word) const {
  std::vector<std::string> variants;
  const auto add = [&](std::string variant) {
    if (variant.empty() || variant == word || std::ranges::find(variants, variant) != variants.end()) return;
    variants.push_back(std::move(variant));
  };
  for (const Spelling& spelling : spellings_) add(respelled(word, spelling));
  std::vector<std::string> pieces = pieces_of(word);
  if (pieces.size() < 2) return variants;
  add(joined(pieces, " "));
  // "nih3t3" is printed "NIH 3T3" rather than "NIH 3 T 3".
  if (pieces.size() > 2) add(pieces.front() + " " + joined({pieces.begin() + 1, pieces.end()}, ""));
  bool named = false;
  for (std::string& piece : pieces) {
    for (const Spelling& spelling : spellings_) {
      if (spelling.where != Where::word || piece != spelling.from ||
          letters_of(decode_utf8(piece, 0).value) != Letters::greek)
        continue;
      piece = spelling.to;
      named = true;
      break;
    }
  }
  if (named) {
    add(joined(pieces, " "));
    add(joined(pieces, ""));
  }
  return variants;
}

}  // namespace claimbase

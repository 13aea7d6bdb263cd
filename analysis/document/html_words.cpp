// The words of a text node and the source bytes they stand for. Gumbo decodes entities and leaves out stray tags; it
// gives only where the node began and ended.
#include <algorithm>

#include "analysis/document/html_walk.h"
#include "analysis/language/utf8.h"

namespace claimbase::reading {
namespace {

// The length of an entity, its '&' at `at`; 1 where none stands there.
std::size_t entity_length(std::string_view source, std::size_t at) {
  constexpr std::size_t kLongest = 34;  // "&CounterClockwiseContourIntegral;"
  std::size_t end = at + 1;
  if (end < source.size() && source[end] == '#') ++end;
  const std::size_t name = end;
  while (end < source.size() && end - at < kLongest &&
         ((source[end] >= '0' && source[end] <= '9') || (source[end] >= 'A' && source[end] <= 'Z') ||
          (source[end] >= 'a' && source[end] <= 'z')))
    ++end;
  if (end == name) return 1;
  return (end < source.size() && source[end] == ';' ? end + 1 : end) - at;
}

// "&amp;" decodes to what it begins with.
bool is_ampersand(std::string_view entity) {
  return entity.starts_with("&amp") || entity.starts_with("&AMP") || entity.starts_with("&#38") ||
         entity.starts_with("&#x26") || entity.starts_with("&#X26");
}

}  // namespace

void HtmlWalker::aligned(std::string_view words, ByteRange source) {
  const std::string_view original = source.of(page_.source);
  if (words.size() == original.size()) return build_.text(words, source);
  const auto range = [&](std::size_t begin, std::size_t end) {
    return ByteRange{source.begin + static_cast<std::uint32_t>(begin), source.begin + static_cast<std::uint32_t>(end)};
  };
  std::size_t i = 0;  // in words
  std::size_t j = 0;  // in original
  while (i < words.size() && j < original.size()) {
    const std::size_t from = i;
    const std::size_t from_source = j;
    while (i < words.size() && j < original.size() && words[i] == original[j] && original[j] != '&') ++i, ++j;
    if (i > from) build_.text(words.substr(from, i - from), range(from_source, j));
    if (i >= words.size() || j >= original.size()) break;
    if (original[j] == '\r') {
      ++j;
    } else if (original[j] == '<') {
      j = std::min(original.find('>', j), original.size() - 1) + 1;
    } else if (original[j] == '&') {
      std::size_t length = entity_length(original, j);
      if (words[i] == '&' && !is_ampersand(original.substr(j, length))) length = 1;
      const std::size_t decoded = std::max<std::size_t>(decode_utf8(words, i).size, 1);
      build_.text(words.substr(i, decoded), range(j, j + length));
      i += decoded;
      j += length;
    } else {
      break;  // something else was left out: the rest stands for the rest
    }
  }
  if (i < words.size()) build_.text(words.substr(i), range(std::min(j, original.size()), original.size()));
}

}  // namespace claimbase::reading

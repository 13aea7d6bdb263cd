#include "analysis/document/yaml_block.h"

#include <algorithm>

#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kMostLines = 1000;
constexpr std::size_t kLongestKey = 64;

ByteRange unquote(std::string_view text, ByteRange value) {
  value = trim(text, value);
  const std::string_view words = value.of(text);
  const bool quoted =
      words.size() >= 2 && (words.front() == '"' || words.front() == '\'') && words.back() == words.front();
  return quoted ? ByteRange{value.begin + 1, value.end - 1} : value;
}

bool is_key_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// "key:" or "key: value".
void read_key(std::string_view text, ByteRange range, YamlLine& made) {
  const std::string_view line = range.of(text);
  std::size_t colon = 0;
  while (colon < line.size() && colon < kLongestKey && is_key_character(line[colon])) ++colon;
  if (colon == 0 || colon >= line.size() || line[colon] != ':') return;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return;
  const auto at = range.begin + static_cast<std::uint32_t>(colon);
  made.key = {range.begin, at};
  made.value = unquote(text, {at + 1, range.end});
}

YamlLine read_line(std::string_view text, ByteRange whole) {
  YamlLine made;
  made.line = trim(text, whole);
  made.indent = made.line.begin - whole.begin;
  ByteRange rest = made.line;
  const std::string_view words = rest.of(text);
  if (words.starts_with("- ") || words == "-") {
    made.item = true;
    rest = trim(text, {rest.begin + 1, rest.end});
  }
  read_key(text, rest, made);
  if (made.key.empty()) made.value = unquote(text, rest);
  return made;
}

class BlockReader {
 public:
  explicit BlockReader(std::string_view text) : text_(text) {}

  std::optional<YamlBlock> read(std::uint32_t begin) {
    const std::size_t first = text_.find_first_not_of(" \t\r\n", begin);
    if (first == std::string_view::npos) return std::nullopt;
    auto at = static_cast<std::uint32_t>(first);
    if (next_line(at).of(text_) != "---") return std::nullopt;
    YamlBlock made;
    // A closing line that stands behind prose belongs to the prose: the block was never closed.
    for (at = after_; at < text_.size() && made.lines.size() < kMostLines; at = after_) {
      const ByteRange whole = next_line(at);
      const YamlLine line = read_line(text_, whole);
      const std::string_view words = line.line.of(text_);
      if (words == "---" || words == "...") {
        made.end = after_;
        break;
      }
      if (words.empty()) {
        if (made.end == 0) made.end = after_;
        continue;
      }
      if (!is_yaml(line, made)) break;
      made.lines.push_back(line);
      made.end = 0;
    }
    if (made.lines.empty() || made.lines.front().key.empty()) return std::nullopt;
    if (made.end == 0) made.end = at;
    return made;
  }

 private:
  ByteRange next_line(std::uint32_t at) {
    const auto end = static_cast<std::uint32_t>(std::min(text_.find_first_of("\r\n", at), text_.size()));
    after_ = end;
    if (after_ < text_.size() && text_[after_] == '\r') ++after_;
    if (after_ < text_.size() && text_[after_] == '\n' && (after_ == end || text_[after_ - 1] == '\r')) ++after_;
    return trim_end({at, end});
  }

  ByteRange trim_end(ByteRange range) const {
    while (range.end > range.begin && (text_[range.end - 1] == ' ' || text_[range.end - 1] == '\t')) --range.end;
    return range;
  }

  // Below a blank line only what has a key; above one a string may go on at the margin, but "##" opens the article.
  bool is_yaml(const YamlLine& line, const YamlBlock& block) const {
    if (!line.key.empty() || line.indent > 0) return true;
    return block.end == 0 && !line.line.of(text_).starts_with("##");
  }

  std::string_view text_;
  std::uint32_t after_ = 0;
};

}  // namespace

std::optional<YamlBlock> read_yaml_block(std::string_view text, std::uint32_t begin) {
  return BlockReader(text).read(begin);
}

std::vector<ByteRange> read_flow_list(std::string_view text, ByteRange value) {
  std::vector<ByteRange> made;
  const std::string_view words = value.of(text);
  if (words.size() < 2 || words.front() != '[' || words.back() != ']') return made;
  char quote = '\0';
  std::uint32_t begin = value.begin + 1;
  for (std::uint32_t i = begin; i < value.end; ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
      continue;
    }
    if (c == '"' || c == '\'') quote = trim(text.substr(begin, i - begin)).empty() ? c : '\0';
    if (c != ',' && i + 1 != value.end) continue;
    const ByteRange string = unquote(text, {begin, i});
    if (!string.empty()) made.push_back(string);
    begin = i + 1;
  }
  return made;
}

}  // namespace claimbase::reading

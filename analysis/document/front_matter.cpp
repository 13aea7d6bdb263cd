#include "analysis/document/front_matter.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "analysis/document/date_line.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kMostLines = 500;

std::string_view field_of(std::string_view key) {
  static const std::unordered_map<std::string, std::string> fields = [] {
    std::unordered_map<std::string, std::string> made;
    for (const auto& row : tsv_rows(resource("document/front_matter.tsv"))) made.emplace(fold(row.at(2)), row.at(0));
    return made;
  }();
  const auto found = fields.find(fold(key));
  return found == fields.end() ? std::string_view() : std::string_view(found->second);
}

// "key:" or "key: value" at the margin.
std::size_t key_length(std::string_view line) {
  const std::size_t colon = line.substr(0, 64).find(':');
  if (colon == std::string_view::npos || colon == 0) return 0;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return 0;
  return line.substr(0, colon).find_first_of(" \t\"") == std::string_view::npos ? colon : 0;
}

std::string_view unquote(std::string_view value) {
  value = trim(value);
  const bool quoted =
      value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

void take_value(std::string_view line, Document& document) {
  const std::size_t length = key_length(line);
  if (length == 0) return;
  const std::string_view field = field_of(line.substr(0, length));
  const std::string_view value = unquote(line.substr(length + 1));
  if (field == "title" && document.title.empty()) document.title = value;
  if (field == "publisher" && document.publisher.empty()) document.publisher = value;
  if (field == "date" && document.date.empty()) {
    if (const auto date = read_date_line(value)) document.date = date->date;
  }
}

// Up to the closing line; without one up to the first blank line.
std::size_t find_end(std::string_view text, const std::vector<Line>& lines, std::size_t first) {
  const std::size_t limit = std::min(lines.size(), first + kMostLines);
  std::size_t blank = limit;
  for (std::size_t i = first + 1; i < limit; ++i) {
    const std::string_view line = lines[i].range.of(text);
    if (line == "---" || line == "...") return i + 1;
    if (line.empty() && blank == limit) blank = i;
  }
  return blank;
}

}  // namespace

std::size_t read_front_matter(const std::vector<Line>& lines, std::size_t first, Document& document) {
  const std::string_view text = document.text;
  std::size_t begin = first;
  while (begin < lines.size() && lines[begin].range.empty()) ++begin;
  if (begin + 1 >= lines.size() || lines[begin].range.of(text) != "---" ||
      key_length(lines[begin + 1].range.of(text)) == 0)
    return first;
  const std::size_t end = find_end(text, lines, begin);
  Block block;
  block.role = BlockRole::metadata;
  block.range = {lines[begin].range.begin, lines[begin].range.end};
  for (std::size_t i = begin + 1; i < end; ++i) {
    if (lines[i].range.empty()) continue;
    block.range.end = lines[i].range.end;
    if (lines[i].indent == 0) take_value(lines[i].range.of(text), document);
  }
  document.blocks.push_back(std::move(block));
  return end;
}

}  // namespace claimbase::reading

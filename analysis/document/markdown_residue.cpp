#include "analysis/document/markdown_residue.h"

#include <algorithm>

#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

Residue load() {
  Residue made;
  for (const auto& row : tsv_rows(resource("document/markdown_residue.tsv"))) {
    const std::string_view kind = row.at(0);
    std::string opening(row.at(1));
    if (kind == "pair") made.pairs.push_back({opening, std::string(row.at(2))});
    if (kind == "line") made.lines.push_back(opening);
    if (kind == "fence") made.fences.push_back(opening);
    if (kind == "statement") made.statements.push_back(opening);
    if (kind == "element") made.elements.push_back(opening);
    if (kind == "component") made.components.push_back(opening);
  }
  return made;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

}  // namespace

const Residue& markdown_residue() {
  static const Residue residue = load();
  return residue;
}

Tag read_tag(std::string_view text, std::size_t at, std::size_t limit, std::size_t& read) {
  Tag tag;
  std::size_t i = at + 1;
  const std::size_t end = std::min(text.size(), at + limit);
  if (i < end && text[i] == '/') {
    tag.closing = true;
    ++i;
  }
  const std::size_t name = i;
  if (i < end && is_letter(text[i])) {
    while (i < end && is_name_character(text[i])) ++i;
  }
  tag.name = text.substr(name, i - name);
  const bool named = !tag.name.empty() && i < end &&
                     (is_name_character(text[i]) || text[i] == '/' || text[i] == '>' || text[i] == ' ' ||
                      text[i] == '\t' || text[i] == '\n' || text[i] == '\r');
  int depth = 0;
  char quote = '\0';
  for (; named && i < end; ++i) {
    const char c = text[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'' || c == '`') {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}') {
      depth = std::max(depth - 1, 0);
    } else if (depth == 0 && c == '<') {
      break;
    } else if (depth == 0 && c == '>') {
      tag.end = i + 1;
      tag.empty = text[i - 1] == '/';
      break;
    }
  }
  read = i - at;
  return tag;
}

}  // namespace claimbase::reading

#include "tests/corpus/expectation.h"

#include <cctype>
#include <fstream>
#include <ostream>
#include <set>
#include <sstream>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::size_t kMostBefore = 25;  // characters: a bullet, "V:", a heading's number
constexpr std::size_t kLongestName = 40;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

std::string in_letters(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (plain) made += c;
    if (!plain && !made.empty() && made.back() != '_') made += '_';
    if (made.size() == kLongestName) break;
  }
  while (!made.empty() && made.back() == '_') made.pop_back();
  return made;
}

std::string name_of(const Expectation& row) {
  std::string name = in_letters(row.kind) + "_" + in_letters(row.article.substr(0, row.article.find('.')));
  if (row.kind == "article") return name;
  name += "_" + in_letters(row.words);
  if (row.kind == "claim") name += "_" + in_letters(row.field(0)) + "_" + in_letters(row.field(2));
  return name;
}

// How many bytes the first `characters` code points take.
std::size_t bytes_of(std::string_view text, std::size_t characters) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (begins && characters-- == 0) break;
  }
  return at;
}

}  // namespace

std::string_view Expectation::field(std::size_t index) const {
  return index < fields.size() ? std::string_view(fields[index]) : std::string_view("-");
}

void PrintTo(const Expectation& tested, std::ostream* out) {
  *out << tested.kind << ' ' << tested.article << ": " << tested.words;
  for (const std::string& field : tested.fields) *out << " | " << field;
}

std::vector<Expectation> read_expectations() {
  const std::string bytes = read_file(std::string(CLAIMBASE_SOURCE_DIR) + "/tests/corpus_expectations.tsv");
  std::vector<Expectation> rows;
  std::set<std::string> names;
  for (const auto& cells : tsv_rows(bytes)) {
    Expectation& row = rows.emplace_back();
    if (cells.size() >= 3) {
      row = {std::string(cells[0]), std::string(cells[1]), std::string(cells[2]), {}, cells.back() == "known", {}};
      row.fields.assign(cells.begin() + 3, cells.end() - (row.known ? 1 : 0));
    }
    row.name = name_of(row);
    for (int again = 2; !names.insert(row.name).second; ++again) row.name = name_of(row) + "_" + std::to_string(again);
  }
  return rows;
}

std::string read_article(std::string_view file) {
  return read_file(std::string(CLAIMBASE_SOURCE_DIR) + "/corpus/articles/" + std::string(file));
}

std::string folded_space(std::string_view text) {
  std::string made;
  bool blank = false;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      blank = !made.empty();
      continue;
    }
    if (blank) made += ' ';
    blank = false;
    made += c;
  }
  return made;
}

bool begins_with(std::string_view text, std::string_view words) {
  const std::string folded = folded_space(text);
  const std::size_t found = folded.find(words);
  return found != std::string::npos && found <= bytes_of(folded, kMostBefore);
}

bool is_one_of(std::string_view value, std::string_view expected) {
  while (true) {
    const std::size_t bar = expected.find('|');
    if (expected.substr(0, bar) == value) return true;
    if (bar == std::string_view::npos) return false;
    expected.remove_prefix(bar + 1);
  }
}

}  // namespace claimbase

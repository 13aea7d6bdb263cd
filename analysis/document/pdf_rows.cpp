#include "analysis/document/pdf_rows.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace claimbase::reading {
namespace {

constexpr double kColumnGap = 1.6;  // of the size; justified words stand less far apart
constexpr double kItemGap = 4;      // of the size, from a bullet to its words
constexpr std::size_t kOpenRows = 8;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "2.1", "A.3.": before a heading.
bool is_section_number(std::string_view word) {
  constexpr std::size_t kLongest = 8;
  const bool led = !word.empty() && (is_digit(word.front()) || (word.front() >= 'A' && word.front() <= 'Z'));
  return led && word.size() <= kLongest && word.find('.') != std::string_view::npos &&
         word.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

PdfLine part_of(const PdfLine& line, std::size_t begin, std::size_t end) {
  PdfLine part;
  part.page = line.page;
  part.words.assign(line.words.begin() + static_cast<std::ptrdiff_t>(begin),
                    line.words.begin() + static_cast<std::ptrdiff_t>(end));
  measure(part);
  return part;
}

bool on_one_row(const PdfLine& a, const PdfLine& b) {
  const double overlap = std::min(a.box.bottom, b.box.bottom) - std::max(a.box.top, b.box.top);
  return overlap > 0.5 * std::min(a.box.height(), b.box.height());
}

bool belong_together(const PdfLine& left, const PdfLine& right) {
  const double size = std::max(left.size, right.size);
  const double gap = right.box.left - left.box.right;
  if (gap < 0.35 * size) return true;
  if (left.words.size() != 1 || gap >= kItemGap * size) return false;
  return is_item_mark(left.words.front().text) || is_section_number(left.words.front().text);
}

void merge(PdfLine& left, PdfLine&& right) {
  std::ranges::move(right.words, std::back_inserter(left.words));
  std::ranges::stable_sort(left.words, {}, [](const PdfWord& word) { return word.box.left; });
  measure(left);
}

}  // namespace

bool is_item_mark(std::string_view word) {
  constexpr std::array<std::string_view, 12> kBullets{"•", "‣", "▪", "●", "○", "◦", "■", "–", "-", "*", "·", "\uF0B7"};
  if (std::ranges::find(kBullets, word) != kBullets.end()) return true;
  if (word.starts_with('[') && word.ends_with(']')) {
    word = word.substr(1, word.size() - 2);
  } else if (word.ends_with('.') || word.ends_with(')')) {
    word.remove_suffix(1);
  } else {
    return false;
  }
  const bool letter = word.size() == 1 && word.front() >= 'a' && word.front() <= 'z';
  return letter || (!word.empty() && word.size() <= 3 && std::ranges::all_of(word, is_digit));
}

std::vector<PdfLine> cut_at_gaps(std::vector<PdfLine> lines) {
  std::vector<PdfLine> made;
  made.reserve(lines.size());
  for (PdfLine& line : lines) {
    std::ranges::stable_sort(line.words, {}, [](const PdfWord& word) { return word.box.left; });
    std::size_t begin = 0;
    for (std::size_t i = 1; i < line.words.size(); ++i) {
      if (line.words[i].box.left - line.words[i - 1].box.right <= kColumnGap * line.size) continue;
      made.push_back(part_of(line, begin, i));
      begin = i;
    }
    begin == 0 ? made.push_back(std::move(line)) : made.push_back(part_of(line, begin, line.words.size()));
  }
  return made;
}

std::vector<PdfRow> rows_of(std::vector<PdfLine> lines) {
  std::ranges::stable_sort(lines, {}, [](const PdfLine& line) { return line.box.middle(); });
  std::vector<PdfRow> rows;
  for (PdfLine& line : lines) {
    // Rows are looked for among the last few only: what is further up cannot hold this line.
    const auto oldest = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() - std::min(rows.size(), kOpenRows));
    const auto found =
        std::find_if(oldest, rows.end(), [&](const PdfRow& row) { return on_one_row(row.front(), line); });
    found == rows.end() ? rows.push_back({std::move(line)}) : found->push_back(std::move(line));
  }
  for (PdfRow& row : rows) {
    std::ranges::stable_sort(row, {}, [](const PdfLine& line) { return line.box.left; });
    PdfRow merged;
    for (PdfLine& line : row) {
      if (!merged.empty() && belong_together(merged.back(), line)) {
        merge(merged.back(), std::move(line));
      } else {
        merged.push_back(std::move(line));
      }
    }
    row = std::move(merged);
  }
  return rows;
}

}  // namespace claimbase::reading

#include "analysis/document/pdf_order.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/document/pdf_rows.h"
#include "analysis/document/pdf_table.h"

namespace claimbase::reading {
namespace {

constexpr int kDeepest = 4;               // columns in columns
constexpr std::size_t kFewestLines = 3;   // of a column
constexpr std::size_t kFewestBytes = 18;  // of its lines on average; a table's cells are shorter
constexpr double kMostCrossing = 0.5;     // of the lines: titles, tables and figures over all columns

using Lines = std::vector<PdfLine>;

struct Gutter {
  double at = 0;
  std::size_t sides = 0;  // lines of the smaller side
};

// The place that parts the lines best: where few lines cross, and many stand on either side.
std::optional<Gutter> find_gutter(const Lines& lines) {
  std::vector<double> lefts;
  std::vector<double> rights;
  lefts.reserve(lines.size());
  rights.reserve(lines.size());
  for (const PdfLine& line : lines) {
    lefts.push_back(line.box.left);
    rights.push_back(line.box.right);
  }
  std::ranges::sort(lefts);
  std::ranges::sort(rights);
  std::optional<Gutter> best;
  std::size_t best_score = 0;
  // A gutter ends where a line begins.
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    if (i > 0 && lefts[i] == lefts[i - 1]) continue;
    const std::size_t right_side = lefts.size() - i;
    const auto ended = static_cast<std::size_t>(std::ranges::upper_bound(rights, lefts[i] - 1) - rights.begin());
    const std::size_t crossing = i - ended;
    const std::size_t smaller = std::min(ended, right_side);
    if (smaller < kFewestLines || static_cast<double>(crossing) > kMostCrossing * static_cast<double>(lines.size()))
      continue;
    const std::size_t score = smaller - std::min(smaller, crossing / 2);
    if (score <= best_score) continue;
    best = Gutter{lefts[i] - 1, smaller};
    best_score = score;
  }
  return best;
}

struct Sides {
  Lines left;
  Lines right;
  Lines across;
};

Sides split(Lines lines, double at) {
  Sides made;
  for (PdfLine& line : lines) {
    Lines& side = line.box.right <= at ? made.left : line.box.left >= at ? made.right : made.across;
    side.push_back(std::move(line));
  }
  return made;
}

std::size_t mean_bytes(const Lines& lines) {
  std::size_t bytes = 0;
  for (const PdfLine& line : lines) bytes += words_of(line).size();
  return lines.empty() ? 0 : bytes / lines.size();
}

double top_of(const Lines& lines) {
  return std::ranges::min(lines, {}, [](const PdfLine& line) { return line.box.top; }).box.top;
}

double bottom_of(const Lines& lines) {
  return std::ranges::max(lines, {}, [](const PdfLine& line) { return line.box.bottom; }).box.bottom;
}

// Prose on both sides, side by side.
bool are_columns(const Sides& sides) {
  if (mean_bytes(sides.left) < kFewestBytes || mean_bytes(sides.right) < kFewestBytes) return false;
  return top_of(sides.left) < bottom_of(sides.right) && top_of(sides.right) < bottom_of(sides.left);
}

class Orderer {
 public:
  Orderer(int& region, std::vector<PdfItem>& items) : region_(region), items_(items) {}

  void order(Lines lines, int depth) {
    if (lines.empty()) return;
    const auto gutter = depth < kDeepest ? find_gutter(lines) : std::nullopt;
    if (!gutter) return leaf(std::move(lines));
    const Lines whole = lines;
    Sides sides = split(std::move(lines), gutter->at);
    if (!are_columns(sides)) return leaf(whole);
    bands(std::move(sides), depth);
  }

 private:
  // What goes across parts the columns into bands, each read column by column.
  void bands(Sides sides, int depth) {
    const auto by_place = [](const PdfLine& line) { return line.box.middle(); };
    std::ranges::stable_sort(sides.left, {}, by_place);
    std::ranges::stable_sort(sides.right, {}, by_place);
    std::ranges::stable_sort(sides.across, {}, by_place);
    std::size_t left = 0;
    std::size_t right = 0;
    const auto take_above = [&](Lines& from, std::size_t& next, double y) {
      Lines taken;
      while (next < from.size() && from[next].box.middle() < y) taken.push_back(std::move(from[next++]));
      return taken;
    };
    Lines across;
    for (PdfLine& line : sides.across) {
      Lines left_part = take_above(sides.left, left, line.box.middle());
      Lines right_part = take_above(sides.right, right, line.box.middle());
      if (!left_part.empty() || !right_part.empty()) {
        order(std::exchange(across, {}), kDeepest);
        order(std::move(left_part), depth + 1);
        order(std::move(right_part), depth + 1);
      }
      across.push_back(std::move(line));
    }
    order(std::move(across), kDeepest);
    constexpr double kEnd = 1e9;
    order(take_above(sides.left, left, kEnd), depth + 1);
    order(take_above(sides.right, right, kEnd), depth + 1);
  }

  void leaf(Lines lines) {
    ++region_;
    const std::size_t first = items_.size();
    const std::vector<PdfRow> rows = rows_of(std::move(lines));
    for (std::size_t i = 0; i < rows.size();) {
      const std::size_t taken = take_table(rows, i, items_);
      i += taken;
      if (taken > 0) continue;
      for (const PdfLine& line : rows[i]) items_.push_back({line, {}, 0, 0});
      ++i;
    }
    std::vector<double> rights;
    for (std::size_t i = first; i < items_.size(); ++i) rights.push_back(items_[i].line.box.right);
    std::ranges::sort(rights);
    for (std::size_t i = first; i < items_.size(); ++i) {
      items_[i].region = region_;
      items_[i].right = rights[rights.size() * 19 / 20];  // one line may stand out
    }
  }

  int& region_;
  std::vector<PdfItem>& items_;
};

}  // namespace

std::vector<PdfItem> in_reading_order(PdfPage&& page, int& region) {
  std::vector<PdfItem> items;
  Orderer(region, items).order(cut_at_gaps(std::move(page.lines)), 0);
  return items;
}

}  // namespace claimbase::reading

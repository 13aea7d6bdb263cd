#include "analysis/document/pdf_sizes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "analysis/document/pdf_paragraphs.h"

namespace claimbase::reading {
namespace {

constexpr double kSameSize = 0.04;  // of it: sizes that differ by less are one

double size_of(const PdfParagraph& paragraph) {
  return paragraph.lines.front().size;
}

}  // namespace

PdfSizes::PdfSizes(const std::vector<PdfItem>& items) {
  std::map<long, std::size_t> characters;
  for (const PdfItem& item : items) {
    for (const PdfWord& word : item.line.words) characters[std::lround(item.line.size * 4)] += word.text.size();
  }
  const auto most = std::max_element(characters.begin(), characters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  if (most != characters.end() && most->first > 0) body_ = static_cast<double>(most->first) / 4;
  std::vector<double> steps;
  for (std::size_t i = 1; i < items.size(); ++i) {
    if (items[i].region != items[i - 1].region || !items[i].cells.empty()) continue;
    const double step = items[i].line.box.bottom - items[i - 1].line.box.bottom;
    if (step > 0.5 * body_ && step < 3 * body_) steps.push_back(step);
  }
  pitch_ = 1.25 * body_;
  if (steps.empty()) return;
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::ranges::nth_element(steps, middle);
  pitch_ = *middle;
}

void rank_headings(std::vector<PdfParagraph>& paragraphs) {
  std::vector<double> sizes;
  for (const PdfParagraph& each : paragraphs) {
    if (each.kind == PdfKind::heading) sizes.push_back(size_of(each));
  }
  if (sizes.empty()) return;
  std::ranges::sort(sizes, std::greater<>());
  const bool alone = sizes.size() == 1 || sizes[1] < (1 - kSameSize) * sizes[0];
  std::vector<double> ranks;
  for (const double size : sizes) {
    if (ranks.empty() || size < (1 - kSameSize) * ranks.back()) ranks.push_back(size);
  }
  const auto largest = std::ranges::find_if(paragraphs, [&](const PdfParagraph& each) {
    return each.kind == PdfKind::heading && size_of(each) == sizes.front();
  });
  const bool titled = alone && largest->lines.front().page == 0;
  if (titled) largest->kind = PdfKind::title;
  for (PdfParagraph& each : paragraphs) {
    if (each.kind != PdfKind::heading) continue;
    const auto rank = std::ranges::find_if(ranks, [&](double size) { return size_of(each) >= (1 - kSameSize) * size; });
    each.level = static_cast<int>(rank - ranks.begin()) + 1;
  }
}

}  // namespace claimbase::reading

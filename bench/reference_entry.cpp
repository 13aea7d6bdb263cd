#include "bench/reference_entry.h"

#include <algorithm>

namespace claimbase::bench {
namespace {

constexpr double kSlipShare = 0.02;
constexpr double kOtherDashShare = 0.4;
constexpr double kDoiShare = 0.6;
constexpr double kIssueShare = 0.85;
constexpr double kShoutingShare = 0.01;

std::string dotted(const std::string& initials, std::string_view between) {
  std::string made;
  for (const char each : initials) {
    if (!made.empty()) made += between;
    made += each;
    made += '.';
  }
  return made;
}

std::string author(const MadeUpWork::Author& each, EntryStyle style) {
  switch (style) {
    case EntryStyle::apa:
      return each.family + ", " + dotted(each.initials, " ");
    case EntryStyle::harvard:
      return each.family + ", " + dotted(each.initials, "");
    case EntryStyle::vancouver:
    case EntryStyle::short_form:
      break;
  }
  return each.family + ' ' + each.initials;
}

std::string authors(const MadeUpWork& work, EntryStyle style, Draw& draw) {
  const std::size_t all = work.authors.size();
  std::size_t shown = style == EntryStyle::short_form ? std::min<std::size_t>(all, 1) : all;
  if (shown > 3 && draw.chance(0.5)) shown = draw.chance(0.5) ? 3 : std::min<std::size_t>(all, 6);
  std::string made;
  for (std::size_t i = 0; i < shown; ++i) {
    const bool is_last = i + 1 == all;
    if (i > 0) made += style == EntryStyle::apa && is_last ? ", & " : ", ";
    made += author(work.authors[i], style);
  }
  if (shown < all) made += style == EntryStyle::short_form ? " et al." : ", et al.";
  return made;
}

std::string title(const MadeUpWork& work, Draw& draw) {
  std::string made = work.title;
  if (draw.chance(kSlipShare)) {
    const std::size_t at = 1 + draw.below(made.size() - 2);
    if (static_cast<unsigned char>(made[at]) < 0x80U && static_cast<unsigned char>(made[at + 1]) < 0x80U)
      std::swap(made[at], made[at + 1]);
  }
  if (draw.chance(kShoutingShare)) {
    std::ranges::transform(made, made.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  }
  return made;
}

std::string pages(const MadeUpWork& work, EntryStyle style, Draw& draw) {
  std::string made = std::to_string(work.first_page);
  if (work.last_page == work.first_page) return made;
  std::string last = std::to_string(work.last_page);
  if (style == EntryStyle::vancouver && last.size() == made.size()) {
    const auto differ = std::ranges::mismatch(made, last);
    last.erase(last.begin(), differ.in2);
  }
  return made + (draw.chance(kOtherDashShare) ? "-" : "–") + last;
}

}  // namespace

void append_entry(std::string& to, const MadeUpWork& work, EntryStyle style, Draw& draw) {
  const std::string year = std::to_string(work.year);
  const std::string volume = std::to_string(work.volume);
  const std::string issue =
      work.issue > 0 && draw.chance(kIssueShare) ? "(" + std::to_string(work.issue) + ")" : std::string();
  to += authors(work, style, draw);
  if (to.back() != '.') to += '.';
  switch (style) {
    case EntryStyle::apa:
      to += " (" + year + "). " + title(work, draw) + ". " + work.journal + ", " + volume + issue + ", " +
            pages(work, style, draw) + '.';
      break;
    case EntryStyle::vancouver:
      to += ' ' + title(work, draw) + ". " + work.abbreviation + ". " + year + ';' + volume + issue + ':' +
            pages(work, style, draw) + '.';
      break;
    case EntryStyle::harvard:
      to += " (" + year + ") '" + title(work, draw) + "', " + work.journal + ", " + volume + issue + ", pp. " +
            pages(work, style, draw) + '.';
      break;
    case EntryStyle::short_form:
      to += ' ' + title(work, draw) + ". " + work.abbreviation + ' ' + year + '.';
      break;
  }
  if (!draw.chance(kDoiShare)) return;
  to += style == EntryStyle::vancouver ? " doi: " : " https://doi.org/";
  to += work.doi;
}

}  // namespace claimbase::bench

#include <algorithm>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLongestChrome = 160;  // a link or call to action; longer ones are text
constexpr std::uint32_t kLongestMenuLine = 30;

bool is_item(const Draft& draft) {
  return draft.mark == Mark::bullet || draft.mark == Mark::number;
}

// "* These statements ...": a footnote, where no other item stands beside it.
bool is_lone_item(const Drafts& drafts, std::size_t i) {
  const bool before = i > 0 && is_item(drafts[i - 1]) && drafts[i - 1].last_line + 1 == drafts[i].first_line;
  const bool after =
      i + 1 < drafts.size() && is_item(drafts[i + 1]) && drafts[i].last_line + 1 == drafts[i + 1].first_line;
  return drafts[i].mark == Mark::bullet && !before && !after;
}

void settle(Draft& draft, BlockRole role) {
  draft.block.kind = BlockKind::paragraph;
  draft.block.role = role;
  draft.settled = true;
}

bool fits(const LinePhrase& phrase, std::uint32_t size) {
  if (phrase.role == BlockRole::regulatory) return size <= kLongestDisclaimer;
  if (phrase.role == BlockRole::disclaimer) return phrase.whole || size <= kLongestDisclaimer;
  return phrase.role != BlockRole::content && size <= kLongestChrome;
}

// "Trefwoorden: magnesium, slaap"; "Bronnen: RIVM (2021)".
void settle_inline_section(std::string_view text, Draft& draft) {
  std::size_t length = 0;
  const Section section = section_prefix(draft.folded, length);
  if (section == Section::keywords) return settle(draft, BlockRole::keywords);
  if (section != Section::references && section != Section::sources) return;
  if (!looks_bibliographic(draft.block.range.of(text))) return;
  const auto colon = static_cast<std::uint32_t>(draft.block.range.of(text).find(':'));
  draft.block.range = trim(text, {draft.block.range.begin + colon + 1, draft.block.range.end});
  settle(draft, BlockRole::references);
  draft.block.kind = BlockKind::reference;
}

// Short lines that follow one another at the head of a page, one of them a known link: all are links ("Home",
// "Recepten", "Onze winkels"), where a line that can be the title stands apart below them.
void settle_head_menus(std::string_view text, Drafts& drafts) {
  constexpr std::size_t kHead = 12;
  constexpr std::size_t kFewest = 3;
  const auto fits_menu = [&](const Draft& draft) {
    if (draft.settled) return draft.block.role == BlockRole::navigation;
    const std::string_view line = draft.block.range.of(text);
    return is_text(draft) && draft.section == Section::none && draft.shape.fits && line.size() <= kLongestMenuLine &&
           std::count(line.begin(), line.end(), ' ') < 3 && last_character(line) != U'?';
  };
  for (std::size_t begin = 0; begin < std::min(drafts.size(), kHead);) {
    std::size_t end = begin;
    bool known = false;
    while (end < drafts.size() && fits_menu(drafts[end]) &&
           (end == begin || drafts[end - 1].last_line + 1 == drafts[end].first_line)) {
      known = known || drafts[end].settled;
      ++end;
    }
    const bool goes_on = end < drafts.size() && !drafts[end].settled && is_text(drafts[end]) &&
                         drafts[end].shape.fits && drafts[end].blank_before;
    if (known && goes_on && end - begin >= kFewest) {
      for (std::size_t i = begin; i < end; ++i) {
        if (!drafts[i].settled) settle(drafts[i], BlockRole::navigation);
      }
    }
    begin = std::max(end, begin + 1);
  }
}

// "DOI: 10.1234/zn.2019.4", "doi https://doi.org/10.1234/zn.2019.4", one word behind the label.
bool is_labelled_doi(std::string_view words) {
  constexpr std::size_t kLongest = 200;
  if (words.size() > kLongest || (!words.starts_with("DOI") && !words.starts_with("doi"))) return false;
  words.remove_prefix(3);
  const std::string_view value = trim(words.substr(words.starts_with(':') ? 1 : 0));
  if (value.size() == words.size()) return false;  // "doi10", "doi.org/10"
  const std::size_t number = value.find("10.");
  if (number == std::string_view::npos || value.find('/', number) == std::string_view::npos) return false;
  if (number > 0 && !value.substr(0, number).ends_with("doi.org/") && value.substr(0, number) != "doi:") return false;
  return std::ranges::none_of(value, [](char c) { return c == ' ' || c == '\t'; });
}

}  // namespace

void settle_own_identifiers(std::string_view text, Drafts& drafts) {
  for (Draft& draft : drafts) {
    const Block& block = draft.block;
    if (draft.settled || !is_text(draft) || block.kind != BlockKind::paragraph || block.role != BlockRole::content)
      continue;
    if (is_labelled_doi(block.range.of(text))) settle(draft, BlockRole::metadata);
  }
}

void settle_known_lines(std::string_view text, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const bool lone = is_lone_item(drafts, i);
    if (draft.settled || (!is_text(draft) && !lone)) continue;
    if (draft.dated) {
      settle(draft, BlockRole::metadata);
      continue;
    }
    if (draft.section != Section::none) continue;
    draft.phrase = known_line(draft.folded, draft.block.range.size() > kLongestDisclaimer);
    if (fits(draft.phrase, draft.block.range.size())) {
      if (!lone || draft.phrase.role == BlockRole::disclaimer) settle(draft, draft.phrase.role);
    } else if (!lone) {
      settle_inline_section(text, draft);
    }
  }
  settle_head_menus(text, drafts);
}

bool opens_section(const Draft& draft) {
  if (draft.section == Section::none || draft.settled) return false;
  return is_text(draft) || draft.mark == Mark::hash ||
         (draft.mark == Mark::number && draft.block.kind == BlockKind::heading);
}

bool is_candidate(const Draft& draft) {
  return is_text(draft) && !draft.settled && draft.block.kind == BlockKind::paragraph &&
         (draft.shape.fits || draft.section != Section::none);
}

}  // namespace claimbase::reading

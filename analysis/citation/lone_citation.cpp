#include "analysis/citation/lone_citation.h"

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/language/resources.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;

NameIndex load() {
  NameIndex words;
  for (const auto& row : tsv_rows(resource("bibliography/dated_words.tsv"))) {
    if (row.size() > 1) words.add(row[1], 0);
  }
  for (const auto& row : tsv_rows(resource("bibliography/places.tsv"))) words.add(row[0], 0);
  return words;
}

// "RDA", "COVID-19": no letter in lower case behind the first.
bool is_abbreviation(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const auto c = scan::at(name, i);
    if (scan::is_lower(c.value)) return false;
    i += c.size;
  }
  return true;
}

// "van Leuven": behind a particle in front a place is a family name.
bool has_particle(std::string_view name) {
  const auto space = name.find(' ');
  return space != kNone && is_cue(name.substr(0, space), Cue::particle);
}

bool may_be_author(std::string_view name) {
  return scan::letters(name) >= 2 && !is_abbreviation(name) && (has_particle(name) || !is_dated_word(name));
}

bool overlaps_known_name(const SentenceView& view, ByteRange range) {
  const auto overlaps = [&](const auto& hit) { return hit.range.overlaps(range); };
  return std::ranges::any_of(find_organisations(view.text, view.words), overlaps) ||
         std::ranges::any_of(find_journals(view.text, view.words), overlaps);
}

// "(zie ook Slavin, 2021, p. 3)": nothing before the names but words that point, behind the year a new part.
bool fills_its_part(std::string_view sentence, ByteRange range) {
  const auto open = sentence.substr(0, range.begin).find_last_of("(;");
  if (open == kNone) return false;
  const auto lead = folded_words(sentence.substr(open + 1, range.begin - open - 1));
  std::size_t pointing = 0;
  for (const auto& hit : find_attribution_cues(lead, AttributionCue::see)) {
    pointing += static_cast<std::size_t>(
        std::ranges::count_if(lead, [&](const FoldedWord& word) { return hit.range.contains(word.range); }));
  }
  const auto behind = sentence.substr(range.end, 1);
  return pointing == lead.size() && !behind.empty() && std::string_view(");,:").find(behind.front()) != kNone;
}

// "Jansen, A., & Smit, B. (2019)." is an entry of a list, or the beginning of one.
bool is_all_said(std::string_view sentence, ByteRange range) {
  const auto close = sentence.find(')', range.end);
  return range.begin == 0 && (close == kNone || scan::trim(sentence.substr(close + 1), ".,:").empty());
}

bool stands_before_bracket(const SentenceView& view, const AuthorYear& cited) {
  if (is_all_said(view.text, cited.range)) return false;
  if (cited.families.size() < 2 && !cited.et_al && !speaks(view, cited.range)) return false;
  const auto before = std::ranges::find_if(view.words.rbegin(), view.words.rend(),
                                           [&](const FoldedWord& word) { return word.range.end <= cited.range.begin; });
  return before == view.words.rend() ||
         (!is_attribution_cue(*before, AttributionCue::place) && !is_attribution_cue(*before, AttributionCue::year));
}

}  // namespace

bool is_dated_word(std::string_view name) {
  static const NameIndex words = load();
  if (words.lookup(name, 1) == 0 || month_of(name) > 0 || is_cue(name, Cue::no_author) || is_cue(name, Cue::report))
    return true;
  return is_cue(name, Cue::organisation) || is_attribution_cue(name, AttributionCue::study) ||
         is_attribution_cue(name, AttributionCue::product);
}

bool is_plainly_cited(const SentenceView& view, const AuthorYear& cited) {
  constexpr int kFirstYear = 1950;
  constexpr int kLastYear = 2049;
  if (cited.year < kFirstYear || cited.year > kLastYear) return false;
  if (!std::ranges::all_of(cited.families, may_be_author)) return false;
  const bool placed =
      cited.before_bracket ? stands_before_bracket(view, cited) : fills_its_part(view.text, cited.range);
  return placed && !overlaps_known_name(view, cited.range);
}

}  // namespace claimbase

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/citation/attribution_parts.h"

namespace claimbase {

namespace {

std::size_t word_index_at(const SentenceView& view, std::size_t position) {
  std::size_t i = 0;
  while (i < view.words.size() && view.words[i].range.end <= position) ++i;
  return i;
}

// "(EFSA)", "(EFSA, bij voldoende inname)", "(studie, UCSF 2015)", "(bron: RIVM)"
bool in_source_brackets(const SentenceView& view, ByteRange range) {
  const auto inside = brackets_around(view.text, range.begin);
  if (inside.empty()) return false;
  const auto before = scan::trim(view.text.substr(inside.begin, range.begin - inside.begin), ",:;");
  const auto after = scan::trim(view.text.substr(range.end, inside.end - range.end));
  const auto lead = folded_words(before);
  const bool bare_lead =
      lead.empty() || std::ranges::all_of(lead, [](const FoldedWord& word) {
        return is_attribution_cue(word, AttributionCue::study) || is_attribution_cue(word, AttributionCue::source) ||
               is_attribution_cue(word, AttributionCue::article) || is_attribution_cue(word, AttributionCue::product);
      });
  if (!bare_lead) return false;
  return after.empty() || std::string_view(",;:").find(after.front()) != std::string_view::npos ||
         scan::is_digit(after.front()) ||
         is_attribution_cue(folded_words(after).empty() ? "" : folded_words(after).front().text,
                            AttributionCue::product);
}

bool follows_source_cue(const SentenceView& view, ByteRange range) {
  return std::ranges::any_of(view.sources, [&](const NameHit& hit) {
    const auto between = hit.range.end <= range.begin ? view.text.substr(hit.range.end, range.begin - hit.range.end)
                                                      : std::string_view{"x"};
    return scan::trim(between, ":(").empty() || (hit.range.end > range.begin && hit.range.begin < range.begin);
  });
}

// "EFSA-advies", "WHO-richtlijn", "EFSA claim"; not "EFSA-conforme".
bool heads_product(const SentenceView& view, ByteRange range) {
  const auto next = word_index_at(view, range.end);
  if (next >= view.words.size() || view.words[next].range.begin > range.end + 3U) return false;
  const auto joint = view.text.substr(range.end, view.words[next].range.begin - range.end);
  return (joint == "-" || joint == " " || joint == "\xE2\x80\x91") &&
         is_attribution_cue(view.words[next], AttributionCue::product);
}

// "De Gezondheidsraad adviseert", "Het Voedingscentrum houdt": the name opens a clause and a verb, in lower case,
// follows.
bool is_subject(const SentenceView& view, ByteRange range) {
  const auto first = word_index_at(view, range.begin);
  std::size_t before = first;
  while (before > 0 && first - before < 3 && is_attribution_cue(view.words[before - 1], AttributionCue::article))
    --before;
  bool opens = before == 0;
  if (!opens) {
    const auto gap = view.text.substr(view.words[before - 1].range.end,
                                      view.words[before].range.begin - view.words[before - 1].range.end);
    opens = gap.find_first_of(",;:.") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
            gap.find("–") != std::string_view::npos;
  }
  if (!opens) return false;
  auto position = static_cast<std::size_t>(range.end);
  if (view.text.substr(position).starts_with(" (")) {  // "De ... Autoriteit (European ..., EFSA) erkent"
    const auto close = view.text.find(')', position);
    if (close == std::string_view::npos) return false;
    position = close + 1;
  }
  if (position >= view.text.size() || view.text[position] != ' ') return false;
  const auto next = word_index_at(view, position);
  if (next >= view.words.size()) return false;
  const auto word = view.words[next];
  return word.range.begin == position + 1 && scan::is_lower(scan::at(view.text, word.range.begin).value) &&
         !is_attribution_cue(word, AttributionCue::preposition);
}

// "... erkent de EFSA", "adviseert de Gezondheidsraad": inverted, the verb of saying before the name.
bool follows_report(const SentenceView& view, ByteRange range) {
  auto first = word_index_at(view, range.begin);
  if (first > 0 && is_attribution_cue(view.words[first - 1], AttributionCue::article)) --first;
  if (first == 0) return false;
  const auto end = view.words[first - 1].range.end;
  return std::ranges::any_of(view.reports, [&](const NameHit& hit) { return hit.range.end == end; });
}

}  // namespace

std::optional<NamedSource> named_organisation(const SentenceView& view) {
  for (const auto& hit : find_organisations(view.text, view.words)) {
    if (hit.kind == OrganisationKind::publisher) continue;
    const bool authority = hit.kind == OrganisationKind::authority;
    const bool taken = in_source_brackets(view, hit.range) || follows_source_cue(view, hit.range) ||
                       (hit.range.begin >= view.labelled &&
                        scan::trim(view.text.substr(view.labelled, hit.range.begin - view.labelled)).empty()) ||
                       heads_product(view, hit.range) ||
                       (authority && (is_subject(view, hit.range) || follows_report(view, hit.range)));
    if (taken) return NamedSource{std::string(hit.name), hit.range, authority};
  }
  return std::nullopt;
}

}  // namespace claimbase

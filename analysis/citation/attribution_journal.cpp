#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/citation/attribution_parts.h"

namespace claimbase {

namespace {

// What is before a name, quotes, brackets, "the" and spaces left out.
std::size_t end_of_lead(std::string_view text, std::size_t position) {
  while (position > 0) {
    const auto c = scan::before(text, position);
    if (c.value != ' ' && c.value != '(' && c.value != '*' && c.value != '_' && !scan::is_open_quote(c.value)) break;
    position -= c.size;
  }
  return position;
}

bool is_quoted(std::string_view text, ByteRange range) {
  return scan::is_open_quote(scan::before(text, range.begin).value) &&
         scan::is_close_quote(scan::at(text, range.end).value);
}

bool follows_cue(const SentenceView& view, std::size_t begin) {
  const auto lead = end_of_lead(view.text, begin);
  return std::ranges::any_of(view.published, [&](const NameHit& hit) {
    return hit.range.end == lead || (hit.range.end > lead && hit.range.begin < lead);
  });
}

bool in_source_brackets(const SentenceView& view, ByteRange range) {
  const auto inside = brackets_around(view.text, range.begin);
  if (inside.empty()) return false;
  // "(Nutrients, 2019)": the name and a year are all there is.
  const auto rest = inside.of(view.text).substr(range.end - inside.begin);
  const auto words = folded_words(rest);
  return range.begin == inside.begin && words.size() == 1 && scan::is_year(scan::number_at(words.front().text, 0));
}

bool preceded_by_in(const SentenceView& view, std::size_t begin) {
  const auto lead = end_of_lead(view.text, begin);
  std::vector<std::string_view> last;
  for (const auto& word : view.words) {
    if (word.range.end <= lead) last.push_back(word.text);
  }
  if (last.empty()) return false;
  const auto is_in = [](std::string_view word) { return is_attribution_cue(word, AttributionCue::place); };
  return is_in(last.back()) ||
         (last.size() >= 2 && is_attribution_cue(last.back(), AttributionCue::article) && is_in(last[last.size() - 2]));
}

// "Een studie in Hypertension vond": mid-sentence a capital is no outcome's, where the next word has none.
bool is_capitalised_there(const SentenceView& view, ByteRange range) {
  for (const auto& word : folded_words(range.of(view.text))) {
    const auto first = scan::at(view.text, range.begin + word.range.begin).value;
    if (!scan::is_upper(first) && !is_attribution_cue(word, AttributionCue::preposition)) return false;
  }
  const auto next = view.text.substr(std::min<std::size_t>(range.end, view.text.size()));
  const auto noun =
      std::ranges::find_if(view.words, [&](const FoldedWord& word) { return word.range.begin >= range.end; });
  if (noun != view.words.end() && noun->range.begin == range.end + 1U &&
      is_attribution_cue(*noun, AttributionCue::head))
    return false;
  return range.begin > 0 && !(next.size() > 1 && next[0] == ' ' && scan::is_upper(scan::at(next, 1).value)) &&
         !next.starts_with("-");
}

// "Bron: Yang et al., JAMA, 2006": an element of a labelled source, between commas or full stops.
bool is_element_of_source(const SentenceView& view, ByteRange range) {
  if (range.begin < view.labelled) return false;
  const auto before = scan::trim(view.text.substr(view.labelled, range.begin - view.labelled));
  const auto after = scan::trim(view.text.substr(range.end));
  const auto breaks = [](char c) { return std::string_view(".,;:()").find(c) != std::string_view::npos; };
  return (before.empty() || breaks(before.back())) &&
         (after.empty() || breaks(after.front()) || scan::is_digit(after.front()));
}

// "Cochrane-review": the name is the first half of what was done.
bool heads_review(const SentenceView& view, ByteRange range) {
  return std::ranges::any_of(view.studies, [&](const NameHit& hit) {
    return hit.range.begin == range.begin || hit.range.begin == range.end + 1U;
  });
}

// The title as the sentence has it: "The" only where it is printed.
std::string spoken_title(const SentenceView& view, const JournalHit& hit) {
  constexpr std::string_view kThe = "The ";
  auto title = hit.title;
  if (title.starts_with(kThe) && !view.text.substr(0, hit.range.begin).ends_with(kThe))
    title.remove_prefix(kThe.size());
  return std::string(title);
}

// A title in quotation marks that no list of ours holds: “Acta Exotica”.
std::optional<NamedSource> quoted_after_cue(const SentenceView& view) {
  for (const auto& cue : view.published) {
    const auto open = scan::at(view.text, cue.range.end + 1U);
    if (view.text.substr(cue.range.end, 1) != " " || !scan::is_open_quote(open.value)) continue;
    const std::size_t begin = cue.range.end + 1U + open.size;
    for (auto end = begin; end < view.text.size() && end - begin < 100;) {
      const auto c = scan::at(view.text, end);
      if (scan::is_close_quote(c.value) && !scan::is_letter(scan::at(view.text, end + c.size).value)) {
        if (!scan::is_upper(scan::at(view.text, begin).value)) break;
        return NamedSource{std::string(scan::trim(view.text.substr(begin, end - begin), ".,")),
                           {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
      }
      end += c.size;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<NamedSource> named_journal(const SentenceView& view) {
  for (const auto& hit : find_journals(view.text, view.words)) {
    const auto printed = hit.range.of(view.text);
    const bool cue = follows_cue(view, hit.range.begin);
    const bool quoted = is_quoted(view.text, hit.range);
    const bool study = !view.studies.empty();
    const bool several_words = count_words(printed) >= 3;
    const bool long_title = !hit.common_word && several_words;
    const bool behind_in = (study || long_title) && preceded_by_in(view, hit.range.begin);
    const bool said = cue || in_source_brackets(view, hit.range) || is_element_of_source(view, hit.range);
    const bool meant = hit.common_word ? behind_in && is_capitalised_there(view, hit.range)
                                       : behind_in || (study && (long_title || heads_review(view, hit.range)));
    const bool taken = said || meant || (quoted && study);
    if (taken) return NamedSource{spoken_title(view, hit), hit.range};
  }
  return quoted_after_cue(view);
}

}  // namespace claimbase

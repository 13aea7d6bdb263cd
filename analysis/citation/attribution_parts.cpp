#include "analysis/citation/attribution_parts.h"

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/citation/author_names.h"
#include "analysis/citation/author_year.h"
#include "analysis/citation/lone_citation.h"

namespace claimbase {

namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::uint32_t kNearSource = 12;  // bytes: " in the "

bool is_publication_year(std::string_view word) {
  const auto number = scan::number_at(word, 0);
  return number.digits == word.size() && number.digits == 4 && number.value >= 1950 && number.value <= 2049;
}

bool is_study_word(const SentenceView& view, const FoldedWord& word) {
  return std::ranges::any_of(view.studies, [&](const NameHit& hit) { return hit.range.contains(word.range); });
}

bool is_published_word(const SentenceView& view, const FoldedWord& word) {
  return std::ranges::any_of(view.published, [&](const NameHit& hit) { return hit.range.contains(word.range); });
}

// Capitalised words (initials too) that end at `end`, markers and spaces between skipped: "Muhammad S. Mansour[^3]".
ByteRange name_before(std::string_view text, std::size_t end) {
  const auto skip_back = [&](std::size_t position) {
    while (position > 0) {
      const auto c = scan::before(text, position).value;
      if (c == ' ' || c == ',') {
        --position;
      } else if (c == ']') {
        const auto open = text.rfind('[', position - 1);
        if (open == kNone || position - open > 8) break;
        position = open;
      } else {
        break;
      }
    }
    return position;
  };
  const auto last = skip_back(end);
  auto begin = last;
  for (int words = 0; words < 4; ++words) {
    auto word_end = begin;
    if (words > 0) {
      if (word_end == 0 || text[word_end - 1] != ' ') break;
      --word_end;
      if (word_end > 0 && text[word_end - 1] == '.') --word_end;
    }
    auto word_begin = word_end;
    while (word_begin > 0) {
      const auto c = scan::before(text, word_begin);
      if (!scan::is_letter(c.value) && !scan::is_dash(c.value) && c.value != '\'' && c.value != 0x2019) break;
      word_begin -= c.size;
    }
    const auto word = text.substr(word_begin, word_end - word_begin);
    if (word.empty() || !scan::is_upper(scan::at(word, 0).value) ||
        (word_end < begin && begin - word_end > 1 && scan::letters(word) > 2))
      break;
    if (is_attribution_cue(word, AttributionCue::article) || is_attribution_cue(word, AttributionCue::study) ||
        is_attribution_cue(word, AttributionCue::preposition)) {
      break;
    }
    begin = word_begin;
  }
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(last)};
}

// Given names go: the family name is what stands behind the last initial.
std::string family_of(std::string_view name) {
  const auto initial = name.rfind(". ");
  return std::string(scan::trim(initial == kNone ? name : name.substr(initial + 2)));
}

// "(Jansen & De Vries, 2019)", "(Smith 2015)": names, then the year, and nothing else.
std::optional<NamedSource> names_in_brackets(const SentenceView& view) {
  for (const auto& word : view.words) {
    if (!is_publication_year(word.text)) continue;
    const auto inside = brackets_around(view.text, word.range.begin);
    if (inside.empty() || word.range.begin < inside.begin + 3U) continue;
    const auto behind = view.text.substr(word.range.end, 1);  // there is at least the bracket
    if (std::string_view("),;:").find(behind.front()) == kNone) continue;
    const auto lead = scan::trim(view.text.substr(inside.begin, word.range.begin - inside.begin), ",;");
    const auto names = folded_words(lead);
    if (names.empty() || names.size() > 6 || !find_organisations(lead).empty() || !find_journals(lead).empty() ||
        month_of(names.back().text) > 0 || is_dated_word(names.front().range.of(lead)))
      continue;
    const bool all_names = std::ranges::all_of(names, [&](const FoldedWord& name) {
      return scan::is_upper(scan::at(lead, name.range.begin).value) || is_cue(name.text, Cue::conjunction) ||
             is_cue(name.text, Cue::particle) || name.text == "et" || name.text == "al";
    });
    const bool study = std::ranges::any_of(
        names, [](const FoldedWord& name) { return is_attribution_cue(name, AttributionCue::study); });
    if (names.empty()) continue;
    const auto first = view.text.substr(inside.begin + names.front().range.begin, names.front().range.size());
    if (!all_names || study || scan::letters(first) < 3) continue;
    // An abbreviation with a year is no family name: "(RDA 2018)".
    const bool capitals = !scan::is_lower(scan::at(first, scan::at(first, 0).size).value);
    if (capitals) continue;
    return NamedSource{std::string(first), {inside.begin, word.range.end}};
  }
  return std::nullopt;
}

// "Jansen en De Vries (2019)": two names, or one that speaks; behind "in" two may be places.
std::optional<NamedSource> names_before_brackets(const SentenceView& view) {
  for (const auto& cited : find_author_years(view.text)) {
    if (cited.before_bracket && is_plainly_cited(view, cited)) return NamedSource{cited.families.front(), cited.range};
  }
  return std::nullopt;
}

// "Bron: Smit en Jansen, Gut, 2018"
std::optional<NamedSource> names_behind_label(const SentenceView& view) {
  const auto begin = std::min(view.text.find_first_not_of(' ', view.labelled), view.text.size());
  const auto names = read_author_names(view.text, begin);
  if (names.families.size() < 2) return std::nullopt;
  const auto end = names.end;
  if (!find_organisations(view.text.substr(begin, end - begin)).empty()) return std::nullopt;
  // A list of names, not of other things: a year closes the source.
  const bool dated = std::ranges::any_of(
      view.words, [&](const FoldedWord& word) { return word.range.begin >= end && is_publication_year(word.text); });
  if (!dated) return std::nullopt;
  return NamedSource{names.families.front(), {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

// "een in 2015 in Diabetologia gepubliceerde studie"
bool published_behind(const SentenceView& view, const FoldedWord& year, ByteRange source) {
  return !source.empty() && source.begin > year.range.end && source.begin - year.range.end <= kNearSource &&
         std::ranges::any_of(view.published, [&](const NameHit& hit) {
           return hit.range.begin >= source.end && hit.range.begin - source.end <= 2;
         });
}

// "Onderzoekers vonden in 2019": `in` is the word before the year.
bool reported_before(const SentenceView& view, const FoldedWord& in) {
  return !view.studies.empty() &&
         std::ranges::any_of(view.reports, [&](const NameHit& hit) { return hit.range.end + 1U == in.range.begin; });
}

}  // namespace

SentenceView view_of(std::string_view sentence) {
  SentenceView view;
  view.text = sentence;
  view.words = folded_words(sentence);
  view.cues = cues_in(view.words);
  view.attribution_cues = attribution_cues_in(view.words);
  view.studies = find_cues(view, AttributionCue::study);
  view.published = find_cues(view, AttributionCue::published);
  view.reports = find_cues(view, AttributionCue::report);
  view.sources = find_cues(view, AttributionCue::source);
  view.labelled = labelled_source(view);
  return view;
}

std::vector<NameHit> find_cues(const SentenceView& view, AttributionCue cue) {
  if ((view.attribution_cues >> static_cast<unsigned>(cue) & 1U) == 0) return {};
  return find_attribution_cues(view.words, cue);
}

std::size_t labelled_source(const SentenceView& view) {
  for (const auto& word : view.words) {
    const auto behind = static_cast<std::size_t>(word.range.end);
    if (behind + 1 >= view.text.size() || view.text[behind] != ':') continue;
    const bool opens =
        word.range.begin == 0 || std::string_view("(.!? ").find(view.text[word.range.begin - 1]) != kNone;
    if (opens && is_attribution_cue(word, AttributionCue::label)) return behind + 1;
  }
  return view.text.size();
}

ByteRange brackets_around(std::string_view text, std::size_t position) {
  int depth = 0;
  std::size_t open = kNone;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(' && depth++ == 0) open = i;
    if (text[i] != ')' || depth == 0) continue;
    if (--depth == 0 && open != kNone && open < position && position < i)
      return {static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(i)};
    if (depth == 0 && i >= position) return {};
  }
  return {};
}

bool speaks(const SentenceView& view, ByteRange name) {
  const auto told = std::ranges::any_of(
      view.sources, [&](const NameHit& hit) { return hit.range.end < name.begin && name.begin - hit.range.end == 1; });
  const auto close = view.text.find(')', name.end);
  return told || std::ranges::any_of(view.reports, [&](const NameHit& hit) { return hit.range.begin == close + 2; });
}

std::optional<NamedSource> named_authors(const SentenceView& view) {
  for (const auto& hit : view.cues.has(Cue::et_al) ? find_cues(view.words, Cue::et_al) : std::vector<NameHit>()) {
    const auto range = name_before(view.text, hit.range.begin);
    if (range.size() < 2) continue;
    return NamedSource{family_of(range.of(view.text)), {range.begin, hit.range.end}};
  }
  if (auto names = names_in_brackets(view)) return names;
  if (auto names = names_before_brackets(view)) return names;
  return names_behind_label(view);
}

std::optional<NamedYear> named_regulation(const SentenceView& view) {
  if (!view.cues.has(Cue::regulation)) return std::nullopt;
  for (const auto& hit : find_cues(view.words, Cue::regulation)) {
    if (!scan::is_upper(scan::at(view.text, hit.range.begin).value)) continue;
    constexpr std::size_t kNear = 32;
    const auto slash = view.text.find('/', hit.range.end);
    if (slash == kNone || slash - hit.range.end > kNear || !scan::is_digit(view.text[slash - 1])) continue;
    auto begin = slash;
    while (begin > hit.range.end && scan::is_digit(view.text[begin - 1])) --begin;
    const auto before = scan::number_at(view.text, begin);
    const auto after = scan::number_at(view.text, slash + 1);
    const int year = scan::is_year(after) ? after.value : (scan::is_year(before) ? before.value : 0);
    if (year == 0) continue;
    return NamedYear{year, {hit.range.begin, static_cast<std::uint32_t>(slash + 1 + after.digits)}};
  }
  return std::nullopt;
}

std::optional<NamedYear> year_of_study(const SentenceView& view, ByteRange source) {
  const auto& words = view.words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_publication_year(words[i].text)) continue;
    const auto near = [&](std::size_t from, std::size_t to, auto test) {
      for (std::size_t k = from; k < std::min(to, words.size()); ++k) {
        if (k != i && test(view, words[k])) return true;
      }
      return false;
    };
    const std::string_view previous = i > 0 ? std::string_view(words[i - 1].text) : std::string_view{};
    const auto back = [&](std::size_t n) { return i > n ? i - n : 0; };
    const auto inside = brackets_around(view.text, words[i].range.begin);
    bool taken = is_attribution_cue(previous, AttributionCue::year) &&
                 (near(back(7), i, is_study_word) || (!source.empty() && source.begin >= words[i].range.end &&
                                                      source.begin - words[i].range.end <= kNearSource));
    taken = taken || (is_attribution_cue(previous, AttributionCue::place) &&
                      ((!source.empty() && words[i - 1].range.begin == source.end + 1U) ||
                       (i == 1 && near(i + 1, i + 4, is_study_word))));
    taken = taken || (is_attribution_cue(previous, AttributionCue::place) &&
                      (near(back(4), i, is_published_word) || near(i + 1, i + 3, is_published_word)));
    taken = taken || ((i == 0 || is_attribution_cue(previous, AttributionCue::article) ||
                       is_attribution_cue(previous, AttributionCue::this_one)) &&
                      near(i + 1, i + 5, is_study_word));
    taken = taken ||
            (!inside.empty() && (near(back(3), i, is_study_word) ||
                                 (!source.empty() && (inside.contains(source) || inside.begin - source.end <= 3U)) ||
                                 inside.overlaps(source)));
    taken = taken || (words[i].range.begin >= view.labelled && !source.empty());
    taken = taken || (is_attribution_cue(previous, AttributionCue::place) &&
                      (published_behind(view, words[i], source) || reported_before(view, words[i - 1])));
    if (taken) return NamedYear{scan::number_at(words[i].text, 0).value, words[i].range};
  }
  return std::nullopt;
}

}  // namespace claimbase

#include "analysis/compliance/effects.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "analysis/compliance/phrase_list.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::string_view kFile = "register/effects.tsv";
constexpr std::uint32_t kMostBetween = 6;  // words between those of a wording, in all

std::optional<Degree> degree_of(std::string_view name) {
  if (name == "official") return Degree::official;
  if (name == "same") return Degree::same;
  if (name == "beyond") return Degree::beyond;
  if (name == "concept") return Degree::by_concept;
  if (name == "near") return Degree::near;
  if (name == "kin") return Degree::kin;
  return std::nullopt;
}

const std::vector<std::vector<std::string_view>>& file_rows() {
  static const std::vector<std::vector<std::string_view>> rows = tsv_rows(resource(kFile));
  return rows;
}

// Calls with (effect, language, degree, last cell) for each row.
template <class Call>
void for_each_row(const Call& call) {
  for (const auto& row : file_rows()) {
    const std::optional<Degree> degree = row.size() == 4 ? degree_of(row[2]) : std::nullopt;
    if (!degree) throw std::logic_error("register/effects.tsv: a broken row of " + std::string(row[0]));
    call(row[0], row[1], *degree, row[3]);
  }
}

}  // namespace

EffectLexicon::EffectLexicon(CopyReader& reader) {
  for_each_row([&](std::string_view effect, std::string_view language, Degree degree, std::string_view cell) {
    if (language != reader.language()) return;
    for_each_phrase(cell, [&](std::string_view phrase) { add(effect, degree, phrase, reader); });
  });
}

void EffectLexicon::add(std::string_view effect, Degree degree, std::string_view phrase, CopyReader& reader) {
  std::vector<std::uint32_t> stems = reader.add(phrase, false);
  const bool of_two = stems.size() == 2 && stems.front() != stems.back();
  const std::uint32_t lead = of_two ? stems.front() : 0;
  const bool tight = of_two && reader.add(phrase, true).size() == stems.size();
  const bool compound = of_two && phrase.find(' ') == std::string_view::npos;
  std::ranges::sort(stems);
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  if (stems.empty())
    throw std::logic_error("register/effects.tsv: a wording of small words only: " + std::string(phrase));
  if (by_stem_.size() <= stems.back()) by_stem_.resize(stems.back() + 1);
  for (const std::uint32_t stem : stems) by_stem_[stem].push_back(static_cast<std::uint32_t>(wordings_.size()));
  wordings_.push_back({effect, degree, std::move(stems), lead, tight, compound});
}

namespace {

// Where each stem of one wording was met last.
struct Progress {
  std::vector<std::uint32_t> at;  // unit + 1; 0: not yet
};

bool within_reach(std::span<const CopyUnit> units, std::uint32_t first, std::uint32_t last, std::size_t stems) {
  if (units[last].word - units[first].word >= stems + kMostBetween) return false;
  for (std::uint32_t u = first + 1; u <= last; ++u) {
    if (units[u].stop) return false;
  }
  return true;
}

// "spier- en zenuwfunctie", "iron and zinc absorption": what the second word is shared with.
constexpr std::uint32_t kMostShared = 3;  // words between the two

bool is_list(std::span<const CopyUnit> units, std::uint32_t first, std::uint32_t last, bool compound) {
  return units[last].word - units[first].word <= kMostShared + 1 &&
         std::any_of(units.begin() + first + 1, units.begin() + last,
                     [&](const CopyUnit& unit) { return unit.shares || (!compound && (unit.joins || unit.comma)); });
}

struct TwoWords {
  bool in_order = false;
  bool tight = false;
  bool compound = false;
};

// Of a wording of two words: whether those at `first` and `last` belong together. "Iron tablets may reduce the
// absorption" speaks of no absorption of iron, and "spieren, sterke botten" of no strong muscles.
bool belong(std::span<const CopyUnit> units, std::uint32_t first, std::uint32_t last, const TwoWords& two,
            const std::vector<bool>& verbs) {
  const bool verb = !verbs.empty() && (verbs[first] || verbs[last]);
  if (verb) return true;
  const std::uint32_t between = units[last].word - units[first].word;  // 1: side by side
  const bool comma =
      std::any_of(units.begin() + first + 1, units.begin() + last + 1, [](const CopyUnit& unit) { return unit.comma; });
  // "botsterkte" is no "sterke botten".
  if (!two.in_order) return between <= 2 && !comma && !(two.compound && between == 1);
  return !two.tight || between <= (two.compound ? 1 : 2) || is_list(units, first, last, two.compound);
}

// "vervoert ionen over celmembranen en is belangrijk voor een goede werking": the membranes are not what works.
bool is_parted(const EffectMatch& match, const std::vector<std::uint32_t>& governs) {
  if (governs.empty()) return false;
  for (std::uint32_t u = match.units.front() + 1; u < match.units.back(); ++u) {
    if (governs[u] == 0) continue;
    const auto at = std::ranges::lower_bound(match.units, u + 1 - governs[u]);
    if (*at > u) return true;  // none of its own words is in the phrase
  }
  return false;
}

// "draagt bij tot de normale pigmentatie van de huid en het haar": the hair's colour behind the law's words on the
// skin's.
bool is_joined_to_official(std::span<const CopyUnit> units, std::uint32_t unit) {
  bool joined = false;
  for (std::uint32_t u = unit; u > 0 && !units[u].comma && !units[u].stop; --u) {
    const CopyUnit& before = units[u - 1];
    if (before.masked) return joined;
    if (!before.small && !before.joins) return false;
    joined = joined || before.joins;
  }
  return false;
}

// "vaatweerstand" is no "weerstand": a wording of one word is a word of its own.
bool is_part(std::span<const CopyUnit> units, std::uint32_t unit) {
  const bool before = unit > 0 && units[unit - 1].word == units[unit].word;
  return before || (unit + 1 < units.size() && units[unit + 1].word == units[unit].word);
}

// "maintain strong nails" maintains nails, and speaks of strong nails: one effect, by the longer or nearer wording.
bool is_again(const EffectMatch& kept, const EffectMatch& match) {
  return kept.effect == match.effect && std::ranges::any_of(match.units, [&](std::uint32_t unit) {
           return std::ranges::binary_search(kept.units, unit);
         });
}

bool covers(const EffectMatch& longer, const EffectMatch& shorter) {
  return std::ranges::includes(longer.units, shorter.units);
}

}  // namespace

std::vector<EffectMatch> EffectLexicon::find(std::span<const CopyUnit> units, const ActingUnits& acting) const {
  std::map<std::uint32_t, Progress> running;  // by wording
  std::vector<EffectMatch> found;
  for (std::uint32_t u = 0; u < units.size(); ++u) {
    const CopyUnit& unit = units[u];
    if (unit.stem == 0 || unit.stem >= by_stem_.size()) continue;
    for (const std::uint32_t w : by_stem_[unit.stem]) {
      const Wording& wording = wordings_[w];
      if (wording.stems.size() == 1 && is_part(units, u)) continue;
      Progress& progress = running[w];
      progress.at.resize(wording.stems.size());
      const auto stem = std::ranges::lower_bound(wording.stems, unit.stem);
      progress.at[static_cast<std::size_t>(stem - wording.stems.begin())] = u + 1;
      if (unit.masked) continue;  // it may lead what is joined to the law's own words, and says nothing by itself
      const std::uint32_t first = *std::ranges::min_element(progress.at);
      if (first == 0 || !within_reach(units, first - 1, u, wording.stems.size())) continue;
      const bool in_order = units[first - 1].stem == wording.lead;
      if (wording.lead != 0 && !belong(units, first - 1, u, {in_order, wording.tight, wording.compound}, acting.verbs))
        continue;
      EffectMatch match{wording.effect, wording.degree, {}, {units[first - 1].range.begin, unit.range.end}};
      for (const std::uint32_t at : progress.at) match.units.push_back(at - 1);
      std::ranges::sort(match.units);
      if (is_parted(match, acting.governs)) continue;
      if (units[first - 1].masked) {
        if (!is_joined_to_official(units, u)) continue;
        match.range.begin = unit.range.begin;
      }
      match.official_words = wording.degree == Degree::official;
      found.push_back(std::move(match));
      std::ranges::fill(progress.at, 0);
    }
  }
  // "een normaal metabolisme en een normale cognitieve functie": what is whole by itself needs no word of the law's.
  std::vector<std::uint32_t> whole;  // where such ones end
  for (const EffectMatch& match : found) {
    if (match.units.size() > 1 && !units[match.units.front()].masked) whole.push_back(match.units.back());
  }
  std::erase_if(found, [&](const EffectMatch& match) {
    return units[match.units.front()].masked && std::ranges::find(whole, match.units.back()) != whole.end();
  });
  // The longest first; of two as long the nearer to the register.
  std::ranges::stable_sort(found, [](const EffectMatch& a, const EffectMatch& b) {
    return a.units.size() != b.units.size() ? a.units.size() > b.units.size() : a.degree < b.degree;
  });
  std::vector<EffectMatch> kept;
  for (EffectMatch& match : found) {
    const bool within = std::ranges::any_of(kept,
                                            [&](const EffectMatch& other) {
                                              return covers(other, match) &&
                                                     (other.units.size() > match.units.size() ||
                                                      other.effect == match.effect || other.degree < match.degree);
                                            }) ||
                        std::ranges::any_of(kept, [&](const EffectMatch& other) { return is_again(other, match); });
    if (!within) kept.push_back(std::move(match));
  }
  std::ranges::stable_sort(kept, {}, [](const EffectMatch& match) { return match.range; });
  return kept;
}

std::string_view EffectLexicon::of_official(std::string_view text, CopyReader& reader) const {
  const std::vector<CopyUnit> units = reader.read(text, {0, static_cast<std::uint32_t>(text.size())});
  std::string_view best;
  std::size_t longest = 0;
  for (const EffectMatch& match : find(units)) {
    if (match.degree != Degree::official || match.units.size() <= longest) continue;
    longest = match.units.size();
    best = match.effect;
  }
  return best;
}

std::map<std::string_view, ConceptEffects, std::less<>> effects_by_concept() {
  std::map<std::string_view, ConceptEffects, std::less<>> effects;
  for_each_row([&](std::string_view effect, std::string_view, Degree degree, std::string_view cell) {
    if (degree != Degree::by_concept && degree != Degree::near) return;
    for_each_word(cell, [&](std::string_view id) {
      ConceptEffects& each = effects[id];
      (degree == Degree::near ? each.near : each.is).push_back(effect);
    });
  });
  return effects;
}

std::set<std::string_view, std::less<>> effect_names() {
  std::set<std::string_view, std::less<>> names;
  for_each_row([&](std::string_view effect, std::string_view, Degree, std::string_view) { names.insert(effect); });
  return names;
}

std::multimap<std::string_view, std::string_view, std::less<>> kin_of_effects() {
  std::multimap<std::string_view, std::string_view, std::less<>> kin;
  for_each_row([&](std::string_view effect, std::string_view, Degree degree, std::string_view cell) {
    if (degree != Degree::kin) return;
    for_each_word(cell, [&](std::string_view other) {
      kin.emplace(effect, other);
      kin.emplace(other, effect);
    });
  });
  return kin;
}

}  // namespace claimbase

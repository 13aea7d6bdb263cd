#include "analysis/claim/clauses.h"

#include <algorithm>
#include <optional>

namespace claimbase {
namespace {

// The item that begins at each unit, so that a walk over the units needs no search.
std::vector<const Item*> items_by_unit(const Annotation& annotation) {
  std::vector<const Item*> by_unit(annotation.units.size(), nullptr);
  for (const Item& item : annotation.items) {
    if (!by_unit[item.first]) by_unit[item.first] = &item;
  }
  return by_unit;
}

bool is_finite_verb(std::string_view text, const Annotation& annotation, const Item* item, const Grammar& grammar) {
  if (!item || item->kind != ItemKind::cue) return false;
  if (item->sense(CueClass::auxiliary)) return true;
  return item->sense(CueClass::verb) && ends_in(text, annotation.units[item->first], grammar.finite);
}

}  // namespace

bool ends_in(std::string_view text, const Unit& unit, const std::vector<std::string>& endings) {
  const std::string_view word = unit.range.of(text);
  return std::ranges::any_of(endings, [&](const std::string& ending) { return word.ends_with(ending); });
}

std::vector<Clause> split_clauses(std::string_view text, const Annotation& annotation, const Grammar& grammar) {
  const auto units = static_cast<std::uint32_t>(annotation.units.size());
  std::vector<Clause> clauses;
  if (units == 0) return clauses;
  const std::vector<const Item*> at = items_by_unit(annotation);
  clauses.push_back({0, units, ClauseLink::start, false, false});
  const auto cut = [&](std::uint32_t unit, ClauseLink link, bool colon, bool finite) {
    if (unit == clauses.back().first) return;
    clauses.back().last = unit;
    clauses.push_back({unit, units, link, colon, finite});
  };
  for (std::uint32_t i = 0; i < units; ++i) {
    const Unit& unit = annotation.units[i];
    const Item* item = at[i];
    if (unit.stop) cut(i, ClauseLink::start, unit.colon, false);
    if (!item || item->kind != ItemKind::cue) continue;
    if (const Cue* cue = item->sense(CueClass::clause)) {
      if (cue->link != ClauseLink::subordinate || unit.comma) cut(i, cue->link, false, false);
      continue;
    }
    const bool verb_here = is_finite_verb(text, annotation, item, grammar);
    if (unit.comma && verb_here) {
      cut(i, ClauseLink::coordinate, false, true);
    } else if (item->sense(CueClass::conjunction) && item->last < units &&
               is_finite_verb(text, annotation, at[item->last], grammar)) {
      cut(i, ClauseLink::coordinate, false, true);
    }
  }
  return clauses;
}

}  // namespace claimbase

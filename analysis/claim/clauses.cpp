#include "analysis/claim/clauses.h"

#include <algorithm>
#include <optional>

namespace claimbase {
namespace {

// The first of the items that begin at a unit. Units are asked for in order, or a little ahead.
class ItemsByUnit {
 public:
  explicit ItemsByUnit(const std::vector<Item>& items) : items_(items) {}

  const Item* at(std::uint32_t unit) {
    while (next_ < items_.size() && items_[next_].first < unit) ++next_;
    return ahead(unit);
  }
  [[nodiscard]] const Item* ahead(std::uint32_t unit) const {
    std::size_t i = next_;
    while (i < items_.size() && items_[i].first < unit) ++i;
    return i < items_.size() && items_[i].first == unit ? &items_[i] : nullptr;
  }

 private:
  const std::vector<Item>& items_;
  std::size_t next_ = 0;
};

bool is_finite_verb(std::string_view text, const Annotation& annotation, const Item* item, const Grammar& grammar) {
  if (!item || item->kind != ItemKind::cue) return false;
  if (item->sense(CueClass::auxiliary)) return true;
  if (item->sense(CueClass::noun) && ends_in(text, annotation.units[item->last - 1], grammar.nominal)) return false;
  // A participle right before an outcome qualifies it: "en verstoorde glucosestofwisseling".
  if (item->sense(CueClass::adjective) && ends_in(text, annotation.units[item->first], grammar.participle)) {
    const auto is_next = [&](const Item& each) {
      return each.kind == ItemKind::outcome && each.first >= item->last && each.first - item->last <= 1;
    };
    if (std::ranges::any_of(annotation.items, is_next)) return false;
  }
  return (item->sense(CueClass::verb) || item->sense(CueClass::change)) &&
         ends_in(text, annotation.units[item->first], grammar.finite);
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
  ItemsByUnit items(annotation.items);
  clauses.push_back({0, units, ClauseLink::start, false, false, false});
  const auto cut = [&](std::uint32_t unit, ClauseLink link, bool finite) {
    if (unit == clauses.back().first) return;
    const Unit& at_unit = annotation.units[unit];
    clauses.back().last = unit;
    clauses.push_back({unit, units, link, at_unit.colon, at_unit.dash, finite});
  };
  const Item* front = items.at(0);
  const Cue* opening = front ? front->sense(CueClass::clause) : nullptr;
  const bool opens_subordinate = grammar.verb_final && opening && opening->link == ClauseLink::subordinate;
  const auto starts_clause = [&](const Cue& cue, const Item& item) {
    if (annotation.units[item.first].comma) return true;
    if (cue.link == ClauseLink::consequence) return true;
    if (cue.link != ClauseLink::sequel && cue.link != ClauseLink::contrast) return false;
    const Item* next = items.ahead(item.last);
    if (!next || next->kind != ItemKind::cue) return false;
    if (cue.link == ClauseLink::contrast && next->sense(CueClass::negation)) return true;
    return (next->sense(CueClass::verb) || next->sense(CueClass::auxiliary)) &&
           !ends_in(text, annotation.units[next->first], grammar.infinitive);
  };
  for (std::uint32_t i = 0; i < units; ++i) {
    const Unit& unit = annotation.units[i];
    const Item* item = items.at(i);
    if (unit.stop) cut(i, ClauseLink::start, false);
    if (!item || item->kind != ItemKind::cue) continue;
    if (const Cue* cue = item->sense(CueClass::clause)) {
      if (starts_clause(*cue, *item)) {
        cut(i, cue->link == ClauseLink::sequel ? ClauseLink::consequence : cue->link, false);
        continue;
      }
    }
    const bool verb_here = is_finite_verb(text, annotation, item, grammar);
    // After a subordinate clause the main one begins with its verb, whatever its number: "Hoewel ..., ondersteunen de
    // ...".
    const bool main_verb = opens_subordinate && clauses.size() == 1 && item->sense(CueClass::verb);
    if (unit.comma && (verb_here || main_verb)) {
      cut(i, ClauseLink::coordinate, true);
    } else if (item->sense(CueClass::conjunction) &&
               is_finite_verb(text, annotation, items.ahead(item->last), grammar)) {
      cut(i, ClauseLink::coordinate, true);
    }
  }
  return clauses;
}

}  // namespace claimbase

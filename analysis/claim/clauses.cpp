#include "analysis/claim/clauses.h"

#include <algorithm>
#include <optional>

namespace claimbase {
namespace {

// The first of the items that begin at a unit. Units are asked for in order, or a little ahead.
class ItemsByUnit {
 public:
  explicit ItemsByUnit(const std::vector<Item>& items) : next_(items.data()), end_(items.data() + items.size()) {}

  const Item* at(std::uint32_t unit) {
    next_ = from(unit);
    return next_ != end_ && next_->first == unit ? next_ : nullptr;
  }
  [[nodiscard]] const Item* ahead(std::uint32_t unit) const {
    const Item* item = from(unit);
    return item != end_ && item->first == unit ? item : nullptr;
  }

 private:
  [[nodiscard]] const Item* from(std::uint32_t unit) const {
    const Item* item = next_;
    while (item != end_ && item->first < unit) ++item;
    return item;
  }

  const Item* next_;
  const Item* end_;
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

constexpr std::size_t kUsualClauses = 4;  // seldom more in a sentence

// Words after which a clause with a subject and a verb of its own may begin: "..., and it also helps".
constexpr std::uint32_t kMostToOwnVerb = 12;

// Looks ahead, over a sentence's items, for clauses that a conjunction or a comma begins.
class Ahead {
 public:
  Ahead(std::string_view text, const Annotation& annotation, const ItemsByUnit& items, const Grammar& grammar)
      : text_(text), annotation_(annotation), items_(items), grammar_(grammar) {}

  // "... de botten, magnesium ontspant de spieren": a substance at `unit` with a verb right behind it. What follows a
  // substance goes on with its list: "zink en selenium helpen".
  bool substance_acts(std::uint32_t unit) const {
    const Item* item = items_.ahead(unit);
    if (item && item->kind == ItemKind::cue && item->sense(CueClass::article)) item = items_.ahead(item->last);
    if (!item || item->kind != ItemKind::substance) return false;
    const Item* next = items_.ahead(item->last);
    if (!next || annotation_.units[next->first].comma) return false;
    if (next->kind == ItemKind::outcome) return next->event;  // "magnesium ontspant de spieren"
    if (is_finite_verb(text_, annotation_, next, grammar_)) return true;
    return next->sense(CueClass::verb) && !next->sense(CueClass::noun) &&
           !ends_in(text_, annotation_.units[next->first], grammar_.infinitive);
  }

  // ", and it possibly improves memory": a verb before the next comma or conjunction.
  bool has_own_verb(std::uint32_t unit) const {
    const std::uint32_t end =
        std::min<std::uint32_t>(static_cast<std::uint32_t>(annotation_.units.size()), unit + kMostToOwnVerb);
    for (std::uint32_t i = unit; i < end; ++i) {
      if (i > unit && (annotation_.units[i].comma || annotation_.units[i].stop)) return false;
      const Item* item = items_.ahead(i);
      if (!item || item->kind != ItemKind::cue) continue;
      if (item->sense(CueClass::conjunction) || item->sense(CueClass::clause)) return false;
      if (is_finite_verb(text_, annotation_, item, grammar_)) return true;
    }
    return false;
  }

 private:
  std::string_view text_;
  const Annotation& annotation_;
  const ItemsByUnit& items_;
  const Grammar& grammar_;
};

}  // namespace

bool ends_in(std::string_view text, const Unit& unit, const std::vector<std::string>& endings) {
  const std::string_view word = unit.range.of(text);
  return std::ranges::any_of(
      endings, [&](const std::string& ending) { return word.back() == ending.back() && word.ends_with(ending); });
}

std::uint32_t apposition_before(const Annotation& annotation, std::uint32_t unit) {
  constexpr std::uint32_t kMostUnits = 4;  // "an essential trace element"
  const std::uint32_t limit = unit > kMostUnits ? unit - kMostUnits : 0;
  std::uint32_t begin = unit;
  while (begin > limit && !annotation.units[begin].comma && !annotation.units[begin].stop) --begin;
  if (begin == unit || !annotation.units[begin].comma) return unit;
  const auto named = [&](const Item& item) { return item.kind == ItemKind::substance && item.last == begin; };
  const auto opens = [&](const Item& item) {
    const bool category = item.kind == ItemKind::substance && item.last == unit;
    return item.first == begin && (category || item.sense(CueClass::article) != nullptr);
  };
  const auto& items = annotation.items;
  return std::ranges::any_of(items, named) && std::ranges::any_of(items, opens) ? begin : unit;
}

std::vector<Clause> split_clauses(std::string_view text, const Annotation& annotation, const Grammar& grammar) {
  const auto units = static_cast<std::uint32_t>(annotation.units.size());
  std::vector<Clause> clauses;
  if (units == 0) return clauses;
  clauses.reserve(kUsualClauses);
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
  const bool opens_with_clause = opening && opening->link == ClauseLink::subordinate;
  const bool opens_subordinate = grammar.verb_final && opens_with_clause;
  bool verb_before = false;  // in the clause that is open
  const auto starts_clause = [&](const Cue& cue, const Item& item) {
    if (annotation.units[item.first].comma) return true;
    if (cue.link == ClauseLink::consequence) return true;
    if (cue.link == ClauseLink::relative) return verb_before && apposition_before(annotation, item.first) < item.first;
    if (cue.link != ClauseLink::sequel && cue.link != ClauseLink::contrast) return false;
    const Item* next = items.ahead(item.last);
    if (!next || next->kind != ItemKind::cue) return false;
    if (cue.link == ClauseLink::contrast && next->sense(CueClass::negation)) return true;
    return (next->sense(CueClass::verb) || next->sense(CueClass::auxiliary)) &&
           !ends_in(text, annotation.units[next->first], grammar.infinitive);
  };
  const Ahead ahead(text, annotation, items, grammar);
  std::uint32_t substance_before = units;  // the unit behind the last substance
  std::uint32_t next = 0;
  for (const Unit& unit : annotation.units) {
    const std::uint32_t i = next++;
    const Item* item = items.at(i);
    if (!item && !unit.stop && !unit.comma) continue;
    if (unit.stop) cut(i, ClauseLink::start, false);
    if (clauses.back().first == i) verb_before = false;
    // "Because caffeine blocks ..., a cup of coffee may ...": the main clause, whatever it begins with
    if (opens_with_clause && !opens_subordinate && clauses.size() == 1 && unit.comma && verb_before &&
        !unit.open_parenthesis && ahead.has_own_verb(i)) {
      cut(i, ClauseLink::coordinate, true);
      verb_before = false;
    }
    if (!item) continue;
    if (item->kind != ItemKind::cue) {
      if (unit.comma && verb_before && substance_before != i && ahead.substance_acts(i)) {
        cut(i, ClauseLink::coordinate, true);
        verb_before = false;
      }
      if (item->kind == ItemKind::substance) substance_before = item->last;
      verb_before = verb_before || item->event;
      continue;
    }
    if (verb_before && item->sense(CueClass::conjunction)) {
      const bool own_subject = substance_before != i && ahead.substance_acts(item->last);
      // "... gestimuleerd en door suiker afgeremd"
      const Item* behind = items.ahead(item->last);
      const bool other_agent =
          grammar.verb_final && behind && behind->sense(CueClass::agent) && ahead.has_own_verb(item->last);
      if (own_subject || other_agent || (unit.comma && ahead.has_own_verb(item->last))) {
        cut(i, ClauseLink::coordinate, true);
        verb_before = false;
        continue;
      }
    }
    // "From easing pain to ..., ginger helps": no verb form that may stand alone
    verb_before = verb_before || item->sense(CueClass::auxiliary) ||
                  (item->sense(CueClass::verb) && !ends_in(text, annotation.units[item->first], grammar.infinitive));
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

#include "analysis/claim/final_verb.h"

#include <algorithm>

namespace claimbase {
namespace {

// How many unrecognised words may stand between an outcome and the verb behind it.
constexpr std::uint32_t kFinalVerbReach = 4;

bool takes_outcome_of_its_own(const OutcomeSurroundings& around, std::size_t verb) {
  std::uint32_t unit = around.items[verb].last;
  for (std::size_t i = verb + 1; i < around.items.size() && around.items[i].first < around.clause.last; ++i) {
    for (; unit <= around.items[i].first; ++unit) {
      if (around.annotation.units[unit].comma) return false;
    }
    if (around.items[i].sense(CueClass::conjunction) || around.items[i].sense(CueClass::population)) return false;
    if (around.items[i].kind == ItemKind::outcome) return true;
  }
  return false;
}

// "helpt verlagen": of two verbs at the end of a clause the infinitive says what is done.
const Item& main_verb(const OutcomeSurroundings& around, std::size_t first) {
  const Cue* leading = around.governing_sense(around.items[first]);
  if (!leading || leading->effect != Effect::helps) return around.items[first];
  for (std::size_t i = first + 1; i < around.items.size() && around.items[i].first == around.items[first].last; ++i) {
    const bool here = around.items[i].first < around.clause.last && around.as_verb(around.items[i]) &&
                      around.is_infinitive(around.items[i]);
    if (here) return around.items[i];
  }
  return around.items[first];
}

}  // namespace

const Item* find_final_verb(const OutcomeSurroundings& around) {
  std::uint32_t anchor = around.outcome().last;
  bool conjunction = false;
  bool agent = false;
  bool aside = false;  // after "tijdens", "bij mensen met": the next outcome is none of ours
  for (std::size_t i = around.at + 1; i < around.items.size() && around.items[i].first < around.clause.last; ++i) {
    const Item& item = around.items[i];
    if (item.first < anchor) continue;
    // "oxidatieve stress die ontstaat": the verb is that of the relative clause
    if (item.first == anchor && around.is_relative(i)) return nullptr;
    aside = aside || item.sense(CueClass::population) || item.sense(CueClass::locative);
    const Unit& unit = around.annotation.units[item.first];
    if (item.first - anchor > kFinalVerbReach) return nullptr;
    if (item.kind == ItemKind::outcome) {
      if (!conjunction && !unit.comma && !aside && item.first == anchor && !around.same_word(anchor - 1, anchor))
        return nullptr;
      conjunction = aside = false;
      anchor = item.last;
      continue;
    }
    // "wordt door kalium verlaagd": the agent of a passive stands between
    const bool passive =
        around.grammar.verb_final && (item.sense(CueClass::agent) || (item.kind == ItemKind::substance && agent));
    agent = agent || item.sense(CueClass::agent);
    if (!passive && (item.kind == ItemKind::substance || item.sense(CueClass::agent))) return nullptr;
    if (around.as_verb(item) && !(item.sense(CueClass::tail) && around.is_tail(item))) {
      if (conjunction || unit.comma || takes_outcome_of_its_own(around, i)) return nullptr;
      return &main_verb(around, i);
    }
    conjunction = conjunction || item.sense(CueClass::conjunction) != nullptr;
    anchor = item.last;
  }
  return nullptr;
}

bool belongs_to_its_neighbour(const OutcomeSurroundings& around, const Item& final_verb, bool by_tail) {
  const bool another_between = std::ranges::any_of(around.items, [&](const Item& item) {
    return item.kind == ItemKind::outcome && item.first >= around.outcome().last && item.last <= final_verb.first;
  });
  if (!another_between) return false;
  if (by_tail) return true;  // "cancer prevention": its own word has acted
  bool genitive = false;
  bool acted_upon = false;  // "invloed hebben op": the verb before takes its objects with a preposition
  std::uint32_t begin = around.outcome().first;
  for (std::size_t i = around.at; i-- > 0 && around.items[i].first >= around.clause.first;) {
    const Item& item = around.items[i];
    if (item.last > begin) continue;
    if (around.is_relative(i)) return false;
    if (acted_upon) {
      if (!item.sense(CueClass::auxiliary)) return around.as_verb(item) != nullptr && begin - item.last <= 1;
      begin = item.first;
      continue;
    }
    const bool coordinated = item.kind == ItemKind::outcome || item.sense(CueClass::conjunction);
    if (!genitive && coordinated && begin - item.last <= 1) {
      begin = item.first;
      continue;
    }
    if (item.last < begin || item.kind != ItemKind::cue) return false;
    // "helpt bij gewichtsbeheersing en verstopping verlichten"
    if (!genitive && item.last - item.first > 1 && around.as_verb(item)) return true;
    if (genitive) return around.as_noun(item) || (item.sense(CueClass::verb) && around.is_infinitive(item));
    if (item.sense(CueClass::locative) && !item.sense(CueClass::agent)) {
      acted_upon = true;
      begin = item.first;
      continue;
    }
    genitive = item.sense(CueClass::genitive) != nullptr;
    if (!genitive && !item.sense(CueClass::article) && !item.sense(CueClass::adjective)) return false;
    begin = item.first;
  }
  return false;
}

}  // namespace claimbase

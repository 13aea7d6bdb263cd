#include "analysis/claim/outcome_surroundings.h"

#include <algorithm>

namespace claimbase {

const Cue* OutcomeSurroundings::as_noun(const Item& item) const {
  const Cue* noun = item.sense(CueClass::noun);
  return noun && ((!item.sense(CueClass::verb) && !item.sense(CueClass::change)) || is_nominal(item)) ? noun : nullptr;
}

const Cue* OutcomeSurroundings::as_verb(const Item& item) const {
  if (!item.is_any(bits_of(CueClass::verb, CueClass::change))) return nullptr;
  if (as_noun(item)) return nullptr;
  // "veelvoorkomende", "voorkomende": a participle that another row takes for nothing
  if (item.sense(CueClass::filler) && ends_in(text, annotation.units[item.last - 1], grammar.participle))
    return nullptr;
  const Cue* verb = governing_sense(item);
  return verb ? verb : item.sense(CueClass::change);
}

const Cue* OutcomeSurroundings::governing_sense(const Item& item) const {
  const Cue* plain = nullptr;
  if (!item.is_any(bits_of(CueClass::verb))) return plain;
  for (const Cue* cue : item.senses) {
    if (cue->type != CueClass::verb) continue;
    if (cue->after_gap.empty()) {
      if (!plain) plain = cue;
    } else if (gap_closes_before_outcome(item, *cue)) {
      return cue;
    }
  }
  return plain ? plain : item.sense(CueClass::verb);
}

bool OutcomeSurroundings::gap_closes_before_outcome(const Item& item, const Cue& cue) const {
  const std::string_view tail = std::string_view(cue.after_gap).substr(0, cue.after_gap.find(' '));
  for (std::uint32_t unit = item.last; unit < outcome().first; ++unit) {
    if (annotation.units[unit].range.of(text) == tail) return true;
  }
  return false;
}

bool OutcomeSurroundings::shields(const Item& verb) const {
  const bool prevents = std::ranges::any_of(verb.senses, [](const Cue* cue) {
    return cue->type == CueClass::verb && cue->effect == Effect::prevents && !cue->after_gap.empty();
  });
  return prevents && std::ranges::any_of(items, [&](const Item& item) {
           return item.kind == ItemKind::outcome && item.first > outcome().last && item.first < clause.last;
         });
}

bool OutcomeSurroundings::is_nominal(const Item& item) const {
  return ends_in(text, annotation.units[item.last - 1], grammar.nominal);
}

bool OutcomeSurroundings::is_infinitive(const Item& item) const {
  return ends_in(text, annotation.units[item.last - 1], grammar.infinitive);
}

bool OutcomeSurroundings::is_relative(std::size_t index) const {
  return items[index].is_any(bits_of(CueClass::clause)) && std::ranges::any_of(items[index].senses, [](const Cue* cue) {
           return cue->type == CueClass::clause && cue->link == ClauseLink::relative;
         });
}

bool OutcomeSurroundings::is_lessened(const Item& item) const {
  for (const Item& before : items) {
    if (before.last != item.first || !before.sense(CueClass::adjective) || before.sense(CueClass::verb)) continue;
    const Cue* verb = item.sense(CueClass::change);
    return verb && verb->effect == Effect::raises && before.sense(CueClass::adjective)->effect == Effect::lowers;
  }
  return false;
}

const Cue* OutcomeSurroundings::qualifier_before(std::size_t index) const {
  for (std::size_t j = index; j-- > 1;) {
    if (items[j].kind != ItemKind::cue || items[j].sense(CueClass::clause)) return nullptr;
    const Cue* adjective = items[j - 1].sense(CueClass::adjective);
    if (items[j].sense(CueClass::risk) && items[j - 1].last == items[j].first) return adjective;
  }
  return nullptr;
}

bool OutcomeSurroundings::same_word(std::uint32_t left, std::uint32_t right) const {
  return annotation.units[left].word == annotation.units[right].word;
}

bool OutcomeSurroundings::is_tail(const Item& item) const {
  if (item.first == 0) return false;
  if (same_word(item.first - 1, item.first)) return true;
  if (grammar.verb_final || !behind_an_outcome(item)) return false;
  return !item.sense(CueClass::verb) || is_nominal(item) ||
         ends_in(text, annotation.units[item.first], grammar.infinitive);
}

bool OutcomeSurroundings::behind_an_outcome(const Item& item) const {
  return std::ranges::any_of(
      items, [&](const Item& each) { return each.kind == ItemKind::outcome && each.last == item.first; });
}

bool OutcomeSurroundings::follows_substance(std::size_t i) const {
  if (grammar.verb_final || i == 0 || items[i - 1].last != items[i].first) return false;
  const Item& before = items[i - 1];
  return before.kind == ItemKind::substance || before.sense(CueClass::state) ||
         (before.sense(CueClass::exposure) && i > 1 && items[i - 2].kind == ItemKind::substance);
}

bool OutcomeSurroundings::is_participle_before_noun(const Item& item, std::uint32_t anchor) const {
  return item.last - item.first == 1 && anchor - item.last <= 1 &&
         ends_in(text, annotation.units[item.first], grammar.participle);
}

bool OutcomeSurroundings::qualifies_its_neighbour(std::size_t i) const {
  const Item& item = items[i];
  if (!ends_in(text, annotation.units[item.first], grammar.participle)) return false;
  for (std::size_t next = i + 1; next < items.size() && items[next].first - item.last <= 1; ++next) {
    if (items[next].first < item.last) continue;
    return items[next].kind == ItemKind::outcome || items[next].sense(CueClass::risk) ||
           items[next].sense(CueClass::aspect);
  }
  return false;
}

bool OutcomeSurroundings::qualifies_a_substance(std::size_t i) const {
  const Cue* exposure = items[i].sense(CueClass::exposure);
  if (!exposure || exposure->of_amount || !items[i].sense(CueClass::verb)) return false;
  return i + 1 < items.size() && items[i + 1].kind == ItemKind::substance && items[i + 1].first == items[i].last;
}

bool OutcomeSurroundings::says_when(std::size_t purpose, std::uint32_t anchor) const {
  const Item& item = items[purpose];
  const Cue* cue = item.sense(CueClass::purpose);
  if (!cue || cue->effect != Effect::helps || item.last != anchor || anchor != outcome().first || purpose == 0)
    return false;
  const Item& before = items[purpose - 1];
  return before.last == item.first && before.kind == ItemKind::outcome && !before.inverse &&
         before.named->valence == Valence::good && outcome().named->valence == Valence::bad;
}

bool OutcomeSurroundings::has_comma(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t unit = first; unit <= last; ++unit) {
    if (annotation.units[unit].comma) return true;
  }
  return false;
}

bool OutcomeSurroundings::opens_main_clause() const {
  return annotation.units[outcome().first].comma && at + 1 < items.size() && items[at + 1].first == outcome().last &&
         (items[at + 1].sense(CueClass::auxiliary) || as_verb(items[at + 1]));
}

}  // namespace claimbase

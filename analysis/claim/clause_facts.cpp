#include "analysis/claim/clause_facts.h"

#include <algorithm>
#include <utility>

namespace claimbase {
namespace {

// A pronoun is one where a verb stands beside it: "het helpt", "helpt het", but not "het hartritme".
bool is_pronoun(const Annotation& annotation, std::size_t index, const Clause& clause) {
  const std::vector<Item>& items = annotation.items;
  const Item& item = items[index];
  // "It absorbs water": a word that is never an article needs no verb beside it
  if (item.first == clause.first && !item.sense(CueClass::article)) return true;
  // "dat dit de klachten verlicht": an article behind it has a noun of its own
  // "het op termijn ...": before a preposition it is no article
  if (!item.sense(CueClass::clause) && index + 1 < items.size() && items[index + 1].first == item.last &&
      in_clause(items[index + 1], clause)) {
    const Item& next = items[index + 1];
    if (next.sense(CueClass::article) && !next.sense(CueClass::anaphor)) return true;
    if (item.sense(CueClass::article) && (next.sense(CueClass::locative) || next.sense(CueClass::purpose))) return true;
  }
  // "is het behouden van een goede bloeddruk": an infinitive with "van" behind it is a noun
  if (index + 2 < items.size() && items[index + 1].first == item.last &&
      items[index + 2].first == items[index + 1].last && items[index + 2].sense(CueClass::genitive)) {
    return false;
  }
  const auto is_verb = [](const Item& each) {
    return each.kind == ItemKind::cue &&
           (each.sense(CueClass::auxiliary) || each.sense(CueClass::verb) || each.sense(CueClass::change));
  };
  if (index + 1 < items.size() && items[index + 1].first == item.last && in_clause(items[index + 1], clause) &&
      (is_verb(items[index + 1]) || items[index + 1].sense(CueClass::hedge))) {
    return true;
  }
  const bool after_verb = index > 0 && items[index - 1].last == item.first && is_verb(items[index - 1]) &&
                          in_clause(items[index - 1], clause);
  if (!after_verb) return false;
  // "helpt het" + adverb or relation; "verlaagt het risico" is an article
  return index + 1 < items.size() && items[index + 1].first == item.last && items[index + 1].kind == ItemKind::cue &&
         !items[index + 1].sense(CueClass::risk) && !items[index + 1].sense(CueClass::aspect) &&
         !items[index + 1].sense(CueClass::adjective) && !items[index + 1].sense(CueClass::noun);
}

// "Dit proces wordt ...": of the word behind it nothing is known, so that it is a thing of its own. In "this mild
// anti-inflammatory effect" it only qualifies what is known, and in "this puts you at risk" it is the verb.
bool qualifies_a_noun(std::string_view text, const Annotation& annotation, std::size_t index, const Grammar& grammar) {
  const std::vector<Item>& items = annotation.items;
  const std::uint32_t noun = items[index].last;
  if (noun >= annotation.units.size() || annotation.units[noun].comma || annotation.units[noun].stop) return false;
  if (ends_in(text, annotation.units[noun], grammar.finite)) return false;
  if (index + 1 >= items.size()) return true;
  const Item& next = items[index + 1];
  if (next.first == noun) return next.sense(CueClass::block) != nullptr;
  if (next.first > noun + 1) return true;
  const bool qualifies = next.sense(CueClass::head) || next.sense(CueClass::property) || next.sense(CueClass::noun);
  return next.kind == ItemKind::cue && (!qualifies || ends_in(text, annotation.units[next.first], grammar.finite));
}

bool names_an_outcome(const std::vector<Item>& items, const Clause& clause) {
  return std::ranges::any_of(
      items, [&](const Item& each) { return each.kind == ItemKind::outcome && in_clause(each, clause); });
}

// What a cue may tell of its clause; most cues tell nothing.
constexpr std::uint64_t kTold = bits_of(CueClass::regulatory, CueClass::verb, CueClass::change, CueClass::hedge,
                                        CueClass::negation, CueClass::denial, CueClass::absence, CueClass::auxiliary,
                                        CueClass::state, CueClass::symptom, CueClass::anaphor);

constexpr std::uint64_t kDenies = bits_of(CueClass::negation, CueClass::denial, CueClass::absence);

bool has(const Item& item, AnaphorKind kind) {
  return std::ranges::any_of(item.senses,
                             [&](const Cue* cue) { return cue->type == CueClass::anaphor && cue->anaphor == kind; });
}

std::uint32_t next_comma(const Annotation& annotation, std::uint32_t unit) {
  while (unit < annotation.units.size() && !annotation.units[unit].comma) ++unit;
  return unit;
}

// Whether a verb stands between the item and the next comma.
bool has_verb(std::string_view text, const Annotation& annotation, std::size_t index, const Grammar& grammar) {
  for (std::size_t i = index + 1; i < annotation.items.size(); ++i) {
    const Item& item = annotation.items[i];
    const Unit& unit = annotation.units[item.first];
    if (unit.comma || unit.stop) return false;
    if (item.sense(CueClass::auxiliary)) return true;
    if (item.sense(CueClass::verb) && ends_in(text, annotation.units[item.first], grammar.finite)) return true;
  }
  return false;
}

// "Without treatment, ..." and "geen calorieën, het effect ...": up to the comma; "geen hoofdpijn, krampen of koorts":
// to the end.
std::uint32_t end_of_absence(std::string_view text, const Annotation& annotation, const Item& absence,
                             std::size_t index, const Grammar& grammar) {
  if (absence.first == 0) return next_comma(annotation, absence.last);
  for (std::size_t i = index + 1; i < annotation.items.size(); ++i) {
    const Item& item = annotation.items[i];
    const Unit& unit = annotation.units[item.first];
    const bool begins =
        unit.comma && (item.sense(CueClass::article) || item.sense(CueClass::anaphor)) && !unit.open_parenthesis;
    if (begins && has_verb(text, annotation, i, grammar)) return item.first;
  }
  return kNowhere;
}

// "niet-specifiek": denies the rest of its word.
bool is_prefix(std::string_view text, const Annotation& annotation, const Item& item) {
  const std::size_t end = annotation.range_of(item).end;
  return end < text.size() && text[end] == '-' && !annotation.units[item.last - 1].hyphen_after;
}

// Whether the unit stands in parentheses.
bool is_parenthesised(const Annotation& annotation, std::uint32_t unit) {
  for (std::uint32_t i = unit + 1; i-- > 0;) {
    if (annotation.units[i].open_parenthesis) return true;
    if (annotation.units[i].close_parenthesis || annotation.units[i].stop) return false;
  }
  return false;
}

}  // namespace

const Cue* symptom_of_lack(const Annotation& annotation, const Item& item) {
  const Cue* symptom = item.sense(CueClass::symptom);
  if (!symptom || symptom->exposure != Exposure::deficiency) return symptom;
  // "dementiesymptomen": those of the outcome in their own word
  const bool of_its_word = std::ranges::any_of(annotation.items, [&](const Item& before) {
    return before.kind == ItemKind::outcome && before.last == item.first &&
           annotation.units[before.first].word == annotation.units[item.first].word;
  });
  if (of_its_word) return nullptr;
  bool of = symptom->of_what_follows;
  std::uint32_t end = item.last;
  for (const Item& next : annotation.items) {
    if (next.first < end) continue;
    if (next.first > end || annotation.units[next.first].stop) break;
    if (next.kind == ItemKind::outcome) return of ? nullptr : symptom;
    if (next.kind != ItemKind::cue) break;
    of = of || next.sense(CueClass::genitive);
    if (!next.sense(CueClass::genitive) && !next.sense(CueClass::article) && !next.sense(CueClass::adjective)) break;
    end = next.last;
  }
  return symptom;
}

std::vector<ClauseFacts> gather_facts(std::string_view text, const Annotation& annotation, const Grammar& grammar) {
  const std::vector<Item>& items = annotation.items;
  const std::size_t count = items.size();
  std::vector<ClauseFacts> clauses;
  const std::vector<Clause> cut = split_clauses(text, annotation, grammar);
  clauses.resize(cut.size());
  for (std::size_t i = 0; i < cut.size(); ++i) clauses[i].clause = cut[i];
  const auto outcome_outside = [&](const Clause& clause) {
    return std::ranges::any_of(items, [&](const Item& each) {
      return each.kind == ItemKind::outcome && in_clause(each, clause) && !is_parenthesised(annotation, each.first);
    });
  };
  std::size_t c = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Item& item = items[i];
    if (!item.is_any(kTold)) continue;
    while (c + 1 < cut.size() && item.first >= cut[c].last) ++c;
    ClauseFacts& facts = clauses[c];
    if (item.sense(CueClass::regulatory)) facts.regulatory = true;
    if (item.sense(CueClass::verb) || item.sense(CueClass::change)) facts.relation = true;
    if (item.sense(CueClass::hedge)) facts.hedged = true;
    // "anaemia (not having enough red cells)": denies nothing of what stands outside
    const bool aside =
        item.is_any(kDenies) && is_parenthesised(annotation, item.first) && outcome_outside(facts.clause);
    if (item.sense(CueClass::negation) && !aside && !is_prefix(text, annotation, item)) ++facts.negations;
    if (item.sense(CueClass::denial) && !aside) {
      ++facts.negations;
      facts.denies = true;
    }
    if (item.sense(CueClass::absence) && !aside && facts.absent_from == kNowhere) {
      facts.absent_from = item.last;
      facts.absent_to = end_of_absence(text, annotation, item, i, grammar);
    }
    if (item.sense(CueClass::auxiliary)) facts.has_finite = true;
    if (const Cue* state = item.sense(CueClass::state)) facts.state = state;
    if (const Cue* symptom = item.sense(CueClass::symptom) ? symptom_of_lack(annotation, item) : nullptr)
      facts.symptom = symptom;
    if (const Cue* anaphor = item.sense(CueClass::anaphor)) {
      const bool starts = item.first == facts.clause.first && c == 0;
      const bool stands_for =
          anaphor->anaphor == AnaphorKind::noun || has(item, AnaphorKind::possessive) ||
          is_pronoun(annotation, i, facts.clause) ||
          (starts && has(item, AnaphorKind::demonstrative) && !qualifies_a_noun(text, annotation, i, grammar));
      if (stands_for && !facts.anaphor) {
        facts.anaphor = true;
        facts.anaphor_at = item.first;
      }
    }
  }
  // "Dat X Y voorkomt, is niet aangetoond"
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    const ClauseLink link = clauses[i].clause.link;
    const bool concedes = link == ClauseLink::subordinate || link == ClauseLink::contrast;
    if (clauses[i].denies && !concedes && !names_an_outcome(items, clauses[i].clause)) ++clauses[i - 1].negations;
  }
  // What follows from a hedged clause is no surer than it.
  for (std::size_t i = 1; i < clauses.size(); ++i) {
    const ClauseLink link = clauses[i].clause.link;
    if (link == ClauseLink::consequence) clauses[i].hedged = clauses[i].hedged || clauses[i - 1].hedged;
    // "Mogelijk: ...", "Verband: ...": how sure what follows the colon is
    const bool says_how_sure = clauses[i].clause.after_colon && !names_an_outcome(items, clauses[i - 1].clause);
    if (says_how_sure) clauses[i].hedged = clauses[i].hedged || clauses[i - 1].hedged;
    if (link == ClauseLink::coordinate && !clauses[i].clause.finite)
      clauses[i].hedged = clauses[i].hedged || clauses[i - 1].hedged;
  }
  return clauses;
}

}  // namespace claimbase

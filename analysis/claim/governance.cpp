#include "analysis/claim/governance.h"

#include <algorithm>

#include "analysis/claim/final_verb.h"
#include "analysis/claim/focus.h"
#include "analysis/claim/outcome_surroundings.h"

namespace claimbase {
namespace {

// How many unrecognised words may stand between an adjective and its noun ("verhoogde systemische ontsteking"), and
// between a nominal relation and its outcome ("verlagingen van zowel de systolische als diastolische bloeddruk").
constexpr std::uint32_t kAdjectiveReach = 2;
constexpr std::uint32_t kNounReach = 8;
constexpr std::uint32_t kVerbReach = 7;

class Scan : OutcomeSurroundings {
 public:
  explicit Scan(const OutcomeSurroundings& around) : OutcomeSurroundings(around) {}

  Governance run() {
    read_bound();
    if (outcome().event) {
      result_.effect = inner_;
      return result_;
    }
    const Item* final_verb = grammar.verb_final ? find_final_verb(*this) : nullptr;
    if (final_verb && belongs_to_its_neighbour(*this, *final_verb, by_tail_)) final_verb = nullptr;
    read_left(final_verb != nullptr);
    if (!final_verb && !result_.verb) final_verb = find_final_verb(*this);  // "blood pressure is lowered by"
    // "de behoefte neemt door stress toe": what changes is something else
    const bool acts_itself = final_verb && !final_verb->sense(CueClass::verb) && at > 0 &&
                             items[at - 1].last == outcome().first && items[at - 1].sense(CueClass::agent);
    if (final_verb && !acts_itself) govern_by(*final_verb);
    // "wordt versterkt door oxidatieve stress", but "door ontstekingen te remmen"
    result_.is_agent = !final_verb && follows_agent();
    act_on_what_causes_it();
    // "verhoogt de weerstand en geeft rust bij stress": when, not what
    if (inner_ == Effect::raises && behind_when() && outcome().named->valence == Valence::bad)
      result_.is_population = true;
    // "normaliseert de stoelgang bij verstopping": what is regulated helps against the complaint
    if (by_purpose_ && inner_ == Effect::regulates && outcome().named->valence == Valence::bad) inner_ = Effect::helps;
    result_.effect = inner_;
    return result_;
  }

 private:
  const Item& outcome() const { return items[at]; }

  void act(Effect effect, const Item& item, bool adjective = false) {
    // "verlaagt een verlaagde" is no double negation: an adjective describes, only a nominal relation is acted upon.
    const bool describes =
        only_adjectives_ && inner_ != Effect::none && effect == Effect::lowers && inner_ == Effect::lowers;
    // "bescherming tegen", "goed tegen": the word right before the outcome only says against what
    const bool against = by_head_ && (effect == Effect::prevents || effect == Effect::treats);
    if (against) {
      inner_ = effect;
    } else if (!describes) {
      inner_ = compose(effect, inner_);
    }
    by_head_ = false;
    only_adjectives_ = only_adjectives_ && adjective;
    if (result_.cue.empty()) result_.cue = annotation.range_of(item);
  }

  // Right behind "bij", which is no "tegen".
  bool behind_when() const {
    if (at == 0 || items[at - 1].last != outcome().first) return false;
    const Cue* purpose = items[at - 1].sense(CueClass::purpose);
    return purpose && purpose->effect == Effect::helps && !items[at - 1].sense(CueClass::head);
  }

  bool follows_agent() const {
    std::uint32_t begin = outcome().first;
    for (std::size_t i = at; i-- > 0 && items[i].first >= clause.first;) {
      const Item& item = items[i];
      if (item.last > begin) continue;
      if (item.last < begin || item.kind != ItemKind::cue) return false;
      if (item.sense(CueClass::agent)) return !result_.bound;
      if (!item.sense(CueClass::article)) return false;
      begin = item.first;
    }
    return false;
  }

  // "neutraliseert vrije radicalen die cellen beschadigen", "inhibits the loss of bone that leads to fractures": what
  // the relative clause tells is the doing of what stands before it, and that is made less.
  void act_on_what_causes_it() {
    const bool brought_about = inner_ == Effect::causes || inner_ == Effect::raises || inner_ == Effect::worsens;
    if ((!brought_about && inner_ != Effect::links) || !result_.verb) return;
    std::size_t i = at;
    while (i > 0 && !items[i - 1].sense(CueClass::verb) && !is_relative(i - 1)) --i;
    // the verb of the relative clause may stand before the outcome ("that leads to") or behind it
    while (i > 0 && !is_relative(i - 1) && annotation.range_of(items[i - 1]).begin >= result_.cue.begin) --i;
    if (i < 2 || !is_relative(i - 1) || annotation.range_of(items[i - 1]).begin > result_.cue.begin) return;
    if (items[i - 2].kind == ItemKind::substance && items[i - 2].last == items[i - 1].first) return;
    if (inner_ == Effect::links) {
      // "een lager risico op factoren die samenhangen met"
      const Cue* less = i > 2 ? qualifier_before(i - 1) : nullptr;
      if (less) {
        inner_ = less->effect;
      } else {
        result_.of_another = true;
      }
      return;
    }
    for (std::size_t j = i - 1; j-- > 0;) {
      const Item& item = items[j];
      if (annotation.units[item.last].stop || item.sense(CueClass::clause)) return;
      const Cue* verb = as_verb(item);
      const Cue* noun = verb ? nullptr : as_noun(item);
      if (!verb && !noun) continue;
      const Effect effect = verb ? verb->effect : noun->effect;
      if (effect == Effect::lowers || effect == Effect::prevents || effect == Effect::treats)
        inner_ = compose(effect, inner_);
      return;
    }
  }

  void govern_by(const Item& item) {
    const Cue* verb = governing_sense(item);
    if (!verb) {
      verb = item.sense(CueClass::change);
      result_.intransitive = true;
    }
    result_.association = result_.association || verb->effect == Effect::links;
    // "inflammation related to arthritis": says of what kind the outcome before it is
    result_.of_another = verb->effect == Effect::links && item.last <= outcome().first && behind_an_outcome(item) &&
                         ends_in(text, annotation.units[item.first], grammar.participle);
    act(is_lessened(item) ? Effect::lowers : verb->effect, item);
    result_.verb = true;
  }

  // "bloeddruk|verlagend", "blood-pressure-lowering"; the head stands before: "anti-inflammatory".
  void read_bound() {
    std::uint32_t end = outcome().last;
    for (std::size_t i = at + 1; i < items.size() && items[i].first <= end && items[i].first < clause.last; ++i) {
      const Item& item = items[i];
      if (item.first < end) continue;  // another reading of the same words
      if (annotation.units[item.first].comma || annotation.units[item.first].stop) break;
      // a product's name: "slaapthee", "een focus supplement"
      if (item.kind == ItemKind::substance && (same_word(end - 1, item.first) || is_group(*item.named)))
        result_.is_population = true;
      if (item.kind != ItemKind::cue) break;
      if (item.sense(CueClass::block)) result_.is_population = true;
      if (const Cue* tail = item.sense(CueClass::tail); tail && is_tail(item)) {
        act(tail->effect, item);
        result_.bound = by_tail_ = true;
        break;
      }
      if (const Cue* property = item.sense(CueClass::property)) {
        act(property->effect, item);
        result_.bound = true;
        break;
      }
      if (!item.sense(CueClass::aspect)) break;
      end = item.last;
    }
    if (outcome().event) {
      inner_ = Effect::causes;
      result_.bound = true;
      result_.cue = annotation.range_of(outcome());
      return;
    }
    read_shared_property();
    // "is zacht voor de maag": what a thing is said to be
    if (outcome().inverse && !result_.bound && at > 0 && outcome().first - items[at - 1].last <= 1 &&
        items[at - 1].last <= outcome().first && items[at - 1].sense(CueClass::auxiliary) &&
        items[at - 1].first >= clause.first) {
      inner_ = Effect::causes;
      result_.bound = true;
      result_.cue = annotation.range_of(items[at - 1]);
    }
    // "cellen tegen oxidatieve stress beschermen": where, against what
    if (outcome().place && at + 2 < items.size() && items[at + 1].first == outcome().last &&
        items[at + 1].sense(CueClass::head) && items[at + 2].first == items[at + 1].last &&
        items[at + 2].kind == ItemKind::outcome) {
      result_.is_place = true;
    }
    if (outcome().place && at > 0) {
      std::size_t before = at - 1;
      while (before > 0 && items[before].sense(CueClass::article) && items[before].last == items[before + 1].first)
        --before;
      const bool touches = items[before].last == items[before + 1].first;
      if (touches && items[before].sense(CueClass::locative) && items[before].first >= clause.first)
        result_.is_place = true;
    }
    if (at > 0 && items[at - 1].last == outcome().first) {
      if (const Cue* head = items[at - 1].sense(CueClass::head)) {
        act(head->effect, items[at - 1]);
        result_.bound = by_head_ = true;
      }
    }
  }

  // "antibacterial and antiviral properties": the property is that of both, and so is what they share of a word.
  void read_shared_property() {
    if (result_.bound) return;
    std::uint32_t end = outcome().last;
    const bool suspended = annotation.units[end - 1].hyphen_after;  // its last part stands further on
    bool inverse = false;                                           // what stands there is the lack of something
    bool joined = false;
    for (std::size_t i = at + 1; i < items.size() && items[i].first == end && items[i].first < clause.last; ++i) {
      const Item& item = items[i];
      if (item.kind == ItemKind::outcome || item.sense(CueClass::head)) {
        if (!joined && !annotation.units[item.first].comma) return;
        inverse = item.inverse;
      } else if (const Cue* tail = item.sense(CueClass::tail); tail && suspended && joined && is_tail(item)) {
        act(tail->effect, item);  // "stress- en angstverminderend"
        result_.bound = by_tail_ = true;
        return;
      } else if (item.sense(CueClass::conjunction)) {
        joined = true;
      } else if (const Cue* property = item.sense(CueClass::property); property && joined) {
        act(suspended && inverse && !outcome().inverse ? Effect::lowers : property->effect, item);
        result_.bound = true;
        return;
      } else {
        return;
      }
      end = item.last;
    }
  }

  void read_left(bool governed) {
    std::uint32_t anchor = outcome().first;
    bool passed_outcome = false;
    bool passed_noun = false;
    bool passed_conjunction = false;
    bool passed_finite = false;
    bool passed_relation = false;
    bool passed_purpose = false;
    bool adjective_may_come = true;
    for (std::size_t i = at; i-- > 0;) {
      const Item& item = items[i];
      if (item.first < clause.first) break;
      if (item.last > anchor) continue;  // another reading of words already passed
      if (item.kind != ItemKind::cue) {
        passed_outcome = passed_outcome || item.kind == ItemKind::outcome;
        if (item.kind == ItemKind::substance) {
          adjective_may_come = false;
          passed_relation = true;
        }
        anchor = item.first;
        continue;
      }
      // "verhoogde bloeddruk" is one outcome, whatever its first word says elsewhere
      if (i > 0 && items[i - 1].first == item.first && items[i - 1].last > item.last) continue;
      // "low vitamin D": says how it is taken
      if (qualifies_a_substance(i)) {
        anchor = item.first;
        continue;
      }
      const std::uint32_t distance = anchor - item.last;
      // "reduces stress, alongside reductions in cortisol": the verb governs what stands before "alongside"
      if (passed_noun && item.sense(CueClass::companion)) return;
      // "meer energie bij vermoeidheid": when, not what
      if (says_when(i, anchor)) {
        result_.is_population = true;
        return;
      }
      const Cue* purpose = item.sense(CueClass::purpose);
      by_purpose_ = by_purpose_ || (purpose && purpose->effect == Effect::helps && distance <= 1);
      passed_purpose = passed_purpose || (purpose && distance <= 1);
      passed_finite = passed_finite || item.sense(CueClass::auxiliary);
      passed_conjunction = passed_conjunction || item.sense(CueClass::conjunction);
      const Cue* verb = as_verb(item);
      const Cue* adjective = item.sense(CueClass::adjective);
      if (item.sense(CueClass::tail) && is_tail(item)) {  // part of another outcome's word
        anchor = item.first;
        continue;
      }
      const bool opens_clause = item.first == clause.first && clause.finite;
      const bool next_is_article =
          i + 1 < items.size() && items[i + 1].first == item.last && items[i + 1].sense(CueClass::article);
      if (item.sense(CueClass::population) && distance <= kAdjectiveReach && !passed_relation &&
          !(passed_outcome && (passed_finite || opens_main_clause()))) {
        result_.is_population = true;
        return;
      }
      // "goed opneembaar, licht laxerend": the adjective belongs to what stands before the comma
      const bool elsewhere = distance > 0 && !passed_outcome && has_comma(item.last + 1, anchor);
      if (adjective && !as_noun(item) && !elsewhere && adjective_may_come && distance <= kAdjectiveReach &&
          !result_.adjective &&
          (!verb ||
           (is_participle_before_noun(item, anchor) && !next_is_article && !opens_clause && !follows_substance(i)))) {
        // "goed", "gezond" say nothing of what is unwanted: "goed opneembaar, licht laxerend".
        if (adjective->effect == Effect::supports && outcome().named->valence == Valence::bad) {
          anchor = item.first;
          continue;
        }
        if (adjective->effect != Effect::supports) result_.adjective = true;
        act(adjective->effect, item, true);
        anchor = item.first;
        continue;
      }
      if (adjective && verb && !next_is_article && !opens_clause && !follows_substance(i) &&
          qualifies_its_neighbour(i)) {
        anchor = item.first;
        continue;
      }
      if (item.sense(CueClass::risk) && distance <= kAdjectiveReach && !verb) {
        passed_relation = true;
        result_.risk = true;
        adjective_may_come = true;
        anchor = item.first;
        continue;
      }
      const Cue* noun = as_noun(item);
      // "relief of bloating and better digestion": the adjective says what becomes of its own outcome
      if (noun && passed_outcome && passed_conjunction && result_.adjective) return;
      // "bij de afbraak van ... en bij de productie van": what is joined to a nominal relation is one of its own
      if (noun && passed_noun && passed_conjunction) {
        anchor = item.first;
        continue;
      }
      if (noun && distance <= kNounReach && !(passed_noun && passed_outcome)) {
        act(noun->effect, item);
        result_.verb = true;
        passed_noun = passed_relation = true;
        anchor = item.first;
        continue;
      }
      // "has been used for cramps", "works as well as ibuprofen for pain": the preposition says what it is for
      if (verb && passed_purpose && verb->effect == Effect::causes && item.sense(CueClass::auxiliary)) return;
      // "your cholesterol falls and bowel movements ...": what changes stands before its verb
      if (verb && !grammar.verb_final && !governing_sense(item)) return;
      if (verb && !governed && !(item.sense(CueClass::tail) && is_tail(item))) {
        // "boosting heart health, and its potential in diabetes management": its own word says what becomes of it
        if (by_tail_ && passed_outcome) return;
        if (outcome().place && shields(item)) result_.is_place = true;
        if (distance <= kVerbReach) {
          govern_by(item);
          act_with_object(i);
        }
        return;
      }
      if (distance > kVerbReach) return;
      // "kleine onderzoeken laten zien dat": an adjective of another clause
      if (item.sense(CueClass::clause) || verb) adjective_may_come = false;
      anchor = item.first;
    }
  }

  // "bescherming bieden tegen": of a verb that only brings about, the noun right before it says what.
  void act_with_object(std::size_t verb) {
    if (!grammar.verb_final || verb == 0 || items[verb - 1].last != items[verb].first) return;
    const Cue* brings = governing_sense(items[verb]);
    const Cue* noun = as_noun(items[verb - 1]);
    if (brings && brings->effect == Effect::causes && noun) act(noun->effect, items[verb - 1]);
  }

  Effect inner_ = Effect::none;
  bool only_adjectives_ = true;
  bool by_purpose_ = false;  // "bij" stands before it
  bool by_tail_ = false;     // a tail has acted: "cancer prevention"
  bool by_head_ = false;     // inner_ is what the word right before the outcome says
  Governance result_;
};

}  // namespace

Governance govern(std::string_view text, const Annotation& annotation, const Clause& clause, std::size_t outcome,
                  const Grammar& grammar) {
  return Scan(OutcomeSurroundings{text, annotation, annotation.items, clause, outcome, grammar}).run();
}

}  // namespace claimbase

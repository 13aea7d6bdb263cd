#include "analysis/claim/governance.h"

#include <algorithm>

#include "analysis/claim/focus.h"

namespace claimbase {
namespace {

// How many unrecognised words may stand between an adjective and its noun ("verhoogde systemische ontsteking"), and
// between a nominal relation and its outcome ("verlagingen van zowel de systolische als diastolische bloeddruk").
constexpr std::uint32_t kAdjectiveReach = 2;
constexpr std::uint32_t kNounReach = 8;
constexpr std::uint32_t kVerbReach = 7;
constexpr std::uint32_t kFinalVerbReach = 4;

class Scan {
 public:
  Scan(std::string_view text, const Annotation& annotation, const Clause& clause, std::size_t outcome,
       const Grammar& grammar)
      : text_(text),
        annotation_(annotation),
        items_(annotation.items),
        clause_(clause),
        at_(outcome),
        grammar_(grammar) {}

  Governance run() {
    read_bound();
    if (outcome().event) {
      result_.effect = inner_;
      return result_;
    }
    const Item* final_verb = grammar_.verb_final ? find_final_verb() : nullptr;
    if (final_verb && belongs_to_its_neighbour(*final_verb)) final_verb = nullptr;
    read_left(final_verb != nullptr);
    if (!final_verb && !result_.verb) final_verb = find_final_verb();  // "blood pressure is lowered by"
    // "de behoefte neemt door stress toe": what changes is something else
    const bool acts_itself = final_verb && !final_verb->sense(CueClass::verb) && at_ > 0 &&
                             items_[at_ - 1].last == outcome().first && items_[at_ - 1].sense(CueClass::agent);
    if (final_verb && !acts_itself) govern_by(*final_verb);
    // "wordt versterkt door oxidatieve stress", but "door ontstekingen te remmen"
    result_.is_agent = !final_verb && follows_agent();
    act_on_what_causes_it();
    // "normaliseert de stoelgang bij verstopping": what is regulated helps against the complaint
    if (by_purpose_ && inner_ == Effect::regulates && outcome().named->valence == Valence::bad) inner_ = Effect::helps;
    result_.effect = inner_;
    return result_;
  }

 private:
  const Item& outcome() const { return items_[at_]; }

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
    if (result_.cue.empty()) result_.cue = annotation_.range_of(item);
  }

  // A word of one stem may be verb and noun: its ending tells.
  const Cue* as_noun(const Item& item) const {
    const Cue* noun = item.sense(CueClass::noun);
    return noun && ((!item.sense(CueClass::verb) && !item.sense(CueClass::change)) || is_nominal(item)) ? noun
                                                                                                        : nullptr;
  }
  const Cue* as_verb(const Item& item) const {
    if (as_noun(item)) return nullptr;
    // "veelvoorkomende", "voorkomende": a participle that another row takes for nothing
    if (item.sense(CueClass::filler) && ends_in(text_, annotation_.units[item.last - 1], grammar_.participle))
      return nullptr;
    const Cue* verb = governing_sense(item);
    return verb ? verb : item.sense(CueClass::change);
  }

  // Of the readings of a verb the one whose second part stands before the outcome: "beschermt de huid tegen schade"
  // supports what comes first and prevents what comes last.
  const Cue* governing_sense(const Item& item) const {
    const Cue* plain = nullptr;
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

  // "beschermt de huid tegen schade": the part of the body says where, the outcome behind it what.
  bool shields(const Item& verb) const {
    const bool prevents = std::ranges::any_of(verb.senses, [](const Cue* cue) {
      return cue->type == CueClass::verb && cue->effect == Effect::prevents && !cue->after_gap.empty();
    });
    return prevents && std::ranges::any_of(items_, [&](const Item& item) {
             return item.kind == ItemKind::outcome && item.first > outcome().last && item.first < clause_.last;
           });
  }

  bool gap_closes_before_outcome(const Item& item, const Cue& cue) const {
    const std::string_view tail = std::string_view(cue.after_gap).substr(0, cue.after_gap.find(' '));
    for (std::uint32_t unit = item.last; unit < outcome().first; ++unit) {
      if (annotation_.units[unit].range.of(text_) == tail) return true;
    }
    return false;
  }
  bool is_nominal(const Item& item) const { return ends_in(text_, annotation_.units[item.last - 1], grammar_.nominal); }

  // A participle before another outcome ("verminderde botdichtheid en ...") is that one's business.
  bool qualifies_its_neighbour(std::size_t i) const {
    const Item& item = items_[i];
    if (!ends_in(text_, annotation_.units[item.first], grammar_.participle)) return false;
    for (std::size_t next = i + 1; next < items_.size() && items_[next].first - item.last <= 1; ++next) {
      if (items_[next].first < item.last) continue;
      return items_[next].kind == ItemKind::outcome || items_[next].sense(CueClass::risk) ||
             items_[next].sense(CueClass::aspect);
    }
    return false;
  }

  // "minder stijgt": the adverb right before turns it round.
  bool is_lessened(const Item& item) const {
    for (const Item& before : items_) {
      if (before.last != item.first || !before.sense(CueClass::adjective) || before.sense(CueClass::verb)) continue;
      const Cue* verb = item.sense(CueClass::change);
      return verb && verb->effect == Effect::raises && before.sense(CueClass::adjective)->effect == Effect::lowers;
    }
    return false;
  }

  // "het handhaven van een goede slaap en stress verminderen": a nominal relation governs the first of two outcomes,
  // the verb behind the second only that one.
  bool belongs_to_its_neighbour(const Item& final_verb) const {
    const bool another_between = std::ranges::any_of(items_, [&](const Item& item) {
      return item.kind == ItemKind::outcome && item.first >= outcome().last && item.last <= final_verb.first;
    });
    if (!another_between) return false;
    if (by_tail_) return true;  // "helpt bij gewichtsbeheersing en verstopping verlichten"
    bool genitive = false;
    bool acted_upon = false;  // "invloed hebben op": the verb before takes its objects with a preposition
    std::uint32_t begin = outcome().first;
    for (std::size_t i = at_; i-- > 0 && items_[i].first >= clause_.first;) {
      const Item& item = items_[i];
      if (item.last > begin) continue;
      if (is_relative(i)) return false;
      if (acted_upon) {
        if (!item.sense(CueClass::auxiliary)) return as_verb(item) != nullptr && begin - item.last <= 1;
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
      if (!genitive && item.last - item.first > 1 && as_verb(item)) return true;
      if (genitive) return as_noun(item) || (item.sense(CueClass::verb) && is_infinitive(item));
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
  bool is_infinitive(const Item& item) const {
    return ends_in(text_, annotation_.units[item.last - 1], grammar_.infinitive);
  }

  bool follows_agent() const {
    std::uint32_t begin = outcome().first;
    for (std::size_t i = at_; i-- > 0 && items_[i].first >= clause_.first;) {
      const Item& item = items_[i];
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
    std::size_t i = at_;
    while (i > 0 && !items_[i - 1].sense(CueClass::verb) && !is_relative(i - 1)) --i;
    // the verb of the relative clause may stand before the outcome ("that leads to") or behind it
    while (i > 0 && !is_relative(i - 1) && annotation_.range_of(items_[i - 1]).begin >= result_.cue.begin) --i;
    if (i < 2 || !is_relative(i - 1) || annotation_.range_of(items_[i - 1]).begin > result_.cue.begin) return;
    if (items_[i - 2].kind == ItemKind::substance && items_[i - 2].last == items_[i - 1].first) return;
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
      const Item& item = items_[j];
      if (annotation_.units[item.last].stop || item.sense(CueClass::clause)) return;
      const Cue* verb = as_verb(item);
      const Cue* noun = verb ? nullptr : as_noun(item);
      if (!verb && !noun) continue;
      const Effect effect = verb ? verb->effect : noun->effect;
      if (effect == Effect::lowers || effect == Effect::prevents || effect == Effect::treats)
        inner_ = compose(effect, inner_);
      return;
    }
  }
  // "een lager risico op andere factoren": the adjective of the risk that stands before the word at `index`.
  const Cue* qualifier_before(std::size_t index) const {
    for (std::size_t j = index; j-- > 1;) {
      if (items_[j].kind != ItemKind::cue || items_[j].sense(CueClass::clause)) return nullptr;
      const Cue* adjective = items_[j - 1].sense(CueClass::adjective);
      if (items_[j].sense(CueClass::risk) && items_[j - 1].last == items_[j].first) return adjective;
    }
    return nullptr;
  }
  bool is_relative(std::size_t index) const {
    return std::ranges::any_of(items_[index].senses, [](const Cue* cue) {
      return cue->type == CueClass::clause && cue->link == ClauseLink::relative;
    });
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
                         ends_in(text_, annotation_.units[item.first], grammar_.participle);
    act(is_lessened(item) ? Effect::lowers : verb->effect, item);
    result_.verb = true;
  }

  // "bloeddruk|verlagend", "blood-pressure-lowering"; the head stands before: "anti-inflammatory".
  void read_bound() {
    std::uint32_t end = outcome().last;
    for (std::size_t i = at_ + 1; i < items_.size() && items_[i].first <= end && items_[i].first < clause_.last; ++i) {
      const Item& item = items_[i];
      if (item.first < end) continue;  // another reading of the same words
      if (annotation_.units[item.first].comma || annotation_.units[item.first].stop) break;
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
      result_.cue = annotation_.range_of(outcome());
      return;
    }
    read_shared_property();
    // "is zacht voor de maag": what a thing is said to be
    if (outcome().inverse && !result_.bound && at_ > 0 && outcome().first - items_[at_ - 1].last <= 1 &&
        items_[at_ - 1].last <= outcome().first && items_[at_ - 1].sense(CueClass::auxiliary) &&
        items_[at_ - 1].first >= clause_.first) {
      inner_ = Effect::causes;
      result_.bound = true;
      result_.cue = annotation_.range_of(items_[at_ - 1]);
    }
    // "cellen tegen oxidatieve stress beschermen": where, against what
    if (outcome().place && at_ + 2 < items_.size() && items_[at_ + 1].first == outcome().last &&
        items_[at_ + 1].sense(CueClass::head) && items_[at_ + 2].first == items_[at_ + 1].last &&
        items_[at_ + 2].kind == ItemKind::outcome) {
      result_.is_place = true;
    }
    if (outcome().place && at_ > 0) {
      std::size_t before = at_ - 1;
      while (before > 0 && items_[before].sense(CueClass::article) && items_[before].last == items_[before + 1].first)
        --before;
      const bool touches = items_[before].last == items_[before + 1].first;
      if (touches && items_[before].sense(CueClass::locative) && items_[before].first >= clause_.first)
        result_.is_place = true;
    }
    if (at_ > 0 && items_[at_ - 1].last == outcome().first) {
      if (const Cue* head = items_[at_ - 1].sense(CueClass::head)) {
        act(head->effect, items_[at_ - 1]);
        result_.bound = by_head_ = true;
      }
    }
  }

  // "antibacterial and antiviral properties": the property is that of both.
  void read_shared_property() {
    if (result_.bound) return;
    std::uint32_t end = outcome().last;
    bool joined = false;
    for (std::size_t i = at_ + 1; i < items_.size() && items_[i].first == end && items_[i].first < clause_.last; ++i) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::outcome || item.sense(CueClass::head)) {
        if (!joined && !annotation_.units[item.first].comma) return;
      } else if (item.sense(CueClass::conjunction)) {
        joined = true;
      } else if (const Cue* property = item.sense(CueClass::property); property && joined) {
        act(property->effect, item);
        result_.bound = true;
        return;
      } else {
        return;
      }
      end = item.last;
    }
  }

  bool same_word(std::uint32_t left, std::uint32_t right) const {
    return annotation_.units[left].word == annotation_.units[right].word;
  }

  // Where verbs follow their object a tail must be part of the outcome's word: "bloeddruk verlagen" is a verb.
  // In others a verb form of its own must be a participle: "blood-pressure-lowering", but not "pressure lowers".
  bool is_tail(const Item& item) const {
    if (item.first == 0) return false;
    if (same_word(item.first - 1, item.first)) return true;
    if (grammar_.verb_final || !behind_an_outcome(item)) return false;
    return !item.sense(CueClass::verb) || is_nominal(item) ||
           ends_in(text_, annotation_.units[item.first], grammar_.infinitive);
  }

  bool behind_an_outcome(const Item& item) const {
    return std::ranges::any_of(
        items_, [&](const Item& each) { return each.kind == ItemKind::outcome && each.last == item.first; });
  }

  // "green tea extract increased calorie burning": right behind what acts it is the finite verb
  bool follows_substance(std::size_t i) const {
    if (grammar_.verb_final || i == 0 || items_[i - 1].last != items_[i].first) return false;
    const Item& before = items_[i - 1];
    return before.kind == ItemKind::substance || before.sense(CueClass::state) ||
           (before.sense(CueClass::exposure) && i > 1 && items_[i - 2].kind == ItemKind::substance);
  }

  bool is_participle_before_noun(const Item& item, std::uint32_t anchor) const {
    return item.last - item.first == 1 && anchor - item.last <= 1 &&
           ends_in(text_, annotation_.units[item.first], grammar_.participle);
  }

  void read_left(bool governed) {
    std::uint32_t anchor = outcome().first;
    bool passed_outcome = false;
    bool passed_noun = false;
    bool passed_conjunction = false;
    bool passed_finite = false;
    bool passed_relation = false;
    bool adjective_may_come = true;
    for (std::size_t i = at_; i-- > 0;) {
      const Item& item = items_[i];
      if (item.first < clause_.first) break;
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
      if (i > 0 && items_[i - 1].first == item.first && items_[i - 1].last > item.last) continue;
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
      passed_finite = passed_finite || item.sense(CueClass::auxiliary);
      passed_conjunction = passed_conjunction || item.sense(CueClass::conjunction);
      const Cue* verb = as_verb(item);
      const Cue* adjective = item.sense(CueClass::adjective);
      if (item.sense(CueClass::tail) && is_tail(item)) {  // part of another outcome's word
        anchor = item.first;
        continue;
      }
      const bool opens_clause = item.first == clause_.first && clause_.finite;
      const bool next_is_article =
          i + 1 < items_.size() && items_[i + 1].first == item.last && items_[i + 1].sense(CueClass::article);
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
      // "your cholesterol falls and bowel movements ...": what changes stands before its verb
      if (verb && !grammar_.verb_final && !governing_sense(item)) return;
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
      anchor = item.first;
    }
  }

  // "bescherming bieden tegen": of a verb that only brings about, the noun right before it says what.
  void act_with_object(std::size_t verb) {
    if (!grammar_.verb_final || verb == 0 || items_[verb - 1].last != items_[verb].first) return;
    const Cue* brings = governing_sense(items_[verb]);
    const Cue* noun = as_noun(items_[verb - 1]);
    if (brings && brings->effect == Effect::causes && noun) act(noun->effect, items_[verb - 1]);
  }

  // A complaint right behind "bij" that stands right behind what is wanted: "een betere slaap bij stress".
  bool says_when(std::size_t purpose, std::uint32_t anchor) const {
    const Item& item = items_[purpose];
    const Cue* cue = item.sense(CueClass::purpose);
    if (!cue || cue->effect != Effect::helps || item.last != anchor || anchor != outcome().first || purpose == 0)
      return false;
    const Item& before = items_[purpose - 1];
    return before.last == item.first && before.kind == ItemKind::outcome && !before.inverse &&
           before.named->valence == Valence::good && outcome().named->valence == Valence::bad;
  }

  bool has_comma(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t unit = first; unit <= last; ++unit) {
      if (annotation_.units[unit].comma) return true;
    }
    return false;
  }

  // "In adults with high blood pressure, systolic readings fell": after the comma it is the subject
  bool opens_main_clause() const {
    return annotation_.units[outcome().first].comma && at_ + 1 < items_.size() &&
           items_[at_ + 1].first == outcome().last &&
           (items_[at_ + 1].sense(CueClass::auxiliary) || as_verb(items_[at_ + 1]));
  }

  bool qualifies_a_substance(std::size_t i) const {
    const Cue* exposure = items_[i].sense(CueClass::exposure);
    if (!exposure || exposure->of_amount || !items_[i].sense(CueClass::verb)) return false;
    return i + 1 < items_.size() && items_[i + 1].kind == ItemKind::substance && items_[i + 1].first == items_[i].last;
  }

  bool takes_outcome_of_its_own(std::size_t verb) const {
    std::uint32_t unit = items_[verb].last;
    for (std::size_t i = verb + 1; i < items_.size() && items_[i].first < clause_.last; ++i) {
      for (; unit <= items_[i].first; ++unit) {
        if (annotation_.units[unit].comma) return false;
      }
      if (items_[i].sense(CueClass::conjunction) || items_[i].sense(CueClass::population)) return false;
      if (items_[i].kind == ItemKind::outcome) return true;
    }
    return false;
  }

  // "helpt verlagen": of two verbs at the end of a clause the infinitive says what is done.
  const Item& main_verb(std::size_t first) const {
    const Cue* leading = governing_sense(items_[first]);
    if (!leading || leading->effect != Effect::helps) return items_[first];
    for (std::size_t i = first + 1; i < items_.size() && items_[i].first == items_[first].last; ++i) {
      const bool here = items_[i].first < clause_.last && as_verb(items_[i]) && is_infinitive(items_[i]);
      if (here) return items_[i];
    }
    return items_[first];
  }

  // The verb behind the outcome: over coordinated outcomes, their modifiers and auxiliaries.
  const Item* find_final_verb() const {
    std::uint32_t anchor = outcome().last;
    bool conjunction = false;
    bool agent = false;
    bool aside = false;  // after "tijdens", "bij mensen met": the next outcome is none of ours
    for (std::size_t i = at_ + 1; i < items_.size() && items_[i].first < clause_.last; ++i) {
      const Item& item = items_[i];
      if (item.first < anchor) continue;
      // "oxidatieve stress die ontstaat": the verb is that of the relative clause
      if (item.first == anchor && is_relative(i)) return nullptr;
      aside = aside || item.sense(CueClass::population) || item.sense(CueClass::locative);
      const Unit& unit = annotation_.units[item.first];
      if (item.first - anchor > kFinalVerbReach) return nullptr;
      if (item.kind == ItemKind::outcome) {
        if (!conjunction && !unit.comma && !aside && item.first == anchor && !same_word(anchor - 1, anchor))
          return nullptr;
        conjunction = aside = false;
        anchor = item.last;
        continue;
      }
      // "wordt door kalium verlaagd": the agent of a passive stands between
      const bool passive =
          grammar_.verb_final && (item.sense(CueClass::agent) || (item.kind == ItemKind::substance && agent));
      agent = agent || item.sense(CueClass::agent);
      if (!passive && (item.kind == ItemKind::substance || item.sense(CueClass::agent))) return nullptr;
      if (as_verb(item) && !(item.sense(CueClass::tail) && is_tail(item))) {
        if (conjunction || unit.comma || takes_outcome_of_its_own(i)) return nullptr;
        return &main_verb(i);
      }
      conjunction = conjunction || item.sense(CueClass::conjunction) != nullptr;
      anchor = item.last;
    }
    return nullptr;
  }

  std::string_view text_;
  const Annotation& annotation_;
  const std::vector<Item>& items_;
  const Clause& clause_;
  std::size_t at_;
  const Grammar& grammar_;
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
  return Scan(text, annotation, clause, outcome, grammar).run();
}

}  // namespace claimbase

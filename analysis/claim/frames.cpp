#include "analysis/claim/frames.h"

#include <algorithm>
#include <utility>

#include "analysis/claim/ambiguity.h"
#include "analysis/claim/clause_facts.h"
#include "analysis/claim/clause_subjects.h"
#include "analysis/claim/governance.h"
#include "analysis/claim/subjects.h"

namespace claimbase {
namespace {

bool is_lack(const Item& item) {
  const Cue* cue = item.sense(CueClass::state);
  if (!cue) cue = item.sense(CueClass::exposure);
  return cue && cue->exposure == Exposure::deficiency;
}

// "kans op een ijzertekort", "at risk of vitamin D deficiency": who lacks it, not what the lack does.
bool is_risk_of_lack(const std::vector<Item>& items, std::size_t risk) {
  std::uint32_t end = items[risk].last;
  for (std::size_t i = risk + 1; i < items.size() && items[i].first <= end + 1; ++i) {
    const Item& item = items[i];
    if (item.first < end) continue;
    if (is_lack(item)) return true;
    if (item.kind == ItemKind::outcome || (item.kind == ItemKind::cue && !item.sense(CueClass::article))) return false;
    end = item.last;
  }
  return false;
}

// "leiden tot verlies van magnesium", with nothing behind it: what becomes of the substance, not what it does.
bool is_loss_of_substance(const std::vector<Item>& items, std::size_t loss) {
  const auto takes_away = [](const Cue* cue) {
    return cue && (cue->effect == Effect::lowers || cue->effect == Effect::worsens);
  };
  if (!takes_away(items[loss].sense(CueClass::verb)) && !takes_away(items[loss].sense(CueClass::noun))) return false;
  if (loss + 2 >= items.size() || !items[loss + 1].sense(CueClass::genitive) ||
      items[loss + 1].first != items[loss].last || items[loss + 2].kind != ItemKind::substance ||
      items[loss + 2].first != items[loss + 1].last) {
    return false;
  }
  const auto brings_about = [](const Item& item) {
    const Cue* verb = item.sense(CueClass::verb);
    return verb && verb->effect == Effect::causes;
  };
  const auto before = items.begin() + static_cast<std::ptrdiff_t>(loss);
  return std::any_of(items.begin(), before, brings_about) &&
         std::none_of(before + 3, items.end(), [](const Item& item) { return item.kind == ItemKind::outcome; });
}

bool says_at_risk(const Annotation& annotation) {
  constexpr std::uint64_t kMayTell = bits_of(CueClass::at_risk, CueClass::risk, CueClass::verb, CueClass::noun);
  const std::vector<Item>& items = annotation.items;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!items[i].is_any(kMayTell)) continue;
    if (items[i].sense(CueClass::at_risk)) return true;
    if (items[i].sense(CueClass::risk) && is_risk_of_lack(items, i)) return true;
    if (is_loss_of_substance(items, i)) return true;
  }
  return false;
}

// Whether an effect makes a complaint less: such a thing is no symptom of a lack.
bool eases(Effect effect) {
  return effect == Effect::lowers || effect == Effect::prevents || effect == Effect::treats || effect == Effect::helps;
}

constexpr std::uint32_t kBenefitReach = 6;  // "baat hebben bij het toevoegen van omega-3", in units
constexpr const char* kSpeaksOfClaims = "speaks of what may be claimed, or of the text itself";
constexpr const char* kAtRisk = "says who lacks the substance, or why, not what that does";
constexpr double kDefaulted = 0.7;  // the relation was taken from the list's lead-in

class Reader {
 public:
  Reader(std::string_view text, const Annotation& annotation, const Grammar& grammar, const Context& context,
         std::vector<Trace>* trace)
      : text_(text),
        annotation_(annotation),
        items_(annotation.items),
        grammar_(grammar),
        context_(context),
        trace_(trace) {}

  SentenceFrames run() {
    groups_ = substance_groups(annotation_);
    clauses_ = gather_facts(text_, annotation_, grammar_);
    find_subjects(text_, annotation_, grammar_, context_, groups_, clauses_);
    for (const SubstanceGroup& group : groups_) {
      if (group.denied) --clause_at(group.first).negations;  // it denies the group, not the clause
    }
    if (annotation_.may_hold(CueClass::benefit)) find_benefit();
    meta_ = annotation_.may_hold(CueClass::meta) &&
            std::ranges::any_of(items_, [](const Item& item) { return item.sense(CueClass::meta) != nullptr; });
    result_.at_risk = says_at_risk(annotation_);
    at_risk_ = result_.at_risk || context_.at_risk;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind == ItemKind::outcome) read_outcome(i);
    }
    summarise();
    return std::move(result_);
  }

 private:
  static bool is_support(Effect effect) {
    return effect == Effect::supports || effect == Effect::causes || effect == Effect::improves ||
           effect == Effect::helps;
  }

  const ClauseFacts& clause_of(const Item& item) const {
    for (const ClauseFacts& facts : clauses_) {
      if (in_clause(item, facts.clause)) return facts;
    }
    return clauses_.back();
  }

  ClauseFacts& clause_at(std::uint32_t unit) {
    const auto found = std::ranges::find_if(
        clauses_, [&](const ClauseFacts& facts) { return unit >= facts.clause.first && unit < facts.clause.last; });
    return found == clauses_.end() ? clauses_.back() : *found;
  }

  void reject(const Item& item, const char* why) {
    if (trace_) trace_->push_back({annotation_.range_of(item), item.named, why});
  }

  // "Wie moeilijk inslaapt, kan baat hebben bij magnesium": the last such words with a substance behind them.
  void find_benefit() {
    for (const Item& item : items_) {
      if (!item.sense(CueClass::benefit)) continue;
      for (const SubstanceGroup& group : groups_) {
        if (group.first < item.last || group.first - item.last > kBenefitReach) continue;
        benefit_ = &item;
        benefactor_ = &group;
        break;
      }
    }
  }

  // "... kan een wisselwerking hebben met medicatie die de schildklier beïnvloedt en met bloeddrukverlagers": what
  // stands behind an interaction says which medicines, unless another substance comes first.
  bool says_which_medicines(std::size_t index, const Governance& governance) const {
    if (items_[index].named == annotation_.interaction) return false;
    bool told_apart = governance.bound;  // by its own word, or by a relative clause
    for (std::size_t i = index; i-- > 0;) {
      const Item& item = items_[i];
      if (item.kind == ItemKind::substance && item.named->kind != ConceptKind::drug) return false;
      const Cue* clause = item.sense(CueClass::clause);
      told_apart = told_apart || (clause && clause->link == ClauseLink::relative);
      if (item.kind == ItemKind::outcome && item.named == annotation_.interaction) return told_apart;
    }
    return false;
  }

  // "Alcohol en stress verhogen ...": joined to the substance before it, and before the verb.
  bool acts_beside_a_substance(std::size_t index, const Governance& governance) const {
    if (index < 2 || governance.bound || !governance.verb) return false;
    const Item& item = items_[index];
    const Item& joint = items_[index - 1];
    const Item& before = items_[index - 2];
    return joint.sense(CueClass::conjunction) && joint.last == item.first && before.kind == ItemKind::substance &&
           before.last == joint.first && governance.cue.begin >= annotation_.range_of(item).end;
  }

  bool acted_on_by_another(const ClauseFacts& facts) const {
    return !facts.subject.empty() && !facts.inherited && facts.subject.range != benefactor_->subject.range;
  }

  // Whether the outcome is what someone has who benefits from the substance named behind it.
  bool is_benefited(const Item& outcome) const { return benefit_ && outcome.last <= benefit_->first; }

  const Cue* symptom_before(const Item& outcome) const {
    const Cue* found = nullptr;
    if (!annotation_.may_hold(CueClass::symptom)) return found;
    for (const Item& item : items_) {
      if (item.first >= outcome.first) break;
      if (const Cue* symptom = symptom_of_lack(annotation_, item)) found = symptom;
    }
    return found;
  }

  std::uint32_t facts_begin(const ClauseFacts& facts) const { return annotation_.units[facts.anaphor_at].range.begin; }

  // "glycinaat voor slaap": substance, purpose word, outcome (or its coordinated fellows). Null: no such thing.
  const Subject* purpose_of(std::size_t index) const {
    std::uint32_t anchor = items_[index].first;
    for (std::size_t i = index; i-- > 0;) {
      const Item& item = items_[i];
      if (item.last > anchor) continue;
      if (anchor - item.last > 1) return nullptr;
      if (const Cue* purpose = item.sense(CueClass::purpose)) {
        if (purpose->effect != Effect::none && !context_.fragment) return nullptr;  // "bij" says so only in fragments
        for (const SubstanceGroup& group : groups_) {
          const bool before = group.last == item.first;
          const bool after_colon =
              item.first == 0 && purpose_ends_in_colon() && group.first >= clauses_[1].clause.first;
          if (before || after_colon) return &group.subject;
        }
        return nullptr;
      }
      const bool passable = item.kind == ItemKind::outcome || item.sense(CueClass::conjunction) ||
                            item.sense(CueClass::article) || item.sense(CueClass::adjective);
      if (!passable) return nullptr;
      anchor = item.first;
    }
    return nullptr;
  }

  // "de gezondheid van het hart", "hersengezondheid", "bijwerkingen zoals diarree": the general word only leads to the
  // particular one.
  bool leads_to_another(std::size_t index) const {
    const Item& item = items_[index];
    if (!item.named->general) return false;
    const auto is_other = [&](const Item& other) {
      return other.kind == ItemKind::outcome && other.named != item.named;
    };
    if (index > 0 && items_[index - 1].last == item.first && is_other(items_[index - 1])) return true;
    std::uint32_t anchor = item.last;
    for (std::size_t i = index + 1; i < items_.size() && !annotation_.units[items_[i].first].stop; ++i) {
      if (items_[i].first < anchor) continue;
      if (items_[i].first - anchor > 1) return false;
      if (is_other(items_[i])) return !items_[index + 1].sense(CueClass::conjunction);
      anchor = items_[i].last;
    }
    return false;
  }

  // "gastrointestinal reflux": what is wanted only says where, or of what kind, the complaint right behind it is.
  bool says_of_what(std::size_t index) const {
    const Item& item = items_[index];
    if (item.named->valence != Valence::good || item.inverse || index + 1 >= items_.size()) return false;
    const Item& next = items_[index + 1];
    const Unit& unit = annotation_.units[next.first];
    return next.first == item.last && next.kind == ItemKind::outcome && next.named->valence == Valence::bad &&
           !next.inverse && !unit.comma && !unit.stop;
  }

  // "magnesiumcitraat (licht laxerend)", "magnesium (voor ontspanning)": the group right before the parenthesis the
  // outcome is in.
  const Subject* parenthesis_of(const Item& item) const {
    for (std::uint32_t unit = item.first + 1; unit-- > 0;) {
      const Unit& at = annotation_.units[unit];
      if (at.open_parenthesis) {
        for (const SubstanceGroup& group : groups_) {
          if (group.last == unit) return &group.subject;
        }
        return nullptr;
      }
      if (at.close_parenthesis || at.stop) return nullptr;
    }
    return nullptr;
  }

  // What the header says of the column the outcome stands in.
  const Cue* column_of(const Item& item) const {
    const std::uint32_t cell = annotation_.units[item.first].cell;
    return context_.table && cell < context_.columns.size() ? context_.columns[cell] : nullptr;
  }

  // "betrokken bij 300 processen — van energieproductie tot slaap": what a dash adds goes on with the relation before
  // it.
  const Cue* continued_relation(const ClauseFacts& facts) const {
    if (!facts.clause.after_dash || facts.relation) return nullptr;
    const Cue* found = nullptr;
    for (const Item& item : items_) {
      if (item.first >= facts.clause.first) break;
      if (const Cue* verb = item.sense(CueClass::verb)) found = verb;
    }
    return found;
  }

  bool verb_before(const Item& outcome, const ClauseFacts& facts) const {
    return facts.relation && std::ranges::any_of(items_, [&](const Item& each) {
             return in_clause(each, facts.clause) && each.first < outcome.first && each.sense(CueClass::verb);
           });
  }

  bool purpose_ends_in_colon() const { return clauses_.size() > 1 && clauses_[1].clause.after_colon; }

  void read_outcome(std::size_t index) {
    const Item& item = items_[index];
    const ClauseFacts& facts = clause_of(item);
    const Governance governance = govern(text_, annotation_, facts.clause, index, grammar_);
    if (is_benefited(item) && (governance.is_population || !acted_on_by_another(facts))) return add_benefit(item);
    if (governance.is_population) return reject(item, "says who, not what");
    if (says_which_medicines(index, governance)) return reject(item, "says which medicines, not what becomes of it");
    if (acts_beside_a_substance(index, governance)) return reject(item, "acts beside the substance");
    const bool lack_or_excess =
        facts.subject.exposure == Exposure::deficiency || facts.subject.exposure == Exposure::excess;
    if (governance.intransitive && facts.from_context && !lack_or_excess && !facts.anaphor)
      return reject(item, "changes by itself");
    if (governance.is_place) return reject(item, "says where, not what");
    if (governance.is_agent) return reject(item, "acts itself");
    if (governance.of_another) return reject(item, "is told of what stands before its relative clause");
    if (leads_to_another(index) || says_of_what(index)) return reject(item, "only leads to the outcome beside it");
    Effect effect = governance.effect;
    bool defaulted = false;
    bool hedged = facts.hedged || governance.association;
    const Subject* subject = &facts.subject;
    Exposure exposure = subject->exposure;
    bool inherited = facts.inherited;
    double confidence = facts.confidence;
    const Subject* explained = parenthesis_of(item);
    if (explained) {
      subject = explained;
      exposure = explained->exposure;
      inherited = false;
      confidence = kFromClause;
      if (!governance.bound && !governance.verb)
        effect = compose(Effect::causes, governance.adjective ? effect : Effect::none);
    }
    const bool strong = explained || governance.verb || governance.bound || (governance.risk && governance.adjective);
    const Cue* symptom = symptom_before(item);
    const Cue* column = column_of(item);
    if (!symptom && context_.fragment && !strong && !context_.table && (context_.opens_block || !facts.has_finite))
      symptom = context_.symptom;
    if (!symptom && column && column->type == CueClass::symptom) symptom = column;
    const bool eased = governance.verb && eases(governance.effect);
    if (symptom && !eased &&
        (subject->empty() || !strong || governance.effect == Effect::causes || exposure == symptom->exposure)) {
      if (subject->empty() && context_.has_focus()) {
        subject = context_.focus;
        inherited = true;
        confidence = kFromContext * context_.confidence;
      }
      exposure = symptom->exposure;
      effect = compose(Effect::causes, governance.adjective ? effect : Effect::none);
    } else if (!strong) {
      // "Wie noten eet, heeft een lager cholesterol"; of an item that leaves its subject out: "Minder krampen"
      const bool in_fragment = context_.fragment && !context_.table && !facts.has_finite && !verb_before(item, facts);
      const bool has_of_its_own = facts.has_finite && facts.clause.link == ClauseLink::coordinate;
      const bool compared = governance.adjective && !facts.subject.empty() &&
                            (!facts.inherited || in_fragment || (!facts.from_context && has_of_its_own));
      if (compared) {
        confidence *= kFromClause;
      } else if (const Subject* served = purpose_of(index)) {
        // "het absorbeert water bij diarree": the pronoun acts
        const bool pronoun_acts = facts.anaphor && facts.from_context && served->range.begin > facts_begin(facts);
        if (subject->empty() || (!is_lone_category(*served) && !pronoun_acts)) {
          subject = served;
          exposure = served->exposure;
        }
        inherited = false;
        effect = Effect::supports;
        confidence *= kFromClause;
      } else if (const Cue* relation = continued_relation(facts)) {
        effect = compose(relation->effect, effect);
        confidence *= kFromClause;
      } else if (const Cue* lead = context_.table ? column : context_.lead;
                 lead && !facts.has_finite && (facts.clause.first == 0 || context_.table)) {
        effect = compose(lead->effect, effect);
        hedged = hedged || context_.lead_hedged;
        defaulted = true;
      } else {
        return reject(item, "nothing acts on it");
      }
    }
    if (subject->empty()) return reject(item, "no substance acts");
    // "Zonder jodium werkt de schildklier niet": what is denied is what its lack takes away.
    const bool denied = facts.negations > 0 || is_absent(facts, item.first);
    const bool withheld = exposure == Exposure::deficiency && subject->withheld;
    const bool lack_denies = exposure == Exposure::deficiency && !withheld && denied && is_support(effect);
    if (lack_denies) effect = Effect::lowers;
    hedged = hedged && !lack_denies;  // "kan niet" is no doubt
    for (const SubstanceGroup& group : groups_) {
      if (group.outcome_end == item.last && group.subject.range == subject->range)
        return reject(item, "is done with the substance, not by it");
    }
    if (subject->substances.size() == 1 && subject->substances.front()->id == item.named->id)
      return reject(item, "is the substance itself");
    if (facts.regulatory || meta_) return reject(item, kSpeaksOfClaims);
    if (at_risk_) return reject(item, kAtRisk);
    Frame frame;
    // what is left out on purpose is judged as what is taken
    frame.relation =
        resolve(effect, item.named->valence, item.named->kind, withheld ? Exposure::intake : exposure, item.inverse);
    frame.subject = *subject;
    carry_exposure(facts, inherited, item, frame.relation, exposure);
    // "een tekort ontstaat onder de grens die nodig is voor de cellen": what is needed is the substance, not its lack
    const bool needed = exposure == Exposure::deficiency && !withheld && frame.relation == Relation::supports &&
                        (effect == Effect::supports || effect == Effect::improves) && !denied &&
                        item.named->valence == Valence::good;
    frame.subject.exposure = needed ? Exposure::intake : exposure;
    frame.outcome = item.named;
    frame.outcome_range = annotation_.range_of(item);
    frame.cue_range = governance.cue;
    frame.certainty = hedged ? Certainty::hedged : Certainty::asserted;
    frame.polarity = (denied && !lack_denies) || effect == Effect::no_effect ? Polarity::negated : Polarity::affirmed;
    frame.inherited = inherited;
    frame.confidence = confidence * (defaulted ? kDefaulted : 1.0);
    if (trace_) trace_->push_back({frame.outcome_range, item.named, "frame"});
    result_.frames.push_back(std::move(frame));
    add_denied(facts);
    add_other_agent(item, facts, governance);
  }

  // "Een tekort komt veel voor. Het kan leiden tot vermoeidheid": what harms is the lack that was spoken of, and a high
  // dose that does good is no excess.
  void carry_exposure(const ClauseFacts& facts, bool inherited, const Item& item, Relation relation,
                      Exposure& exposure) const {
    const Valence valence = item.named->valence;
    const bool harms = (relation == Relation::raises && valence == Valence::bad) ||
                       (relation == Relation::lowers && valence == Valence::good);
    const bool spoken_harm = context_.spoken == Exposure::deficiency || context_.spoken == Exposure::excess;
    if (harms && spoken_harm && inherited && facts.from_context && facts.anaphor && exposure == Exposure::intake)
      exposure = context_.spoken;
    const bool does_good = (valence == Valence::bad && relation != Relation::raises && relation != Relation::affects &&
                            relation != Relation::no_effect) ||
                           (valence == Valence::good && relation == Relation::supports);
    if (does_good && exposure == Exposure::excess && !spoken_harm) exposure = Exposure::intake;
  }

  void add_benefit(const Item& item) {
    if (leads_to_another(static_cast<std::size_t>(&item - items_.data())))
      return reject(item, "only leads to the outcome beside it");
    const ClauseFacts& facts = clause_of(*benefit_);
    if (facts.regulatory || meta_) return reject(item, kSpeaksOfClaims);
    Frame frame;
    frame.subject = benefactor_->subject;
    frame.relation =
        resolve(Effect::supports, item.named->valence, item.named->kind, frame.subject.exposure, item.inverse);
    frame.outcome = item.named;
    frame.outcome_range = annotation_.range_of(item);
    frame.cue_range = annotation_.range_of(*benefit_);
    frame.certainty = facts.hedged ? Certainty::hedged : Certainty::asserted;
    frame.polarity = facts.negations > 0 || is_absent(facts, benefit_->first) ? Polarity::negated : Polarity::affirmed;
    frame.confidence = kFromClause;
    if (trace_) trace_->push_back({frame.outcome_range, item.named, "frame"});
    result_.frames.push_back(std::move(frame));
  }

  // "Niet cafeïne maar chlorogeenzuur verlaagt ...": the same is denied of the first.
  void add_denied(const ClauseFacts& facts) {
    for (const SubstanceGroup& group : groups_) {
      const bool here = group.first >= facts.clause.first && group.first < facts.clause.last;
      if (!group.denied || !here) continue;
      Frame frame = result_.frames.back();
      frame.subject = group.subject;
      frame.polarity = Polarity::negated;
      result_.frames.push_back(std::move(frame));
    }
  }

  // "wordt door X versneld en door Y geremd": the next clause has an agent and a verb, and this outcome.
  void add_other_agent(const Item& item, const ClauseFacts& facts, const Governance& governance) {
    const auto index = static_cast<std::size_t>(&facts - clauses_.data()) + 1;
    if (index >= clauses_.size() || governance.intransitive) return;
    const ClauseFacts& next = clauses_[index];
    if (next.clause.link != ClauseLink::coordinate || next.inherited || next.subject.empty()) return;
    const bool own_outcome = std::ranges::any_of(
        items_, [&](const Item& each) { return each.kind == ItemKind::outcome && in_clause(each, next.clause); });
    const auto agent = std::ranges::find_if(groups_, [&](const SubstanceGroup& group) {
      return group.after_agent && group.first >= next.clause.first && group.first < next.clause.last;
    });
    if (own_outcome || agent == groups_.end()) return;
    const auto verb = std::ranges::find_if(
        items_, [&](const Item& each) { return in_clause(each, next.clause) && each.sense(CueClass::verb); });
    if (verb == items_.end()) return;
    Frame frame = result_.frames.back();
    frame.subject = agent->subject;
    frame.cue_range = annotation_.range_of(*verb);
    frame.relation = resolve(verb->sense(CueClass::verb)->effect, item.named->valence, item.named->kind,
                             frame.subject.exposure, item.inverse);
    frame.certainty = next.hedged ? Certainty::hedged : Certainty::asserted;
    frame.polarity = next.negations > 0 ? Polarity::negated : Polarity::affirmed;
    frame.inherited = false;
    frame.confidence = kFromClause;
    result_.frames.push_back(std::move(frame));
  }

  void summarise() {
    ClauseFacts* spoken_of = nullptr;
    for (ClauseFacts& facts : clauses_) {
      if (facts.subject.empty()) continue;
      // Of several subjects the article's own topic is what the next "het" means, else the first.
      const auto& named = facts.subject.substances;
      const bool topic = context_.topic && !facts.inherited && std::ranges::find(named, context_.topic) != named.end();
      if (!spoken_of || topic) spoken_of = &facts;
      if (topic) break;
    }
    if (spoken_of) result_.subject = std::move(spoken_of->subject);
    if (!result_.frames.empty()) {
      result_.clauses.reserve(clauses_.size());
      for (const ClauseFacts& facts : clauses_) result_.clauses.push_back(facts.clause);
    }
    for (const ClauseFacts& facts : clauses_) {
      if (facts.of_outcome) {
        const std::vector<Unit>& units = annotation_.units;
        result_.of_outcomes.push_back({units[facts.clause.first].range.begin, units[facts.clause.last - 1].range.end});
      }
      result_.hedged = result_.hedged || facts.hedged;
      if (facts.symptom) result_.symptom = facts.symptom;
      result_.lack = result_.lack || (facts.state && facts.state->exposure == Exposure::deficiency);
    }
    for (const Item& item : items_) {
      if (const Cue* verb = item.sense(CueClass::verb)) result_.open_relation = verb;
      if (!item.is_any(bits_of(CueClass::column, CueClass::symptom))) continue;
      const Cue* column = item.sense(CueClass::column);
      if (!column) column = symptom_of_lack(annotation_, item);
      if (!column) continue;
      const std::uint32_t cell = annotation_.units[item.first].cell;
      if (result_.columns.size() <= cell) result_.columns.resize(cell + 1, nullptr);
      if (!result_.columns[cell]) result_.columns[cell] = column;
    }
  }

  std::string_view text_;
  const Annotation& annotation_;
  const std::vector<Item>& items_;
  const Grammar& grammar_;
  const Context& context_;
  std::vector<Trace>* trace_;
  std::vector<SubstanceGroup> groups_;
  std::vector<ClauseFacts> clauses_;
  const Item* benefit_ = nullptr;
  const SubstanceGroup* benefactor_ = nullptr;  // behind benefit_
  bool meta_ = false;
  bool at_risk_ = false;
  SentenceFrames result_;
};

// Whether the sentence names no concept, nor a word that stands for one: most sentences that claim nothing.
bool names_nothing(const Annotation& annotation) {
  constexpr std::uint64_t kStandsFor =
      bits_of(CueClass::anaphor, CueClass::state, CueClass::exposure, CueClass::symptom, CueClass::column);
  return std::ranges::all_of(annotation.items,
                             [](const Item& item) { return item.kind == ItemKind::cue && !item.is_any(kStandsFor); });
}

// All that the next sentence may take from one that names nothing.
SentenceFrames read_relation_only(const Annotation& annotation) {
  SentenceFrames made;
  for (const Item& item : annotation.items) {
    if (const Cue* verb = item.sense(CueClass::verb)) made.open_relation = verb;
    made.hedged = made.hedged || item.sense(CueClass::hedge) != nullptr;
  }
  made.at_risk = says_at_risk(annotation);
  return made;
}

}  // namespace

SentenceFrames read_frames(std::string_view text, Annotation& annotation, const Grammar& grammar,
                           const Context& context, std::vector<Trace>* trace) {
  if (annotation.units.empty()) return {};
  if (!context.fragment && names_nothing(annotation)) return read_relation_only(annotation);
  settle(annotation, context);
  return Reader(text, annotation, grammar, context, trace).run();
}

}  // namespace claimbase

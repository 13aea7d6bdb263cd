#include "analysis/claim/frames.h"

#include <algorithm>

#include "analysis/claim/governance.h"
#include "analysis/claim/subjects.h"

namespace claimbase {
namespace {

constexpr double kExplicit = 1.0;
constexpr double kFromClause = 0.9;   // the subject of another clause of the sentence
constexpr double kFromContext = 0.8;  // a pronoun or a subject left out, times the context's own confidence
constexpr double kDefaulted = 0.7;    // the relation was taken from the list's lead-in

// What one clause holds, gathered once.
struct ClauseFacts {
  Clause clause;
  bool hedged = false;
  bool negated = false;
  bool anaphor = false;
  std::uint32_t anaphor_at = 0;  // unit
  bool regulatory = false;
  bool relation = false;  // holds a relation verb
  const Cue* state = nullptr;
  const Cue* symptom = nullptr;
  bool has_finite = false;
  Subject subject;  // explicit or inherited
  double confidence = kExplicit;
  bool inherited = false;
  bool from_context = false;  // inherited from outside the sentence
};

bool in_clause(const Item& item, const Clause& clause) {
  return item.first >= clause.first && item.first < clause.last;
}

// A pronoun is one where a verb stands beside it: "het helpt", "helpt het", but not "het hartritme".
bool is_pronoun(const Annotation& annotation, std::size_t index, const Clause& clause) {
  const std::vector<Item>& items = annotation.items;
  const Item& item = items[index];
  const auto is_verb = [](const Item& each) {
    return each.kind == ItemKind::cue && (each.sense(CueClass::auxiliary) || each.sense(CueClass::verb));
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

// "huid, haar en nagels": another outcome right beside it, joined by a comma or a conjunction.
bool stands_in_list(const Annotation& annotation, std::size_t index) {
  const std::vector<Item>& items = annotation.items;
  const Item& item = items[index];
  const auto joined = [&](const Item& left, const Item& right) {
    if (right.first < left.last || right.first - left.last > 2) return false;
    bool link = annotation.units[right.first].comma;
    for (const Item& between : items) {
      if (between.first >= left.last && between.last <= right.first && between.sense(CueClass::conjunction))
        link = true;
    }
    return link;
  };
  return std::ranges::any_of(items, [&](const Item& other) {
    return other.kind == ItemKind::outcome && !other.listed && (joined(other, item) || joined(item, other));
  });
}

// A word that may be a substance or an outcome, or a bare form word, gets its one reading.
void settle(Annotation& annotation, const Context& context) {
  std::vector<Item>& items = annotation.items;
  std::vector<Item> kept;
  kept.reserve(items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    std::size_t end = i + 1;
    while (end < items.size() && items[end].first == items[i].first && items[end].kind != ItemKind::cue) ++end;
    if (end - i == 1 && items[i].listed) {
      if (stands_in_list(annotation, i)) kept.push_back(std::move(items[i]));
      continue;
    }
    if (end - i == 1 && !items[i].suffix) {
      kept.push_back(std::move(items[i]));
      continue;
    }
    const auto first = items.begin() + static_cast<std::ptrdiff_t>(i);
    const auto last = items.begin() + static_cast<std::ptrdiff_t>(end);
    const auto form = std::find_if(first, last, [&](const Item& each) {
      return each.suffix && base_is_spoken_of(*each.named, context, annotation.items);
    });
    if (form != last) {
      kept.push_back(std::move(*form));
      i = end - 1;
      continue;
    }
    const bool other_substance = std::ranges::any_of(items, [&](const Item& each) {
      return each.kind == ItemKind::substance && each.first != items[i].first && each.named && !is_group(*each.named);
    });
    const auto is_topic = [&](const Concept* each) { return each && each == context.topic; };
    const auto substance =
        std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::substance && !each.suffix; });
    const auto outcome = std::find_if(first, last, [](const Item& each) { return each.kind == ItemKind::outcome; });
    const bool as_outcome = outcome != last && (substance == last || (other_substance && !is_topic(substance->named)) ||
                                                (context.topic && !is_topic(substance->named)));
    if (as_outcome) {
      kept.push_back(std::move(*outcome));
    } else if (substance != last) {
      kept.push_back(std::move(*substance));
    }
    i = end - 1;
  }
  items = std::move(kept);
}

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
    gather();
    find_subjects();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].kind == ItemKind::outcome) read_outcome(i);
    }
    summarise();
    return std::move(result_);
  }

 private:
  void gather() {
    for (const Clause& clause : split_clauses(text_, annotation_, grammar_)) {
      ClauseFacts facts;
      facts.clause = clause;
      clauses_.push_back(std::move(facts));
    }
    std::size_t c = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Item& item = items_[i];
      while (c + 1 < clauses_.size() && item.first >= clauses_[c].clause.last) ++c;
      if (item.kind != ItemKind::cue) continue;
      ClauseFacts& facts = clauses_[c];
      if (item.sense(CueClass::regulatory)) facts.regulatory = true;
      if (item.sense(CueClass::meta)) meta_ = true;
      if (item.sense(CueClass::verb) || item.sense(CueClass::change)) facts.relation = true;
      if (item.sense(CueClass::hedge)) facts.hedged = true;
      if (item.sense(CueClass::negation)) facts.negated = true;
      if (item.sense(CueClass::auxiliary)) facts.has_finite = true;
      if (const Cue* state = item.sense(CueClass::state)) facts.state = state;
      if (const Cue* symptom = item.sense(CueClass::symptom)) facts.symptom = symptom;
      if (const Cue* anaphor = item.sense(CueClass::anaphor)) {
        const bool starts = item.first == facts.clause.first && c == 0;
        const bool stands_for = anaphor->anaphor == AnaphorKind::noun || has(item, AnaphorKind::possessive) ||
                                is_pronoun(annotation_, i, facts.clause) ||
                                (starts && has(item, AnaphorKind::demonstrative));
        if (stands_for && !facts.anaphor) {
          facts.anaphor = true;
          facts.anaphor_at = item.first;
        }
      }
    }
    // What follows from a hedged clause is no surer than it.
    for (std::size_t i = 1; i < clauses_.size(); ++i) {
      const ClauseLink link = clauses_[i].clause.link;
      if (link == ClauseLink::consequence) clauses_[i].hedged = clauses_[i].hedged || clauses_[i - 1].hedged;
      if (link == ClauseLink::coordinate && !clauses_[i].clause.finite)
        clauses_[i].hedged = clauses_[i].hedged || clauses_[i - 1].hedged;
    }
  }

  static bool has(const Item& item, AnaphorKind kind) {
    return std::ranges::any_of(item.senses,
                               [&](const Cue* cue) { return cue->type == CueClass::anaphor && cue->anaphor == kind; });
  }

  std::uint32_t first_outcome(const Clause& clause) const {
    for (const Item& item : items_) {
      if (item.kind == ItemKind::outcome && in_clause(item, clause)) return item.first;
    }
    return clause.last;
  }

  // How well a group fits as the one that acts: what a verb has before it or right behind it does, what stands beside
  // the subject or behind the outcome does so only where there is nothing else.
  int rank_as_subject(const SubstanceGroup& group, const ClauseFacts& facts) const {
    if (is_lone_category(group.subject)) return 1;
    if (group.beside || group.companion) return 2;
    const bool behind_outcome = group.first > first_outcome(facts.clause) && !group.after_agent;
    if (behind_outcome) return 3;
    if (facts.anaphor && facts.anaphor_at < group.first) return 3;
    return group.inverted ? 6 : 5;
  }
  static constexpr int kSurelySubject = 4;

  // The group that acts in the clause: of equals the first; an inverted subject beats a first one that does not open
  // the clause.
  const SubstanceGroup* own_group(const ClauseFacts& facts) const {
    const SubstanceGroup* found = nullptr;
    int best = 0;
    for (const SubstanceGroup& group : groups_) {
      if (group.first < facts.clause.first || group.first >= facts.clause.last) continue;
      int rank = rank_as_subject(group, facts);
      if (found && rank == 6 && found->first <= facts.clause.first + 1) rank = 5;
      if (rank > best) {
        found = &group;
        best = rank;
      }
    }
    return found;
  }

  // The clause before whose subject goes on: over a parenthesis between dashes, to the clause it interrupts.
  const ClauseFacts* clause_continued(std::size_t index) const {
    if (index == 0) return nullptr;
    const Clause& clause = clauses_[index].clause;
    if (clause.link == ClauseLink::start && !clause.after_dash) return nullptr;
    if (clause.after_dash) {
      for (std::size_t i = index - 1; i > 0; --i) {
        if (clauses_[i].clause.after_dash && !clauses_[i - 1].subject.empty()) return &clauses_[i - 1];
      }
    }
    return &clauses_[index - 1];
  }

  bool has_exposure(const Clause& clause) const {
    return std::ranges::any_of(items_, [&](const Item& item) {
      const Cue* cue = item.sense(CueClass::exposure);
      return in_clause(item, clause) && cue && cue->exposure == Exposure::supplement;
    });
  }

  bool after_article(const SubstanceGroup& group) const {
    return std::ranges::any_of(
        items_, [&](const Item& item) { return item.last == group.first && item.sense(CueClass::article); });
  }

  // A list item that opens with a head of its own ("Beweging: ...") does not speak of the list's subject.
  bool has_foreign_head() const {
    if (!context_.fragment || clauses_.size() < 2 || !clauses_[1].clause.after_colon) return false;
    return std::ranges::none_of(
        items_, [&](const Item& item) { return item.first < clauses_[1].clause.first && item.kind != ItemKind::cue; });
  }

  // A fragment has no subject of its own: it begins with what it does ("Ondersteunt ..."), or has no verb
  // ("Spierkrampen, trillingen").
  bool leaves_subject_out(const Clause& clause) const {
    constexpr std::uint32_t kMostBeforeVerb = 2;
    std::uint32_t unknown_from = clause.first;
    for (const Item& item : items_) {
      if (!in_clause(item, clause)) continue;
      if (item.kind == ItemKind::cue &&
          (item.sense(CueClass::verb) || item.sense(CueClass::change) || item.sense(CueClass::auxiliary))) {
        return item.first - unknown_from <= kMostBeforeVerb;
      }
      if (item.kind == ItemKind::outcome) {
        // an outcome before a verb is that verb's subject; before none it is what the fragment lists
        return std::ranges::none_of(items_, [&](const Item& later) {
          return in_clause(later, clause) && later.first > item.first && later.kind == ItemKind::cue &&
                 (later.sense(CueClass::verb) || later.sense(CueClass::auxiliary)) &&
                 !ends_in(text_, annotation_.units[later.first], grammar_.infinitive) &&  // "Bloedsuiker stabiliseren"
                 (later.first == 0 || annotation_.units[later.first].word != annotation_.units[later.first - 1].word);
        });
      }
    }
    return true;
  }

  Subject focus_for(const ClauseFacts& facts) const {
    Subject focus = context_.focus;
    if (!context_.topic || focus.substances.size() < 2) return focus;
    // "Het" and "it" are one thing: of several in focus the one the article is about. "Suppletie" after several forms
    // is their base's.
    const bool topic_in_focus = std::ranges::find(focus.substances, context_.topic) != focus.substances.end();
    const bool forms_of_topic = std::ranges::all_of(focus.substances, [&](const Concept* each) {
      return std::ranges::find(each->broader, context_.topic->id) != each->broader.end();
    });
    if ((facts.anaphor && topic_in_focus) || (facts.state && forms_of_topic)) focus.substances = {context_.topic};
    return focus;
  }

  // ", die ...": the substance right before the comma.
  const SubstanceGroup* antecedent_of(const Clause& clause) const {
    if (clause.link != ClauseLink::relative) return nullptr;
    for (const SubstanceGroup& group : groups_) {
      if (group.last == clause.first) return &group;
    }
    return nullptr;
  }

  // "Het bevordert samen met calcium en vitamine D ...": they act as well.
  void add_companions(ClauseFacts& facts) const {
    if (facts.subject.empty()) return;
    for (const SubstanceGroup& group : groups_) {
      if (!group.companion || group.first < facts.clause.first || group.first >= facts.clause.last) continue;
      for (const Concept* each : group.subject.substances) {
        if (std::ranges::find(facts.subject.substances, each) == facts.subject.substances.end())
          facts.subject.substances.push_back(each);
      }
    }
  }

  void find_subjects() {
    const bool foreign = has_foreign_head();
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      ClauseFacts& facts = clauses_[i];
      const SubstanceGroup* own = own_group(facts);
      const int rank = own ? rank_as_subject(*own, facts) : 0;
      if (rank > kSurelySubject) {
        facts.subject = own->subject;
        add_companions(facts);
        continue;
      }
      // "supplementen", "de specerij": a category stands for what is in focus
      const bool supplements = own && rank == 1 && (facts.state || has_exposure(facts.clause) || after_article(*own));
      const ClauseFacts* continued = clause_continued(i);
      if (const SubstanceGroup* antecedent = antecedent_of(facts.clause)) {
        facts.subject = antecedent->subject;
        continue;
      }
      if (facts.anaphor && !context_.focus.empty() && !(continued && !continued->subject.empty())) {
        facts.from_context = true;
        inherit(facts, focus_for(facts), kFromContext * context_.confidence);
      } else if (continued && !continued->subject.empty()) {
        inherit(facts, continued->subject, continued->confidence * kFromClause);
        facts.from_context = continued->from_context;
      } else if (own && rank > 1) {
        facts.subject = own->subject;
      } else if ((facts.state || facts.anaphor || supplements ||
                  (context_.fragment && i == 0 && leaves_subject_out(facts.clause))) &&
                 !context_.focus.empty() && !foreign) {
        facts.from_context = true;
        inherit(facts, focus_for(facts), kFromContext * context_.confidence);
      } else if (own) {
        facts.subject = own->subject;
      }
      add_companions(facts);
      if (facts.inherited && supplements && has_exposure(facts.clause)) facts.subject.exposure = Exposure::supplement;
      if (facts.inherited && facts.state) facts.subject.exposure = facts.state->exposure;
    }
    // "Om krampen te verminderen helpt magnesium", "From soothing ... to fighting ..., ginger offers": the subject
    // comes later.
    for (std::size_t i = clauses_.size(); i-- > 0;) {
      if (!clauses_[i].subject.empty() || i + 1 >= clauses_.size() || clauses_[i + 1].subject.empty()) continue;
      if (clauses_[i + 1].inherited || clauses_[i + 1].clause.link == ClauseLink::subordinate) continue;
      inherit(clauses_[i], clauses_[i + 1].subject, kFromClause);
    }
    // A fragment's colon or dash does not end what it speaks of: "Magnesiumcitraat: goed opneembaar".
    for (std::size_t i = 1; i < clauses_.size(); ++i) {
      if (clauses_[i].subject.empty() && !clauses_[i - 1].subject.empty() &&
          (clauses_[i].clause.after_colon || context_.fragment)) {
        inherit(clauses_[i], clauses_[i - 1].subject, clauses_[i - 1].confidence * kFromClause);
      }
    }
  }

  static bool is_support(Effect effect) {
    return effect == Effect::supports || effect == Effect::causes || effect == Effect::improves ||
           effect == Effect::helps;
  }

  static bool is_lone_category(const Subject& subject) {
    return std::ranges::all_of(subject.substances, [](const Concept* each) { return is_group(*each); });
  }

  static void inherit(ClauseFacts& facts, const Subject& from, double confidence) {
    facts.subject = from;
    facts.confidence = confidence;
    facts.inherited = true;
  }

  const ClauseFacts& clause_of(const Item& item) const {
    for (const ClauseFacts& facts : clauses_) {
      if (in_clause(item, facts.clause)) return facts;
    }
    return clauses_.back();
  }

  void reject(const Item& item, std::string why) {
    if (trace_) trace_->push_back({annotation_.range_of(item), item.named, std::move(why)});
  }

  const Cue* symptom_before(const Item& outcome) const {
    const Cue* found = nullptr;
    for (const Item& item : items_) {
      if (item.first >= outcome.first) break;
      if (const Cue* symptom = item.sense(CueClass::symptom)) found = symptom;
    }
    return found;
  }

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
    if (item.named->id != "general-health" && item.named->id != "side-effects") return false;
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
      if (at.close_parenthesis) return nullptr;
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

  bool purpose_ends_in_colon() const { return clauses_.size() > 1 && clauses_[1].clause.after_colon; }

  void read_outcome(std::size_t index) {
    const Item& item = items_[index];
    const ClauseFacts& facts = clause_of(item);
    const Governance governance = govern(text_, annotation_, facts.clause, index, grammar_);
    if (governance.is_population) return reject(item, "says who, not what");
    if (governance.intransitive && facts.from_context) return reject(item, "changes by itself");
    if (governance.is_place) return reject(item, "says where, not what");
    if (leads_to_another(index)) return reject(item, "only leads to the outcome beside it");
    Effect effect = governance.effect;
    bool defaulted = false;
    bool hedged = facts.hedged || governance.association;
    Subject subject = facts.subject;
    bool inherited = facts.inherited;
    double confidence = facts.confidence;
    const Subject* explained = parenthesis_of(item);
    if (explained) {
      subject = *explained;
      inherited = false;
      confidence = kFromClause;
      if (!governance.bound) effect = compose(Effect::causes, governance.adjective ? effect : Effect::none);
    }
    const bool strong = explained || governance.verb || governance.bound || (governance.risk && governance.adjective);
    const Cue* symptom = symptom_before(item);
    const Cue* column = column_of(item);
    if (!symptom && context_.fragment && !strong && !context_.table) symptom = context_.symptom;
    if (!symptom && column && column->type == CueClass::symptom) symptom = column;
    if (symptom &&
        (subject.empty() || !strong || governance.effect == Effect::causes || subject.exposure == symptom->exposure)) {
      if (subject.empty() && !context_.focus.empty()) {
        subject = context_.focus;
        inherited = true;
        confidence = kFromContext * context_.confidence;
      }
      subject.exposure = symptom->exposure;
      effect = compose(Effect::causes, governance.adjective ? effect : Effect::none);
    } else if (!strong) {
      const bool compared = governance.adjective && !facts.inherited && !facts.subject.empty();
      if (compared) {
        confidence *= kFromClause;
      } else if (const Subject* served = purpose_of(index)) {
        if (subject.empty() || !is_lone_category(*served)) subject = *served;
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
    if (subject.empty()) return reject(item, "no substance acts");
    // "Zonder jodium werkt de schildklier niet": what is denied is what its lack takes away.
    const bool lack_denies = subject.exposure == Exposure::deficiency && facts.negated && is_support(effect);
    if (lack_denies) effect = Effect::lowers;
    for (const SubstanceGroup& group : groups_) {
      if (group.outcome_end == item.last && group.subject.range == subject.range)
        return reject(item, "is done with the substance, not by it");
    }
    if (subject.substances.size() == 1 && subject.substances.front()->id == item.named->id)
      return reject(item, "is the substance itself");
    if (facts.regulatory || meta_) return reject(item, "speaks of what may be claimed, or of the text itself");
    Frame frame;
    frame.relation = resolve(effect, item.named->valence, item.named->kind, subject.exposure, item.inverse);
    frame.subject = std::move(subject);
    frame.outcome = item.named;
    frame.outcome_range = annotation_.range_of(item);
    frame.cue_range = governance.cue;
    frame.certainty = hedged ? Certainty::hedged : Certainty::asserted;
    frame.polarity =
        (facts.negated && !lack_denies) || effect == Effect::no_effect ? Polarity::negated : Polarity::affirmed;
    frame.inherited = inherited;
    frame.confidence = confidence * (defaulted ? kDefaulted : 1.0);
    if (trace_) trace_->push_back({frame.outcome_range, item.named, "frame"});
    result_.frames.push_back(std::move(frame));
  }

  void summarise() {
    for (const ClauseFacts& facts : clauses_) {
      if (facts.subject.empty()) continue;
      // Of several subjects the article's own topic is what the next "het" means, else the first.
      const auto& named = facts.subject.substances;
      const bool topic = context_.topic && !facts.inherited && std::ranges::find(named, context_.topic) != named.end();
      if (result_.subject.empty() || topic) result_.subject = facts.subject;
      if (topic) break;
    }
    for (const ClauseFacts& facts : clauses_) {
      result_.hedged = result_.hedged || facts.hedged;
      if (facts.symptom) result_.symptom = facts.symptom;
    }
    for (const Item& item : items_) {
      if (const Cue* verb = item.sense(CueClass::verb)) result_.open_relation = verb;
      const Cue* column = item.sense(CueClass::column);
      if (!column) column = item.sense(CueClass::symptom);
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
  bool meta_ = false;
  SentenceFrames result_;
};

}  // namespace

SentenceFrames read_frames(std::string_view text, Annotation& annotation, const Grammar& grammar,
                           const Context& context, std::vector<Trace>* trace) {
  if (annotation.units.empty()) return {};
  settle(annotation, context);
  return Reader(text, annotation, grammar, context, trace).run();
}

}  // namespace claimbase

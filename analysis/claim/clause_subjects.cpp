#include "analysis/claim/clause_subjects.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace claimbase {
namespace {

class ClauseSubjects {
 public:
  ClauseSubjects(std::string_view text, const Annotation& annotation, const Grammar& grammar, const Context& context,
                 std::span<const SubstanceGroup> groups, std::vector<ClauseFacts>& clauses)
      : text_(text),
        annotation_(annotation),
        items_(annotation.items),
        grammar_(grammar),
        context_(context),
        groups_(groups),
        clauses_(clauses) {}

  void run() {
    const bool foreign = has_foreign_head();
    const SubstanceGroup* row = head_of_row();
    for (std::size_t i = 0; i < clauses_.size(); ++i) {
      ClauseFacts& facts = clauses_[i];
      const SubstanceGroup* own = own_group(facts);
      const int rank = own ? rank_as_subject(*own, facts) : 0;
      if (row && row->last <= facts.clause.first && !(rank > kSurelySubject && has_outcome(facts.clause))) {
        inherit(facts, row->subject, kFromClause);
        if (facts.state) facts.subject.exposure = facts.state->exposure;
        continue;
      }
      if (rank > kSurelySubject) {
        facts.subject = own->subject;
        add_companions(facts);
        continue;
      }
      if (is_of_outcome(i)) {
        facts.of_outcome = true;
        continue;
      }
      // "supplementen", "de specerij": a category stands for what is in focus
      const bool told_apart = own && rank == 1 && is_told_apart(*own);
      const bool supplements =
          own && rank == 1 && !told_apart && (facts.state || has_exposure(facts.clause) || after_article(*own));
      // "L-tyrosine: een aminozuur dat ...": what the head of the sentence is
      if (own && rank <= 2 && i > 0 && facts.clause.after_colon && !clauses_[i - 1].subject.empty()) {
        inherit(facts, clauses_[i - 1].subject, clauses_[i - 1].confidence * kFromClause);
        continue;
      }
      const ClauseFacts* continued = clause_continued(i);
      if (const SubstanceGroup* antecedent = antecedent_of(facts.clause)) {
        // "minder suiker, die ...": the relative clause speaks of the sugar
        facts.subject = antecedent->subject;
        if (facts.subject.withheld) facts.subject.exposure = Exposure::intake;
        continue;
      }
      if (own && rank == kBehindAnaphor && context_.has_focus() &&
          own->subject.substances == context_.focus->substances) {
        facts.subject = own->subject;  // "Hiermee ... dat lage zinkspiegels": named again, and how it is taken
      } else if (facts.anaphor && context_.has_focus() && !(continued && !continued->subject.empty())) {
        facts.from_context = true;
        inherit(facts, focus_for(facts), kFromContext * context_.confidence);
      } else if (continued && !continued->subject.empty()) {
        inherit(facts, continued->subject, continued->confidence * kFromClause);
        facts.from_context = continued->from_context;
      } else if (own && rank > 1) {
        facts.subject = own->subject;
      } else if ((facts.state || facts.anaphor || supplements ||
                  (context_.fragment && i == 0 && leaves_subject_out(facts.clause))) &&
                 context_.has_focus() && !foreign) {
        facts.from_context = true;
        inherit(facts, focus_for(facts), kFromContext * context_.confidence);
      } else if (own && !told_apart) {
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
      if (clauses_[i].of_outcome) continue;
      if (clauses_[i + 1].inherited || clauses_[i + 1].clause.link == ClauseLink::subordinate) continue;
      inherit(clauses_[i], clauses_[i + 1].subject, kFromClause);
    }
    // A fragment's colon or dash does not end what it speaks of: "Magnesiumcitraat: goed opneembaar".
    for (std::size_t i = 1; i < clauses_.size(); ++i) {
      if (clauses_[i].subject.empty() && !clauses_[i].of_outcome && !clauses_[i - 1].subject.empty() &&
          (clauses_[i].clause.after_colon || (context_.fragment && !first_cell_tells()))) {
        inherit(clauses_[i], clauses_[i - 1].subject, clauses_[i - 1].confidence * kFromClause);
      }
    }
  }

 private:
  // "| Zink | Immuunsysteem | Noten, kaas |": what a row is about stands in its first cell.
  const SubstanceGroup* head_of_row() const {
    if (!context_.table || groups_.empty()) return nullptr;
    const SubstanceGroup& first = groups_.front();
    const bool heads =
        annotation_.units[first.first].cell == 0 && !is_lone_category(first.subject) && !first_cell_tells();
    return heads ? &first : nullptr;
  }

  // "| Cortisol blijft hoog | Stress |": what the first cell tells of it is told, and is none of the next cell's doing.
  bool first_cell_tells() const {
    return context_.table && std::ranges::any_of(items_, [&](const Item& item) {
             return annotation_.units[item.first].cell == 0 && item.sense(CueClass::auxiliary);
           });
  }

  bool has_outcome(const Clause& clause) const {
    return std::ranges::any_of(
        items_, [&](const Item& item) { return item.kind == ItemKind::outcome && in_clause(item, clause); });
  }

  // "Chronische stress verhoogt het cortisol", "omdat stress de darmflora verstoort", and what goes on from there: an
  // outcome is the subject, and what it does is none of a substance's doing.
  bool is_of_outcome(std::size_t index) const {
    const ClauseFacts& facts = clauses_[index];
    if (facts.anaphor) return false;
    const ClauseFacts* continued = clause_continued(index);
    if (interrupted_by_relative(index)) return true;
    const bool goes_on = continued && continued->of_outcome && facts.clause.link != ClauseLink::start &&
                         !facts.clause.after_dash && !facts.clause.after_colon;
    return goes_on || outcome_is_subject(facts.clause);
  }

  // "Endotheelcellen, die de vaten bekleden, spelen een rol in": the clause that the relative one parts from its verb
  // names an outcome and nothing else.
  bool interrupted_by_relative(std::size_t index) const {
    if (index < 2 || clauses_[index].clause.link != ClauseLink::coordinate ||
        clauses_[index - 1].clause.link != ClauseLink::relative ||
        !annotation_.units[clauses_[index].clause.first].comma) {
      return false;
    }
    const Clause& named = clauses_[index - 2].clause;
    bool outcome = false;
    for (const Item& item : items_) {
      if (!in_clause(item, named) || item.sense(CueClass::article) || item.sense(CueClass::adjective)) continue;
      if (item.kind != ItemKind::outcome) return false;
      outcome = true;
    }
    return outcome;
  }

  bool outcome_is_subject(const Clause& clause) const {
    constexpr std::uint32_t kMostUnknown = 2;  // "chronische laaggradige ontsteking"
    std::size_t i = 0;
    while (i < items_.size() && items_[i].first < clause.first) ++i;
    std::uint32_t end = clause.first;
    for (; i < items_.size() && in_clause(items_[i], clause) && items_[i].kind != ItemKind::outcome; ++i) {
      const Item& item = items_[i];
      const bool opens =
          item.first == clause.first && (item.sense(CueClass::clause) || item.sense(CueClass::conjunction));
      if (!opens && !item.sense(CueClass::article) && !item.sense(CueClass::adjective)) return false;
      if (item.first > end + kMostUnknown) return false;
      end = item.last;
    }
    if (i >= items_.size() || !in_clause(items_[i], clause) || items_[i].first > end + kMostUnknown) return false;
    // melatonin, cholesterol: one taken is spoken of
    if (items_[i].event || is_spoken_of(items_[i].named->id)) return false;
    const bool verb_last =
        grammar_.verb_final && (clause.link == ClauseLink::subordinate || clause.link == ClauseLink::consequence ||
                                clause.link == ClauseLink::sequel);
    return verb_last ? acts_at_the_end(i, clause) : acts_on_what_follows(i, clause);
  }

  bool is_spoken_of(std::string_view id) const {
    if (context_.topic && context_.topic->id == id) return true;
    return context_.has_focus() &&
           std::ranges::any_of(context_.focus->substances, [&](const Concept* each) { return each->id == id; });
  }

  bool is_active(const Item& item) const {
    const bool finite = ends_in(text_, annotation_.units[item.first], grammar_.finite) ||
                        ends_in(text_, annotation_.units[item.last - 1], grammar_.finite);  // "negatively affects"
    return finite && item.sense(CueClass::verb) && !item.sense(CueClass::auxiliary) && !item.sense(CueClass::filler);
  }

  bool acts_on_what_follows(std::size_t subject, const Clause& clause) const {
    constexpr std::uint32_t kMostUnknown = 3;  // "ontsteking vanuit de darm versnelt"
    std::uint32_t end = items_[subject].last;
    for (std::size_t i = subject + 1; i < items_.size() && in_clause(items_[i], clause); ++i) {
      const Item& item = items_[i];
      if (item.first < end) continue;
      if (item.first > end + kMostUnknown || annotation_.units[item.first].comma) return false;
      if (is_active(item) && item.first > items_[subject].last - 1 &&
          annotation_.units[item.first].word != annotation_.units[items_[subject].last - 1].word) {
        return std::any_of(items_.begin() + static_cast<std::ptrdiff_t>(i), items_.end(), [&](const Item& each) {
          return each.kind == ItemKind::outcome && in_clause(each, clause) && each.named != items_[subject].named;
        });
      }
      const bool passable = item.sense(CueClass::aspect) || item.sense(CueClass::article) ||
                            item.sense(CueClass::locative) || item.sense(CueClass::genitive);
      if (!passable) return false;
      end = item.last;
    }
    return false;
  }

  bool acts_at_the_end(std::size_t subject, const Clause& clause) const {
    const Item* object = nullptr;
    for (std::size_t i = subject + 1; i < items_.size() && in_clause(items_[i], clause); ++i) {
      const Item& item = items_[i];
      if (annotation_.units[item.first].comma || item.sense(CueClass::conjunction)) return false;
      if (item.kind == ItemKind::substance) return false;
      if (item.kind == ItemKind::outcome) {
        if (item.named == items_[subject].named) return false;
        object = &item;
      } else if (object && is_active(item)) {
        return true;
      } else if (!object && item.sense(CueClass::verb)) {
        return false;
      }
    }
    return false;
  }

  static void inherit(ClauseFacts& facts, Subject from, double confidence) {
    facts.subject = std::move(from);
    facts.confidence = confidence;
    facts.inherited = true;
  }

  std::uint32_t first_outcome(const Clause& clause) const {
    const Item* before = nullptr;
    for (const Item& item : items_) {
      if (!in_clause(item, clause)) continue;
      const bool is_who = before && before->sense(CueClass::population) && item.first <= before->last + 1;
      if (item.kind == ItemKind::outcome && !is_who) return item.first;
      before = &item;
    }
    return clause.last;
  }

  // How well a group fits as the one that acts: what a verb has before it or right behind it does, what stands beside
  // the subject or behind the outcome does so only where there is nothing else.
  int rank_as_subject(const SubstanceGroup& group, const ClauseFacts& facts) const {
    if (is_lone_category(group.subject)) return 1;
    if (group.denied) return 1;
    if (group.beside || group.companion) return 2;
    const bool behind_outcome = group.first > first_outcome(facts.clause) && !group.after_agent;
    if (behind_outcome) return kBehindAnaphor;
    if (facts.anaphor && facts.anaphor_at < group.first) return kBehindAnaphor;
    return group.inverted ? 6 : 5;
  }
  static constexpr int kBehindAnaphor = 3;
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
    if (clause.link == ClauseLink::start && !clause.after_dash) {
      // "...; het kan ook": the pronoun's own sentence is nearer than what stands before it
      return clauses_[index].anaphor && !clause.after_colon ? &clauses_[index - 1] : nullptr;
    }
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

  // "sommige vitaminen" are not what is in focus.
  bool after_article(const SubstanceGroup& group) const {
    return std::ranges::any_of(items_, [&](const Item& item) {
      return item.last == group.first && item.sense(CueClass::article) && !item.sense(CueClass::indefinite);
    });
  }

  // "de voedingsstoffen die een rol spelen bij": those, whichever they are, and not what is in focus
  bool is_told_apart(const SubstanceGroup& category) const {
    return std::ranges::any_of(items_, [&](const Item& item) {
      const Cue* clause = item.sense(CueClass::clause);
      return item.first == category.last && clause && clause->link == ClauseLink::relative;
    });
  }

  // A list item that opens with a head of its own ("Beweging: ...") does not speak of the list's subject.
  bool has_foreign_head() const {
    if (!context_.fragment || clauses_.size() < 2 || !clauses_[1].clause.after_colon) return false;
    return std::ranges::none_of(
        items_, [&](const Item& item) { return item.first < clauses_[1].clause.first && item.kind != ItemKind::cue; });
  }

  // "VitaStar Mood ondersteunt": a name of which nothing is known stands before the verb.
  bool names_another(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t unit = first + 1; unit < last; ++unit) {
      const char initial = text_[annotation_.units[unit].range.begin];
      if (initial >= 'A' && initial <= 'Z') return true;
    }
    return false;
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
        return item.first - unknown_from <= kMostBeforeVerb && !names_another(unknown_from, item.first);
      }
      if (item.kind == ItemKind::outcome) {
        // an outcome before a verb is that verb's subject; before none it is what the fragment lists
        return std::ranges::none_of(items_, [&](const Item& later) {
          return in_clause(later, clause) && later.first > item.first && later.kind == ItemKind::cue &&
                 !joined_by_conjunction(later) && (later.sense(CueClass::verb) || later.sense(CueClass::auxiliary)) &&
                 !ends_in(text_, annotation_.units[later.last - 1],
                          grammar_.infinitive) &&  // "Bloedsuiker stabiliseren"
                 (later.first == 0 || annotation_.units[later.first].word != annotation_.units[later.first - 1].word);
        });
      }
    }
    return true;
  }

  // "Betere slaap en minder last van stress": no verb of the outcome before it
  bool joined_by_conjunction(const Item& item) const {
    return std::ranges::any_of(
        items_, [&](const Item& each) { return each.last == item.first && each.sense(CueClass::conjunction); });
  }

  Subject focus_for(const ClauseFacts& facts) const {
    Subject focus = *context_.focus;
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

  // ", die ...": the substance right before the comma, or before the apposition that the relative clause closes.
  const SubstanceGroup* antecedent_of(const Clause& clause) const {
    if (clause.link != ClauseLink::relative) return nullptr;
    const std::uint32_t apposition = apposition_before(annotation_, clause.first);
    for (const SubstanceGroup& group : groups_) {
      if (group.last == clause.first || group.last == apposition) return &group;
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

  std::string_view text_;
  const Annotation& annotation_;
  const std::vector<Item>& items_;
  const Grammar& grammar_;
  const Context& context_;
  std::span<const SubstanceGroup> groups_;
  std::vector<ClauseFacts>& clauses_;
};

}  // namespace

bool is_lone_category(const Subject& subject) {
  return std::ranges::all_of(subject.substances, [](const Concept* each) { return is_group(*each); });
}

void find_subjects(std::string_view text, const Annotation& annotation, const Grammar& grammar, const Context& context,
                   std::span<const SubstanceGroup> groups, std::vector<ClauseFacts>& clauses) {
  ClauseSubjects(text, annotation, grammar, context, groups, clauses).run();
}

}  // namespace claimbase

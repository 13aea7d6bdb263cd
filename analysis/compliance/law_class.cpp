#include "analysis/compliance/law_class.h"

#include <algorithm>

namespace claimbase {
namespace {

// Words between a remedy and its ailment: verbs stand before a list, or behind their object.
constexpr std::uint32_t kMostBefore = 12;
constexpr std::uint32_t kMostBehind = 6;
constexpr std::uint32_t kMostBehindInside = 3;  // units of a remedy behind the ailment that it encloses
constexpr std::uint32_t kMostToAdvice = 8;      // units between a professional and the advice

constexpr std::string_view kPatients = "{condition:";  // how the unit of a population of patients begins

class Classifier {
 public:
  Classifier(const ClassTools& tools, const SentenceReading& reading, LawJudgement& judgement)
      : tools_(tools), reading_(reading), judgement_(judgement) {}

  void medicinal_words() {
    for (const SignalMatch& signal : reading_.signals) {
      if (signal.is(SignalClass::medicinal) && !reading_.denied(signal.first, signal.last))
        found(LawClass::medicinal, SignalClass::medicinal, signal);
    }
  }

  void ailments() {
    for (const Ailment& ailment : reading_.ailments) {
      if (reading_.denied(ailment.first, ailment.last) && !promised(ailment)) continue;
      if (reading_.set_aside(ailment.first, ailment.last)) continue;
      if (reading_.states_risk()) continue;
      const SignalMatch* cause = remedy_of(ailment);
      if (cause == nullptr && !mention_of(ailment) && !paired_with(ailment)) continue;
      if (less_risk_of(ailment)) {
        // Less risk of a disease is Art. 14(1)(a) where the register has such a claim for the substance.
        add_class(may_reduce_risk() ? LawClass::disease_risk : LawClass::medicinal, judgement_);
        add_class(LawClass::medicinal, judgement_);
      } else {
        add_class(LawClass::medicinal, judgement_);
      }
      if (cause != nullptr) note(SignalClass::remedy, cause->first, cause->last);
      note(SignalClass::ailment, ailment.first, ailment.last);
    }
  }

  void questions() {
    // "Heb je last van ...?": a question that leads to the product.
    if (!reading_.question) return;
    const auto first = std::ranges::find_if(
        reading_.ailments, [&](const Ailment& ailment) { return !reading_.set_aside(ailment.first, ailment.last); });
    if (first == reading_.ailments.end()) return;
    add_class(LawClass::medicinal, judgement_);
    note(SignalClass::ailment, first->first, first->last);
  }

  void risk_factors() {
    for (const OutcomeWords& outcome : reading_.outcomes) {
      if (!tools_.legal.risk_factor.contains(outcome.named->id) || reading_.denied(outcome.first, outcome.last))
        continue;
      if (reading_.set_aside(outcome.first, outcome.last) || of_lack(outcome.range)) continue;
      const SignalMatch* lowers = lowers_beside(outcome);
      const auto said = [&](Relation relation) {
        return std::ranges::any_of(reading_.mentions, [&](const Mention* mention) {
          return mention->outcome == outcome.named->id && mention->polarity == Polarity::affirmed &&
                 mention->relation == relation && mention->exposure != Exposure::deficiency;
        });
      };
      const bool lowered = lowers != nullptr || said(Relation::lowers) || said(Relation::prevents);
      if (!lowered && !said(Relation::treats)) continue;
      if (in_one_effect(outcome, lowers, !lowered)) continue;
      add_class(LawClass::disease_risk, judgement_);
      note(SignalClass::lowers, outcome.first, outcome.last);
    }
  }

  void article_12() {
    for (const SignalMatch& signal : reading_.signals) {
      if (signal.is(SignalClass::omission)) found(LawClass::omission, SignalClass::omission, signal);
      if (signal.is(SignalClass::endorsement)) found(LawClass::endorsement, SignalClass::endorsement, signal);
    }
    const bool lacks = std::ranges::any_of(reading_.mentions, [&](const Mention* mention) { return harms(*mention); });
    if (lacks) add_class(LawClass::omission, judgement_);
    for (const SignalMatch& signal : reading_.signals) {
      if ((signal.is(SignalClass::lack) || signal.is(SignalClass::little)) && names_harm(signal))
        found(LawClass::omission, SignalClass::omission, signal);
      if (signal.is(SignalClass::professional) && advises(signal))
        found(LawClass::endorsement, SignalClass::endorsement, signal);
    }
    // "Low in vitamin D? Your bones may become brittle."
    const bool answers = reading_.behind_lack && !reading_.question && reading_.names_complaint();
    if (answers && reading_.any(SignalClass::negation) == nullptr && reading_.any(SignalClass::remedy) == nullptr)
      add_class(LawClass::omission, judgement_);
    const SignalMatch* slimming = reading_.any(SignalClass::slimming);
    if (slimming != nullptr && !reading_.denied(slimming->first, slimming->last) && (rate() || fast(*slimming)))
      found(LawClass::weight_loss, SignalClass::slimming, *slimming);
  }

  // What kind of page it stands on, and what it says of the intake: no class of its own.
  void page() {
    for (const SignalMatch& signal : reading_.signals) {
      if (signal.is(SignalClass::selling)) note(SignalClass::selling, signal.first, signal.last);
      if (signal.is(SignalClass::statement)) note(SignalClass::statement, signal.first, signal.last);
      if (signal.is(SignalClass::factors)) note(SignalClass::factors, signal.first, signal.last);
      if (signal.is(SignalClass::consensus)) note(SignalClass::consensus, signal.first, signal.last);
      if (signal.is(SignalClass::study)) note(SignalClass::study, signal.first, signal.last);
      if (signal.is(SignalClass::other_amount)) note(SignalClass::other_amount, signal.first, signal.last);
    }
  }

  void weaker(bool claims_an_effect) {
    for (const SignalMatch& signal : reading_.signals) {
      if (reading_.denied(signal.first, signal.last)) continue;
      if (signal.is(SignalClass::evidence)) found(LawClass::evidence_reference, SignalClass::evidence, signal);
      if (signal.is(SignalClass::unlisted)) found(LawClass::function, SignalClass::unlisted, signal);
      if (signal.is(SignalClass::general) && !is_specific(signal))
        found(LawClass::general, SignalClass::general, signal);
      if (signal.is(SignalClass::child) && (claims_an_effect || is_needed(signal)))
        found(LawClass::child, SignalClass::child, signal);
    }
  }

 private:
  // "reduction of the blood glucose rise" is an effect of the register, and lowers nothing beside it.
  // `lowers` may be null: the verb is in the effect's own words ("neutralises plaque acids"), or, of what is only
  // helped, any ("contributes to normal homocysteine metabolism").
  [[nodiscard]] bool in_one_effect(const OutcomeWords& outcome, const SignalMatch* lowers, bool helped) const {
    return std::ranges::any_of(reading_.effects, [&](const EffectMatch& effect) {
      // To lower what only Art. 14(1)(a) lets some foods lower is no effect of others.
      if (tools_.risk_effects.contains(effect.effect) && !may_reduce_risk()) return false;
      const auto holds = [&](std::uint32_t first, std::uint32_t last) {
        return std::ranges::any_of(effect.units, [&](std::uint32_t unit) { return unit >= first && unit < last; });
      };
      const auto holds_a_verb = [&] {
        return std::ranges::any_of(reading_.signals, [&](const SignalMatch& signal) {
          return (signal.is(SignalClass::official) || signal.is(SignalClass::adapted)) &&
                 holds(signal.first, signal.last);
        });
      };
      return effect.degree <= Degree::same && holds(outcome.first, outcome.last) &&
             (lowers != nullptr ? holds(lowers->first, lowers->last) : helped || holds_a_verb());
    });
  }

  // "Magnesium and migraine" as a heading: the two are a pair before the law, whatever stands between.
  [[nodiscard]] bool paired_with(const Ailment& ailment) const {
    if (!reading_.heading || reading_.question || reading_.substances.empty()) return false;
    for (const SignalClass type :
         {SignalClass::lack, SignalClass::little, SignalClass::raises, SignalClass::worsens, SignalClass::harm}) {
      if (reading_.any(type) != nullptr) return false;
    }
    return std::ranges::any_of(reading_.substances, [&](const SubstanceWords& substance) {
      return reading_.together(substance.first, ailment.first);
    });
  }

  // A lack harms: it raises what nobody wants, or takes from what is wanted. What takes the nutrient away is no harm.
  [[nodiscard]] bool harms(const Mention& mention) const {
    if (mention.exposure != Exposure::deficiency || mention.polarity != Polarity::affirmed ||
        mention.relation == Relation::no_effect || mention.relation == Relation::supports ||
        tools_.legal.no_effect.contains(mention.outcome))
      return false;
    return std::ranges::none_of(reading_.outcomes, [&](const OutcomeWords& outcome) {
      return outcome.range.begin < mention.outcome_range.end && mention.outcome_range.begin < outcome.range.end &&
             reading_.set_aside(outcome.first, outcome.last);
    });
  }

  // "good for your heart": the words of general health lead to an effect.
  [[nodiscard]] bool is_specific(const SignalMatch& general) const {
    return reading_.units[general.last - 1].small &&
           std::ranges::any_of(reading_.effects, [&](const EffectMatch& effect) {
             const std::uint32_t at = effect.units.front();
             return at >= general.last && at <= general.last + 1 && reading_.together(general.last - 1, at);
           });
  }

  // Only a lack is said to do something to the outcome at that place.
  [[nodiscard]] bool of_lack(ByteRange outcome) const {
    bool lack = false;
    for (const Mention* mention : reading_.mentions) {
      if (mention->outcome_range.begin >= outcome.end || outcome.begin >= mention->outcome_range.end) continue;
      if (mention->exposure != Exposure::deficiency) return false;
      lack = true;
    }
    return lack;
  }

  // "verminderde magnesiuminname", "low vitamin D levels": it is the nutrient of which there is less.
  [[nodiscard]] bool lessens_nutrient(const SignalMatch& signal) const {
    return std::ranges::any_of(reading_.substances, [&](const SubstanceWords& substance) {
      return substance.first >= signal.last &&
             substance.first - signal.last <= (signal.is(SignalClass::little) ? 1U : 0U);
    });
  }

  [[nodiscard]] const SignalMatch* lowers_beside(const OutcomeWords& outcome) const {
    const auto found = std::ranges::find_if(reading_.signals, [&](const SignalMatch& signal) {
      return signal.is(SignalClass::lowers) && reading_.together(signal.first, outcome.first) &&
             !lessens_nutrient(signal);
    });
    return found == reading_.signals.end() ? nullptr : &*found;
  }

  // A lack of a nutrient beside an ailment or a harm that nothing is set against.
  [[nodiscard]] bool names_harm(const SignalMatch& lack) const {
    if (!reading_.is_lack_of_nutrient(lack) || reading_.denied(lack.first, lack.last) ||
        reading_.set_aside(lack.first, lack.last))
      return false;
    if (reading_.behind_complaint) return true;  // "Vaak moe? Dan heb je misschien een tekort aan B12."
    // "People with anaemia often have low iron levels."
    if (lack.is(SignalClass::little) && std::ranges::any_of(reading_.populations, [](const Quantity& people) {
          return people.unit.starts_with(kPatients);
        }))
      return true;
    if (std::ranges::any_of(reading_.signals, [&](const SignalMatch& signal) {
          return (signal.is(SignalClass::harm) || signal.is(SignalClass::worsens)) &&
                 (reading_.heading || reading_.together(signal.first, lack.first));
        }))
      return true;
    return std::ranges::any_of(reading_.ailments, [&](const Ailment& ailment) {
      return reading_.together(ailment.first, lack.first) && !reading_.set_aside(ailment.first, ailment.last) &&
             !reading_.denied(ailment.first, ailment.last) && remedy_of(ailment) == nullptr;
    });
  }

  // "nine of ten pharmacists choose": the professional and the advice in one clause.
  [[nodiscard]] bool advises(const SignalMatch& professional) const {
    if (reading_.denied(professional.first, professional.last) ||
        reading_.set_aside(professional.first, professional.last))
      return false;
    return std::ranges::any_of(reading_.signals, [&](const SignalMatch& signal) {
      const std::uint32_t away =
          signal.first > professional.first ? signal.first - professional.first : professional.first - signal.first;
      return signal.is(SignalClass::recommends) && away <= kMostToAdvice &&
             reading_.together(signal.first, professional.first) && !reading_.denied(signal.first, signal.last);
    });
  }

  // "needed for the growth of toddlers": the register's verb, of a substance, whatever the effect.
  [[nodiscard]] bool is_needed(const SignalMatch& child) const {
    return !reading_.named.empty() && reading_.beside(SignalClass::official, child.first) != nullptr;
  }

  void note(SignalClass type, std::uint32_t first, std::uint32_t last) {
    const ByteRange range = reading_.range_of(first, last);
    const std::string name(to_string(type));
    const bool known = std::ranges::any_of(
        judgement_.signals, [&](const Signal& each) { return each.name == name && each.range == range; });
    if (!known)
      judgement_.signals.push_back({name, range, std::string(reading_.text.substr(range.begin, range.size()))});
  }

  void found(LawClass law, SignalClass type, const SignalMatch& signal) {
    add_class(law, judgement_);
    note(type, signal.first, signal.last);
  }

  // "nooit meer migraine" promises what it seems to deny.
  [[nodiscard]] bool promised(const Ailment& ailment) const {
    return reading_.beside(SignalClass::promise, ailment.first) != nullptr;
  }

  // The words that set something against the ailment.
  [[nodiscard]] const SignalMatch* remedy_of(const Ailment& ailment) const {
    for (const SignalMatch& signal : reading_.signals) {
      const bool inside = signal.first >= ailment.first && signal.last <= ailment.last;
      if (inside || lessens_nutrient(signal) || !reading_.together(signal.first, ailment.first)) continue;
      if ((signal.is(SignalClass::remedy) || signal.is(SignalClass::lowers)) && reaches(signal, ailment) &&
          !reading_.denied(signal.first, signal.last))
        return &signal;
      const bool right_before = signal.last <= ailment.first && ailment.first - signal.last <= 1;
      if (reading_.tells_of_lack()) continue;
      const bool about_something = reading_.fragment || !reading_.subjects.empty() || reading_.named_product;
      if (signal.is(SignalClass::at_ailment) && right_before && about_something) return &signal;
    }
    return nullptr;
  }

  // Near enough, and with nothing between that raises: "helpt bij ..., en een tekort verhoogt het risico op ...".
  [[nodiscard]] bool reaches(const SignalMatch& remedy, const Ailment& ailment) const {
    const auto word = [&](std::uint32_t unit) { return reading_.units[unit].word; };
    // "van de hoofdpijn af": the ailment stands between its words.
    if (remedy.first < ailment.first && ailment.last < remedy.last)
      return remedy.last - ailment.last <= kMostBehindInside && reading_.any(SignalClass::depends) == nullptr;
    const bool before = remedy.first < ailment.first;
    const std::uint32_t away =
        before ? word(ailment.first) - word(remedy.last - 1) : word(remedy.first) - word(ailment.last - 1);
    if (away > (before ? kMostBefore : kMostBehind)) return false;
    return std::ranges::none_of(reading_.signals, [&](const SignalMatch& signal) {
      const bool between = before ? signal.first >= remedy.last && signal.last <= ailment.first
                                  : signal.first >= ailment.last && signal.last <= remedy.first;
      return between && signal.is(SignalClass::raises) && !signal.is(SignalClass::remedy);
    });
  }

  [[nodiscard]] bool mention_of(const Ailment& ailment) const {
    return std::ranges::any_of(reading_.mentions, [&](const Mention* mention) {
      const bool relieves = mention->relation == Relation::prevents || mention->relation == Relation::treats ||
                            mention->relation == Relation::lowers;
      return relieves && !tools_.legal.no_effect.contains(mention->outcome) &&
             mention->polarity == Polarity::affirmed && mention->exposure != Exposure::deficiency &&
             mention->exposure != Exposure::excess && mention->outcome_range.begin < ailment.range.end &&
             ailment.range.begin < mention->outcome_range.end;
    });
  }

  [[nodiscard]] bool less_risk_of(const Ailment& ailment) const {
    return reading_.beside(SignalClass::risk, ailment.first) != nullptr;
  }

  [[nodiscard]] bool may_reduce_risk() const {
    return std::ranges::any_of(reading_.subjects, [&](const std::string& subject) {
      return std::ranges::any_of(tools_.nutrients.of(subject), [&](std::uint32_t i) {
        return tools_.entries[i].basis == LegalBasis::risk_14_1_a &&
               tools_.entries[i].status == ClaimStatus::authorised;
      });
    });
  }

  // An amount or a time of weight loss.
  [[nodiscard]] bool rate() const {
    return std::ranges::any_of(reading_.quantities, [](const Quantity& quantity) {
      return quantity.unit == "kg" || quantity.unit == "[lb_av]" || quantity.unit == "[stone_av]" ||
             quantity.kind == QuantityKind::duration || quantity.kind == QuantityKind::percentage;
    });
  }

  [[nodiscard]] bool fast(const SignalMatch& slimming) const {
    return reading_.beside(SignalClass::fast, slimming.first) != nullptr;
  }

  const ClassTools& tools_;
  const SentenceReading& reading_;
  LawJudgement& judgement_;
};

// The sentence stands in quotation marks, in part or as a whole.
bool has_quotation(const SentenceReading& reading) {
  const std::string_view text = reading.text.substr(reading.range.begin, reading.range.size());
  for (const std::string_view mark : {"\"", "\xe2\x80\x9c", "\xe2\x80\x9e", "\xc2\xab", "\xe2\x80\x98"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

void add_class(LawClass law, LawJudgement& judgement) {
  if (law == judgement.law || std::ranges::find(judgement.also, law) != judgement.also.end()) return;
  if (law < judgement.law) std::swap(law, judgement.law);
  if (law != LawClass::none) {
    judgement.also.push_back(law);
    std::ranges::sort(judgement.also);
  }
}

void classify(const ClassTools& tools, const SentenceReading& reading, bool claims_an_effect, LawJudgement& judgement) {
  if (reading.any(SignalClass::about_claims) != nullptr) {
    judgement.negated = reading.any(SignalClass::negation) != nullptr;
    judgement.quoted = has_quotation(reading);
    if (judgement.negated || judgement.quoted) return;
  }
  Classifier rules(tools, reading, judgement);
  rules.medicinal_words();
  rules.ailments();
  rules.questions();
  rules.risk_factors();
  rules.article_12();
  rules.weaker(claims_an_effect);
  rules.page();
}

}  // namespace claimbase

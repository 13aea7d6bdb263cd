#include "analysis/compliance/law_class.h"

#include <algorithm>

namespace claimbase {
namespace {

// Words between a remedy and its ailment: verbs stand before a list, or behind their object.
constexpr std::uint32_t kMostBefore = 12;
constexpr std::uint32_t kMostBehind = 6;

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
      const SignalMatch* cause = remedy_of(ailment);
      if (cause == nullptr && !mention_of(ailment)) continue;
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
    if (!reading_.question || reading_.ailments.empty()) return;
    const Ailment& first = reading_.ailments.front();
    add_class(LawClass::medicinal, judgement_);
    note(SignalClass::ailment, first.first, first.last);
  }

  void risk_factors() {
    for (const OutcomeWords& outcome : reading_.outcomes) {
      if (!tools_.legal.risk_factor.contains(outcome.named->id) || reading_.denied(outcome.first, outcome.last))
        continue;
      const SignalMatch* lowers = reading_.beside(SignalClass::lowers, outcome.first);
      const bool said = std::ranges::any_of(reading_.mentions, [&](const Mention* mention) {
        return mention->outcome == outcome.named->id && mention->polarity == Polarity::affirmed &&
               (mention->relation == Relation::lowers || mention->relation == Relation::prevents ||
                mention->relation == Relation::treats) &&
               mention->exposure != Exposure::deficiency;
      });
      if (lowers == nullptr && !said) continue;
      if (lowers != nullptr && in_one_effect(outcome, *lowers)) continue;
      add_class(LawClass::disease_risk, judgement_);
      note(SignalClass::lowers, outcome.first, outcome.last);
    }
  }

  void article_12() {
    for (const SignalMatch& signal : reading_.signals) {
      if (signal.is(SignalClass::omission)) found(LawClass::omission, SignalClass::omission, signal);
      if (signal.is(SignalClass::endorsement)) found(LawClass::endorsement, SignalClass::endorsement, signal);
    }
    const bool lacks = std::ranges::any_of(reading_.mentions, [](const Mention* mention) {
      return mention->exposure == Exposure::deficiency && mention->polarity == Polarity::affirmed &&
             mention->relation != Relation::no_effect;
    });
    if (lacks) add_class(LawClass::omission, judgement_);
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
      if (signal.is(SignalClass::study)) note(SignalClass::study, signal.first, signal.last);
    }
  }

  void weaker(bool claims_an_effect) {
    for (const SignalMatch& signal : reading_.signals) {
      if (reading_.denied(signal.first, signal.last)) continue;
      if (signal.is(SignalClass::evidence)) found(LawClass::evidence_reference, SignalClass::evidence, signal);
      if (signal.is(SignalClass::unlisted)) found(LawClass::function, SignalClass::unlisted, signal);
      if (signal.is(SignalClass::general)) found(LawClass::general, SignalClass::general, signal);
      if (signal.is(SignalClass::child) && (claims_an_effect || is_needed(signal)))
        found(LawClass::child, SignalClass::child, signal);
    }
  }

 private:
  // "reduction of the blood glucose rise" is an effect of the register, and lowers nothing beside it.
  [[nodiscard]] bool in_one_effect(const OutcomeWords& outcome, const SignalMatch& lowers) const {
    return std::ranges::any_of(reading_.effects, [&](const EffectMatch& effect) {
      const auto holds = [&](std::uint32_t first, std::uint32_t last) {
        return std::ranges::any_of(effect.units, [&](std::uint32_t unit) { return unit >= first && unit < last; });
      };
      return effect.degree <= Degree::same && holds(outcome.first, outcome.last) && holds(lowers.first, lowers.last);
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
      if (inside || !reading_.together(signal.first, ailment.first)) continue;
      if ((signal.is(SignalClass::remedy) || signal.is(SignalClass::lowers)) && reaches(signal, ailment) &&
          !reading_.denied(signal.first, signal.last))
        return &signal;
      const bool right_before = signal.last <= ailment.first && ailment.first - signal.last <= 1;
      const bool about_something = reading_.fragment || !reading_.subjects.empty() || reading_.named_product;
      if (signal.is(SignalClass::at_ailment) && right_before && about_something) return &signal;
    }
    return nullptr;
  }

  // Near enough, and with nothing between that raises: "helpt bij ..., en een tekort verhoogt het risico op ...".
  [[nodiscard]] bool reaches(const SignalMatch& remedy, const Ailment& ailment) const {
    const auto word = [&](std::uint32_t unit) { return reading_.units[unit].word; };
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
      return relieves && mention->polarity == Polarity::affirmed && mention->exposure != Exposure::deficiency &&
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
      return quantity.unit == "kg" || quantity.unit == "[lb_av]" || quantity.kind == QuantityKind::duration ||
             quantity.kind == QuantityKind::percentage;
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

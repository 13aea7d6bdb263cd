#include "analysis/compliance/sentence_reading.h"

#include <algorithm>

namespace claimbase {
namespace {

constexpr std::uint32_t kMostToLacking = 3;   // units between a lack and what is lacking
constexpr std::uint32_t kMostToNutrient = 2;  // units between "verlies van" and a nutrient
constexpr std::uint32_t kDeniedBehind = 3;  // units behind a verb in which its negation stands: "geneest migraine niet"

// The units that a range of the text holds, half-open.
std::pair<std::uint32_t, std::uint32_t> units_in(std::span<const CopyUnit> units, ByteRange range) {
  const auto first = std::ranges::find_if(units, [&](const CopyUnit& unit) { return unit.range.end > range.begin; });
  const auto last =
      std::find_if(first, units.end(), [&](const CopyUnit& unit) { return unit.range.begin >= range.end; });
  return {static_cast<std::uint32_t>(first - units.begin()), static_cast<std::uint32_t>(last - units.begin())};
}

bool within(std::uint32_t first, std::uint32_t last, const SignalMatch& signal) {
  return signal.first <= first && last <= signal.last;
}

// Whether words of the unit range belong to a wording of an effect that is an entry's own or near to it: the symptoms
// in "reduction of tiredness and fatigue" are no ailments.
bool part_of_effect(const SentenceReading& reading, std::uint32_t first, std::uint32_t last) {
  return std::ranges::any_of(reading.effects, [&](const EffectMatch& effect) {
    return effect.degree <= Degree::same && effect.units.size() > last - first &&
           std::ranges::any_of(effect.units, [&](std::uint32_t unit) { return unit >= first && unit < last; });
  });
}

// "mensen met een nieraandoening": who, and not what.
bool is_population(const SentenceReading& reading, ByteRange range) {
  return std::ranges::any_of(reading.populations, [&](const Quantity& each) {
    if (each.range.begin >= range.begin || each.range.end < range.end) return false;
    // "helps people with ...", "for people with ...": what is said of them.
    return std::ranges::none_of(reading.signals, [&](const SignalMatch& signal) {
      const ByteRange words = reading.range_of(signal.first, signal.last);
      return (signal.is(SignalClass::remedy) || signal.is(SignalClass::at_ailment)) && words.begin < each.range.begin &&
             words.end > each.range.begin;
    });
  });
}

void read_substances(const ReadingTools& tools, const Annotation& annotation, SentenceReading& reading) {
  for (const Item& item : annotation.items) {
    if (item.kind != ItemKind::substance || item.named->kind == ConceptKind::drug || item.suffix) continue;
    if (tools.legal.no_nutrient.contains(item.named->id)) continue;
    const auto [first, last] = units_in(reading.units, annotation.range_of(item));
    if (first == last) continue;
    reading.substances.push_back({item.named, first, last});
    if (std::ranges::find(reading.named, item.named->id) == reading.named.end())
      reading.named.push_back(item.named->id);
  }
}

void read_outcomes(const ReadingTools& tools, const Annotation& annotation, SentenceReading& reading) {
  for (const Item& item : annotation.items) {
    if (item.kind != ItemKind::outcome) continue;
    const ByteRange range = annotation.range_of(item);
    const auto [first, last] = units_in(reading.units, range);
    if (first == last) continue;
    if (reading.units[first].masked || item.named->general || tools.legal.no_effect.contains(item.named->id)) continue;
    if (reading.in_other_sense(first, last)) continue;
    reading.outcomes.push_back({item.named, first, last, range, item.event && item.inverse, item.place});
  }
  for (const OutcomeWords& outcome : reading.outcomes) {
    const bool ailment = outcome.named->kind == ConceptKind::disease || outcome.named->kind == ConceptKind::symptom;
    // "zacht voor de maag" names the complaint that it spares.
    if (!ailment || outcome.spared || tools.legal.no_ailment.contains(outcome.named->id)) continue;
    if (is_population(reading, outcome.range)) continue;
    // "our shake" is no tremor.
    const bool of_product = std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
      return signal.is(SignalClass::product) && within(outcome.first, outcome.last, signal);
    });
    if (!of_product && !part_of_effect(reading, outcome.first, outcome.last))
      reading.ailments.push_back({outcome.first, outcome.last, outcome.range});
  }
}

// "vitamine D-stofwisseling" is no "stofwisseling": the words of an outcome with an effect of its own, or none, are not
// cut short.
void drop_tails_of_outcomes(const ReadingTools& tools, SentenceReading& reading) {
  const auto has = [&](const OutcomeWords& outcome, std::string_view effect) {
    const auto known = tools.concepts.find(outcome.named->id);
    if (known == tools.concepts.end()) return false;
    const ConceptEffects& effects = known->second;
    return std::ranges::find(effects.is, effect) != effects.is.end() ||
           std::ranges::find(effects.near, effect) != effects.near.end();
  };
  std::erase_if(reading.effects, [&](const EffectMatch& effect) {
    return std::ranges::any_of(reading.outcomes, [&](const OutcomeWords& outcome) {
      return outcome.first < effect.units.front() && effect.units.back() < outcome.last && !has(outcome, effect.effect);
    });
  });
}

// Outcomes that no wording covers: effects by their concept.
void add_concept_effects(const ReadingTools& tools, SentenceReading& reading) {
  const std::size_t by_words = reading.effects.size();
  for (const OutcomeWords& outcome : reading.outcomes) {
    const bool covered = std::any_of(
        reading.effects.begin(), reading.effects.begin() + static_cast<std::ptrdiff_t>(by_words),
        [&](const EffectMatch& effect) {
          return std::ranges::any_of(effect.units,
                                     [&](std::uint32_t unit) { return unit >= outcome.first && unit < outcome.last; });
        });
    if (covered) continue;
    EffectMatch match{outcome.named->id, Degree::near, {}, outcome.range};
    for (std::uint32_t unit = outcome.first; unit < outcome.last; ++unit) match.units.push_back(unit);
    const auto known = tools.concepts.find(outcome.named->id);
    if (known != tools.concepts.end() && !known->second.is.empty()) {
      match.effect = known->second.is.front();
      match.degree = Degree::by_concept;
    }
    reading.effects.push_back(std::move(match));
  }
}

void add_ailment_words(SentenceReading& reading) {
  for (const SignalMatch& signal : reading.signals) {
    if (!signal.is(SignalClass::ailment)) continue;
    if (part_of_effect(reading, signal.first, signal.last) || reading.in_other_sense(signal.first, signal.last))
      continue;
    const bool known = std::ranges::any_of(
        reading.ailments, [&](const Ailment& each) { return each.first < signal.last && signal.first < each.last; });
    if (!known) reading.ailments.push_back({signal.first, signal.last, reading.range_of(signal.first, signal.last)});
  }
  std::ranges::sort(reading.ailments, {}, &Ailment::first);
}

void choose_subjects(SentenceReading& reading) {
  reading.subjects = reading.named;
  if (!reading.subjects.empty()) return;
  for (const Mention* mention : reading.mentions) {
    if (std::ranges::find(reading.subjects, mention->substance) == reading.subjects.end())
      reading.subjects.push_back(mention->substance);
  }
  if (reading.subjects.empty() && reading.any(SignalClass::product) == nullptr) reading.subjects = reading.topics;
}

}  // namespace

bool SentenceReading::together(std::uint32_t a, std::uint32_t b) const {
  for (std::uint32_t u = std::min(a, b) + 1; u <= std::max(a, b); ++u) {
    if (units[u].stop) return false;
  }
  return true;
}

bool SentenceReading::denied(std::uint32_t first, std::uint32_t last) const {
  return std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    if (!signal.is(SignalClass::negation) || signal.is(SignalClass::promise) || units[signal.first].masked)
      return false;
    if (signal.first >= last + kDeniedBehind || !together(signal.first, first)) return false;
    for (std::uint32_t u = std::min(signal.first, first) + 1; u <= std::max(signal.first, last - 1); ++u) {
      if (units[u].comma && (u <= first || u >= last)) return false;
    }
    return true;
  });
}

bool SentenceReading::before_nutrient(const SignalMatch& signal) const {
  return std::ranges::any_of(substances, [&](const SubstanceWords& substance) {
    return substance.first >= signal.last && substance.first - signal.last <= kMostToNutrient;
  });
}

bool SentenceReading::in_other_sense(std::uint32_t first, std::uint32_t last) const {
  return std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    if (!within(first, last, signal)) return false;
    return signal.is(SignalClass::other_sense) || (signal.is(SignalClass::amount_of) && before_nutrient(signal));
  });
}

bool SentenceReading::denies_within(std::uint32_t first, std::uint32_t last) const {
  return std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    return signal.is(SignalClass::negation) && signal.first >= first && signal.last <= last;
  });
}

SentenceReading::Clause SentenceReading::clause_of(std::uint32_t first, std::uint32_t last) const {
  Clause clause{first, last, false};
  while (clause.first > 0 && !units[clause.first].comma && !units[clause.first].stop) --clause.first;
  while (clause.last < units.size() && !units[clause.last].comma && !units[clause.last].stop) ++clause.last;
  clause.promises = std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    const bool promises = signal.is(SignalClass::official) || signal.is(SignalClass::adapted) ||
                          signal.is(SignalClass::strong) || signal.is(SignalClass::remedy);
    return promises && !signal.is(SignalClass::lowers) && !units[signal.first].small && signal.last > clause.first &&
           signal.first < clause.last;
  });
  return clause;
}

bool SentenceReading::is_aside(const SignalMatch& signal) const {
  if (signal.is(SignalClass::warning) || signal.is(SignalClass::loss)) return true;
  return signal.is(SignalClass::loss_of) && before_nutrient(signal);
}

bool SentenceReading::set_aside(std::uint32_t first, std::uint32_t last) const {
  const Clause clause = clause_of(first, last);
  return std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    if (!is_aside(signal)) return false;
    const bool here = signal.last > clause.first && signal.first < clause.last;
    return here || (!clause.promises && together(signal.first, first));
  });
}

bool SentenceReading::worsens(std::uint32_t first, std::uint32_t last) const {
  const Clause clause = clause_of(first, last);
  return std::ranges::any_of(signals, [&](const SignalMatch& signal) {
    const bool here = !clause.promises && signal.last > clause.first && signal.first < clause.last;
    // "| Slaap verslechtert | Minder GABA |": what one cell of a row says goes wrong, the next explains.
    return signal.is(SignalClass::worsens) && (here || (row && signal.last <= first));
  });
}

bool SentenceReading::explains_label(std::uint32_t unit) const {
  if (!fragment || heading || row || together(0, unit)) return false;
  return std::ranges::any_of(of_outcomes, [&](ByteRange clause) {
    if (clause.begin == range.begin || units[unit].range.begin >= clause.end) return false;
    return std::ranges::none_of(signals, [&](const SignalMatch& signal) {
      const std::uint32_t at = units[signal.first].range.begin;
      const bool acts = signal.is(SignalClass::remedy) || signal.is(SignalClass::strong) ||
                        signal.is(SignalClass::lowers) || signal.is(SignalClass::raises);
      return acts && at >= clause.begin && at < clause.end;
    });
  });
}

bool SentenceReading::tells_of_lack() const {
  const auto of_lack = [](const Mention* mention) { return mention->exposure == Exposure::deficiency; };
  return !mentions.empty() && std::ranges::all_of(mentions, of_lack);
}

void SentenceReading::take_subjects_of(const SentenceReading& other) {
  named = other.named;
  subjects = other.subjects;
  named_product = other.named_product;
}

const SignalMatch* SentenceReading::beside(SignalClass type, std::uint32_t unit) const {
  const auto found = std::ranges::find_if(
      signals, [&](const SignalMatch& signal) { return signal.is(type) && together(signal.first, unit); });
  return found == signals.end() ? nullptr : &*found;
}

const SignalMatch* SentenceReading::any(SignalClass type) const {
  const auto found = std::ranges::find_if(signals, [&](const SignalMatch& signal) { return signal.is(type); });
  return found == signals.end() ? nullptr : &*found;
}

bool SentenceReading::states_risk() const {
  return named.empty() && !named_product && any(SignalClass::risk_statement) != nullptr;
}

bool SentenceReading::names_complaint() const {
  if (!ailments.empty() || any(SignalClass::harm) != nullptr) return true;
  return std::ranges::any_of(
      outcomes, [](const OutcomeWords& outcome) { return outcome.named->valence == Valence::bad && !outcome.spared; });
}

bool SentenceReading::is_lack_of_nutrient(const SignalMatch& signal) const {
  if (!signal.is(SignalClass::lack) && !signal.is(SignalClass::little)) return false;
  return std::ranges::any_of(substances, [&](const SubstanceWords& substance) {
    if (substance.first >= signal.last) return substance.first - signal.last <= kMostToLacking;
    return signal.is(SignalClass::lack) && signal.first <= substance.last + 1;  // "magnesium deficiency"
  });
}

void read_sentence(const ReadingTools& tools, const Annotation& annotation, SentenceReading& reading) {
  reading.question = annotation.question;
  reading.signals = tools.signals.find(reading.units);
  // What looks like a signal and is none takes the signals within it along.
  std::vector<SignalMatch> harmless;
  std::ranges::copy_if(reading.signals, std::back_inserter(harmless),
                       [](const SignalMatch& signal) { return signal.is(SignalClass::harmless); });
  std::erase_if(reading.signals, [&](const SignalMatch& signal) {
    return std::ranges::any_of(harmless,
                               [&](const SignalMatch& each) { return within(signal.first, signal.last, each); });
  });
  read_substances(tools, annotation, reading);
  ActingUnits acting{std::vector<bool>(reading.units.size()), std::vector<std::uint32_t>(reading.units.size())};
  for (const SignalMatch& signal : reading.signals) {
    const std::uint32_t length = signal.last - signal.first;
    if ((signal.is(SignalClass::official) || signal.is(SignalClass::adapted)) && length > 1 &&
        reading.units[signal.last - 1].small)
      acting.governs[signal.last - 1] = length;
    for (const SignalClass type : {SignalClass::remedy, SignalClass::lowers, SignalClass::raises, SignalClass::strong,
                                   SignalClass::official, SignalClass::adapted}) {
      if (signal.is(type)) std::fill(acting.verbs.begin() + signal.first, acting.verbs.begin() + signal.last, true);
    }
  }
  reading.effects = tools.effects.find(reading.units, acting);
  std::erase_if(reading.effects, [&](const EffectMatch& effect) {
    return reading.in_other_sense(effect.units.front(), effect.units.back() + 1);
  });
  read_outcomes(tools, annotation, reading);
  drop_tails_of_outcomes(tools, reading);
  add_ailment_words(reading);
  add_concept_effects(tools, reading);
  choose_subjects(reading);
  reading.named_product = reading.any(SignalClass::product) != nullptr;
}

}  // namespace claimbase

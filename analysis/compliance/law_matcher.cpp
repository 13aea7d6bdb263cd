#include "analysis/compliance/law_matcher.h"

#include <algorithm>

#include "analysis/compliance/official_texts.h"

namespace claimbase {
namespace {

bool is_kin(const MatchTools& tools, std::string_view effect, std::string_view other) {
  const auto [begin, end] = tools.kin.equal_range(effect);
  return std::any_of(begin, end, [&](const auto& pair) { return pair.second == other; });
}

// The effects that the outcomes in an effect's words are near to.
std::vector<std::string_view> near_effects(const MatchTools& tools, const SentenceReading& reading,
                                           const EffectMatch& effect) {
  std::vector<std::string_view> near;
  for (const OutcomeWords& outcome : reading.outcomes) {
    const bool shared = std::ranges::any_of(
        effect.units, [&](std::uint32_t unit) { return unit >= outcome.first && unit < outcome.last; });
    const auto known = shared ? tools.concepts.find(outcome.named->id) : tools.concepts.end();
    if (known == tools.concepts.end()) continue;
    near.insert(near.end(), known->second.is.begin(), known->second.is.end());
    near.insert(near.end(), known->second.near.begin(), known->second.near.end());
  }
  return near;
}

bool has_normal(std::string_view text) {
  return text.find("norma") != std::string_view::npos;
}

// A strong word that is not the register's own.
bool is_stronger(const SentenceReading& reading, const EffectMatch& effect) {
  return std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
    if (!signal.is(SignalClass::strong) || !reading.together(signal.first, effect.units.front())) return false;
    return std::ranges::none_of(effect.units,
                                [&](std::uint32_t unit) { return unit >= signal.first && unit < signal.last; });
  });
}

bool keeps_normal(const SentenceReading& reading, const EffectMatch& effect) {
  if (reading.units[effect.units.front()].masked) return true;  // the law's words lead it
  return std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
    return signal.is(SignalClass::normal) && signal.first <= effect.units.back() + 1 &&
           reading.together(signal.first, effect.units.front());
  });
}

WordingDistance distance(const MatchTools& tools, const SentenceReading& reading, const EffectMatch& effect,
                         const RegisterEntry& entry, bool same_effect) {
  if (effect.degree == Degree::beyond || is_stronger(reading, effect)) return WordingDistance::stronger;
  const std::string_view official = official_text(entry, tools.language);
  if (has_normal(official.empty() ? std::string_view(entry.claim_en) : official) && !keeps_normal(reading, effect))
    return WordingDistance::normal_dropped;
  const bool official_verb = reading.beside(SignalClass::official, effect.units.front()) != nullptr;
  return same_effect && effect.official_words && official_verb ? WordingDistance::trivial
                                                               : WordingDistance::same_meaning;
}

// Authorised before the others, the effect itself before its kin, those of fewer nutrients before combinations.
struct Candidate {
  std::uint32_t entry = 0;
  int rank = 0;
};

std::optional<Candidate> best_entry(const MatchTools& tools, std::span<const std::uint32_t> entries,
                                    std::string_view effect, ClaimStatus status) {
  std::optional<Candidate> best;
  for (const std::uint32_t i : entries) {
    const RegisterEntry& entry = tools.entries[i];
    if (entry.status != status) continue;
    const std::string_view own = tools.effects.of(i);
    const bool same = own == effect;
    if (!same && (own.empty() || !is_kin(tools, effect, own))) continue;
    const int rank = (same ? 0 : 10) + static_cast<int>(std::min<std::size_t>(entry.concepts.size(), 9));
    if (!best || rank < best->rank) best = Candidate{i, rank};
  }
  return best;
}

// The first authorised entry, of whatever nutrient, with that effect.
std::optional<std::uint32_t> first_authorised(const MatchTools& tools, std::string_view effect) {
  for (std::uint32_t i = 0; i < tools.entries.size(); ++i) {
    if (tools.entries[i].status == ClaimStatus::authorised && tools.effects.of(i) == effect) return i;
  }
  return std::nullopt;
}

RegisterMatch match_for(const MatchTools& tools, const SentenceReading& reading, const EffectMatch& effect,
                        std::string_view nutrient) {
  const std::span<const std::uint32_t> own = tools.nutrients.of(nutrient);
  if (const auto found = best_entry(tools, own, effect.effect, ClaimStatus::authorised)) {
    const RegisterEntry& entry = tools.entries[found->entry];
    return to_match(tools, found->entry, distance(tools, reading, effect, entry, found->rank < 10));
  }
  for (const ClaimStatus status : {ClaimStatus::not_authorised, ClaimStatus::withdrawn, ClaimStatus::on_hold}) {
    if (const auto found = best_entry(tools, own, effect.effect, status)) {
      const bool of_others = status == ClaimStatus::not_authorised && first_authorised(tools, effect.effect);
      return to_match(tools, found->entry, of_others ? WordingDistance::wrong_nutrient : WordingDistance::none);
    }
  }
  for (const std::string_view near : near_effects(tools, reading, effect)) {
    if (const auto found = best_entry(tools, own, near, ClaimStatus::authorised))
      return to_match(tools, found->entry, WordingDistance::other_effect);
  }
  for (const std::string_view near : near_effects(tools, reading, effect)) {
    if (const auto found = best_entry(tools, own, near, ClaimStatus::not_authorised))
      return to_match(tools, found->entry, WordingDistance::none);
  }
  const auto on_hold =
      std::ranges::find_if(own, [&](std::uint32_t i) { return tools.entries[i].status == ClaimStatus::on_hold; });
  if (on_hold != own.end()) return to_match(tools, *on_hold, WordingDistance::none);
  // What others may say: named, so that a reader sees whose effect it is.
  if (const auto others = effect.degree <= Degree::beyond ? first_authorised(tools, effect.effect) : std::nullopt)
    return to_match(tools, *others, WordingDistance::wrong_nutrient);
  return {};
}

bool speaks_of(const Mention& mention, const EffectMatch& effect) {
  return mention.outcome_range.begin < effect.range.end && effect.range.begin < mention.outcome_range.end;
}

// "de regeneratie van de gereduceerde vorm van vitamine E": vitamin E is in the effect, and does not have it.
bool stands_within(const SentenceReading& reading, std::string_view subject, const EffectMatch& effect) {
  bool within = false;
  for (const SubstanceWords& substance : reading.substances) {
    if (substance.named->id != subject) continue;
    if (substance.first < effect.units.front() || substance.last > effect.units.back() + 1) return false;
    within = true;
  }
  return within;
}

// What the effect is said of: by the claims that were read of it, those on what the sentence names first, else all that
// it speaks of.
std::vector<std::string> subjects_of(const SentenceReading& reading, const EffectMatch& effect) {
  std::vector<std::string> named;
  std::vector<std::string> meant;  // "Deze enzymen ...": what the text before speaks of
  for (const Mention* mention : reading.mentions) {
    if (!speaks_of(*mention, effect)) continue;
    const bool here =
        reading.named.empty() || std::ranges::find(reading.named, mention->substance) != reading.named.end();
    std::vector<std::string>& subjects = here ? named : meant;
    if (std::ranges::find(subjects, mention->substance) == subjects.end()) subjects.push_back(mention->substance);
  }
  if (!named.empty()) return named;
  if (!meant.empty()) return meant;
  std::vector<std::string> others = reading.subjects;
  std::erase_if(others, [&](const std::string& subject) { return stands_within(reading, subject, effect); });
  return others.empty() ? reading.subjects : others;
}

// The outcome that the effect's words are, and nothing more; null: none.
const OutcomeWords* outcome_of(const SentenceReading& reading, const EffectMatch& effect) {
  const auto found = std::ranges::find_if(reading.outcomes, [&](const OutcomeWords& outcome) {
    return outcome.first <= effect.units.front() && effect.units.back() < outcome.last;
  });
  return found == reading.outcomes.end() ? nullptr : &*found;
}

// "osteoclasts (bone-resorbing cells)": what the brackets explain has been read. "Magnesium (calming)" says it of
// magnesium, and a list or a verb in brackets says something of its own.
bool is_gloss(const SentenceReading& reading, const EffectMatch& effect) {
  const std::uint32_t bracket = reading.units[effect.units.front()].bracket;
  if (bracket == 0) return false;
  std::uint32_t first = effect.units.front();
  while (first > 0 && reading.units[first - 1].bracket == bracket) --first;
  std::uint32_t last = effect.units.back() + 1;
  while (last < reading.units.size() && reading.units[last].bracket == bracket) ++last;
  const bool list = std::any_of(reading.units.begin() + first + 1, reading.units.begin() + last,
                                [](const CopyUnit& unit) { return unit.comma; });
  const bool verb = std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
    return signal.first >= first && signal.last <= last &&
           (signal.is(SignalClass::official) || signal.is(SignalClass::adapted) || signal.is(SignalClass::strong));
  });
  if (first == 0 || list || verb) return false;
  return std::ranges::any_of(reading.effects, [&](const EffectMatch& each) { return each.units.back() == first - 1; });
}

constexpr std::uint32_t kMostArticles = 2;  // words between "in" and the part of the body: "in al onze cellen"

// "in the muscles", "over het celmembraan": where, and not what.
bool is_where(const SentenceReading& reading, const OutcomeWords& outcome) {
  return outcome.place && std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
           return signal.is(SignalClass::within) && signal.last <= outcome.first &&
                  outcome.first - signal.last <= kMostArticles && reading.together(signal.first, outcome.first);
         });
}

// A verb that brings a benefit: more of what is wanted, less of what is not.
bool benefits(const SignalMatch& signal, const OutcomeWords* outcome) {
  const Valence valence = outcome == nullptr ? Valence::neutral : outcome->named->valence;
  if (valence == Valence::good && signal.is(SignalClass::lowers)) return false;
  if (valence == Valence::bad && signal.is(SignalClass::raises)) return false;
  for (const SignalClass type : {SignalClass::official, SignalClass::adapted, SignalClass::strong, SignalClass::remedy,
                                 SignalClass::lowers, SignalClass::raises}) {
    if (signal.is(type)) return true;
  }
  return false;
}

// "natrium gaat de cel uit, wat belangrijk is voor de vochtbalans": what governs is of what follows it.
bool governs_behind(const SentenceReading& reading, const SignalMatch& signal, std::uint32_t effect) {
  const bool governs = signal.last - signal.first > 1 && reading.units[signal.last - 1].small;
  return governs && effect < signal.first && reading.units[signal.last - 1].word > reading.units[effect].word;
}

}  // namespace

bool claims_effect(const SentenceReading& reading, const EffectMatch& effect) {
  const std::uint32_t first = effect.units.front();
  const std::uint32_t last = effect.units.back() + 1;
  if (reading.states_risk() || reading.denied(first, last) || reading.set_aside(first, last) ||
      reading.worsens(first, last) || is_gloss(reading, effect))
    return false;
  // "depends on the health of the gut", "in people with poor glucose tolerance": a condition, and who.
  const bool conditional = std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
    return signal.is(SignalClass::depends) && signal.last <= first && reading.together(signal.first, first);
  });
  const bool of_people = std::ranges::any_of(reading.populations, [&](const Quantity& each) {
    if (each.range.begin >= effect.range.begin || each.range.end < effect.range.end) return false;
    // "for people with stress" speaks to them.
    return std::ranges::none_of(reading.signals, [&](const SignalMatch& signal) {
      return signal.is(SignalClass::adapted) && signal.last < reading.units.size() &&
             reading.units[signal.last].range.begin == each.range.begin;
    });
  });
  if (conditional || of_people) return false;
  const OutcomeWords* outcome = outcome_of(reading, effect);
  const bool unwanted = outcome != nullptr && outcome->named->valence == Valence::bad;
  // A lack that harms is Article 12's; no effect is claimed where none is said to be.
  bool said = false;
  bool harmed = false;
  for (const Mention* mention : reading.mentions) {
    if (!speaks_of(*mention, effect)) continue;
    if (mention->polarity == Polarity::negated || mention->relation == Relation::no_effect ||
        mention->exposure == Exposure::deficiency || mention->exposure == Exposure::excess)
      return false;
    const bool harms = unwanted && mention->relation == Relation::raises;
    harmed = harmed || harms;
    said = said || !harms;
  }
  if (said) return true;
  if (harmed || reading.explains_label(first) || reading.tells_of_lack() ||
      (outcome != nullptr && is_where(reading, *outcome)))
    return false;
  // What nobody wants, and nothing beside it that would act on it: no promise.
  const bool of_lack = reading.any(SignalClass::lack) != nullptr;
  if (reading.fragment && !of_lack && (!unwanted || !reading.named.empty())) return true;
  return std::ranges::any_of(reading.signals, [&](const SignalMatch& signal) {
    return benefits(signal, outcome) && reading.together(signal.first, first) &&
           !governs_behind(reading, signal, first);
  });
}

bool offers_what_is_asked(const SentenceReading& question, const SentenceReading& answer) {
  if (question.effects.empty() || !question.substances.empty() || !answer.effects.empty()) return false;
  if (answer.units.empty() || (answer.named.empty() && !answer.named_product)) return false;
  for (const SignalClass type : {SignalClass::negation, SignalClass::warning, SignalClass::professional}) {
    if (answer.any(type) != nullptr) return false;
  }
  return std::ranges::any_of(answer.signals, [](const SignalMatch& signal) {
    return signal.is(SignalClass::offer) || signal.is(SignalClass::remedy) || signal.is(SignalClass::adapted);
  });
}

bool asks_for_effect(const SentenceReading& question, const EffectMatch& effect) {
  const std::uint32_t first = effect.units.front();
  const std::uint32_t last = effect.units.back() + 1;
  return !question.denied(first, last) && !question.set_aside(first, last) && !is_gloss(question, effect);
}

RegisterMatch to_match(const MatchTools& tools, std::uint32_t entry, WordingDistance wording) {
  const RegisterEntry& held = tools.entries[entry];
  RegisterMatch match;
  match.entry = held.id;
  match.legal_basis = to_string(held.basis);
  match.status = to_string(held.status);
  match.regulation = held.regulation;
  match.official = official_text(held, tools.language);
  match.language = tools.language;
  if (match.official.empty()) {
    match.official = held.claim_en;
    match.language = "en";
  }
  match.wording = wording;
  return match;
}

std::vector<RegisterMatch> match_effect(const MatchTools& tools, const SentenceReading& reading,
                                        const EffectMatch& effect) {
  std::vector<RegisterMatch> matches;
  const bool of_product = reading.subjects.empty() || (reading.named_product && reading.named.empty());
  if (of_product) {
    const auto entry = first_authorised(tools, effect.effect);
    matches.push_back(entry ? to_match(tools, *entry, WordingDistance::product) : RegisterMatch());
  } else {
    for (const std::string& nutrient : subjects_of(reading, effect)) {
      matches.push_back(match_for(tools, reading, effect, nutrient));
      matches.back().nutrient = nutrient;
    }
  }
  for (RegisterMatch& match : matches) {
    match.effect = effect.effect;
    match.range = effect.range;
  }
  return matches;
}

}  // namespace claimbase

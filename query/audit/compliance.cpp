#include "query/audit/compliance.h"

#include <algorithm>

#include "analysis/compliance/conditions.h"
#include "analysis/compliance/entry_effects.h"
#include "analysis/compliance/nutrient_index.h"
#include "analysis/language/quantity.h"
#include "analysis/language/unicode.h"
#include "query/audit/indexed_mentions.h"
#include "query/audit/source_judge.h"

namespace claimbase {
namespace {

// What the index says of the substance and the effect's outcomes, as a claim that it supports them.
std::optional<SourceJudgement> evidence_for(IndexedMentionReader& reader, const Vocabulary& vocabulary,
                                            std::string_view substance, std::string_view effect) {
  std::vector<IndexedMention> mentions;
  CopyClaim claim;
  for (const std::string_view outcome : outcomes_of_effect(effect)) {
    std::ranges::move(reader.read(substance, outcome), std::back_inserter(mentions));
    const Concept* found = vocabulary.find(ConceptScheme::outcome, outcome);
    if (found == nullptr) continue;
    claim.valence = found->valence;
    claim.claim.outcome = outcome;
  }
  if (claim.claim.outcome.empty()) return std::nullopt;
  claim.claim.substance = substance;
  // A complaint is lowered, all else supported.
  claim.claim.relation = claim.valence == Valence::bad ? "lowers" : "supports";
  claim.claim.certainty = "hedged";  // "contributes to the normal ..."
  return judge_by_sources(claim, mentions, reader);
}

}  // namespace

const Concept* substance_named(const Vocabulary& vocabulary, std::string_view name) {
  if (const Concept* by_id = vocabulary.find(ConceptScheme::substance, name)) return by_id;
  const std::string folded = fold_alphanumeric(name);
  const auto labelled = [&](const Concept& each) {
    return each.scheme == ConceptScheme::substance && std::ranges::any_of(each.labels, [&](const Label& label) {
             return label.kind <= Label::Kind::hidden && fold_alphanumeric(label.text) == folded;
           });
  };
  const auto found =
      folded.empty() ? vocabulary.concepts().end() : std::ranges::find_if(vocabulary.concepts(), labelled);
  return found == vocabulary.concepts().end() ? nullptr : &*found;
}

std::optional<StatedDose> dose_of(std::string_view typed, std::string_view substance) {
  for (const Quantity& quantity : find_quantities(typed, {0, static_cast<std::uint32_t>(typed.size())}, "nl")) {
    if (quantity.kind != QuantityKind::dose) continue;
    return StatedDose{std::string(substance), quantity.low, quantity.unit.substr(0, quantity.unit.find('/')),
                      std::string(typed), 0};
  }
  return std::nullopt;
}

ComplianceAnswer comply(std::span<const RegisterEntry> entries, const Vocabulary& vocabulary, const Concept& substance,
                        std::string_view dose, const Database* index) {
  ComplianceAnswer answer{substance.id,
                          std::string(substance.preferred_label("nl")),
                          std::string(substance.preferred_label("en")),
                          std::string(dose),
                          {},
                          {},
                          {}};
  std::vector<StatedDose> doses;
  if (const std::optional<StatedDose> stated = dose_of(dose, substance.id)) doses.push_back(*stated);
  const CopyStatements copy{doses, {}};
  const std::vector<std::string_view> effects = effects_of(entries);
  std::optional<IndexedMentionReader> reader;
  if (index != nullptr) reader.emplace(*index);
  const NutrientIndex nutrients(entries, vocabulary);
  for (const std::uint32_t i : nutrients.of(substance.id)) {
    ComplianceEntry made{&entries[i], {}, std::nullopt};
    if (reader) made.evidence = evidence_for(*reader, vocabulary, substance.id, effects[i]);
    switch (entries[i].status) {
      case ClaimStatus::authorised:
        made.conditions = check_conditions(entries[i], copy, vocabulary);
        answer.authorised.push_back(std::move(made));
        break;
      case ClaimStatus::on_hold:
        answer.on_hold.push_back(std::move(made));
        break;
      case ClaimStatus::not_authorised:
      case ClaimStatus::withdrawn:
        answer.refused.push_back(std::move(made));
        break;
    }
  }
  return answer;
}

}  // namespace claimbase

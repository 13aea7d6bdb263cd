#include "query/audit/overstatement.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string_view>

#include "analysis/language/quantity.h"
#include "query/audit/source_judge.h"
#include "query/population.h"

namespace claimbase {
namespace {

using Sources = std::vector<const IndexedMention*>;

constexpr double kSameDose = 1.25;     // a dose within a quarter of another counts as the same
constexpr double kLargerEffect = 1.1;  // what rounding explains is no larger effect

template <class Test>
bool every_link(const Sources& sourced, const Test& test) {
  return std::ranges::all_of(
      sourced, [&](const IndexedMention* mention) { return std::ranges::all_of(mention->stored->links, test); });
}

// The design of the study behind a link: of the work or, where there is none, as the words name it.
std::string_view design_of(const IndexedLink& item) {
  if (item.reference) return item.reference->study_design;
  return item.attribution ? std::string_view(item.attribution->study_design) : std::string_view();
}

bool is_observational(const IndexedLink& item) {
  return is_observation(design_of(item));
}

bool is_not_human(const IndexedLink& item) {
  const std::string_view design = design_of(item);
  return design == "animal" || design == "in-vitro";
}

bool is_cure(std::string_view relation) {
  return relation == "prevents" || relation == "treats";
}

bool is_causal(std::string_view relation) {
  return relation != "affects" && relation != "no-effect";
}

std::optional<Overstatement> association(const CopyClaim& copy, const Sources& sourced) {
  if (!is_causal(copy.claim.relation) || copy.claim.certainty == "hedged") return std::nullopt;
  const bool only_linked = std::ranges::all_of(sourced, [](const IndexedMention* mention) {
    return mention->claim.relation == "affects" && mention->claim.certainty == "hedged";
  });
  if (only_linked)
    return Overstatement{"evidence.overstated.association-as-cause", "the sources name a link and no direction"};
  if (!copy.names_observation && every_link(sourced, is_observational))
    return Overstatement{"evidence.overstated.association-as-cause",
                         "all sources observe and none intervenes (cohorts, case-control and cross-sectional studies)"};
  return std::nullopt;
}

std::optional<Overstatement> cure(const CopyClaim& copy, const Sources& sourced) {
  if (!is_cure(copy.claim.relation)) return std::nullopt;
  const bool as_strong =
      std::ranges::any_of(sourced, [](const IndexedMention* mention) { return is_cure(mention->claim.relation); });
  if (as_strong) return std::nullopt;
  std::set<std::string> said;
  for (const IndexedMention* mention : sourced) said.insert(mention->claim.relation);
  std::string relations;
  for (const std::string& each : said) relations += (relations.empty() ? "" : ", ") + each;
  return Overstatement{"evidence.overstated.reduces-as-prevents",
                       fmt::format("the copy says {}, the sources no more than: {}", copy.claim.relation, relations)};
}

std::optional<Overstatement> hedge(const CopyClaim& copy, const Sources& sourced) {
  if (copy.claim.certainty == "hedged") return std::nullopt;
  const bool all_hedged =
      std::ranges::all_of(sourced, [](const IndexedMention* mention) { return mention->claim.certainty == "hedged"; });
  if (!all_hedged) return std::nullopt;
  return Overstatement{"evidence.overstated.hedge-dropped",
                       "every source says it with reserve (may, possibly), the copy without"};
}

// Quantities of a kind: of the copy, and of the sources that have any.
std::vector<const Quantity*> stated(const CopyClaim& copy, QuantityKind kind) {
  std::vector<const Quantity*> found;
  for (const Quantity& each : copy.quantities) {
    if (each.kind == kind) found.push_back(&each);
  }
  return found;
}

std::vector<const IndexedQuantity*> found_in(const IndexedMention& mention, QuantityKind kind) {
  std::vector<const IndexedQuantity*> found;
  for (const IndexedQuantity& each : mention.stored->quantities) {
    if (each.kind == to_string(kind)) found.push_back(&each);
  }
  return found;
}

std::string_view without_rate(std::string_view unit) {
  return unit.substr(0, unit.find('/'));
}

// In milligrams; nothing for units of another sort.
std::optional<double> milligrams(double value, std::string_view unit) {
  const std::string_view base = without_rate(unit);
  if (base == "mg") return value;
  if (base == "g") return value * 1000;
  if (base == "ug") return value / 1000;
  return std::nullopt;
}

bool same_amount(const Quantity& copy, const IndexedQuantity& source) {
  const std::optional<double> low = milligrams(copy.low, copy.unit);
  const std::optional<double> source_low = milligrams(source.low, source.unit);
  if (!low || !source_low) {
    if (without_rate(copy.unit) != without_rate(source.unit)) return true;  // nothing to compare
    return copy.high * kSameDose >= source.low && copy.low <= source.high * kSameDose;
  }
  const double high = *milligrams(copy.high, copy.unit);
  return high * kSameDose >= *source_low && *low <= *milligrams(source.high, source.unit) * kSameDose;
}

// "dropped" where every source has one and the copy none; "changed" where no source has one like the copy's.
std::optional<Overstatement> condition(const CopyClaim& copy, const Sources& sourced, QuantityKind kind,
                                       std::string_view rule, std::string_view name,
                                       const std::function<bool(const Quantity&, const IndexedQuantity&)>& same) {
  const std::vector<const Quantity*> own = stated(copy, kind);
  std::string first;
  bool all_have = true;
  bool fits = false;
  for (const IndexedMention* mention : sourced) {
    const std::vector<const IndexedQuantity*> theirs = found_in(*mention, kind);
    all_have = all_have && !theirs.empty();
    if (theirs.empty()) fits = true;  // said without: nothing is changed
    for (const IndexedQuantity* each : theirs) {
      if (first.empty()) first = each->printed;
      fits = fits || std::ranges::any_of(own, [&](const Quantity* one) { return same(*one, *each); });
    }
  }
  if (own.empty() && all_have)
    return Overstatement{std::string(rule), fmt::format("every source gives a {} ({}), the copy none", name, first)};
  if (!own.empty() && !fits)
    return Overstatement{std::string(rule), fmt::format("no source has the copy's {}; the nearest is {}", name, first)};
  return std::nullopt;
}

std::optional<Overstatement> dose(const CopyClaim& copy, const Sources& sourced) {
  return condition(copy, sourced, QuantityKind::dose, "evidence.overstated.dose-changed", "dose", same_amount);
}

std::optional<Overstatement> duration(const CopyClaim& copy, const Sources& sourced) {
  return condition(copy, sourced, QuantityKind::duration, "evidence.overstated.duration-changed", "duration",
                   [](const Quantity& one, const IndexedQuantity& other) {
                     return one.unit != other.unit ||
                            (one.high * kSameDose >= other.low && one.low <= other.high * kSameDose);
                   });
}

std::optional<Overstatement> population(const CopyClaim& copy, const Sources& sourced) {
  return condition(copy, sourced, QuantityKind::population, "evidence.overstated.population-changed", "population",
                   [](const Quantity& one, const IndexedQuantity& other) {
                     return population_name(one.unit).group == population_name(other.unit).group;
                   });
}

std::optional<Overstatement> larger_effect(const CopyClaim& copy, const Sources& sourced) {
  double own = 0;
  for (const Quantity* each : stated(copy, QuantityKind::percentage)) own = std::max(own, each->high);
  double theirs = 0;
  std::string printed;
  for (const IndexedMention* mention : sourced) {
    for (const IndexedQuantity* each : found_in(*mention, QuantityKind::percentage)) {
      if (each->high > theirs) printed = each->printed;
      theirs = std::max(theirs, each->high);
    }
  }
  if (own == 0 || theirs == 0 || own <= theirs * kLargerEffect) return std::nullopt;
  return Overstatement{"evidence.overstated.larger-effect",
                       fmt::format("the copy says {} %, no source more than {}", own, printed)};
}

std::optional<Overstatement> single_study(const CopyClaim& copy, const Sources& sourced) {
  if (!copy.claims_consensus) return std::nullopt;
  std::set<std::string> works;
  bool pooled = false;
  for (const IndexedMention* mention : sourced) {
    for (const IndexedLink& item : mention->stored->links) {
      const std::string_view design = design_of(item);
      pooled = pooled || design == "meta-analysis" || design == "systematic-review" || design == "guideline";
      // "clinical studies support": which and how many is not said
      pooled = pooled || (!item.reference && (!item.attribution || !item.attribution->specific));
      works.insert(item.reference ? item.reference->id : mention->stored->article.path + mention->stored->sentence);
    }
  }
  if (pooled || works.size() > 1) return std::nullopt;
  return Overstatement{"evidence.overstated.single-study-as-consensus",
                       "the copy speaks for science, the index holds one study"};
}

std::optional<Overstatement> not_human(const CopyClaim& copy, const Sources& sourced) {
  if (copy.names_no_humans || !every_link(sourced, is_not_human)) return std::nullopt;
  return Overstatement{"evidence.overstated.animal-or-in-vitro-as-human",
                       "all sources are studies in animals or in cells, which the copy does not say"};
}

std::optional<Overstatement> retracted(const CopyClaim&, const Sources& sourced) {
  const bool all = every_link(
      sourced, [](const IndexedLink& item) { return item.reference && item.reference->notice == "retraction"; });
  if (!all) return std::nullopt;
  return Overstatement{"evidence.overstated.retracted-only", "every work that it rests on has been retracted"};
}

}  // namespace

bool is_observation(std::string_view design) {
  return design == "cohort" || design == "case-control" || design == "cross-sectional" || design == "observational" ||
         design == "case-report";
}

std::vector<Overstatement> overstatements(const CopyClaim& copy, const std::vector<const IndexedMention*>& sourced) {
  std::vector<Overstatement> found;
  for (const auto& rule :
       {association, cure, hedge, dose, duration, population, larger_effect, single_study, not_human, retracted}) {
    if (std::optional<Overstatement> each = rule(copy, sourced)) found.push_back(std::move(*each));
  }
  return found;
}

}  // namespace claimbase

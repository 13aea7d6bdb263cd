// Publication types and MeSH headings.
#include <algorithm>
#include <stdexcept>
#include <string>
#include <unordered_map>

#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

using Terms = std::unordered_map<std::string, StudyDesign>;

struct Table {
  Terms type;
  Terms vague;
  Terms mesh;
  Terms beings;
};

Table load() {
  Table table;
  for (const auto& row : tsv_rows(resource("bibliography/design_terms.tsv"))) {
    const auto design = row.size() < 3 ? StudyDesign::unknown : study_design_from_string(row[2]);
    Terms* terms = row[0] == "type"     ? &table.type
                   : row[0] == "vague"  ? &table.vague
                   : row[0] == "mesh"   ? &table.mesh
                   : row[0] == "beings" ? &table.beings
                                        : nullptr;
    if (terms == nullptr || design == StudyDesign::unknown)
      throw std::logic_error("bibliography/design_terms.tsv: bad row " + std::string(row[0]));
    terms->emplace(fold(row[1]), design);
  }
  return table;
}

const Table& table() {
  static const Table made = load();
  return made;
}

StudyDesign design_in(const Terms& terms, std::span<const std::string> names) {
  auto best = StudyDesign::unknown;
  for (const auto& name : names) {
    if (const auto found = terms.find(fold(name)); found != terms.end()) best = stronger(best, found->second);
  }
  return best;
}

// "*Hypertension/drug therapy" without star and qualifiers; also "Hypertension [D006973]".
std::string heading_of(std::string_view mesh) {
  mesh = scan::trim(mesh.substr(0, mesh.find_first_of("/[")), "*");
  return fold(mesh);
}

StudyDesign design_by_headings(std::span<const std::string> mesh) {
  auto best = StudyDesign::unknown;
  bool animals = false;
  bool humans = false;
  for (const auto& each : mesh) {
    const auto heading = heading_of(each);
    if (const auto found = table().mesh.find(heading); found != table().mesh.end())
      best = stronger(best, found->second);
    animals = animals || table().beings.contains(heading);
    humans = humans || heading == "humans";
  }
  return animals && !humans ? StudyDesign::animal : best;
}

}  // namespace

StudyDesign study_design_of(const DesignFacts& facts) {
  const auto given = design_in(table().type, facts.publication_types);
  const auto by_headings = design_by_headings(facts.mesh);
  if (given != StudyDesign::unknown) {
    const bool trial = given == StudyDesign::randomised_trial || given == StudyDesign::controlled_trial;
    return trial && by_headings == StudyDesign::animal ? by_headings : given;
  }
  const auto vague = design_in(table().vague, facts.publication_types);
  const auto by_title = study_design_of(facts.title);
  // What a review is about it did not do itself: "Fish oil in rats: a review".
  if (vague == StudyDesign::narrative_review) {
    const bool better = by_title == StudyDesign::meta_analysis || by_title == StudyDesign::systematic_review ||
                        by_title == StudyDesign::guideline;
    return better ? by_title : vague;
  }
  const auto told = stronger(by_headings, by_title);
  return told == StudyDesign::unknown ? vague : told;
}

}  // namespace claimbase

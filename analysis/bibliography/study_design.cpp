#include "analysis/bibliography/study_design.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "analysis/bibliography/scan.h"
#include "analysis/language/resources.h"

namespace claimbase {

namespace {

struct DesignRow {
  StudyDesign design;
  std::string_view name;
  int level;  // OCEBM 2011, treatment question
};

// In the order in which cues win where a text has several: a meta-analysis of cohorts is a meta-analysis, a controlled
// trial in rats is animal work.
constexpr std::array kDesigns{
    DesignRow{StudyDesign::meta_analysis, "meta-analysis", 1},
    DesignRow{StudyDesign::systematic_review, "systematic-review", 1},
    DesignRow{StudyDesign::regulation, "regulation", 0},
    DesignRow{StudyDesign::animal, "animal", 5},
    DesignRow{StudyDesign::in_vitro, "in-vitro", 5},
    DesignRow{StudyDesign::randomised_trial, "randomised-trial", 2},
    DesignRow{StudyDesign::controlled_trial, "controlled-trial", 3},
    DesignRow{StudyDesign::case_control, "case-control", 4},
    DesignRow{StudyDesign::cohort, "cohort", 3},
    DesignRow{StudyDesign::cross_sectional, "cross-sectional", 4},
    DesignRow{StudyDesign::case_report, "case-report", 4},
    DesignRow{StudyDesign::guideline, "guideline", 5},
    DesignRow{StudyDesign::narrative_review, "narrative-review", 5},
    DesignRow{StudyDesign::clinical_study, "clinical-study", 3},
    DesignRow{StudyDesign::observational, "observational", 3},
};

NameIndex load_phrases() {
  NameIndex index;
  for (const auto& row : tsv_rows(resource("bibliography/study_designs.tsv"))) {
    if (row.size() < 3) continue;
    const auto found = std::ranges::find(kDesigns, row[0], &DesignRow::name);
    if (found != kDesigns.end()) index.add(scan::trim(row[2]), static_cast<std::uint32_t>(found - kDesigns.begin()));
  }
  return index;
}

const NameIndex& phrases() {
  static const NameIndex index = load_phrases();
  return index;
}

StudyDesign strongest(const std::vector<NameHit>& hits) {
  const auto best = std::ranges::min_element(hits, {}, &NameHit::id);
  return best == hits.end() ? StudyDesign::unknown : kDesigns[best->id].design;
}

}  // namespace

std::string_view to_string(StudyDesign design) {
  const auto found = std::ranges::find(kDesigns, design, &DesignRow::design);
  return found == kDesigns.end() ? "unknown" : found->name;
}

StudyDesign study_design_from_string(std::string_view name) {
  const auto found = std::ranges::find(kDesigns, name, &DesignRow::name);
  return found == kDesigns.end() ? StudyDesign::unknown : found->design;
}

int ocebm_level(StudyDesign design) {
  const auto found = std::ranges::find(kDesigns, design, &DesignRow::design);
  return found == kDesigns.end() ? 0 : found->level;
}

StudyDesign stronger(StudyDesign one, StudyDesign other) {
  const auto rank = [](StudyDesign design) { return std::ranges::find(kDesigns, design, &DesignRow::design); };
  return rank(one) <= rank(other) ? one : other;
}

StudyDesign study_design_of(std::string_view text) {
  return strongest(phrases().find_all(text));
}

StudyDesign study_design_of(std::span<const FoldedWord> words) {
  return strongest(phrases().find_all(words));
}

}  // namespace claimbase

#include <algorithm>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"

namespace claimbase {

namespace {

bool is_authority(const OrganisationHit& hit) {
  return !hit.range.empty() && hit.kind == OrganisationKind::authority;
}

// "EFSA Panel on Dietetic Products": the name may go on.
bool speaks(const Author& author) {
  return is_authority(organisation_at_start(author.literal));
}

// "EFSA Journal" is a journal, so here the name must be all.
bool is_of_authority(std::string_view place) {
  const auto name = scan::trim(place, ".,;");
  const auto hit = organisation_at_start(name);
  return is_authority(hit) && hit.range.end == name.size();
}

}  // namespace

StudyDesign authority_opinion(const Reference& work) {
  const bool own = work.authors.empty() ? is_of_authority(work.container_title) || is_of_authority(work.publisher)
                                        : std::ranges::all_of(work.authors, speaks);
  return own ? StudyDesign::guideline : StudyDesign::unknown;
}

StudyDesign design_of(const Reference& work) {
  for (const std::string& text : {work.title, work.container_title}) {
    if (const auto design = study_design_of(text); design != StudyDesign::unknown) return design;
  }
  return authority_opinion(work);
}

}  // namespace claimbase

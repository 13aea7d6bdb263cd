#include "analysis/citation/attribution.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/citation/attribution_parts.h"
#include "analysis/citation/attribution_triggers.h"

namespace claimbase {

namespace {

void widen(ByteRange& range, ByteRange part) {
  if (range.empty()) {
    range = part;
  } else {
    range = {std::min(range.begin, part.begin), std::max(range.end, part.end)};
  }
}

// "Studies tonen aan", "research has found": a study word with a verb of reporting close behind it.
std::optional<ByteRange> generic_report(const SentenceView& view) {
  constexpr std::size_t kNear = 40;
  for (const auto& study : view.studies) {
    for (const auto& report : view.reports) {
      if (report.range.begin >= study.range.end && report.range.begin - study.range.end <= kNear) {
        return ByteRange{study.range.begin, report.range.end};
      }
    }
  }
  return std::nullopt;
}

bool is_single_case(const SentenceView& view) {
  return !find_cues(view, AttributionCue::single_case).empty() &&
         study_design_of(view.words) == StudyDesign::case_report;
}

bool is_question(std::string_view sentence) {
  const auto body = scan::trim(sentence, "\"')]");
  return !body.empty() && body.back() == '?';
}

}  // namespace

std::optional<AttributionHit> find_attribution(std::string_view sentence) {
  constexpr std::size_t kLongest = 4000;  // a longer "sentence" is a table or a list run together
  sentence = sentence.substr(0, kLongest);
  if (is_question(sentence) || !may_attribute(sentence)) return std::nullopt;
  const SentenceView view = view_of(sentence);
  if (!find_cues(view, AttributionCue::disclaimer).empty()) return std::nullopt;
  AttributionHit hit;
  auto& attribution = hit.attribution;
  bool by_authority = false;
  if (const auto act = named_regulation(view)) {
    attribution.organisation = "EU";
    attribution.year = act->year;
    attribution.design = StudyDesign::regulation;
    widen(hit.range, act->range);
  }
  if (const auto journal = named_journal(view)) {
    attribution.journal = journal->name;
    widen(hit.range, journal->range);
  }
  if (const auto organisation = named_organisation(view); organisation && attribution.organisation.empty()) {
    attribution.organisation = organisation->name;
    by_authority = organisation->authority;
    widen(hit.range, organisation->range);
  }
  if (const auto authors = named_authors(view)) {
    attribution.authors = authors->name;
    widen(hit.range, authors->range);
  }
  if (const auto year = year_of_study(view, hit.range); year && !attribution.year) {
    attribution.year = year->year;
    widen(hit.range, year->range);
  }
  attribution.specific = !hit.range.empty();
  if (is_single_case(view)) {
    attribution.specific = true;
    widen(hit.range, {0, static_cast<std::uint32_t>(sentence.size())});
  }
  if (!attribution.specific) {
    const auto report = generic_report(view);
    if (!report) return std::nullopt;
    hit.range = *report;
  }
  if (attribution.design == StudyDesign::unknown) attribution.design = study_design_of(view.words);
  // What an authority says, where the sentence names no study, is its opinion.
  if (attribution.design == StudyDesign::unknown && by_authority && attribution.journal.empty() &&
      attribution.authors.empty() && view.studies.empty())
    attribution.design = StudyDesign::guideline;
  return hit;
}

}  // namespace claimbase

#include <fmt/format.h>

#include <ostream>

#include "query/evidence.h"
#include "schema/position.h"

namespace claimbase {
namespace {

const char* level_name(int level) {
  switch (level) {
    case 1:
      return "Level 1, systematic reviews and meta-analyses";
    case 2:
      return "Level 2, randomised trials";
    case 3:
      return "Level 3, controlled studies without randomisation, cohorts";
    case 4:
      return "Level 4, case series, case-control and historical studies";
    case 5:
      return "Level 5, reasoning from mechanism, opinion";
    default:
      return "Level unknown";
  }
}

void print_counts(std::ostream& out, const Paint& paint, const EvidenceCounts& counts) {
  out << counted(counts.mentions, "mention") << " in " << counted(counts.articles, "article") << ": "
      << counts.supporting << " for";
  if (counts.hedged > 0) out << fmt::format(" ({} hedged)", counts.hedged);
  const auto apart = [&](std::int64_t count, std::string_view what) {
    if (count > 0) out << ", " << paint.warning(fmt::format("{} {}", count, what));
  };
  apart(counts.denied, "deny it");
  apart(counts.no_effect, "find no effect");
  apart(counts.opposite, "say the other way");
  out << '\n';
}

// "magnesium prevents hypertension (hedged)"
std::string claims_of(const EvidencePlace& place) {
  std::string claims;
  for (const MentionSummary& mention : place.mentions) claims += (claims.empty() ? "" : "; ") + claim_line(mention);
  return claims;
}

void print_place(std::ostream& out, const Paint& paint, const EvidencePlace& place, const std::string& indent) {
  out << indent << paint.strong(position_of(place.article, place.format, place.line));
  if (!place.link.empty()) {
    const std::string marker = place.marker.empty() ? "" : " [" + place.marker + "]";
    out << "  " << paint.quiet(fmt::format("by {}{}, weight {:.1f}", place.link, marker, place.weight));
  }
  if (place.stance != Stance::supporting) out << "  " << paint.warning(to_string(place.stance));
  out << '\n' << indent << "  " << one_line(place.sentence) << '\n';
  out << indent << "  " << paint.quiet("claim: " + claims_of(place)) << '\n';
  if (place.quantities.empty()) return;
  std::string quantities;
  for (const std::string& each : place.quantities) quantities += (quantities.empty() ? "" : "; ") + one_line(each);
  out << indent << "  " << paint.quiet("with: " + quantities) << '\n';
}

void print_cited(std::ostream& out, const Paint& paint, const std::vector<CitedWork>& cited) {
  int level = -1;
  for (const CitedWork& each : cited) {
    if (each.work.record.level != level) {
      level = each.work.record.level;
      out << '\n' << paint.strong(level_name(level)) << '\n';
    }
    out << "  " << citation_line(each.work) << "\n    "
        << paint.quiet(design_line(each.work.record.study_design, level) + "; " + each.work.record.id) << '\n';
    const std::string notice = notice_line(each.work);
    if (!notice.empty()) out << "    " << paint.warning(notice) << '\n';
    for (const EvidencePlace& place : each.places) print_place(out, paint, place, "    ");
  }
}

void print_untraceable(std::ostream& out, const Paint& paint, const std::vector<Untraceable>& sources) {
  if (sources.empty()) return;
  out << '\n' << paint.strong("Untraceable: named in the text, in no reference list") << '\n';
  for (const Untraceable& source : sources) {
    const std::string candidates = candidates_line(source.attribution.candidates);
    const bool named = source.kind == "attribution" || source.kind == "author-year" || !candidates.empty();
    out << "  "
        << paint.warning(named ? attribution_line(source.attribution) : "a citation that leads to no reference");
    if (!candidates.empty()) out << "  " << paint.warning("ambiguous: " + one_line(candidates));
    if (!source.words.empty()) out << "  " << paint.quiet("“" + source.words + "”");
    out << '\n';
    print_place(out, paint, source.place, "    ");
  }
}

}  // namespace

void print_evidence(std::ostream& out, const Paint& paint, const EvidenceResult& result) {
  out << paint.strong(result.understood) << '\n';
  print_counts(out, paint, result.counts);
  if (!result.other_relations.empty()) {
    std::string relations;
    for (const std::string& relation : result.other_relations) relations += (relations.empty() ? "" : ", ") + relation;
    out << paint.quiet("with mentions that read: " + relations) << '\n';
  }
  print_cited(out, paint, result.cited);
  print_untraceable(out, paint, result.untraceable);
  if (result.bare.empty()) return;
  out << '\n' << paint.strong("No evidence given") << '\n';
  for (const EvidencePlace& place : result.bare) print_place(out, paint, place, "  ");
}

}  // namespace claimbase

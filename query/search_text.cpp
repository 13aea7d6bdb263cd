#include <ostream>
#include <utility>

#include "query/search.h"
#include "schema/position.h"

namespace claimbase {
namespace {

constexpr std::size_t kTitleLength = 72;

void print_hit(std::ostream& out, const Paint& paint, const SearchResult::Hit& hit) {
  const SentencePlace& place = hit.place;
  out << '\n'
      << paint.strong(position_of(place.article, place.format, place.line)) << "  "
      << shortened(place.title, kTitleLength);
  if (!place.date.empty()) out << " (" << one_line(place.date) << ")";
  if (place.role != "content") out << "  " << paint.quiet("[" + place.role + "]");
  out << "\n  " << paint.hits(hit.marked_text) << '\n';
  const bool heading_counts = hit.marked_heading.find(kHitBegin) != std::string::npos;
  if (heading_counts) out << "  under: " << paint.hits(hit.marked_heading) << '\n';
  for (const MentionSummary& mention : place.mentions) out << "  claim: " << one_line(claim_line(mention)) << '\n';
  for (const ReferenceSummary& reference : place.references) {
    out << "  cites: ";
    if (reference.number > 0) out << '[' << reference.number << "] ";
    out << one_line(short_name(reference)) << "  " << shortened(reference.title, kTitleLength) << "  "
        << paint.quiet(design_line(reference.study_design, reference.level));
    const std::string notice = notice_line(reference.notice, reference.notice_date);
    if (!notice.empty()) out << "  " << paint.warning(notice);
    out << '\n';
  }
  for (const AttributionSummary& attribution : place.attributions) {
    const std::string candidates = candidates_line(attribution.candidates);
    const std::string why = candidates.empty() ? " (no reference)" : " (ambiguous: " + one_line(candidates) + ")";
    out << "  names: " << paint.warning(attribution_line(attribution) + why) << '\n';
  }
}

}  // namespace

void print_search(std::ostream& out, const Paint& paint, const SearchResult& result) {
  for (const std::string& note : result.notes) out << paint.quiet(note) << '\n';
  const std::string suggestion = suggestion_line(result.suggestion);
  if (!suggestion.empty()) out << paint.strong(one_line(suggestion)) << '\n';
  for (const SearchResult::Hit& hit : result.hits) print_hit(out, paint, hit);
  out << '\n' << counted(result.total, "sentence");
  if (result.own_total != result.total) out << ", " << result.own_total << " with the words as typed";
  if (std::cmp_less(result.hits.size(), result.total)) out << "; " << result.hits.size() << " shown (--limit)";
  out << '\n';
}

}  // namespace claimbase

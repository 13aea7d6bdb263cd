#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "query/search.h"
#include "schema/position.h"

namespace claimbase {
namespace {

constexpr std::size_t kTitleLength = 72;

std::string listed(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

std::string part_line(const SentencePart& part) {
  std::string line = fmt::format("{:.2f} {} (", part.score, part.term);
  if (part.origin != PartOrigin::typed) line += fmt::format("{} {:.1f}, ", to_string(part.origin), part.weight);
  line += fmt::format("idf {:.2f}, {} in it", part.idf, part.in_sentence);
  if (part.in_headings > 0) line += fmt::format(", {} above it", part.in_headings);
  return line + ")";
}

// "why: 2.60 = (1.25 zink (idf 3.10, 1 in it) + ...) x 1.3 claims; 9 words, mean 14.2"
std::string why_line(const SentenceExplanation& why) {
  std::string sum;
  for (const SentencePart& part : why.parts) sum += (sum.empty() ? "" : " + ") + part_line(part);
  std::string line = fmt::format("why: {:.2f} = ", why.score);
  line += why.priors.empty() || why.parts.size() < 2 ? sum : "(" + sum + ")";
  for (const SentencePrior& prior : why.priors) line += fmt::format(" x {:.1f} {}", prior.factor, prior.name);
  return line + fmt::format("; {} words, mean {:.1f}", why.length, why.mean_length);
}

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
  if (!hit.missing.empty()) out << "  without: " << one_line(listed(hit.missing)) << '\n';
  if (hit.explanation) out << "  " << paint.quiet(one_line(why_line(*hit.explanation))) << '\n';
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
  if (result.most_total > 0) {
    out << paint.strong("no sentence has all of: " + one_line(listed(result.parts)) + "; these have most of them")
        << '\n';
  }
  for (const SearchResult::Hit& hit : result.hits) print_hit(out, paint, hit);
  out << '\n' << counted(result.total, "sentence");
  if (result.own_total != result.total) out << ", " << result.own_total << " with the words as typed";
  if (result.most_total > 0) out << " with all of them, " << result.most_total << " with most";
  if (std::cmp_less(result.hits.size(), std::max(result.total, result.most_total)))
    out << "; " << result.hits.size() << " shown (--limit)";
  out << '\n';
}

}  // namespace claimbase

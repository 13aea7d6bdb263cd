#include "analysis/citation/marker.h"

#include <algorithm>

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_candidate.h"

namespace claimbase {

namespace {

struct Votes {
  std::size_t glued = 0;    // surely
  std::size_t bracket = 0;  // and footnotes
  std::size_t raised = 0;
  std::size_t paren = 0;
  std::size_t paren_breaks = 0;
  int highest = 0;  // number of a sure marker
};

bool within(const MarkerCandidate& candidate, std::size_t references) {
  return std::ranges::all_of(candidate.numbers,
                             [&](int n) { return n >= 1 && static_cast<std::size_t>(n) <= references; });
}

Votes count(const std::vector<MarkerCandidate>& candidates, std::size_t references) {
  Votes votes;
  for (const auto& candidate : candidates) {
    if (!within(candidate, references) || candidate.surety != Surety::strong) continue;
    switch (candidate.style) {
      case MarkerStyle::glued:
        ++votes.glued;
        break;
      case MarkerStyle::bracket:
      case MarkerStyle::footnote:
        ++votes.bracket;
        break;
      case MarkerStyle::raised:
        ++votes.raised;
        break;
      case MarkerStyle::paren:
        if (!candidate.enumerates) ++votes.paren;
        if (candidate.before_break) ++votes.paren_breaks;
        break;
      case MarkerStyle::word:
      case MarkerStyle::named:
        break;
    }
    if (candidate.style != MarkerStyle::paren)
      votes.highest = std::max(votes.highest, *std::ranges::max_element(candidate.numbers));
  }
  return votes;
}

// A list that is numbered by first use has its next new number one above the highest so far; a little room for markers
// not found.
bool in_order(const MarkerCandidate& candidate, int highest) {
  constexpr int kRoom = 3;
  return candidate.numbers.front() <= highest + kRoom;
}

bool is_taken(const MarkerCandidate& candidate, const Votes& votes, std::size_t references, int highest_before) {
  const bool valid = within(candidate, references);
  switch (candidate.style) {
    case MarkerStyle::footnote:
      return true;
    case MarkerStyle::bracket:
      return valid || candidate.numbers.size() < 100;
    case MarkerStyle::raised:
      return valid;
    case MarkerStyle::named:
      return valid;
    case MarkerStyle::paren:
      return valid && !candidate.enumerates && votes.glued + votes.bracket + votes.raised == 0 && votes.paren >= 2 &&
             votes.paren_breaks >= 1;
    case MarkerStyle::word:
      return valid && votes.bracket + votes.raised == 0 && (votes.glued < 4 || in_order(candidate, highest_before));
    case MarkerStyle::glued:
      break;
  }
  if (!valid) {
    // Past the list's end: only where this is plainly how the text cites.
    return references > 0 && candidate.surety == Surety::strong && votes.glued >= 8 && votes.bracket == 0 &&
           candidate.numbers.size() == 1 && static_cast<std::size_t>(candidate.numbers.front()) <= references + 5;
  }
  if (votes.bracket >= 3 && votes.bracket > 2 * votes.glued) return false;
  switch (candidate.surety) {
    case Surety::strong:
      return true;
    case Surety::weak:
      return votes.glued > 0 && in_order(candidate, highest_before);
    case Surety::detached:
      return votes.bracket + votes.raised == 0 && in_order(candidate, highest_before);
  }
  return false;
}

std::vector<MarkerCandidate> all_candidates(std::string_view text, std::span<const Sentence> sentences) {
  std::vector<MarkerCandidate> candidates;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    auto window = sentences[i].range;
    const auto limit = i + 1 < sentences.size() ? sentences[i + 1].range.begin : text.size();
    // A marker that a boundary rule left behind the sentence still ends it.
    while (window.end < limit && !scan::is_space(text[window.end])) ++window.end;
    for (auto& candidate : marker_candidates(text, window)) {
      candidate.sentence = static_cast<std::uint32_t>(i);
      const bool leads = candidate.range.begin == sentences[i].range.begin;
      if (leads && candidate.surety == Surety::detached) {
        if (i == 0 || sentences[i - 1].block != sentences[i].block) continue;
        candidate.sentence = static_cast<std::uint32_t>(i - 1);
      }
      candidates.push_back(std::move(candidate));
    }
  }
  return candidates;
}

}  // namespace

std::vector<Marker> find_markers(std::string_view text, std::span<const Sentence> sentences, std::size_t references) {
  std::vector<Marker> markers;
  const auto candidates = all_candidates(text, sentences);
  const auto votes = count(candidates, references);
  int highest = 0;
  for (const auto& candidate : candidates) {
    if (!is_taken(candidate, votes, references, highest)) continue;
    for (const int number : candidate.numbers)
      markers.push_back({candidate.range, candidate.sentence, number, candidate.style});
    if (within(candidate, references)) highest = std::max(highest, *std::ranges::max_element(candidate.numbers));
  }
  return markers;
}

}  // namespace claimbase

#include "analysis/citation/marker.h"

#include <algorithm>
#include <set>

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_candidate.h"
#include "analysis/citation/word_uses.h"

namespace claimbase {

namespace {

struct Votes {
  std::size_t glued = 0;    // surely
  std::size_t word = 0;     // behind a word in lower case
  std::size_t bracket = 0;  // and footnotes
  std::size_t raised = 0;
  std::size_t paren = 0;
  std::size_t paren_breaks = 0;
  int first = 0;          // number of the first sure marker; 0: none
  int highest = 0;        // of all sure markers
  std::set<int> numbers;  // of sure markers; at most as many as there are references

  [[nodiscard]] std::size_t other_than_glued() const { return bracket + raised; }
};

bool within(const MarkerCandidate& candidate, std::size_t references) {
  return std::ranges::all_of(candidate.numbers,
                             [&](int n) { return n >= 1 && static_cast<std::size_t>(n) <= references; });
}

void vote(const MarkerCandidate& candidate, Votes& votes) {
  const bool strong = candidate.surety == Surety::strong;
  switch (candidate.style) {
    case MarkerStyle::glued:
      votes.glued += strong ? 1U : 0U;
      break;
    case MarkerStyle::word:
      votes.word += candidate.surety == Surety::weak ? 1U : 0U;
      return;
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
      return;
    case MarkerStyle::named:
      return;
  }
  if (strong && votes.first == 0) votes.first = candidate.numbers.front();
  if (!strong) return;
  votes.highest = std::max(votes.highest, *std::ranges::max_element(candidate.numbers));
  votes.numbers.insert(candidate.numbers.begin(), candidate.numbers.end());
}

Votes count(const std::vector<MarkerCandidate>& candidates, std::size_t references) {
  Votes votes;
  for (const auto& candidate : candidates) {
    if (within(candidate, references)) vote(candidate, votes);
  }
  return votes;
}

// What the text has read so far of a list numbered by first use.
struct Order {
  int highest = 0;
  bool known = false;

  // The next new number is one above the highest so far; a little room for markers not found.
  [[nodiscard]] bool allows(const MarkerCandidate& candidate) const {
    constexpr int kRoom = 3;
    return !known || candidate.numbers.front() <= highest + kRoom;
  }
  [[nodiscard]] bool expects(const MarkerCandidate& candidate) const {
    return known && candidate.numbers.front() == highest + 1;
  }
};

// A text that begins with the first numbers and uses most of them is numbered by first use from its beginning. An
// excerpt begins with whatever its list has reached, and a list in the order of the alphabet tells nothing.
Order order_at_start(const Votes& votes) {
  constexpr int kNearStart = 4;
  constexpr std::size_t kEnough = 4;
  const bool whole = votes.first <= kNearStart && votes.numbers.size() >= kEnough &&
                     2 * votes.numbers.size() >= static_cast<std::size_t>(votes.highest);
  return {whole ? 0 : votes.highest, whole};
}

struct Weighing {
  const Votes& votes;
  const WordUses& uses;
  std::string_view text;
  std::size_t references = 0;
};

bool is_taken_behind_name(const MarkerCandidate& candidate, const Weighing& weighing, const Order& order) {
  constexpr int kOneDigit = 9;
  constexpr std::size_t kShort = 3;
  const auto word = candidate.word.of(weighing.text);
  const auto use = weighing.uses.of(word, candidate.numbers.front());
  const bool list = candidate.numbers.size() > 1;
  if (candidate.surety == Surety::person) return use.bare > 0 || use.with_number < 2 || scan::letters(word) > kShort;
  if (list && candidate.numbers.back() > kOneDigit) return true;
  if (use.bare == 0) {
    const bool high = candidate.numbers.front() > kOneDigit && candidate.numbers.front() <= order.highest + 1;
    return use.with_number < 2 && use.numbers < 3 && (order.expects(candidate) || (high && weighing.votes.glued > 0));
  }
  return use.numbers <= 2 && (candidate.numbers.front() > kOneDigit || use.bare >= use.with_number);
}

bool is_taken_behind_word(const MarkerCandidate& candidate, const Weighing& weighing, const Order& order) {
  constexpr int kOneDigit = 9;
  const auto& votes = weighing.votes;
  const bool cites_so = votes.glued + votes.word > 0;
  const int number = candidate.numbers.front();
  if (votes.other_than_glued() > votes.glued || !order.allows(candidate)) return false;
  switch (candidate.surety) {
    case Surety::strong:
    case Surety::weak:
      return true;
    case Surety::person:
    case Surety::acronym:
      return (cites_so || candidate.numbers.size() > 1 || (candidate.surety == Surety::person && number > kOneDigit)) &&
             is_taken_behind_name(candidate, weighing, order);
    case Surety::numbered:
      return cites_so && (candidate.numbers.size() > 1 || order.expects(candidate) ||
                          (order.known && number > kOneDigit && number <= order.highest));
    case Surety::detached:
      return false;
  }
  return false;
}

bool is_taken_glued(const MarkerCandidate& candidate, const Weighing& weighing, const Order& order) {
  const auto& votes = weighing.votes;
  if (!within(candidate, weighing.references)) {
    // Past the list's end: only where this is plainly how the text cites.
    return weighing.references > 0 && candidate.surety == Surety::strong && votes.glued >= 8 && votes.bracket == 0 &&
           candidate.numbers.size() == 1 &&
           static_cast<std::size_t>(candidate.numbers.front()) <= weighing.references + 5;
  }
  if (votes.bracket >= 3 && votes.bracket > 2 * votes.glued) return false;
  if (candidate.surety == Surety::strong) return true;
  if (candidate.surety == Surety::detached) return votes.other_than_glued() == 0 && order.allows(candidate);
  return votes.glued > 0 && order.allows(candidate) && candidate.numbers.front() <= votes.highest + 1;
}

bool is_taken(const MarkerCandidate& candidate, const Weighing& weighing, const Order& order) {
  const auto& votes = weighing.votes;
  const bool valid = within(candidate, weighing.references);
  switch (candidate.style) {
    case MarkerStyle::footnote:
      return true;
    case MarkerStyle::bracket:
      return valid || candidate.numbers.size() < 100;
    case MarkerStyle::raised:
    case MarkerStyle::named:
      return valid;
    case MarkerStyle::paren:
      if (!valid || candidate.enumerates || votes.other_than_glued() > 0) return false;
      // "(8–12)" where digits are glued elsewhere: only the next numbers to be cited.
      if (votes.glued > 0) return candidate.numbers.size() > 2 && candidate.before_break && order.expects(candidate);
      return votes.paren >= 2 && votes.paren_breaks >= 1;
    case MarkerStyle::word:
      return valid && is_taken_behind_word(candidate, weighing, order);
    case MarkerStyle::glued:
      return is_taken_glued(candidate, weighing, order);
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
  const WordUses uses(text, candidates);
  const Weighing weighing{votes, uses, text, references};
  auto order = order_at_start(votes);
  for (const auto& candidate : candidates) {
    if (!is_taken(candidate, weighing, order)) continue;
    for (const int number : candidate.numbers)
      markers.push_back({candidate.range, candidate.sentence, number, candidate.style});
    if (within(candidate, references))
      order.highest = std::max(order.highest, *std::ranges::max_element(candidate.numbers));
  }
  return markers;
}

}  // namespace claimbase

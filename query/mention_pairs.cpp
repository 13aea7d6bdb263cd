#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "analysis/language/unicode.h"
#include "query/run_diff.h"

namespace claimbase {
namespace {

// Sentences that share less are two, and not one that was reworded.
constexpr double kLeastAlike = 0.35;
// Longer lists are compared by their words' beginning alone, so that hostile text costs no more than its length.
constexpr std::size_t kMostWords = 200;
// Mentions of one article beyond so many are paired only where their sentences are the same.
constexpr std::size_t kMostCompared = 2000;

std::vector<std::string> words_of(const std::string& sentence) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty() && words.size() < kMostWords) words.push_back(std::move(word));
    word.clear();
  };
  for (const char c : fold(sentence)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_part = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_part) word += c;
    if (!is_part) end_word();
  }
  end_word();
  std::ranges::sort(words);
  return words;
}

// Dice's coefficient of their words: 1 for the same words, 0 for none in common.
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::vector<std::string> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2.0 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

struct Candidate {
  double likeness = 0;
  std::size_t lost = 0;
  std::size_t gained = 0;
};

std::vector<Candidate> candidates(const std::vector<MentionImage>& lost, const std::vector<MentionImage>& gained) {
  std::vector<std::vector<std::string>> lost_words(lost.size());
  std::vector<std::vector<std::string>> gained_words(gained.size());
  const bool compares = lost.size() <= kMostCompared && gained.size() <= kMostCompared;
  if (compares) {
    std::ranges::transform(lost, lost_words.begin(), words_of, &MentionImage::sentence);
    std::ranges::transform(gained, gained_words.begin(), words_of, &MentionImage::sentence);
  }
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < lost.size(); ++i) {
    for (std::size_t j = 0; j < gained.size(); ++j) {
      if (lost[i].claim != gained[j].claim) continue;
      const bool is_same_sentence = lost[i].sentence == gained[j].sentence;
      const double alike = is_same_sentence ? 2.0 : likeness(lost_words[i], gained_words[j]);
      if (alike >= kLeastAlike) found.push_back({alike, i, j});
    }
  }
  std::ranges::sort(found, [](const Candidate& a, const Candidate& b) {
    return std::tuple(-a.likeness, a.lost, a.gained) < std::tuple(-b.likeness, b.lost, b.gained);
  });
  return found;
}

// What of `all` has no like in `others`.
std::vector<EvidenceImage> without(const std::vector<EvidenceImage>& all, std::vector<EvidenceImage> others) {
  std::vector<EvidenceImage> left;
  for (const EvidenceImage& each : all) {
    const auto like =
        std::ranges::find_if(others, [&](const EvidenceImage& other) { return is_same_source(each, other); });
    if (like == others.end()) {
      left.push_back(each);
    } else {
      others.erase(like);
    }
  }
  return left;
}

std::int64_t line_of(const MentionDiff& mention) {
  return mention.after ? mention.after->line : mention.before->line;
}

}  // namespace

std::vector<MentionDiff> pair_mentions(std::vector<MentionImage> lost, std::vector<MentionImage> gained) {
  std::vector<MentionDiff> made;
  std::vector<bool> lost_paired(lost.size());
  std::vector<bool> gained_paired(gained.size());
  for (const Candidate& each : candidates(lost, gained)) {
    if (lost_paired[each.lost] || gained_paired[each.gained]) continue;
    lost_paired[each.lost] = gained_paired[each.gained] = true;
    MentionDiff& pair = made.emplace_back();
    pair.before = std::move(lost[each.lost]);
    pair.after = std::move(gained[each.gained]);
    pair.lost_evidence = without(pair.before->evidence, pair.after->evidence);
    pair.gained_evidence = without(pair.after->evidence, pair.before->evidence);
  }
  for (std::size_t i = 0; i < lost.size(); ++i) {
    if (!lost_paired[i]) made.push_back({std::move(lost[i]), std::nullopt, {}, {}});
  }
  for (std::size_t i = 0; i < gained.size(); ++i) {
    if (!gained_paired[i]) made.push_back({std::nullopt, std::move(gained[i]), {}, {}});
  }
  std::ranges::stable_sort(made, {}, line_of);
  return made;
}

}  // namespace claimbase

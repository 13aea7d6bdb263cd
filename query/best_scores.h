// The k best of what is shown to it, and the score that is needed to be one of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "query/top_sentences.h"

namespace claimbase {

class BestScores {
 public:
  explicit BestScores(std::size_t limit) : limit_(limit) { best_.reserve(limit + 1); }

  /// A sentence may come twice, with the same score.
  void add(const TopSentence& sentence) {
    if (!would_take(sentence)) return;
    if (std::ranges::find(best_, sentence.key, &TopSentence::key) != best_.end()) return;
    best_.push_back(sentence);
    std::ranges::push_heap(best_, is_better);
    if (best_.size() <= limit_) return;
    std::ranges::pop_heap(best_, is_better);
    best_.pop_back();
  }

  /// Whether it is one of them so far.
  [[nodiscard]] bool would_take(const TopSentence& sentence) const {
    return limit_ > 0 && (best_.size() < limit_ || is_better(sentence, best_.front()));
  }

  /// What scores less is none of them. Low as long as there are fewer than k.
  [[nodiscard]] double needed() const {
    if (limit_ == 0) return std::numeric_limits<double>::infinity();
    return best_.size() < limit_ ? -std::numeric_limits<double>::infinity() : best_.front().score;
  }

  [[nodiscard]] std::vector<TopSentence> take() {
    std::ranges::sort(best_, is_better);
    return std::move(best_);
  }

 private:
  static bool is_better(const TopSentence& a, const TopSentence& b) {
    return a.score != b.score ? a.score > b.score : a.key < b.key;
  }
  std::size_t limit_;
  std::vector<TopSentence> best_;  // a heap, the worst in front
};

}  // namespace claimbase

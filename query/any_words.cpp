#include "query/any_words.h"

#include <algorithm>
#include <utility>

namespace claimbase {
namespace {

/// The words of one query in one index, the least valuable first: those whose best scores together do not reach the
/// score that is needed need not be followed.
class Search {
 public:
  Search(const SentenceIndex& index, std::vector<WordCursor> cursors, std::size_t limit, BestScores& best)
      : index_(index), chunks_(index.chunks()), cursors_(std::move(cursors)), best_(best), parts_(cursors_.size()) {
    find_first_needed(limit);
    for (std::size_t i = 0; i < cursors_.size(); ++i) order_.push_back(i);
    std::ranges::stable_sort(order_, {}, [this](std::size_t i) { return cursors_[i].bound(); });
    double sum = 0;
    for (const std::size_t i : order_) sums_.push_back(sum += cursors_[i].bound());
  }

  void run() {
    for (settle(); first_ < order_.size(); settle()) {
      const std::int64_t key = least_key();
      if (key == WordCursor::kEnd) return;
      if (key > looked_to_ && pass_over()) continue;
      look_at(key);
    }
  }

 private:
  [[nodiscard]] WordCursor& followed(std::size_t i) { return cursors_[order_[i]]; }
  // What is below this is not needed; a little less, for bounds and scores are rounded differently.
  [[nodiscard]] double needed() const { return std::max(best_.needed(), first_needed_) * (1 - 1e-9); }

  // So many sentences score as much by one word: the k-th best cannot score less.
  void find_first_needed(std::size_t limit) {
    for (const WordCursor& each : cursors_) {
      BestScores by_this_word(limit);
      each.show_best(limit, by_this_word);
      first_needed_ = std::max(first_needed_, by_this_word.needed());
    }
  }

  /// The best that the words before `cursor` can add.
  [[nodiscard]] double before(std::size_t cursor) const { return cursor == 0 ? 0 : sums_[cursor - 1]; }

  void settle() {
    while (first_ < order_.size() && sums_[first_] < needed()) ++first_;
  }

  [[nodiscard]] std::int64_t least_key() {
    std::int64_t key = WordCursor::kEnd;
    for (std::size_t i = first_; i < order_.size(); ++i) key = std::min(key, followed(i).key());
    return key;
  }

  // The sentences up to the end of a block, where all the blocks together do not reach what is needed.
  bool pass_over() {
    double most = before(first_);
    std::int64_t end = WordCursor::kEnd;
    for (std::size_t i = first_; i < order_.size(); ++i) {
      most += followed(i).block_bound();
      end = std::min(end, followed(i).block_end());
    }
    if (!(most < needed()) || end == WordCursor::kEnd) {
      looked_to_ = end;
      return false;
    }
    for (std::size_t i = first_; i < order_.size(); ++i) followed(i).seek(end + 1);
    return true;
  }

  // A sentence with one of the words that must be followed.
  void look_at(std::int64_t key) {
    const int length = chunks_.length(key);
    const double prior = index_.score().prior(chunks_.traits(key));
    double sum = 0;
    bool in_sentence = false;
    std::ranges::fill(parts_, 0.0);
    const auto add = [&](std::size_t i) {
      const WordCursor& cursor = followed(i);
      in_sentence = in_sentence || WordCounts::of(cursor.counts()).sentence > 0;
      parts_[order_[i]] = cursor.value() * index_.score().part(tenths_of(cursor.counts()), length);
      sum += parts_[order_[i]];
    };
    for (std::size_t i = first_; i < order_.size(); ++i) {
      if (followed(i).key() != key) continue;
      if (length > 0) add(i);
      followed(i).next();
    }
    if (length == 0) return;  // gone since the list was made
    for (std::size_t i = first_; i-- > 0;) {
      if (sum * prior + sums_[i] < needed()) return;
      if (sum * prior + before(i) + followed(i).bound_at(key) < needed()) return;
      followed(i).seek(key);
      if (followed(i).key() == key) add(i);
    }
    if (!in_sentence) return;
    double score = 0;  // in the order of the terms: a sum of rounded numbers depends on it
    for (std::size_t i = 0; i < cursors_.size(); ++i) score += parts_[i];
    best_.add({key, index_.number(), score * prior});
  }

  const SentenceIndex& index_;
  const SentenceChunks& chunks_;
  std::vector<WordCursor> cursors_;
  BestScores& best_;
  std::vector<double> parts_;  // of the sentence that is looked at, by cursor
  double first_needed_ = 0;
  std::int64_t looked_to_ = 0;      // key up to which no block can be passed over
  std::vector<std::size_t> order_;  // of the cursors, by bound
  std::vector<double> sums_;        // in that order: of the bounds of a word and those before it
  std::size_t first_ = 0;           // in that order: the first word that must be followed
};

}  // namespace

void find_with_any(const SentenceIndex& index, std::vector<WordCursor> cursors, std::size_t limit, BestScores& best) {
  Search(index, std::move(cursors), limit, best).run();
}

}  // namespace claimbase

#include "query/all_words.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "query/phrase_places.h"

namespace claimbase {
namespace {

bool is_in_sentence(std::uint8_t counts) {
  return WordCounts::of(counts).sentence > 0;
}

/// Words alone: the rarest leads, the others are looked up beside it, and where the best that the blocks of all of them
/// hold does not reach what is needed, they are passed over (Ding, Suel, "Faster Top-k Document Retrieval Using
/// Block-Max Indexes", 2011).
class WordSearch {
 public:
  WordSearch(const SentenceIndex& index, std::vector<WordCursor> cursors, BestScores& best)
      : index_(index), cursors_(std::move(cursors)), best_(best), order_(cursors_.size()), after_(cursors_.size()) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::ranges::stable_sort(order_, {}, [this](std::size_t i) { return cursors_[i].rows(); });
  }

  void run() {
    WordCursor& leader = cursors_[order_.front()];
    while (leader.key() != WordCursor::kEnd) {
      const std::int64_t key = leader.key();
      if (key > looked_to_ && pass_over(key)) continue;
      const std::int64_t next = look_at(key);
      if (next == key) {
        leader.next();
      } else {
        leader.seek(next);
      }
    }
  }

 private:
  // What is below this is not needed; a little less, for bounds and scores are rounded differently.
  [[nodiscard]] double needed() const { return best_.needed() * (1 - 1e-9); }

  bool pass_over(std::int64_t key) {
    WordCursor& leader = cursors_[order_.front()];
    looked_to_ = leader.block_end();
    double most = 0;
    for (std::size_t i = order_.size(); i-- > 1;) {
      after_[i - 1] = most += cursors_[order_[i]].bound_at(key);
      looked_to_ = std::min(looked_to_, cursors_[order_[i]].bound_end());
    }
    if (most + leader.block_bound() >= needed() || looked_to_ == WordCursor::kEnd) return false;
    leader.seek(looked_to_ + 1);
    return true;
  }

  // Says from which key to go on; this one: from the next.
  std::int64_t look_at(std::int64_t key) {
    const int length = index_.chunks().length(key);
    if (length == 0) return key;  // gone since the list was made
    const double prior = index_.score().prior(index_.chunks().traits(key));
    double sum = 0;
    bool in_sentence = false;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      WordCursor& cursor = cursors_[order_[i]];
      cursor.seek(key);
      if (cursor.key() != key) return cursor.key();
      in_sentence = in_sentence || is_in_sentence(cursor.counts());
      sum += part(cursor, length);
      if (sum * prior + after_[i] < needed()) return key;
    }
    if (!in_sentence) return key;
    double score = 0;  // in the order of the terms: a sum of rounded numbers depends on it
    for (const WordCursor& cursor : cursors_) score += part(cursor, length);
    best_.add({key, index_.number(), score * prior});
    return key;
  }

  [[nodiscard]] double part(const WordCursor& cursor, int length) const {
    return cursor.value() * index_.score().part(tenths_of(cursor.counts()), length);
  }

  const SentenceIndex& index_;
  std::vector<WordCursor> cursors_;
  BestScores& best_;
  std::vector<std::size_t> order_;  // of the cursors, the rarest first
  std::vector<double> after_;       // in that order: the best that the words after one can add, up to looked_to_
  std::int64_t looked_to_ = 0;
};

/// Phrases among them: the sentences with all words first, and of these the best ones are read, until the best so far
/// cannot be bettered by what a phrase could add at most, did it stand wherever its words do.
class PhraseSearch {
 public:
  PhraseSearch(SentenceIndex& index, const std::vector<ValuedPhrase>& terms, BestScores& best)
      : index_(index), terms_(terms), best_(best) {}

  void run() {
    Stems stems;
    for (const ValuedPhrase& term : terms_) stems.insert(stems.end(), term.stems.begin(), term.stems.end());
    std::vector<WordCursor> cursors = cursors_of(index_, stems);
    std::vector<std::vector<const WordCursor*>> of_terms;  // of each term, its words
    for (const ValuedPhrase& term : terms_) of_terms.push_back(cursors_for(term, cursors));
    each_common_sentence(cursors, [&](std::int64_t key) { note(key, of_terms); });
    std::ranges::sort(candidates_, [](const Candidate& a, const Candidate& b) {
      return a.most != b.most ? a.most > b.most : a.key < b.key;
    });
    check();
  }

 private:
  struct Candidate {
    std::int64_t key = 0;
    double most = 0;
    WordCounts counts;  // no term stands there more often
  };

  std::vector<const WordCursor*> cursors_for(const ValuedPhrase& term, const std::vector<WordCursor>& cursors) {
    std::vector<const WordCursor*> words;
    for (const WordCursor& each : cursors) {
      const auto is_word = [&](const std::string& stem) { return each.is_of(index_.word(stem)); };
      if (std::ranges::any_of(term.stems, is_word)) words.push_back(&each);
    }
    return words;
  }

  void note(std::int64_t key, const std::vector<std::vector<const WordCursor*>>& of_terms) {
    const int length = index_.chunks().length(key);
    if (length == 0) return;
    double most = 0;
    WordCounts of_any;
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      WordCounts least = WordCounts::of(of_terms[i].front()->counts());
      for (const WordCursor* word : of_terms[i]) {
        const WordCounts counts = WordCounts::of(word->counts());
        least = {std::min(least.sentence, counts.sentence), std::min(least.headings, counts.headings)};
      }
      if (least.sentence == 0 && least.headings == 0) return;
      of_any = {std::max(of_any.sentence, least.sentence), std::max(of_any.headings, least.headings)};
      most += terms_[i].value * index_.score().part(tenths_of(least.to_byte()), length);
    }
    if (of_any.sentence > 0)
      candidates_.push_back({key, most * index_.score().prior(index_.chunks().traits(key)), of_any});
  }

  void check() {
    std::vector<PhraseChecker> checkers;
    checkers.reserve(terms_.size());
    for (const ValuedPhrase& term : terms_) checkers.emplace_back(index_, term.stems);
    for (const Candidate& each : candidates_) {  // `most` is computed as the score is: no bound of rounding is needed
      if (!best_.would_take({each.key, index_.number(), each.most})) return;
      double score = 0;
      bool in_sentence = false;
      bool in_all = true;
      for (std::size_t i = 0; i < terms_.size() && in_all; ++i) {
        const std::uint8_t counts = checkers[i].counts(each.key, each.counts);
        in_all = counts != 0;
        in_sentence = in_sentence || is_in_sentence(counts);
        score += terms_[i].value * index_.score().part(tenths_of(counts), index_.chunks().length(each.key));
      }
      if (!in_all || !in_sentence) continue;
      best_.add({each.key, index_.number(), score * index_.score().prior(index_.chunks().traits(each.key))});
    }
  }

  SentenceIndex& index_;
  const std::vector<ValuedPhrase>& terms_;
  BestScores& best_;
  std::vector<Candidate> candidates_;
};

}  // namespace

void find_with_all(SentenceIndex& index, const std::vector<ValuedPhrase>& terms, BestScores& best) {
  const auto is_nowhere = [&](const ValuedPhrase& term) { return index.most_rows(term.stems) == 0; };
  if (std::ranges::any_of(terms, is_nowhere)) return;
  if (std::ranges::any_of(terms, [](const ValuedPhrase& term) { return term.stems.size() > 1; })) {
    PhraseSearch(index, terms, best).run();
    return;
  }
  std::vector<WordCursor> cursors;
  cursors.reserve(terms.size());
  for (const ValuedPhrase& term : terms) cursors.push_back(index.cursor(term.stems.front(), term.value));
  WordSearch(index, std::move(cursors), best).run();
}

}  // namespace claimbase

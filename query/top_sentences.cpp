#include "query/top_sentences.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "analysis/language/analyzer.h"
#include "query/best_scores.h"
#include "query/match_expression.h"
#include "query/word_cursor.h"
#include "schema/common_words.h"
#include "schema/row_visitor.h"
#include "schema/sentence_chunks.h"

namespace claimbase {
namespace {

/// A term in one index.
struct Term {
  std::string query;  // FTS5's
  double weight = 1;
  std::int64_t rows = 0;  // sentences with it
  std::optional<CommonWord> common;
  std::vector<WordPlace> others;  // the sentences that the list does not know
};

/// One of the full-text indexes.
struct Index {
  Index(const Database& db, std::size_t index_number, const SentenceChunks& chunks, const SentencePriors& priors)
      : number(index_number),
        table("sentence_fts_" + std::string(kSentenceIndexes[index_number])),
        analyzer(kSentenceIndexes[index_number]),
        score(chunks.totals(index_number), priors),
        rows(chunks.totals(index_number).rows),
        visit(db, "SELECT 1 FROM " + table + " WHERE " + table + " MATCH ?1 AND rowid > ?3 AND claim_visit(" + table +
                      ", ?2)") {}
  std::size_t number;
  std::string table;
  Analyzer analyzer;
  SentenceScore score;
  std::int64_t rows;
  Statement visit;  // the sentences with keys greater than ?3
};

std::uint8_t counts_of(const VisitedRow::Frequency& frequency) {
  return WordCounts{frequency.first, frequency.others}.to_byte();
}

bool is_in_sentence(std::uint8_t counts) {
  return WordCounts::of(counts).sentence > 0;
}

std::vector<WordPlace> visited_places(Index& index, const std::string& query, std::int64_t after) {
  std::vector<WordPlace> places;
  index.visit.bind(3, after);
  visit_rows(index.visit, query, [&](const VisitedRow& row) {
    places.push_back({row.key(), counts_of(row.frequency(0))});
  });
  return places;
}

/// The words of one query in one index, the least valuable first: those whose best scores together do not reach the
/// score that is needed need not be followed.
class Search {
 public:
  Search(const Index& index, const SentenceChunks& chunks, std::vector<WordCursor> cursors, std::size_t limit,
         BestScores& best)
      : index_(index), chunks_(chunks), cursors_(std::move(cursors)), best_(best), parts_(cursors_.size()) {
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
    const double prior = index_.score.prior(chunks_.traits(key));
    double sum = 0;
    bool in_sentence = false;
    std::ranges::fill(parts_, 0.0);
    const auto add = [&](std::size_t i) {
      const WordCursor& cursor = followed(i);
      in_sentence = in_sentence || is_in_sentence(cursor.counts());
      parts_[order_[i]] = cursor.value() * index_.score.part(tenths_of(cursor.counts()), length);
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
    best_.add({key, index_.number, score * prior});
  }

  const Index& index_;
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

struct SentenceRanker::State {
  State(const Database& db, const SentencePriors& priors) : chunks(db), common(db) {
    for (std::size_t number = 0; number < kSentenceIndexes.size(); ++number) {
      if (chunks.totals(number).rows > 0) indexes.emplace_back(db, number, chunks, priors);
    }
    has_new = !indexes.empty() && db.integer("SELECT max(key) FROM sentence").value_or(0) > common.until();
  }

  [[nodiscard]] std::vector<Term> terms_of(Index& index, std::span<const RankTerm> asked);
  template <typename Use>
  void each_place(const Term& term, const Use& use) const;
  /// Sentences with the term in them.
  [[nodiscard]] std::int64_t count(const Term& term) const;
  /// Of those with one of `terms` in them and none of `none`; their number.
  std::int64_t score_all(const Index& index, const std::vector<Term>& terms, const std::vector<Term>& none,
                         BestScores& best) const;
  [[nodiscard]] std::vector<WordCursor> cursors_of(const Index& index, std::vector<Term> terms);
  void search(const Index& index, std::vector<Term> terms, std::size_t limit, BestScores& best);
  [[nodiscard]] double value_of(const Index& index, const Term& term) const {
    return term.weight * SentenceScore::idf(index.rows, term.rows);
  }

  SentenceChunks chunks;
  CommonWords common;
  std::vector<Index> indexes;
  bool has_new = false;  // sentences that the lists of common words do not know
};

std::vector<Term> SentenceRanker::State::terms_of(Index& index, std::span<const RankTerm> asked) {
  std::vector<Term> terms;
  std::vector<Word> words;
  for (const RankTerm& each : asked.first(std::min(asked.size(), kMostRankTerms))) {
    words.clear();
    index.analyzer.words(each.text, words);
    if (words.empty()) continue;
    Term term;
    term.weight = each.weight;
    term.query = words.size() == 1 ? exact_stem_query(words.front().form->stem) : fts_phrase(each.text);
    if (std::ranges::find(terms, term.query, &Term::query) != terms.end()) continue;  // "slaap slapen"
    if (words.size() == 1) term.common = common.find(index.number, words.front().form->stem);
    if (!term.common || has_new) {
      term.others = visited_places(index, term.query, term.common ? common.until() : 0);
    }
    term.rows = term.common ? term.common->rows : static_cast<std::int64_t>(term.others.size());
    if (term.rows > 0) terms.push_back(std::move(term));
  }
  return terms;
}

template <typename Use>
void SentenceRanker::State::each_place(const Term& term, const Use& use) const {
  const auto use_present = [&](const WordPlace& place) {
    if (chunks.length(place.key) > 0) use(place);
  };
  const std::size_t blocks = term.common ? term.common->places.blocks() : 0;
  std::vector<WordPlace> places;
  for (std::size_t block = 0; block < blocks; ++block) {
    term.common->places.read(block, places);
    while (!places.empty() && places.back().key > common.until()) places.pop_back();
    std::ranges::for_each(places, use_present);
  }
  std::ranges::for_each(term.others, use_present);
}

std::int64_t SentenceRanker::State::count(const Term& term) const {
  std::int64_t total = 0;
  each_place(term, [&](const WordPlace& place) { total += is_in_sentence(place.counts) ? 1 : 0; });
  return total;
}

std::int64_t SentenceRanker::State::score_all(const Index& index, const std::vector<Term>& terms,
                                              const std::vector<Term>& none, BestScores& best) const {
  struct Part {
    std::int64_t key = 0;
    double score = 0;
    bool in_sentence = false;
  };
  std::vector<bool> excluded(none.empty() ? 0 : static_cast<std::size_t>(chunks.last()), false);
  for (const Term& term : none) {
    each_place(term, [&](const WordPlace& place) {
      if (is_in_sentence(place.counts)) excluded[static_cast<std::size_t>(place.key)] = true;
    });
  }
  std::vector<Part> parts;
  for (const Term& term : terms) {
    const double value = value_of(index, term);
    each_place(term, [&](const WordPlace& place) {
      if (!excluded.empty() && excluded[static_cast<std::size_t>(place.key)]) return;
      const double part = value * index.score.part(tenths_of(place.counts), chunks.length(place.key));
      parts.push_back({place.key, part, is_in_sentence(place.counts)});
    });
  }
  std::ranges::stable_sort(parts, {}, &Part::key);  // of one sentence in the order of the terms, as search() adds them
  std::int64_t total = 0;
  for (auto part = parts.begin(); part != parts.end();) {
    const std::int64_t key = part->key;
    double sum = 0;
    bool in_sentence = false;
    for (; part != parts.end() && part->key == key; ++part) {
      sum += part->score;
      in_sentence = in_sentence || part->in_sentence;
    }
    if (!in_sentence) continue;
    ++total;
    best.add({key, index.number, sum * index.score.prior(chunks.traits(key))});
  }
  return total;
}

SentenceRanker::SentenceRanker(const Database& db, const SentencePriors& priors)
    : state_(std::make_unique<State>(db, priors)) {}
SentenceRanker::~SentenceRanker() = default;
SentenceRanker::SentenceRanker(SentenceRanker&&) noexcept = default;
SentenceRanker& SentenceRanker::operator=(SentenceRanker&&) noexcept = default;

std::vector<WordCursor> SentenceRanker::State::cursors_of(const Index& index, std::vector<Term> terms) {
  std::vector<WordCursor> cursors;
  cursors.reserve(terms.size());
  for (Term& term : terms) {
    const double value = value_of(index, term);
    WordPlaces places = term.common ? std::move(term.common->places) : WordPlaces();
    cursors.emplace_back(std::move(places), common.until(), std::move(term.others), value, chunks, index.score);
  }
  return cursors;
}

void SentenceRanker::State::search(const Index& index, std::vector<Term> terms, std::size_t limit, BestScores& best) {
  if (terms.empty()) return;
  Search(index, chunks, cursors_of(index, std::move(terms)), limit, best).run();
}

std::vector<TopSentence> SentenceRanker::top(std::span<const RankTerm> terms, std::size_t limit) {
  BestScores best(limit);
  for (Index& index : state_->indexes) state_->search(index, state_->terms_of(index, terms), limit, best);
  return best.take();
}

FoundSentences SentenceRanker::find(std::span<const RankTerm> terms, std::size_t limit, const std::string& without) {
  FoundSentences found;
  BestScores best(limit);
  const std::vector<RankTerm> excluded{{without}};
  for (Index& index : state_->indexes) {
    std::vector<Term> local = state_->terms_of(index, terms);
    if (local.size() == 1 && without.empty()) {
      found.total += state_->count(local.front());
      state_->search(index, std::move(local), limit, best);
    } else if (!local.empty()) {
      const std::vector<Term> none = without.empty() ? std::vector<Term>() : state_->terms_of(index, excluded);
      found.total += state_->score_all(index, local, none, best);
    }
  }
  found.best = best.take();
  return found;
}

const SentenceChunks& SentenceRanker::chunks() const {
  return state_->chunks;
}

std::vector<TopSentence> SentenceRanker::top_of_all(std::span<const RankTerm> terms, std::size_t limit) {
  BestScores best(limit);
  for (Index& index : state_->indexes) {
    const std::vector<Term> local = state_->terms_of(index, terms);
    std::string query;
    for (const Term& term : local) query += (query.empty() ? "" : " OR ") + term.query;
    if (query.empty()) continue;
    index.visit.bind(3, std::int64_t{0});
    visit_rows(index.visit, query, [&](const VisitedRow& row) {
      const std::int64_t key = row.key();
      const int length = state_->chunks.length(key);
      double sum = 0;
      bool in_sentence = false;
      int phrase = 0;
      for (const Term& term : local) {
        const std::uint8_t counts = counts_of(row.frequency(phrase++));
        in_sentence = in_sentence || is_in_sentence(counts);
        if (counts != 0) sum += state_->value_of(index, term) * index.score.part(tenths_of(counts), length);
      }
      if (in_sentence) best.add({key, index.number, sum * index.score.prior(state_->chunks.traits(key))});
    });
  }
  return best.take();
}

}  // namespace claimbase

#include "query/top_sentences.h"

#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "query/all_words.h"
#include "query/any_words.h"
#include "query/best_scores.h"
#include "query/phrase_places.h"
#include "query/sentence_index.h"
#include "schema/row_visitor.h"

namespace claimbase {
namespace {

// Each once; words that say the same in this index ("slaap slapen") are one.
std::vector<ValuedPhrase> terms_of(SentenceIndex& index, std::span<const RankTerm> asked) {
  std::vector<ValuedPhrase> terms;
  for (const RankTerm& each : asked.first(std::min(asked.size(), kMostRankTerms))) {
    Stems stems = index.stems_of(each.text);
    if (stems.empty() || std::ranges::find(terms, stems, &ValuedPhrase::stems) != terms.end()) continue;
    terms.push_back({std::move(stems), each.weight});
  }
  return terms;
}

void set_values(SentenceIndex& index, std::vector<ValuedPhrase>& terms) {
  for (ValuedPhrase& each : terms) each.value *= index.idf(each.stems);
}

void show_any(SentenceIndex& index, std::vector<ValuedPhrase> terms, std::size_t limit, BestScores& best) {
  std::erase_if(terms, [&](const ValuedPhrase& term) { return index.most_rows(term.stems) == 0; });
  set_values(index, terms);
  std::deque<WordSentences> phrases;
  std::vector<WordCursor> cursors;
  cursors.reserve(terms.size());
  for (const ValuedPhrase& term : terms) {
    if (term.stems.size() == 1) {
      cursors.push_back(index.cursor(term.stems.front(), term.value));
      continue;
    }
    WordSentences& phrase = phrases.emplace_back();
    phrase.rest = phrase_places(index, term.stems);
    phrase.rows = static_cast<std::int64_t>(phrase.rest.size());
    cursors.emplace_back(phrase, term.value, index.chunks(), index.score());
  }
  if (!cursors.empty()) find_with_any(index, std::move(cursors), limit, best);
}

void show_all(SentenceIndex& index, std::vector<ValuedPhrase> terms, BestScores& best) {
  const auto is_nowhere = [&](const ValuedPhrase& term) { return index.most_rows(term.stems) == 0; };
  if (terms.empty() || std::ranges::any_of(terms, is_nowhere)) return;
  set_values(index, terms);
  find_with_all(index, terms, best);
}

}  // namespace

SentenceRanker::SentenceRanker(const Database& db, const SentencePriors& priors)
    : indexes_(std::make_unique<SentenceIndexes>(db, priors)) {}
SentenceRanker::~SentenceRanker() = default;
SentenceRanker::SentenceRanker(SentenceRanker&&) noexcept = default;
SentenceRanker& SentenceRanker::operator=(SentenceRanker&&) noexcept = default;

std::vector<TopSentence> SentenceRanker::top(std::span<const RankTerm> terms, std::size_t limit, Match match) {
  BestScores best(limit);
  indexes_->forget_words();
  for (SentenceIndex& index : indexes_->all) {
    std::vector<ValuedPhrase> local = terms_of(index, terms);
    if (match == Match::all || (local.size() == 1 && local.front().stems.size() > 1)) {
      show_all(index, std::move(local), best);
    } else {
      show_any(index, std::move(local), limit, best);
    }
  }
  return best.take();
}

std::vector<TopSentence> SentenceRanker::top_of_all(std::span<const RankTerm> terms, std::size_t limit, Match match) {
  BestScores best(limit);
  indexes_->forget_words();
  for (SentenceIndex& index : indexes_->all) {
    std::vector<ValuedPhrase> local = terms_of(index, terms);
    set_values(index, local);
    std::string query;
    for (const ValuedPhrase& term : local) {
      query += (query.empty() ? "" : match == Match::all ? " AND " : " OR ") + stem_query(term.stems);
    }
    if (query.empty()) continue;
    index.visit(query, [&](const VisitedRow& row) {
      const std::int64_t key = row.key();
      const int length = index.chunks().length(key);
      double sum = 0;
      bool in_sentence = false;
      int phrase = 0;
      for (const ValuedPhrase& term : local) {
        const VisitedRow::Frequency frequency = row.frequency(phrase++);
        const std::uint8_t counts = WordCounts{frequency.first, frequency.others}.to_byte();
        in_sentence = in_sentence || frequency.first > 0;
        if (counts != 0) sum += term.value * index.score().part(tenths_of(counts), length);
      }
      if (in_sentence) best.add({key, index.number(), sum * index.score().prior(index.chunks().traits(key))});
    });
  }
  return best.take();
}

}  // namespace claimbase

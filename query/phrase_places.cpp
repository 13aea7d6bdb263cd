#include "query/phrase_places.h"

#include <algorithm>
#include <utility>

namespace claimbase {
namespace {

// FTS5 goes through so many places of a word while a sentence is read and cut into words.
constexpr std::int64_t kPlacesACheck = 16;
constexpr std::size_t kFewChecks = 50;

// Of the sentence that all are at: no phrase of these words stands there more often.
WordCounts least_counts(const std::vector<WordCursor>& cursors) {
  WordCounts least = WordCounts::of(cursors.front().counts());
  for (const WordCursor& each : cursors) {
    const WordCounts counts = WordCounts::of(each.counts());
    least = {std::min(least.sentence, counts.sentence), std::min(least.headings, counts.headings)};
  }
  return least;
}

// Whichever is shorter leads.
template <typename Use>
void each_of_both(std::vector<WordCursor>& cursors, const std::vector<std::int64_t>& among, const Use& use) {
  if (std::cmp_less(among.size(), cursors.front().rows())) {
    for (const std::int64_t key : among) {
      bool in_all = true;
      for (WordCursor& each : cursors) {
        each.seek(key);
        in_all = each.key() == key;
        if (!in_all) break;
      }
      if (in_all) use(key);
    }
    return;
  }
  auto at = among.begin();
  each_common_sentence(cursors, [&](std::int64_t key) {
    at = std::lower_bound(at, among.end(), key);
    if (at != among.end() && *at == key) use(key);
  });
}

}  // namespace

std::vector<WordCursor> cursors_of(SentenceIndex& index, const Stems& phrase) {
  Stems once = phrase;
  std::ranges::sort(once);
  once.erase(std::unique(once.begin(), once.end()), once.end());
  std::vector<WordCursor> cursors;
  cursors.reserve(once.size());
  for (const std::string& stem : once) cursors.push_back(index.cursor(stem));
  std::ranges::stable_sort(cursors, {}, &WordCursor::rows);
  return cursors;
}

PhraseChecker::PhraseChecker(SentenceIndex& index, Stems phrase, std::size_t checks)
    : index_(&index), phrase_(std::move(phrase)) {
  std::int64_t rows = 0;
  for (const std::string& stem : phrase_) rows += index.word(stem).rows;
  budget_ = std::max(kFewChecks, static_cast<std::size_t>(rows / kPlacesACheck));
  if (checks > budget_) budget_ = 0;
}

std::uint8_t PhraseChecker::counts(std::int64_t key, WordCounts most) {
  if (budget_ > 0) {
    --budget_;
    return index_->counts_in(key, phrase_, most);
  }
  if (!all_) all_ = index_->visited_places(phrase_);
  const auto found = std::ranges::lower_bound(*all_, key, {}, &WordPlace::key);
  return found != all_->end() && found->key == key ? found->counts : std::uint8_t{0};
}

std::vector<WordPlace> phrase_places(SentenceIndex& index, const Stems& phrase,
                                     const std::vector<std::int64_t>* among) {
  std::vector<WordPlace> places;
  if (index.most_rows(phrase) == 0) return places;
  std::vector<WordCursor> cursors = cursors_of(index, phrase);
  const auto keep = [&](std::int64_t key) { places.push_back({key, least_counts(cursors).to_byte()}); };
  if (among == nullptr) {
    each_common_sentence(cursors, keep);
  } else {
    each_of_both(cursors, *among, keep);
  }
  if (phrase.size() == 1) return places;
  std::erase_if(places, [](const WordPlace& each) { return each.counts == 0; });  // one word here, another there
  PhraseChecker checker(index, phrase, places.size());
  for (WordPlace& each : places) each.counts = checker.counts(each.key, WordCounts::of(each.counts));
  std::erase_if(places, [](const WordPlace& each) { return each.counts == 0; });
  return places;
}

}  // namespace claimbase

// Where a phrase stands: first the sentences that have all its words, by their lists, then of these the ones in which
// the words stand together.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "query/sentence_index.h"

namespace claimbase {

/// Goes through the sentences that all of `cursors` have, by key, and calls use() for each while all stand there. The
/// first one leads: let it be the rarest. There is at least one.
template <typename Use>
void each_common_sentence(std::span<WordCursor> cursors, const Use& use) {
  WordCursor& leader = cursors.front();
  while (leader.key() != WordCursor::kEnd) {
    const std::int64_t key = leader.key();
    std::int64_t next = key;
    for (WordCursor& other : cursors.subspan(1)) {
      other.seek(key);
      next = other.key();
      if (next != key) break;
    }
    if (next != key) {
      leader.seek(next);
      continue;
    }
    use(key);
    leader.next();
  }
}

/// For the words of a phrase, each once, the rarest first.
[[nodiscard]] std::vector<WordCursor> cursors_of(SentenceIndex& index, const Stems& phrase);

/// Says of one sentence after the other how often the phrase stands in it. Reads the sentences, until that has cost as
/// much as it takes FTS5 to go through all places of the phrase's words; then it has FTS5 do that.
class PhraseChecker {
 public:
  /// `checks`: how many will be asked for, as far as is known.
  PhraseChecker(SentenceIndex& index, Stems phrase, std::size_t checks = 0);
  /// WordCounts. It stands there no more often than `most`: the lists say how often the rarest of its words does.
  [[nodiscard]] std::uint8_t counts(std::int64_t key, WordCounts most);

 private:
  SentenceIndex* index_;
  Stems phrase_;
  std::size_t budget_;  // of sentences to read
  std::optional<std::vector<WordPlace>> all_;
};

/// Of the sentences `among` (by key), or of all where there is no such list. A single word is a phrase too. Sentences
/// that are gone may be among them.
[[nodiscard]] std::vector<WordPlace> phrase_places(SentenceIndex& index, const Stems& phrase,
                                                   const std::vector<std::int64_t>* among = nullptr);

}  // namespace claimbase

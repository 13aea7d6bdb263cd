// Sentences -> mentions: the frames of design.md, read by cues in one pass over the words.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/mention.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/document/document.h"
#include "analysis/document/sentence.h"

namespace claimbase {

/// What an extractor annotates: what an article tells, or also its calls to buy and its keywords, which make no
/// mentions and are nothing that the article speaks of, but are copy to be judged (law_judge.h).
enum class Annotates : std::uint8_t { told, copy };

/// Holds the analyzers and the compiled vocabulary and cues of each language. One a thread.
class ClaimExtractor {
 public:
  /// `vocabulary` must outlive the extractor.
  explicit ClaimExtractor(const Vocabulary& vocabulary, Annotates annotates = Annotates::told);
  ~ClaimExtractor();
  ClaimExtractor(ClaimExtractor&&) noexcept;
  ClaimExtractor& operator=(ClaimExtractor&&) noexcept;

  /// Compiles the vocabulary and the cues of a language, which the first article in it would do.
  void prepare(const std::string& language);

  /// The mentions in an article, in text order. A sentence of more than kMostSentenceBytes makes none: nobody wrote it
  /// as a sentence, and reading one takes time in the square of its concepts.
  [[nodiscard]] std::vector<Mention> extract(const Document& document, std::span<const Sentence> sentences);

  /// The sentences of the last extract() as it read them; one that it did not read is empty. Valid until the next.
  /// Where no copy is annotated, words of several readings keep them all in sentences that bear on no claim.
  [[nodiscard]] std::span<const Annotation> annotations() const;

  /// Gives away the words of the same sentences for full-text search (analysis/language/index_words.h); empty where a
  /// sentence was not read, or cell by cell.
  [[nodiscard]] std::vector<std::string> take_index_words();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

inline constexpr std::uint32_t kMostSentenceBytes = 8'000;

/// Changes whenever the same text and vocabulary may give other mentions.
inline constexpr int kExtractorVersion = 8;

}  // namespace claimbase

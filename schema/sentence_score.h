// How well a sentence answers a query: BM25 as Lucene computes it (ranking.h), of the words in it and in the headings
// above it, times what the sentence is. All in one place, so that whoever searches by parts and whoever looks at every
// row come to the same number.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

#include "schema/sentence_chunks.h"

namespace claimbase {

/// A word's frequency in tenths: each place in the sentence itself counts ten, each in the headings above it three.
/// Whole numbers, for they are stored. `counts`: of WordCounts.
[[nodiscard]] constexpr int tenths_of(std::uint8_t counts) {
  return (counts >> 4) * 10 + (counts & 15) * 3;
}

/// The same as a number, by `counts`.
inline constexpr std::array<double, 256> kFrequencies = [] {
  std::array<double, 256> frequencies{};
  for (std::size_t i = 0; i < frequencies.size(); ++i) frequencies[i] = tenths_of(static_cast<std::uint8_t>(i)) / 10.0;
  return frequencies;
}();

/// What the score of a sentence is multiplied by: a line of a menu or a heading is no better an answer for being short,
/// a sentence that claims something is.
struct SentencePriors {
  double no_content = 0.5;
  double heading = 0.8;
  double claims = 1.3;
};

/// For the sentences of one index.
class SentenceScore {
 public:
  SentenceScore(const SentenceChunks::Totals& totals, const SentencePriors& priors) {
    if (totals.rows > 0 && totals.words > 0)
      mean_length_ = static_cast<double>(totals.words) / static_cast<double>(totals.rows);
    for (std::size_t length = 0; length < norms_.size(); ++length) {
      norms_[length] =
          kSaturation * (1 - kLengthInfluence + kLengthInfluence * static_cast<double>(length) / mean_length_);
    }
    for (std::size_t byte = 0; byte < kTraitBytes; ++byte) {
      const SentenceTraits traits = traits_of(static_cast<std::uint8_t>(byte));
      priors_[byte] = (traits.content ? 1 : priors.no_content) * (traits.heading ? priors.heading : 1) *
                      (traits.claims ? priors.claims : 1);
    }
  }

  /// Never negative, as Lucene has it. `rows` of all, `with` of them with the word.
  [[nodiscard]] static double idf(std::int64_t rows, std::int64_t with) {
    const auto n = static_cast<double>(with);
    const double others = rows > with ? static_cast<double>(rows) - n : 0.0;
    return std::log1p((others + 0.5) / (n + 0.5));
  }
  /// What a word that stands there so often adds, for an idf of 1; grows with `tenths`, falls with `length` (0 to 255).
  [[nodiscard]] double part(int tenths, int length) const { return part_of(tenths / 10.0, length); }
  /// The same by WordCounts, for many places.
  [[nodiscard]] double part_by_counts(std::uint8_t counts, int length) const {
    return part_of(kFrequencies[counts], length);
  }
  [[nodiscard]] double mean_length() const { return mean_length_; }
  [[nodiscard]] double prior(std::uint8_t traits) const { return priors_[traits % kTraitBytes]; }

 private:
  [[nodiscard]] double part_of(double frequency, int length) const {
    return frequency * (kSaturation + 1) / (frequency + norms_[static_cast<std::size_t>(length)]);
  }
  static constexpr double kSaturation = 1.2;        // k1
  static constexpr double kLengthInfluence = 0.75;  // b
  double mean_length_ = 1;
  std::array<double, 256> norms_{};  // by length
  std::array<double, kTraitBytes> priors_{};
};

}  // namespace claimbase

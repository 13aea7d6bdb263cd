// What takes an update most of its time to make ready, kept for the next one.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "analysis/claim/extractor.h"
#include "indexer/vocabulary_files.h"

namespace claimbase {

/// The vocabulary of some files, and the extractors that have compiled it.
class PreparedVocabulary {
 public:
  /// The vocabulary of `input`, made where it is not the last one (VocabularyInput::key). Valid until another is
  /// loaded, which must not be while there are leases. For any thread.
  const LoadedVocabulary& load(const VocabularyInput& input);

  /// An extractor for one thread, which is given back at the end of the lease.
  class Lease {
   public:
    Lease(PreparedVocabulary& from, ClaimExtractor extractor) : from_(&from), extractor_(std::move(extractor)) {}
    ~Lease();
    Lease(Lease&& other) noexcept
        : from_(std::exchange(other.from_, nullptr)), extractor_(std::move(other.extractor_)) {}
    Lease& operator=(Lease&&) = delete;
    [[nodiscard]] ClaimExtractor& extractor() { return extractor_; }

   private:
    PreparedVocabulary* from_;
    ClaimExtractor extractor_;
  };
  /// With the vocabulary of `input`: one that was given back, else a new one. For any thread.
  [[nodiscard]] Lease lease(const VocabularyInput& input);

 private:
  std::mutex mutex_;
  std::string key_;
  std::unique_ptr<LoadedVocabulary> loaded_;  // null: nothing yet
  std::vector<ClaimExtractor> idle_;          // after loaded_: they refer to it
};

}  // namespace claimbase

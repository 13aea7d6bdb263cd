#include "indexer/prepared_vocabulary.h"

#include <exception>
#include <utility>

namespace claimbase {

const LoadedVocabulary& PreparedVocabulary::load(const VocabularyInput& input) {
  const std::lock_guard lock(mutex_);
  if (loaded_ && input.key == key_) return *loaded_;
  auto loaded = std::make_unique<LoadedVocabulary>(load_vocabulary(input));
  idle_.clear();
  loaded_ = std::move(loaded);
  key_ = input.key;
  return *loaded_;
}

PreparedVocabulary::Lease PreparedVocabulary::lease(const VocabularyInput& input) {
  const Vocabulary& vocabulary = load(input).vocabulary;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      ClaimExtractor extractor = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(extractor)};
    }
  }
  return {*this, ClaimExtractor(vocabulary)};
}

PreparedVocabulary::Lease::~Lease() {
  if (from_ == nullptr || std::uncaught_exceptions() > 0) return;  // one that failed half-way is not used again
  const std::lock_guard lock(from_->mutex_);
  from_->idle_.push_back(std::move(extractor_));
}

}  // namespace claimbase

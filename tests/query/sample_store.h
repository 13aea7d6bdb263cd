// A small store, filled by hand, for the tests of the queries.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "schema/records.h"

namespace claimbase {

/// A folder of its own with the sample store in it, removed at the end.
class SampleStore {
 public:
  SampleStore();
  ~SampleStore();
  SampleStore(const SampleStore&) = delete;
  SampleStore& operator=(const SampleStore&) = delete;
  [[nodiscard]] std::filesystem::path file() const { return folder_ / "kb.db"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

[[nodiscard]] std::vector<ConceptRecord> sample_concepts();
/// Two articles, one Dutch and one English, that cite one work together.
[[nodiscard]] std::vector<ArticleRecord> sample_articles();

}  // namespace claimbase

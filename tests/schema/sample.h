// Small articles for the tests of the store, and a folder of their own for each test.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "schema/records.h"
#include "schema/store.h"

namespace claimbase {

/// A new empty folder, removed with its content at the end.
class StoreTest : public testing::Test {
 protected:
  StoreTest();
  ~StoreTest() override;
  [[nodiscard]] std::filesystem::path file(const std::string& name = "kb.db") const { return folder_ / name; }
  /// A store with the sample vocabulary.
  [[nodiscard]] Store new_store(const std::string& name = "kb.db", StoreMode mode = StoreMode::read_write) const;

 private:
  std::filesystem::path folder_;
};

[[nodiscard]] std::vector<ConceptRecord> sample_vocabulary();

[[nodiscard]] ReferenceRecord sample_reference(const std::string& id, const std::string& title, int year);

/// Builds an article block by block; each sentence is a paragraph of its own.
class ArticleBuilder {
 public:
  explicit ArticleBuilder(const std::string& path, const std::string& language = "nl");
  ArticleBuilder& sentence(const std::string& text, const std::string& heading = "");
  /// A mention in the last sentence.
  ArticleBuilder& mention(const std::string& substance, const std::string& relation, const std::string& outcome);
  ArticleBuilder& reference(const ReferenceRecord& work);
  /// A marker in the last sentence that cites entry `number` (from 1), and evidence for the last mention.
  ArticleBuilder& cite(int number);
  [[nodiscard]] const ArticleRecord& get() const { return article_; }
  operator const ArticleRecord&() const {
    return article_;
  }  // NOLINT(google-explicit-constructor): a builder is its article

 private:
  ArticleRecord article_;
  std::uint32_t at_ = 0;
};

/// An article about magnesium with two sentences, a mention, a reference, a citation, evidence and a diagnostic.
[[nodiscard]] ArticleRecord sample_article(const std::string& path);

[[nodiscard]] std::string dump(Store& store);

/// The paths of the articles with a sentence that `match` finds in `table`, by path.
[[nodiscard]] std::vector<std::string> articles_found(Database& db, const std::string& table, const std::string& match);

/// The kind of the StoreError that `work` throws; fails the test where it throws none.
template <typename Work>
[[nodiscard]] StoreErrorKind kind_thrown_by(const Work& work, std::string* message = nullptr) {
  try {
    work();
  } catch (const StoreError& error) {
    if (message != nullptr) *message = error.what();
    return error.kind();
  }
  ADD_FAILURE() << "no StoreError";
  return StoreErrorKind::other;
}

/// Overwrites the store's first page behind its header, where the schema is.
void damage(const std::filesystem::path& file);

void write_file(const std::filesystem::path& file, const std::string& bytes);

}  // namespace claimbase

// The rows of one article: written and taken out as a whole.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "schema/claim_rows.h"
#include "schema/database.h"
#include "schema/full_text.h"
#include "schema/records.h"
#include "schema/row_inserter.h"
#include "schema/sentence_upkeep.h"
#include "schema/work_rows.h"

namespace claimbase {

/// Throws std::out_of_range where an index between the rows of `article` points nowhere.
void require_consistent(const ArticleRecord& article);

/// The statements that write articles, prepared once. Every function runs inside a transaction of the caller.
class ArticleRows {
 public:
  /// All must outlive it. `gathered`: is told of the sentences that are written; null: nobody is.
  ArticleRows(Database& db, FullText& full_text, WorkRows& works, GatheredSentences* gathered = nullptr);

  /// See Store::replace_article. `article` is consistent.
  void replace(const ArticleRecord& article);
  /// False: there was none.
  bool remove(std::string_view path);

 private:
  /// Rows that articles share, and that must be settled when an article that used them has changed.
  /// What entries of reference lists say, by the reference they are of.
  using EntryTexts = std::map<std::int64_t, std::multiset<std::tuple<std::int64_t, std::string, std::string>>>;
  struct Shared {
    std::set<std::int64_t> claims;
    EntryTexts entries;
  };
  /// The rows of an article's reference list.
  struct Entries {
    std::vector<std::int64_t> keys;
    std::vector<std::int64_t> references;
  };
  bool take_out(std::string_view path, Shared& shared);
  [[nodiscard]] EntryTexts entry_texts(std::int64_t article);
  void pass_over_unchanged(const EntryTexts& before, std::int64_t article);
  void settle(const Shared& shared);
  std::int64_t add_article(const ArticleRecord& article);
  std::vector<std::int64_t> add_blocks(const ArticleRecord& article, std::int64_t key);
  std::vector<std::int64_t> add_sentences(const ArticleRecord& article, std::int64_t key);
  Entries add_references(const ArticleRecord& article, std::int64_t key);
  std::vector<std::int64_t> add_citations(const ArticleRecord& article, std::int64_t key,
                                          const std::vector<std::int64_t>& sentences, const Entries& entries);
  std::vector<std::int64_t> add_mentions(const ArticleRecord& article, std::int64_t key,
                                         const std::vector<std::int64_t>& sentences);
  void add_quantities(const ArticleRecord& article, const std::vector<std::int64_t>& mentions);
  void add_candidates(const ArticleRecord& article, const std::vector<std::int64_t>& citations, const Entries& entries);
  void index_sentences(const ArticleRecord& article, const std::vector<std::int64_t>& sentences);
  void add_evidence(const ArticleRecord& article, const std::vector<std::int64_t>& mentions,
                    const std::vector<std::int64_t>& citations, const Entries& entries);
  void add_diagnostics(const ArticleRecord& article, std::int64_t key);

  Database& db_;
  FullText& full_text_;
  WorkRows& works_;
  GatheredSentences* gathered_;
  ClaimRows claims_;
  Statement find_;
  Statement entries_of_;
  Statement entry_texts_;
  Statement claims_of_;
  Statement remove_;
  Statement add_article_;
  RowInserter add_block_;
  RowInserter add_sentence_;
  RowInserter add_entry_;
  RowInserter add_citation_;
  RowInserter add_candidate_;
  RowInserter add_mention_;
  RowInserter add_quantity_;
  RowInserter add_evidence_;
  RowInserter add_diagnostic_;
};

}  // namespace claimbase

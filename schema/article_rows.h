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
  std::int64_t add_entry(const ReferenceEntryRecord& entry, std::int64_t article, std::size_t ordinal,
                         std::int64_t identity, std::int64_t reference);
  std::vector<std::int64_t> add_citations(const ArticleRecord& article, std::int64_t key,
                                          const std::vector<std::int64_t>& sentences, const Entries& entries);
  std::vector<std::int64_t> add_mentions(const ArticleRecord& article, std::int64_t key,
                                         const std::vector<std::int64_t>& sentences);
  void add_quantities(const MentionRecord& mention, std::int64_t key);
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
  Statement add_block_;
  Statement add_sentence_;
  Statement add_entry_;
  Statement add_citation_;
  Statement add_candidate_;
  Statement add_mention_;
  Statement add_quantity_;
  Statement add_evidence_;
  Statement add_diagnostic_;
};

}  // namespace claimbase

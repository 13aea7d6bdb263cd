// The rows of references: one a work, made from the best of the entries that articles give of it.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "schema/database.h"
#include "schema/full_text.h"
#include "schema/records.h"

namespace claimbase {

/// For use within the transaction of one article: open() before its entries are written, settle() after.
class ReferenceRows {
 public:
  /// Both must outlive it.
  ReferenceRows(Database& db, FullText& full_text);

  /// The key of the reference `id`; its row is made, empty, where there is none. It must be settled before the
  /// transaction ends.
  [[nodiscard]] std::int64_t open(std::string_view id);

  void add_entry(std::int64_t article, std::size_t ordinal, std::int64_t reference, const ReferenceEntryRecord& entry);

  /// Makes the row equal to its best entry (most fields, then least `raw`, then least `work` in byte order: the same
  /// whatever the order of the articles), or takes it out where no entry is left.
  void settle(std::int64_t reference);

 private:
  [[nodiscard]] ReferenceRecord parse_best();
  void fill(std::int64_t reference, const ReferenceRecord& work, std::string_view json, bool indexed);
  void add_details(std::int64_t reference, const ReferenceRecord& work);
  void remove(std::int64_t reference);

  FullText& full_text_;
  Statement find_;
  Statement add_;
  Statement add_entry_;
  Statement current_;
  Statement best_;
  Statement best_authors_;
  Statement fill_;
  Statement remove_;
  Statement remove_authors_;
  Statement remove_identifiers_;
  Statement add_author_;
  Statement add_identifier_;
  Database& db_;
};

}  // namespace claimbase

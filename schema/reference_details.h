// What a reference has several of, each in a table of its own: authors, editors, identifiers, keywords, MeSH headings,
// publication types.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/database.h"
#include "schema/records.h"
#include "schema/row_inserter.h"

namespace claimbase {

struct DescribedReference {
  std::int64_t key = 0;
  const ReferenceRecord* work = nullptr;
};

/// For use within one transaction.
class ReferenceDetails {
 public:
  /// `db` must outlive it.
  explicit ReferenceDetails(Database& db);

  /// Of references that have none yet: one statement for rows of many of them.
  void add(std::span<const DescribedReference> references);
  void remove(std::int64_t reference);

 private:
  RowInserter add_author_;
  RowInserter add_editor_;
  RowInserter add_identifier_;
  RowInserter add_keyword_;
  RowInserter add_type_;
  RowInserter add_mesh_;
  std::vector<Statement> remove_;
};

}  // namespace claimbase

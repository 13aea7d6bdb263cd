// The rows that a full-text query matches, one by one and without a result row for each: FTS5 auxiliary function
// claim_visit(fts_table, visitor), for this program's own use. It answers 0, so that
//   SELECT 1 FROM t WHERE t MATCH ?1 AND claim_visit(t, ?2)
// visits all rows in one step.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "schema/database.h"

struct Fts5Context;
struct Fts5ExtensionApi;
struct fts5_api;

namespace claimbase {

/// The row that is visited.
class VisitedRow {
 public:
  VisitedRow(const Fts5ExtensionApi& api, Fts5Context* context) : api_(api), context_(context) {}
  [[nodiscard]] std::int64_t key() const;

  /// How often the phrase stands in the first column and in the others. Of a phrase under AND: 0 where the row does not
  /// match that AND.
  struct Frequency {
    int first = 0;
    int others = 0;
  };
  /// `phrase`: counted from 0 in the order of the query's text. Cost: its places in the row.
  [[nodiscard]] Frequency frequency(int phrase) const;

 private:
  const Fts5ExtensionApi& api_;
  Fts5Context* context_;
};

using RowVisitor = std::function<void(const VisitedRow&)>;

/// `statement` is of the form above, with the query as ?1; what else it has is bound already. Throws StoreError, and
/// what the visitor throws.
void visit_rows(Statement& statement, std::string_view query, const RowVisitor& visitor);

/// Returns an SQLite result code.
[[nodiscard]] int register_row_visitor(fts5_api& api) noexcept;

}  // namespace claimbase

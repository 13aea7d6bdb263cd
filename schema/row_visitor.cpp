#include "schema/row_visitor.h"

#include <sqlite3.h>

#include <exception>

namespace claimbase {
namespace {

constexpr const char* kPointerType = "claimbase-row-visitor";

struct Visit {
  const RowVisitor& visitor;
  std::exception_ptr thrown;
};

void claim_visit(const Fts5ExtensionApi* api, Fts5Context* context, sqlite3_context* result, int count,
                 sqlite3_value** values) noexcept {
  auto* visit = count == 1 ? static_cast<Visit*>(sqlite3_value_pointer(values[0], kPointerType)) : nullptr;
  if (visit == nullptr) {
    sqlite3_result_error(result, "claim_visit is for Claimbase's own use", -1);
    return;
  }
  try {
    visit->visitor(VisitedRow(*api, context));
    sqlite3_result_int(result, 0);
  } catch (...) {
    visit->thrown = std::current_exception();
    sqlite3_result_error_code(result, SQLITE_ABORT);
  }
}

}  // namespace

std::int64_t VisitedRow::key() const {
  return api_.xRowid(context_);
}

VisitedRow::Frequency VisitedRow::frequency(int phrase) const {
  Fts5PhraseIter iterator;
  int column = -1;
  int offset = 0;
  Frequency frequency;
  if (api_.xPhraseFirst(context_, phrase, &iterator, &column, &offset) != SQLITE_OK) return frequency;
  for (; column >= 0; api_.xPhraseNext(context_, &iterator, &column, &offset)) {
    ++(column == 0 ? frequency.first : frequency.others);
  }
  return frequency;
}

void visit_rows(Statement& statement, std::string_view query, const RowVisitor& visitor) {
  Visit visit{visitor, nullptr};
  statement.bind(1, query).bind_pointer(2, &visit, kPointerType);
  try {
    while (statement.step()) {
    }
  } catch (...) {
    statement.bind_null(2);
    if (visit.thrown) std::rethrow_exception(visit.thrown);
    throw;
  }
  statement.bind_null(2);
}

int register_row_visitor(fts5_api& api) noexcept {
  return api.xCreateFunction(&api, "claim_visit", nullptr, claim_visit, nullptr);
}

}  // namespace claimbase

#include "schema/row_counter.h"

#include <sqlite3.h>

#include <algorithm>
#include <string_view>

namespace claimbase {
namespace {

struct Counted {
  std::string_view table;
  std::int64_t StoreCounts::*number;
};

// The tables that SQLite's update hook speaks of: not those WITHOUT ROWID.
constexpr Counted kCounted[] = {{"article", &StoreCounts::articles},
                                {"block", &StoreCounts::blocks},
                                {"sentence", &StoreCounts::sentences},
                                {"claim", &StoreCounts::claims},
                                {"mention", &StoreCounts::mentions},
                                {"reference", &StoreCounts::references},
                                {"reference_entry", &StoreCounts::reference_entries},
                                {"citation", &StoreCounts::citations},
                                {"evidence", &StoreCounts::evidence},
                                {"library", &StoreCounts::libraries},
                                {"library_record", &StoreCounts::library_records},
                                {"retraction_notice", &StoreCounts::notices}};

extern "C" void count_row(void* counts, int operation, const char* /*database*/, const char* table,
                          sqlite3_int64 /*rowid*/) {
  if (operation == SQLITE_UPDATE) return;
  const auto* const found = std::ranges::find(kCounted, std::string_view(table), &Counted::table);
  if (found != std::end(kCounted)) {
    static_cast<StoreCounts*>(counts)->*found->number += operation == SQLITE_INSERT ? 1 : -1;
  }
}

}  // namespace

RowCounter::RowCounter(Database& db, const StoreCounts& before)
    : db_(db), counts_(std::make_unique<StoreCounts>(before)) {
  sqlite3_update_hook(db.handle(), count_row, counts_.get());
}

RowCounter::~RowCounter() {
  sqlite3_update_hook(db_.handle(), nullptr, nullptr);
}

StoreCounts RowCounter::now() const {
  StoreCounts counts = *counts_;
  const auto count = [this](std::string_view sql) { return db_.integer(sql).value_or(0); };
  counts.concepts = count("SELECT count(*) FROM concept WHERE retired = 0");
  counts.quantities = count("SELECT count(*) FROM quantity");
  counts.diagnostics = count("SELECT count(*) FROM diagnostic");
  counts.unresolved_citations = count(
      "SELECT count(*) FROM citation INDEXED BY citation_unresolved WHERE reference IS NULL AND kind <> 'attribution'");
  counts.retracted = counts.notices == 0 ? 0 : count("SELECT count(*) FROM reference WHERE notice = 'retraction'");
  return counts;
}

}  // namespace claimbase

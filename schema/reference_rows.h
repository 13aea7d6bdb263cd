// The rows of references: one a work, made from what articles and libraries say of it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/full_text.h"
#include "schema/notices.h"
#include "schema/records.h"
#include "schema/reference_details.h"
#include "schema/row_inserter.h"
#include "schema/work_parser.h"

namespace claimbase {

/// What an entry of a reference list, or a record of a library, says of a work.
struct Description {
  const ReferenceRecord* work = nullptr;
  std::string_view raw;  // as printed; empty: a library's
  std::string json;      // to_json(*work)
};

/// For use within one transaction: open() before the entries and records are written, settle() after.
class ReferenceRows {
 public:
  /// Both must outlive it.
  ReferenceRows(Database& db, FullText& full_text);

  /// The key of the reference `id`; its row is made, empty, where there is none. It must be settled before the
  /// transaction ends.
  [[nodiscard]] std::int64_t open(std::string_view id);

  enum class Found {
    nothing,  // there was no row: it is made of the description
    same,     // the row says what the description says, to the byte
    other     // it does not, and must be settled before the transaction ends
  };
  struct Opened {
    std::int64_t key = 0;
    Found found = Found::nothing;
  };
  /// The rows of the references `ids`, of which `descriptions` tell: those of new ones are what settle() makes where
  /// nothing else is said of the work. Nothing is read back, nothing merged.
  [[nodiscard]] std::vector<Opened> open(std::span<const std::string> ids, std::span<const Description> descriptions);
  [[nodiscard]] std::optional<std::int64_t> find(std::string_view id);
  /// The keys of all rows, in ascending order.
  [[nodiscard]] std::vector<std::int64_t> all();

  /// Makes the row equal to merged(), or takes it out where no entry and no record is left.
  void settle(std::int64_t reference);
  /// From now on, nothing being indexed yet, the full text is left alone until index_all().
  void hold_index() { index_held_ = true; }
  void index_all();
  /// Whether settle() has filled its row before.
  [[nodiscard]] bool is_filled(std::int64_t reference);

  /// What the row must hold. Where libraries have the work: their best record (most fields, then least `work` in byte
  /// order), what it leaves empty from the next ones, and `raw` of the best entry; else the best entry of the articles
  /// (most fields, then least `raw`, then least `work`). Identifiers that are missing come from all descriptions of the
  /// work. Absent: no entry and no record. The same whatever the order in which they came.
  struct Merged {
    ReferenceRecord work;
    Notice notice;
  };
  [[nodiscard]] std::optional<Merged> merged(std::int64_t reference);

 private:
  [[nodiscard]] std::string id_of(std::int64_t reference);
  [[nodiscard]] std::optional<ReferenceRecord> best_entry(std::int64_t reference);
  [[nodiscard]] std::optional<ReferenceRecord> from_libraries(std::int64_t reference);
  void add_identifiers(ReferenceRecord& work);
  [[nodiscard]] Notice notice_on(const ReferenceRecord& work);
  [[nodiscard]] bool holds(std::int64_t reference, const Merged& made, std::string_view json, bool& filled);
  void fill(std::int64_t reference, const Merged& made, std::string_view json, bool filled);
  struct NewRow;
  [[nodiscard]] Opened look_up(std::string_view id, const Description& description);
  void add(std::span<NewRow> rows);
  void index(std::int64_t reference, const ReferenceRecord& work, std::string_view authors);
  void remove(std::int64_t reference);

  FullText& full_text_;
  Statement find_;
  Statement look_up_;
  Statement id_;
  Statement all_;
  RowInserter add_;
  Statement current_;
  Statement best_;
  Statement has_records_;
  Statement records_;
  Statement identifiers_;
  Statement notices_;
  Statement fill_;
  Statement remove_;
  Statement leave_citations_;
  Statement leave_evidence_;
  Statement leave_candidates_;
  ReferenceDetails details_;
  bool index_held_ = false;
};

}  // namespace claimbase

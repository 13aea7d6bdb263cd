#include "query/audit/indexed_works.h"

#include <string>

namespace claimbase {
namespace {

constexpr std::string_view kReference =
    "SELECT id, authors, et_al, year, title, container_title, study_design, level, notice, notice_date"
    " FROM reference WHERE key = ?1";
constexpr std::string_view kFirstAuthor =
    "SELECT family || literal FROM author WHERE reference = ?1 ORDER BY ordinal LIMIT 1";
constexpr std::string_view kNumber = "SELECT number FROM reference_entry WHERE key = ?1";

}  // namespace

IndexedWorkReader::IndexedWorkReader(const Database& db)
    : reference_(db, kReference), first_author_(db, kFirstAuthor), number_(db, kNumber) {}

const ReferenceSummary& IndexedWorkReader::work(std::int64_t key) {
  const auto [place, is_new] = known_.try_emplace(key);
  if (!is_new) return place->second;
  reference_.bind(1, key);
  while (reference_.step()) {
    const auto text = [this](int column) { return std::string(reference_.text(column)); };
    place->second = ReferenceSummary{text(0),
                                     0,
                                     {},
                                     text(1),
                                     reference_.integer(2) != 0,
                                     optional_integer(reference_, 3),
                                     text(4),
                                     text(5),
                                     text(6),
                                     static_cast<int>(reference_.integer(7)),
                                     text(8),
                                     text(9)};
  }
  return place->second;
}

ReferenceSummary IndexedWorkReader::shown(std::int64_t key, std::int64_t entry) {
  ReferenceSummary shown = work(key);
  first_author_.bind(1, key);
  while (first_author_.step()) shown.first_author = first_author_.text(0);
  number_.bind(1, entry);
  while (number_.step()) shown.number = static_cast<int>(number_.integer(0));
  return shown;
}

}  // namespace claimbase

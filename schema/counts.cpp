#include "schema/counts.h"

#include <sstream>

#include "analysis/bibliography/work_identity.h"

namespace claimbase {
namespace {

// What a migration or other rules of identity may change as well.
std::string counts_version() {
  return std::to_string(kStoreVersion) + '.' + std::to_string(kIdentityVersion);
}

constexpr std::int64_t StoreCounts::*kCounts[] = {&StoreCounts::articles,
                                                  &StoreCounts::blocks,
                                                  &StoreCounts::sentences,
                                                  &StoreCounts::concepts,
                                                  &StoreCounts::claims,
                                                  &StoreCounts::mentions,
                                                  &StoreCounts::quantities,
                                                  &StoreCounts::references,
                                                  &StoreCounts::reference_entries,
                                                  &StoreCounts::citations,
                                                  &StoreCounts::unresolved_citations,
                                                  &StoreCounts::evidence,
                                                  &StoreCounts::diagnostics,
                                                  &StoreCounts::libraries,
                                                  &StoreCounts::library_records,
                                                  &StoreCounts::notices,
                                                  &StoreCounts::retracted};

}  // namespace

StoreCounts count_rows(const Database& db) {
  Statement row(
      db,
      "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM block), (SELECT count(*) FROM sentence),"
      " (SELECT count(*) FROM concept WHERE retired = 0), (SELECT count(*) FROM claim), (SELECT count(*) FROM mention),"
      " (SELECT count(*) FROM quantity), (SELECT count(*) FROM reference), (SELECT count(*) FROM reference_entry),"
      " (SELECT count(*) FROM citation), (SELECT count(*) FROM citation INDEXED BY citation_unresolved WHERE reference "
      "IS NULL"
      " AND kind <> 'attribution'),"
      " (SELECT count(*) FROM evidence), (SELECT count(*) FROM diagnostic), (SELECT count(*) FROM library),"
      " (SELECT count(*) FROM library_record), (SELECT count(*) FROM retraction_notice),"
      " (SELECT count(*) FROM reference WHERE notice = 'retraction')");
  StoreCounts counts;
  while (row.step()) {
    int column = 0;
    for (const auto field : kCounts) counts.*field = row.integer(column++);
  }
  return counts;
}

std::string to_text(const StoreCounts& counts) {
  std::string text = counts_version();
  for (const auto field : kCounts) text += ' ' + std::to_string(counts.*field);
  return text;
}

std::optional<StoreCounts> counts_from(const std::string& text) {
  std::istringstream in(text);
  StoreCounts counts;
  std::string version;
  in >> version;
  for (const auto field : kCounts) in >> counts.*field;
  if (!in || version != counts_version()) return std::nullopt;
  return counts;
}

std::optional<StoreCounts> noted_counts(const Database& db) {
  Statement noted(db, "SELECT value FROM meta WHERE name = ?1");
  noted.bind(1, kCountsMeta);
  return noted.step() ? counts_from(std::string(noted.text(0))) : std::nullopt;
}

}  // namespace claimbase

#include "schema/library_citations.h"

namespace claimbase {
namespace {

// Ranges count bytes of the file, not of the sentence: an author-year citation is known by which of those by its author
// and year it is.
constexpr std::string_view kWordCitations =
    "SELECT c.key, c.authors, c.journal, c.organisation, c.year, CASE c.kind WHEN 'author-year' THEN s.text END,"
    " (SELECT count(*) FROM citation AS b WHERE b.sentence = c.sentence AND b.kind = c.kind AND b.authors = c.authors"
    " AND b.year = c.year AND b.ordinal < c.ordinal)"
    " FROM citation AS c JOIN article AS a ON a.key = c.article JOIN sentence AS s ON s.key = c.sentence"
    " WHERE c.kind IN ('attribution', 'author-year') AND c.entry IS NULL AND c.specific = 1 AND NOT EXISTS (SELECT 1"
    " FROM citation_candidate AS n WHERE n.citation = c.key AND n.entry IS NOT NULL) ORDER BY a.path, c.ordinal";

constexpr std::string_view kWorks =
    "SELECT r.key, r.et_al, r.year, r.container_title FROM reference AS r WHERE EXISTS (SELECT 1 FROM library_record "
    "AS l"
    " WHERE l.reference = r.key) ORDER BY r.id";

constexpr std::string_view kAuthors =
    "SELECT family, given, literal FROM author WHERE reference = ?1 AND ordinal < 20 ORDER BY ordinal";

std::optional<int> optional_year(const Statement& row, int column) {
  return row.is_null(column) ? std::nullopt : std::optional(static_cast<int>(row.integer(column)));
}

}  // namespace

std::vector<WordCitation> word_citations(const Database& db) {
  std::vector<WordCitation> found;
  Statement rows(db, kWordCitations);
  while (rows.step()) {
    found.push_back({rows.integer(0), std::string(rows.text(1)), std::string(rows.text(2)), std::string(rows.text(3)),
                     optional_year(rows, 4), std::string(rows.text(5)), static_cast<std::size_t>(rows.integer(6))});
  }
  return found;
}

std::vector<LibraryWork> library_works(const Database& db) {
  std::vector<LibraryWork> works;
  Statement rows(db, kWorks);
  Statement authors(db, kAuthors);
  while (rows.step()) {
    LibraryWork work{rows.integer(0), {}, rows.integer(1) != 0, optional_year(rows, 2), std::string(rows.text(3))};
    for (authors.bind(1, work.key); authors.step();) {
      work.authors.push_back(
          {std::string(authors.text(0)), std::string(authors.text(1)), std::string(authors.text(2))});
    }
    works.push_back(std::move(work));
  }
  return works;
}

bool has_library_works(const Database& db) {
  return db.integer("SELECT EXISTS (SELECT 1 FROM library_record)") != 0;
}

bool has_library_citations(const Database& db) {
  return db.integer(
             "SELECT EXISTS (SELECT 1 FROM citation WHERE reference IS NOT NULL AND entry IS NULL)"
             " OR EXISTS (SELECT 1 FROM citation_candidate WHERE entry IS NULL)") != 0;
}

void write_library_citations(Database& db, std::span<const LibraryCitation> links) {
  db.execute(
      "UPDATE evidence SET reference = NULL WHERE reference IS NOT NULL AND entry IS NULL;"
      "UPDATE citation SET reference = NULL WHERE reference IS NOT NULL AND entry IS NULL;"
      "DELETE FROM citation_candidate WHERE entry IS NULL");
  Statement lead(db, "UPDATE citation SET reference = ?2 WHERE key = ?1");
  Statement lead_evidence(db, "UPDATE evidence SET reference = ?2 WHERE citation = ?1 AND entry IS NULL");
  Statement add(db, "INSERT INTO citation_candidate(citation, ordinal, reference) VALUES (?1, ?2, ?3)");
  for (const LibraryCitation& link : links) {
    if (link.works.size() == 1) {
      lead.bind(1, link.citation).bind(2, link.works.front()).run();
      lead_evidence.bind(1, link.citation).bind(2, link.works.front()).run();
      continue;
    }
    std::size_t ordinal = 0;
    for (const std::int64_t work : link.works) add.bind(1, link.citation).bind(2, ordinal++).bind(3, work).run();
  }
}

void settle_candidates(Database& db) {
  if (db.integer("SELECT EXISTS (SELECT 1 FROM citation_candidate WHERE entry IS NOT NULL)") == 0) return;
  db.execute(
      "UPDATE evidence SET reference = NULL, entry = NULL WHERE entry IS NOT NULL"
      " AND citation IN (SELECT citation FROM citation_candidate WHERE entry IS NOT NULL);"
      "UPDATE citation SET reference = NULL, entry = NULL WHERE entry IS NOT NULL"
      " AND key IN (SELECT citation FROM citation_candidate WHERE entry IS NOT NULL)");
  Statement agreed(db,
                   "SELECT citation FROM citation_candidate GROUP BY citation"
                   " HAVING count(DISTINCT reference) = 1 AND count(entry) = count(*) ORDER BY citation");
  std::vector<std::int64_t> citations;
  while (agreed.step()) citations.push_back(agreed.integer(0));
  Statement lead(db,
                 "UPDATE citation SET (reference, entry) = (SELECT reference, entry FROM citation_candidate"
                 " WHERE citation = ?1 ORDER BY ordinal LIMIT 1) WHERE key = ?1");
  Statement lead_evidence(db,
                          "UPDATE evidence SET (reference, entry) = (SELECT reference, entry FROM citation_candidate"
                          " WHERE citation = ?1 ORDER BY ordinal LIMIT 1) WHERE citation = ?1");
  for (const std::int64_t citation : citations) {
    lead.bind(1, citation).run();
    lead_evidence.bind(1, citation).run();
  }
}

}  // namespace claimbase

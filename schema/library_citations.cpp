#include "schema/library_citations.h"

namespace claimbase {
namespace {

constexpr std::string_view kWordCitations =
    "SELECT c.key, c.authors, c.journal, c.organisation, c.year FROM citation AS c JOIN article AS a ON a.key = "
    "c.article"
    " WHERE c.kind = 'attribution' AND c.entry IS NULL AND c.specific = 1 AND NOT EXISTS (SELECT 1 FROM"
    " citation_candidate AS n WHERE n.citation = c.key AND n.entry IS NOT NULL) ORDER BY a.path, c.ordinal";

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
                     optional_year(rows, 4)});
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

}  // namespace claimbase

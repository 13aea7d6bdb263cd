#include "query/findings.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "query/entry_name.h"

namespace claimbase {
namespace {

struct Rule {
  std::string_view name;
  std::string_view rows;  // article, line, reference, message, entry that the message is said of
};

constexpr Rule kRules[] = {
    {"citation.unresolved",
     "SELECT a.path, c.line, '', 'the marker ' || c.marker || ' leads to no entry of the reference list', NULL FROM "
     "citation "
     "AS c JOIN article AS a ON a.key = c.article WHERE c.reference IS NULL AND c.kind IN ('marker', 'link', 'xref')"
     " UNION ALL SELECT a.path, c.line, '', c.authors || ' (' || c.year || ') is no entry of the reference list and no"
     " work of a library', NULL FROM citation AS c JOIN article AS a ON a.key = c.article WHERE c.reference IS NULL"
     " AND c.kind = 'author-year' AND NOT EXISTS (SELECT 1 FROM citation_candidate AS n WHERE n.citation = c.key)"},
    {"citation.ambiguous",
     "SELECT a.path, c.line, '', 'the words may mean ' || (SELECT group_concat(name, ', or ') FROM (SELECT"
     " CASE WHEN coalesce(e.number, 0) = 0 THEN r.id ELSE 'entry ' || e.number || ' (' || r.id || ')' END AS name"
     " FROM citation_candidate AS n JOIN reference AS r ON r.key = n.reference LEFT JOIN reference_entry AS e ON e.key "
     "="
     " n.entry"
     " WHERE n.citation = c.key ORDER BY n.ordinal)), NULL FROM citation AS c JOIN article AS a ON a.key = c.article"
     " WHERE c.reference IS NULL AND EXISTS (SELECT 1 FROM citation_candidate AS n WHERE n.citation = c.key)"},
    {"reference.uncited",
     "SELECT a.path, e.line, r.id, ' is never cited: ' || substr(e.raw, 1, 100), e.key"
     " FROM reference_entry AS e JOIN article AS a ON a.key = e.article JOIN reference AS r ON r.key = e.reference"
     " WHERE NOT EXISTS (SELECT 1 FROM citation AS c WHERE c.article = e.article AND c.reference = e.reference)"
     " AND EXISTS (SELECT 1 FROM citation AS c WHERE c.article = e.article AND c.kind <> 'attribution'"
     " AND (c.kind <> 'author-year' OR c.entry IS NOT NULL))"},
    {"reference.unidentified",
     "SELECT a.path, e.line, r.id, ' cannot be identified: ' || substr(e.raw, 1, 100), e.key"
     " FROM reference_entry AS e JOIN article AS a ON a.key = e.article JOIN reference AS r ON r.key = e.reference"
     " WHERE (r.title = '' OR (r.authors = '' AND r.year IS NULL))"
     " AND NOT EXISTS (SELECT 1 FROM identifier AS i WHERE i.reference = r.key)"
     " AND NOT EXISTS (SELECT 1 FROM library_record AS l WHERE l.reference = r.key)"},
    {"reference.ambiguous",
     "SELECT a.path, e.line, r.id, ' may be either of several works: ' || substr(e.raw, 1, 100), e.key"
     " FROM identity AS i JOIN reference_entry AS e ON e.identity = i.key JOIN article AS a ON a.key = e.article"
     " JOIN reference AS r ON r.key = e.reference WHERE i.target IS NULL AND i.score IS NOT NULL"},
    // What the work is taken to be (the columns of reference) against what the entry says, both as printed.
    {"reference.disagrees",
     "SELECT a.path, e.line, r.id, ' says ' || d.field || ' ' || d.own || ', others say ' || "
     "d.work || ': ' || substr(e.raw, 1, 100), e.key FROM reference_entry AS e JOIN article AS a ON a.key = e.article"
     " JOIN reference AS r ON r.key = e.reference JOIN"
     " (SELECT e.key AS entry, 'year' AS field, e.work->>'year' AS own, r.year AS work FROM reference_entry AS e JOIN"
     " reference AS r ON r.key = e.reference WHERE e.work->>'year' <> r.year"
     " UNION ALL SELECT e.key, 'volume', e.work->>'volume', r.volume FROM reference_entry AS e JOIN reference AS r ON"
     " r.key = e.reference WHERE r.volume <> '' AND lower(e.work->>'volume') <> lower(r.volume)"
     " UNION ALL SELECT e.key, 'page', e.work->>'page', r.page FROM reference_entry AS e JOIN reference AS r ON"
     " r.key = e.reference WHERE r.page <> '' AND"
     " lower(substr(e.work->>'page', 1, instr(e.work->>'page' || '-', '-') - 1)) <>"
     " lower(substr(r.page, 1, instr(r.page || '-', '-') - 1))"
     " UNION ALL SELECT e.key, 'DOI', e.work->>'DOI', i.value FROM reference_entry AS e JOIN identifier AS i ON"
     " i.reference = e.reference AND i.scheme = 'doi' WHERE e.work->>'DOI' <> i.value) AS d ON d.entry = e.key"},
    {"reference.shared-pmid",
     "SELECT a.path, e.line, r.id, ' has the PMID ' || i.pmid || ' of ' || o.doi, e.key"
     " FROM identity AS i JOIN identity AS o ON o.pmid = i.pmid AND o.doi <> i.doi AND o.doi <> ''"
     " JOIN reference_entry AS e ON e.identity = i.key JOIN article AS a ON a.key = e.article"
     " JOIN reference AS r ON r.key = e.reference WHERE i.pmid <> '' AND i.doi <> ''"},
    {"reference.retracted",
     "SELECT a.path, e.line, r.id, ' was retracted' ||"
     " CASE r.notice_date WHEN '' THEN '' ELSE ' on ' || r.notice_date END || ': ' || substr(e.raw, 1, 100), e.key"
     " FROM reference AS r JOIN reference_entry AS e ON e.reference = r.key JOIN article AS a ON a.key = e.article"
     " WHERE r.notice = 'retraction'"},
};

// Names of entries, as messages begin.
class EntryNames {
 public:
  explicit EntryNames(const Database& db)
      : rows_(db,
              "SELECT e.number, a.format, e.line FROM reference_entry AS e JOIN article AS a ON a.key = e.article"
              " WHERE e.key = ?1") {}

  [[nodiscard]] std::string of(std::int64_t key) {
    EntryPlace entry;
    for (rows_.bind(1, key); rows_.step();)
      entry = {static_cast<int>(rows_.integer(0)), std::string(rows_.text(1)), rows_.integer(2)};
    return entry_name(entry);
  }

 private:
  Statement rows_;
};

}  // namespace

FindingResult find_findings(const Database& db, std::size_t limit) {
  FindingResult result;
  EntryNames names(db);
  for (const Rule& rule : kRules) {
    Statement rows(db, rule.rows);
    while (rows.step()) {
      const std::string entry = rows.is_null(4) ? std::string() : names.of(rows.integer(4));
      result.findings.push_back({std::string(rule.name), std::string(rows.text(0)), rows.integer(1),
                                 std::string(rows.text(2)), entry + std::string(rows.text(3)), ""});
    }
  }
  std::ranges::sort(result.findings, {}, [](const StoreFinding& each) {
    return std::tie(each.article, each.line, each.rule, each.message);
  });
  result.total = static_cast<std::int64_t>(result.findings.size());
  if (result.findings.size() > limit) result.findings.resize(limit);
  Statement formats(db, "SELECT format FROM article WHERE path = ?1");
  for (StoreFinding& each : result.findings) {
    for (formats.bind(1, std::string_view(each.article)); formats.step();) each.format = formats.text(0);
  }
  return result;
}

}  // namespace claimbase

#include "query/references.h"

#include <charconv>

#include "query/expansion.h"
#include "query/filters.h"
#include "query/match_expression.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

// Parameters ?3 to ?9.
const std::string kCondition =
    " (?3 IS NULL OR EXISTS (SELECT 1 FROM reference_entry AS e JOIN article AS a ON a.key = e.article"
    "   WHERE e.reference = r.key AND (a.path GLOB ?3 OR a.path GLOB '*/' || ?3)))"
    " AND (?4 IS NULL OR r.study_design = ?4) AND (?5 IS NULL OR r.level = ?5)"
    " AND (?6 IS NULL OR r.year BETWEEN ?6 AND ?7)"
    " AND (NOT ?9 OR r.notice = 'retraction')"
    " AND (NOT ?8 OR NOT (EXISTS (SELECT 1 FROM citation AS c WHERE c.reference = r.key) OR EXISTS"
    "   (SELECT 1 FROM evidence AS v JOIN link_kind AS k ON k.number = v.link"
    "    WHERE v.reference = r.key AND k.name <> 'reference-list')))";

const std::string kAll = "SELECT r.key, count(*) OVER () FROM reference AS r WHERE" + kCondition +
                         " ORDER BY lower(r.authors), r.year, r.id LIMIT ?2";

const std::string kByWords =
    "SELECT r.key, count(*) OVER () FROM (SELECT rowid AS key, claim_rank(reference_fts, 'reference_fts', 2.0, 1.0, "
    "1.0,"
    " 1.0) AS score FROM reference_fts WHERE reference_fts MATCH ?1) AS h JOIN reference AS r ON r.key = h.key WHERE" +
    kCondition + " ORDER BY h.score, r.id LIMIT ?2";

struct Years {
  int first = 0;
  int last = 0;
};

int year_of(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || year < 0) {
    throw UsageError("a year looks like 2016, a range of years like 2016-2020");
  }
  return year;
}

Years years_of(std::string_view text) {
  const std::size_t dash = text.find('-');
  const int first = year_of(text.substr(0, dash));
  return {first, dash == std::string_view::npos ? first : year_of(text.substr(dash + 1))};
}

}  // namespace

ReferenceResult find_references(const Database& db, const ReferenceOptions& options) {
  ReferenceResult result;
  std::string expression;
  if (!options.typed.empty()) {
    ConceptTable table(db);
    LabelIndex index(table);
    const std::vector<QueryGroup> groups = expand_query(options.typed, index, options.expand);
    if (groups.empty()) return result;
    result.notes = expansion_notes(groups);
    expression = expanded_expression(groups);
  }
  Statement found(db, expression.empty() ? kAll : kByWords);
  if (!expression.empty()) found.bind(1, std::string_view(expression));
  found.bind(2, options.limit);
  bind_text(found, 3, options.article);
  bind_text(found, 4, options.design);
  found.bind(5, options.level);
  if (!options.years.empty()) {
    const Years years = years_of(options.years);
    found.bind(6, years.first).bind(7, years.last);
  }
  found.bind(8, options.unlinked ? 1 : 0).bind(9, options.retracted ? 1 : 0);
  WorkReader reader(db);
  while (found.step()) {
    result.works.push_back(reader.read(found.integer(0)));
    result.total = found.integer(1);
  }
  return result;
}

}  // namespace claimbase

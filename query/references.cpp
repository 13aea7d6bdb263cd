#include "query/references.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <unordered_set>

#include "query/best_sentence.h"
#include "query/filters.h"
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

// Without ?1 and ?2: the works among which those with the typed words are.
const std::string kAllowed = "SELECT r.key FROM reference AS r WHERE" + kCondition;

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

void bind_condition(Statement& statement, const ReferenceOptions& options) {
  bind_text(statement, 3, options.article);
  bind_text(statement, 4, options.design);
  statement.bind(5, options.level);
  if (!options.years.empty()) {
    const Years years = years_of(options.years);
    statement.bind(6, years.first).bind(7, years.last);
  }
  statement.bind(8, options.unlinked ? 1 : 0).bind(9, options.retracted ? 1 : 0);
}

bool has_condition(const ReferenceOptions& options) {
  return !options.article.empty() || !options.design.empty() || options.level || !options.years.empty() ||
         options.unlinked || options.retracted;
}

void keep_allowed(const Database& db, const ReferenceOptions& options, std::vector<RankedWork>& ranked) {
  std::unordered_set<std::int64_t> keys;
  Statement allowed(db, kAllowed);
  bind_condition(allowed, options);
  while (allowed.step()) keys.insert(allowed.integer(0));
  std::erase_if(ranked, [&](const RankedWork& work) { return !keys.contains(work.key); });
}

ReferenceResult list_all(const Database& db, const ReferenceOptions& options) {
  ReferenceResult result;
  Statement found(db, kAll);
  found.bind(2, options.limit);
  bind_condition(found, options);
  WorkReader reader(db);
  while (found.step()) {
    result.works.push_back(reader.read(found.integer(0)));
    result.total = found.integer(1);
  }
  return result;
}

}  // namespace

std::string claim_words(std::string_view claim) {
  std::string words(claim);
  const bool is_id = std::ranges::count(claim, ':') == 2 && claim.find(' ') == std::string_view::npos;
  if (is_id)
    std::ranges::replace_if(
        words, [](char c) { return c == ':' || c == '-'; }, ' ');
  return words;
}

ReferenceResult find_references(const Database& db, const ReferenceOptions& options) {
  const bool is_claim = !options.claim.empty();
  const std::string typed = is_claim ? claim_words(options.claim) : options.typed;
  if (typed.empty()) return list_all(db, options);
  ConceptTable table(db);
  LabelIndex labels(table);
  const QueryLexicon lexicon(labels.languages());
  const ReferenceQuery query = make_reference_query(typed, labels, lexicon, options.expand);
  ReferenceRanking ranking(db, options.ranking);
  const bool filtered = has_condition(options);
  std::vector<RankedWork> ranked =
      ranking.rank(query, filtered ? std::numeric_limits<std::uint32_t>::max() : options.limit);
  if (filtered) keep_allowed(db, options, ranked);
  ReferenceResult result;
  result.notes = query.notes;
  result.total = static_cast<std::int64_t>(filtered ? ranked.size() : ranking.found());
  if (!is_claim && ranking.found() < kFewResults) result.suggestion = suggest(db, typed, work_texts(), labels);
  if (ranked.size() > options.limit) ranked.resize(options.limit);
  const std::vector<double> weights = ranking.term_weights();
  WorkReader reader(db);
  for (const RankedWork& work : ranked) {
    result.works.push_back(reader.read(work.key));
    Relevance relevance{work.score, {}, ""};
    if (options.explain || is_claim) relevance.parts = ranking.explain(work.key);
    if (is_claim) relevance.sentence = best_sentence(result.works.back().record.abstract, query, weights, labels);
    result.relevance.push_back(std::move(relevance));
  }
  return result;
}

}  // namespace claimbase

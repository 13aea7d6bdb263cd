#include "schema/store_check.h"

#include "schema/copy.h"
#include "schema/fts5_api.h"
#include "schema/full_text.h"
#include "schema/store.h"

namespace claimbase {
namespace {

/// A rule that a query counts the breaches of.
struct Rule {
  const char* breach;  // "3 <breach>"
  const char* count;
};

constexpr Rule kRules[] = {
    {"references that no article lists",
     "SELECT count(*) FROM reference WHERE NOT EXISTS (SELECT 1 FROM reference_entry AS e WHERE e.reference = "
     "reference.key)"},
    {"references that differ from their best entry",
     "SELECT count(*) FROM reference AS r WHERE r.work IS NOT (SELECT e.work FROM reference_entry AS e"
     " WHERE e.reference = r.key ORDER BY e.fields DESC, e.raw, e.work LIMIT 1)"},
    {"claims without a mention",
     "SELECT count(*) FROM claim WHERE NOT EXISTS (SELECT 1 FROM mention WHERE mention.claim = claim.key)"},
    {"claims whose id differs from their parts",
     "SELECT count(*) FROM claim AS c JOIN concept AS s ON s.key = c.substance JOIN concept AS o ON o.key = c.outcome"
     " WHERE c.id <> s.id || ':' || c.relation || ':' || o.id"},
    {"retired concepts that no claim uses",
     "SELECT count(*) FROM concept WHERE retired = 1 AND NOT EXISTS (SELECT 1 FROM claim WHERE substance = concept.key)"
     " AND NOT EXISTS (SELECT 1 FROM claim WHERE outcome = concept.key)"},
    {"sentences outside their block",
     "SELECT count(*) FROM sentence AS s JOIN block AS b ON b.key = s.block"
     " WHERE s.article <> b.article OR s.begin_byte < b.begin_byte OR s.end_byte > b.end_byte"},
    {"mentions outside their article",
     "SELECT count(*) FROM mention AS m JOIN sentence AS s ON s.key = m.sentence WHERE s.article <> m.article"},
    {"citations outside their article",
     "SELECT count(*) FROM citation AS c JOIN sentence AS s ON s.key = c.sentence WHERE s.article <> c.article"},
    {"evidence links between two articles",
     "SELECT count(*) FROM evidence AS e JOIN mention AS m ON m.key = e.mention JOIN citation AS c ON c.key = "
     "e.citation"
     " WHERE m.article <> c.article"},
    {"evidence links that name another reference than their citation",
     "SELECT count(*) FROM evidence AS e JOIN citation AS c ON c.key = e.citation"
     " WHERE c.reference IS NOT NULL AND e.reference IS NOT c.reference"},
};

void check_pages(const Database& db, std::vector<std::string>& problems) {
  Statement pages(db, "PRAGMA integrity_check");
  while (pages.step()) {
    if (pages.text(0) != "ok") problems.push_back("damaged file: " + std::string(pages.text(0)));
  }
}

void check_foreign_keys(const Database& db, std::vector<std::string>& problems) {
  Statement keys(db, "PRAGMA foreign_key_check");
  while (keys.step()) {
    problems.push_back("a row of " + std::string(keys.text(0)) + " points at a row of " + std::string(keys.text(2)) +
                       " that is not there");
  }
}

void check_rules(const Database& db, std::vector<std::string>& problems) {
  for (const auto& rule : kRules) {
    const std::int64_t count = db.integer(rule.count).value_or(0);
    if (count != 0) problems.push_back(std::to_string(count) + " " + rule.breach);
  }
}

void check_versions(const Database& db, std::vector<std::string>& problems) {
  constexpr const char* kVersions =
      "SELECT count(*) FROM (SELECT DISTINCT reader_version, extractor_version, analyzer_version, vocabulary_version "
      "FROM article)";
  const std::int64_t versions = db.integer(kVersions).value_or(0);
  if (versions > 1) {
    problems.push_back("articles were analysed by " + std::to_string(versions) +
                       " different versions; update the store");
  }
  Statement analyzer(db, "SELECT value FROM meta WHERE name = ?1");
  analyzer.bind(1, kFullTextAnalyzerMeta);
  const std::string own = full_text_analyzer();
  if (!analyzer.step() || analyzer.text(0) != own) {
    problems.emplace_back("full text was made by another version of the analyzer; update the store");
  }
}

void check_full_text(Database& db, bool writable, std::vector<std::string>& problems) {
  std::vector<std::string> damaged;
  if (writable) {
    damaged = damaged_full_text(db);
  } else {
    Database copy("", OpenMode::create);  // a temporary file, gone when it is closed
    if (const int code = register_full_text(copy.handle()); code != 0) copy.fail(code, "register the tokenizer for");
    copy_database(db, copy);
    damaged = damaged_full_text(copy);
  }
  for (const auto& table : damaged) problems.push_back("full text " + table + " disagrees with its rows");
}

}  // namespace

std::vector<std::string> check_store(Database& db, bool writable) {
  std::vector<std::string> problems;
  check_pages(db, problems);
  if (!problems.empty()) return problems;  // of damaged pages nothing else can be asked
  check_foreign_keys(db, problems);
  check_rules(db, problems);
  check_versions(db, problems);
  check_full_text(db, writable, problems);
  return problems;
}

}  // namespace claimbase

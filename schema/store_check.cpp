#include "schema/store_check.h"

#include <utility>

#include "schema/copy.h"
#include "schema/fts5_api.h"
#include "schema/full_text.h"
#include "schema/label_words.h"
#include "schema/reference_rows.h"
#include "schema/sentence_chunks.h"
#include "schema/store.h"
#include "schema/work_json.h"

namespace claimbase {
namespace {

/// A rule that a query counts the breaches of.
struct Rule {
  const char* breach;  // "3 <breach>"
  const char* count;
};

constexpr Rule kRules[] = {
    {"references that no article lists and no library holds",
     "SELECT count(*) FROM reference WHERE NOT EXISTS (SELECT 1 FROM reference_entry AS e WHERE e.reference = "
     "reference.key) AND NOT EXISTS (SELECT 1 FROM library_record AS l WHERE l.reference = reference.key)"},
    {"descriptions of works that nothing uses",
     "SELECT count(*) FROM identity AS i WHERE NOT EXISTS (SELECT 1 FROM reference_entry WHERE identity = i.key)"
     " AND NOT EXISTS (SELECT 1 FROM library_record WHERE identity = i.key)"
     " AND NOT EXISTS (SELECT 1 FROM retraction_notice WHERE identity = i.key)"},
    {"reference entries of another work than their description",
     "SELECT count(*) FROM reference_entry AS e JOIN reference AS r ON r.key = e.reference LEFT JOIN identity AS i"
     " ON i.key = e.identity WHERE i.work IS NOT r.id"},
    {"library records of another work than their description",
     "SELECT count(*) FROM library_record AS e JOIN reference AS r ON r.key = e.reference JOIN identity AS i"
     " ON i.key = e.identity WHERE i.work <> r.id"},
    {"descriptions of another work than their target",
     "SELECT count(*) FROM identity AS i LEFT JOIN identity AS t ON t.key = i.target"
     " WHERE i.work <> coalesce(t.work, i.own)"},
    {"citations of another work than their entry",
     "SELECT count(*) FROM citation AS c JOIN reference_entry AS e ON e.key = c.entry WHERE c.reference IS NOT "
     "e.reference"},
    {"candidates of another work than their entry",
     "SELECT count(*) FROM citation_candidate AS c JOIN reference_entry AS e ON e.key = c.entry WHERE c.reference <> "
     "e.reference"},
    {"citations that lead to a work and may lead to another",
     "SELECT count(*) FROM citation AS c WHERE c.reference IS NOT NULL AND EXISTS (SELECT 1 FROM citation_candidate AS "
     "n WHERE n.citation = c.key AND n.reference <> c.reference)"},
    {"citations of works that neither their list nor a library has",
     "SELECT count(*) FROM citation AS c WHERE c.reference IS NOT NULL AND c.entry IS NULL AND NOT EXISTS (SELECT 1 "
     "FROM"
     " library_record AS l WHERE l.reference = c.reference)"},
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
     // In the order of the sentences: by an index of claims each would lie elsewhere.
     "SELECT count(*) FROM mention AS m NOT INDEXED JOIN sentence AS s ON s.key = m.sentence WHERE s.article <> "
     "m.article"},
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

void check_pages(const Database& db, std::vector<StoreProblem>& problems) {
  Statement pages(db, "PRAGMA integrity_check");
  while (pages.step()) {
    if (pages.text(0) != "ok")
      problems.push_back({"store.pages", "damaged file: " + std::string(pages.text(0)), Mend::rebuild});
  }
}

void check_foreign_keys(const Database& db, std::vector<StoreProblem>& problems) {
  Statement keys(db, "PRAGMA foreign_key_check");
  while (keys.step()) {
    problems.push_back({"store.keys",
                        "a row of " + std::string(keys.text(0)) + " points at a row of " + std::string(keys.text(2)) +
                            " that is not there",
                        Mend::repair});
  }
}

void check_rules(const Database& db, std::vector<StoreProblem>& problems) {
  for (const auto& rule : kRules) {
    const std::int64_t count = db.integer(rule.count).value_or(0);
    if (count != 0) problems.push_back({"store.rows", std::to_string(count) + " " + rule.breach, Mend::repair});
  }
}

// What rows hold is compared with what they are made from.
void check_references(Database& db, std::vector<StoreProblem>& problems) {
  FullText full_text(db);
  ReferenceRows references(db, full_text);
  std::int64_t wrong = 0;
  Statement rows(db, "SELECT key, work, abstract, notice, notice_date FROM reference");
  while (rows.step()) {
    const auto made = references.merged(rows.integer(0));
    const bool same = made && rows.text(1) == reference_json(made->work) && rows.text(2) == made->work.abstract &&
                      rows.text(3) == made->notice.nature && rows.text(4) == made->notice.date;
    wrong += same ? 0 : 1;
  }
  if (wrong != 0) {
    problems.push_back(
        {"store.rows", std::to_string(wrong) + " references that differ from their best entry", Mend::repair});
  }
}

void check_sentence_chunks(const Database& db, std::vector<StoreProblem>& problems) {
  const std::int64_t wrong = count_wrong_sentence_chunks(db);
  if (wrong != 0) {
    problems.push_back(
        {"store.rows", std::to_string(wrong) + " sentences that ranking takes for others", Mend::repair});
  }
}

void check_versions(const Database& db, std::vector<StoreProblem>& problems) {
  constexpr const char* kVersions =
      "SELECT count(*) FROM (SELECT DISTINCT reader_version, extractor_version, analyzer_version, vocabulary_version "
      "FROM article)";
  const std::int64_t versions = db.integer(kVersions).value_or(0);
  if (versions > 1) {
    problems.push_back(
        {"store.versions",
         "articles were analysed by " + std::to_string(versions) + " different versions; update the store",
         Mend::update});
  }
  Statement analyzer(db, "SELECT value FROM meta WHERE name = ?1");
  analyzer.bind(1, kFullTextAnalyzerMeta);
  const std::string own = full_text_analyzer();
  if (!analyzer.step() || analyzer.text(0) != own) {
    problems.push_back(
        {"store.versions", "full text was made by another version of the analyzer; update the store", Mend::update});
  }
}

void check_label_words(const Database& db, std::vector<StoreProblem>& problems) {
  if (!has_label_words(db)) {
    problems.push_back({"store.versions",
                        "words of labels were made by another version of the analyzer; update the store",
                        Mend::update});
  } else if (kept_label_rows(db) != made_label_rows(db)) {
    problems.push_back({"store.rows", "words of labels that differ from the labels", Mend::repair});
  }
}

void check_full_text(Database& db, bool writable, std::vector<StoreProblem>& problems) {
  std::vector<std::string> damaged;
  if (writable) {
    damaged = damaged_full_text(db);
  } else {
    Database copy("", OpenMode::create);  // a temporary file, gone when it is closed
    if (const int code = register_full_text(copy.handle()); code != 0) copy.fail(code, "register the tokenizer for");
    copy_database(db, copy);
    damaged = damaged_full_text(copy);
  }
  for (const auto& table : damaged) {
    problems.push_back({"store.full-text", "full text " + table + " disagrees with its rows", Mend::repair});
  }
}

}  // namespace

std::vector<StoreProblem> find_store_problems(Database& db, bool writable) {
  std::vector<StoreProblem> problems;
  check_pages(db, problems);
  if (!problems.empty()) return problems;  // of damaged pages nothing else can be asked
  check_foreign_keys(db, problems);
  check_references(db, problems);
  check_rules(db, problems);
  check_sentence_chunks(db, problems);
  check_versions(db, problems);
  check_label_words(db, problems);
  check_full_text(db, writable, problems);
  return problems;
}

std::vector<std::string> check_store(Database& db, bool writable) {
  std::vector<std::string> messages;
  for (StoreProblem& each : find_store_problems(db, writable)) messages.push_back(std::move(each.message));
  return messages;
}

}  // namespace claimbase

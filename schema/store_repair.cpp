#include "schema/store_repair.h"

#include <set>
#include <string_view>

#include "schema/full_text.h"
#include "schema/label_words.h"
#include "schema/sentence_upkeep.h"
#include "schema/work_rows.h"

namespace claimbase {
namespace {

/// Where a table keeps the article or library of a row.
struct Owner {
  std::string_view table;
  std::string_view path;  // a row's, as a subquery on the table
};

constexpr Owner kOwners[] = {
    {"block", "SELECT path FROM article WHERE key = block.article"},
    {"sentence", "SELECT path FROM article WHERE key = sentence.article"},
    {"mention", "SELECT path FROM article WHERE key = mention.article"},
    {"quantity",
     "SELECT a.path FROM mention AS m JOIN article AS a ON a.key = m.article WHERE m.key = quantity.mention"},
    {"reference_entry", "SELECT path FROM article WHERE key = reference_entry.article"},
    {"citation", "SELECT path FROM article WHERE key = citation.article"},
    {"citation_candidate",
     "SELECT a.path FROM citation AS c JOIN article AS a ON a.key = c.article WHERE c.key = "
     "citation_candidate.citation"},
    {"evidence",
     "SELECT a.path FROM mention AS m JOIN article AS a ON a.key = m.article WHERE m.key = evidence.mention"},
    {"diagnostic", "SELECT path FROM article WHERE key = diagnostic.article"},
};
constexpr Owner kLibraryOwners[] = {
    {"library_record", "SELECT path FROM library WHERE key = library_record.library"},
    {"retraction_notice", "SELECT path FROM library WHERE key = retraction_notice.library"},
    {"library_diagnostic", "SELECT path FROM library WHERE key = library_diagnostic.library"},
};

// Articles with rows that break a rule of store_check.cpp which no other row can mend.
constexpr std::string_view kBrokenArticles =
    "SELECT a.path FROM sentence AS s JOIN block AS b ON b.key = s.block JOIN article AS a ON a.key IN (s.article, "
    "b.article) WHERE s.article <> b.article OR s.begin_byte < b.begin_byte OR s.end_byte > b.end_byte"
    " UNION SELECT a.path FROM mention AS m NOT INDEXED JOIN sentence AS s ON s.key = m.sentence JOIN article AS a ON"
    " a.key IN (m.article, s.article) WHERE s.article <> m.article"
    " UNION SELECT a.path FROM citation AS c JOIN sentence AS s ON s.key = c.sentence JOIN article AS a ON a.key IN"
    " (c.article, s.article) WHERE s.article <> c.article"
    " UNION SELECT a.path FROM evidence AS e JOIN mention AS m ON m.key = e.mention JOIN citation AS c ON c.key ="
    " e.citation JOIN article AS a ON a.key IN (m.article, c.article) WHERE m.article <> c.article OR (c.reference IS"
    " NOT NULL AND e.reference IS NOT c.reference)"
    " UNION SELECT a.path FROM citation AS c JOIN reference_entry AS e ON e.key = c.entry JOIN article AS a ON a.key ="
    " c.article WHERE c.reference IS NOT e.reference"
    " UNION SELECT a.path FROM mention AS m JOIN claim AS c ON c.key = m.claim JOIN concept AS s ON s.key = c.substance"
    " JOIN concept AS o ON o.key = c.outcome JOIN article AS a ON a.key = m.article"
    " WHERE c.id <> s.id || ':' || c.relation || ':' || o.id"
    " UNION SELECT a.path FROM reference_entry AS e JOIN article AS a ON a.key = e.article WHERE e.identity IS NULL"
    " UNION SELECT a.path FROM citation_candidate AS n JOIN citation AS c ON c.key = n.citation JOIN article AS a ON"
    " a.key = c.article LEFT JOIN reference_entry AS e ON e.key = n.entry"
    " WHERE n.reference <> e.reference OR (c.reference IS NOT NULL AND n.reference <> c.reference)";

// An orphan has lost what pointed at it, and nobody knows in which article.
constexpr std::string_view kArticlesOfOrphans =
    "SELECT path FROM article WHERE EXISTS (SELECT 1 FROM claim AS c WHERE NOT EXISTS (SELECT 1 FROM mention AS m WHERE"
    " m.claim = c.key)) OR EXISTS (SELECT 1 FROM reference AS r WHERE NOT EXISTS (SELECT 1 FROM reference_entry AS e"
    " WHERE e.reference = r.key) AND NOT EXISTS (SELECT 1 FROM library_record AS l WHERE l.reference = r.key))";

// Claims get their names: the articles that make one of another name are read again, and what it should have been
// comes out then.
constexpr const char* kDropOrphans =
    "UPDATE OR IGNORE claim SET id = (SELECT s.id || ':' || claim.relation || ':' || o.id FROM concept AS s, concept AS"
    " o WHERE s.key = claim.substance AND o.key = claim.outcome);"
    "DELETE FROM claim WHERE NOT EXISTS (SELECT 1 FROM mention WHERE claim = claim.key);"
    "DELETE FROM concept WHERE retired = 1 AND NOT EXISTS (SELECT 1 FROM claim WHERE substance = concept.key)"
    " AND NOT EXISTS (SELECT 1 FROM claim WHERE outcome = concept.key);"
    "UPDATE identity SET target = NULL WHERE target IS NOT NULL AND NOT EXISTS (SELECT 1 FROM identity AS t WHERE t.key"
    " = identity.target);"
    "UPDATE citation SET reference = NULL WHERE reference IS NOT NULL AND entry IS NULL AND NOT EXISTS (SELECT 1 FROM"
    " library_record AS l WHERE l.reference = citation.reference);"
    "UPDATE evidence SET reference = NULL WHERE reference IS NOT NULL AND citation IS NOT NULL AND entry IS NULL AND "
    "NOT"
    " EXISTS (SELECT 1 FROM library_record AS l WHERE l.reference = evidence.reference);"
    "DELETE FROM reference WHERE NOT EXISTS (SELECT 1 FROM reference_entry AS e WHERE e.reference = reference.key)"
    " AND NOT EXISTS (SELECT 1 FROM library_record AS l WHERE l.reference = reference.key);";

class Repair {
 public:
  explicit Repair(Database& db) : db_(db) {}

  RepairReport run() && {
    db_.execute("PRAGMA foreign_keys = 0");  // rows that point at nothing are dropped one by one
    {
      Transaction transaction(db_);
      find_differing_words();
      collect(std::string(kArticlesOfOrphans), articles_);
      drop_all_dangling();
      collect(std::string(kBrokenArticles), articles_);
      db_.execute(kDropOrphans);
      drop_all_dangling();
      mark();
      rebuild_full_text(db_);
      write_label_words(db_);
      rebuild_sentence_data(db_);
      made_.full_text = true;
      db_.execute("DELETE FROM meta WHERE name IN ('identity_version', 'library_citations_settled', 'counts')");
      transaction.commit();
    }
    db_.execute("PRAGMA foreign_keys = 1");
    renew_identity(db_);
    drop_unused_identities();
    made_.articles.assign(articles_.begin(), articles_.end());
    made_.libraries.assign(libraries_.begin(), libraries_.end());
    return std::move(made_);
  }

 private:
  static constexpr int kMostPasses = 10;  // the depth of keys that lead to keys is less

  // An index of the rows as they are, against the one that is kept: both list their words.
  void find_differing_words() {
    for (const char* language : {"nl", "en", "und"}) {
      const std::string name(language);
      db_.execute(
          "CREATE VIRTUAL TABLE temp.repair_fts USING fts5(text, heading, content = '', tokenize = 'claimbase " + name +
          "')");
      db_.execute("INSERT INTO temp.repair_fts(rowid, text, heading) SELECT key, text, heading FROM sentence_" + name);
      db_.execute("CREATE VIRTUAL TABLE temp.words_made USING fts5vocab('temp', 'repair_fts', 'instance')");
      db_.execute("CREATE VIRTUAL TABLE temp.words_kept USING fts5vocab('main', 'sentence_fts_" + name +
                  "', 'instance')");
      const std::string made = "SELECT term, doc, col, offset FROM temp.words_made";
      const std::string kept = "SELECT term, doc, col, offset FROM temp.words_kept";
      try {
        const std::string docs = "SELECT doc FROM (SELECT * FROM (" + made + " EXCEPT " + kept +
                                 ") UNION ALL SELECT * FROM (" + kept + " EXCEPT " + made + "))";
        collect("SELECT a.path FROM sentence AS s JOIN article AS a ON a.key = s.article WHERE s.key IN (" + docs + ")",
                articles_);
      } catch (const StoreError& error) {
        if (error.kind() != StoreErrorKind::corrupt) throw;  // the index cannot be read: it says nothing of the rows
        collect("SELECT DISTINCT a.path FROM sentence_" + name +
                    " AS v JOIN sentence AS s ON s.key = v.key JOIN article AS a ON a.key = s.article",
                articles_);
      }
      db_.execute("DROP TABLE temp.words_kept; DROP TABLE temp.words_made; DROP TABLE temp.repair_fts");
    }
  }

  void drop_all_dangling() {
    for (int pass = 0; pass < kMostPasses && drop_dangling(); ++pass) continue;
  }

  // Table and column names come from the schema.
  bool drop_dangling() {
    const std::int64_t before = made_.dropped;
    Statement keys(db_,
                   "SELECT t.name, k.\"from\", k.\"table\", coalesce(k.\"to\", 'key') FROM sqlite_schema AS t,"
                   " pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table' ORDER BY t.rowid");
    std::vector<std::pair<std::string, std::string>> dangling;
    while (keys.step()) {
      const std::string table(keys.text(0));
      const std::string column = table + "." + std::string(keys.text(1));
      dangling.emplace_back(table, column + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + std::string(keys.text(2)) +
                                       " AS p WHERE p." + std::string(keys.text(3)) + " = " + column + ")");
    }
    for (const auto& [table, condition] : dangling) {
      collect_owners(table, condition);
      change("DELETE FROM " + table + " WHERE " + condition);
    }
    return made_.dropped != before;
  }

  void collect_owners(const std::string& table, const std::string& condition) {
    const auto collect_from = [&](const auto& owners, std::set<std::string>& into) {
      for (const Owner& owner : owners) {
        if (owner.table != table) continue;
        collect("SELECT (" + std::string(owner.path) + ") FROM " + table + " WHERE " + condition, into);
      }
    };
    collect_from(kOwners, articles_);
    collect_from(kLibraryOwners, libraries_);
  }

  void collect(const std::string& sql, std::set<std::string>& into) {
    Statement rows(db_, sql);
    while (rows.step()) {
      if (!rows.is_null(0)) into.emplace(rows.text(0));
    }
  }

  void change(const std::string& sql) {
    Statement statement(db_, sql);
    statement.run();
    made_.dropped += db_.changes();
  }

  // No file has a negative size, and no bytes that hash.
  void mark() {
    Statement article(db_, "UPDATE article SET size = -1, content_hash = '' WHERE path = ?1");
    for (const std::string& each : articles_) article.bind(1, std::string_view(each)).run();
    Statement library(db_, "UPDATE library SET size = -1, content_hash = '' WHERE path = ?1");
    for (const std::string& each : libraries_) library.bind(1, std::string_view(each)).run();
  }

  void drop_unused_identities() {
    Transaction transaction(db_);
    change(
        "DELETE FROM identity WHERE NOT EXISTS (SELECT 1 FROM reference_entry AS e WHERE e.identity = identity.key)"
        " AND NOT EXISTS (SELECT 1 FROM library_record AS l WHERE l.identity = identity.key)"
        " AND NOT EXISTS (SELECT 1 FROM retraction_notice AS n WHERE n.identity = identity.key)"
        " AND NOT EXISTS (SELECT 1 FROM identity AS t WHERE t.target = identity.key)");
    transaction.commit();
  }

  Database& db_;
  std::set<std::string> articles_;
  std::set<std::string> libraries_;
  RepairReport made_;
};

}  // namespace

RepairReport repair_rows(Database& db) {
  return Repair(db).run();
}

}  // namespace claimbase

// Libraries and notices in the store, and which descriptions become one reference.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <random>

#include "schema/fts5_api.h"
#include "schema/full_text.h"
#include "schema/notices.h"
#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ReferenceRecord described(const std::string& id, const std::string& page = "101-109") {
  ReferenceRecord work;
  work.id = id;
  work.type = "article-journal";
  work.authors = {{"Vermeer", "A.", ""}};
  work.year = 2019;
  work.title = "Magnesium intake and sleep quality in older adults";
  work.container_title = "Journal of Minerals";
  work.volume = "12";
  work.page = page;
  work.study_design = "unknown";
  if (id.starts_with("doi:")) work.doi = id.substr(4);
  if (id.starts_with("pmid:")) work.pmid = id.substr(5);
  work.raw = "Vermeer A. Magnesium intake and sleep quality in older adults. " + id;
  return work;
}

LibraryRecordFile library(const std::string& path, std::vector<ReferenceRecord> works) {
  LibraryRecordFile file;
  file.path = path;
  file.format = "ris";
  file.content_hash = "00";
  for (ReferenceRecord& work : works) {
    work.raw.clear();
    file.records.push_back({static_cast<std::uint32_t>(file.records.size() + 1), "", std::move(work)});
  }
  return file;
}

LibraryRecordFile notices(const std::string& path, const std::vector<RetractionRecord>& rows) {
  LibraryRecordFile file;
  file.path = path;
  file.format = "retraction-watch";
  file.content_hash = "00";
  file.notices = rows;
  return file;
}

RetractionRecord notice(const std::string& nature, const std::string& date, const ReferenceRecord& paper) {
  RetractionRecord made;
  made.record_id = nature + date;
  made.nature = nature;
  made.date = date;
  made.paper = paper;
  return made;
}

std::vector<std::string> references(Store& store) {
  std::vector<std::string> ids;
  Statement rows(store.database(), "SELECT id FROM reference ORDER BY id");
  while (rows.step()) ids.emplace_back(rows.text(0));
  return ids;
}

ArticleBuilder citing(const std::string& path, const ReferenceRecord& work) {
  ArticleBuilder article(path);
  article.sentence("Magnesium verlaagt de bloeddruk.1").mention("magnesium", "lowers", "blood-pressure");
  article.reference(work).cite(1);
  return article;
}

TEST_F(StoreTest, AnEntryWithoutIdentifierIsTheWorkThatALibraryHolds) {
  Store store = new_store();
  store.replace_article(citing("a.txt", described("ref:1")));
  EXPECT_THAT(references(store), ElementsAre("ref:1"));
  ReferenceRecord full = described("doi:10.1000/jm.12");
  full.title += ": a cohort study";
  full.abstract = "Bloeddruk en slaap.";
  full.mesh = {"*Sleep/drug effects", "Humans"};
  full.publication_types = {"Journal Article"};
  full.study_design = "cohort";
  full.level = 3;
  store.replace_library(library("refs/a.ris", {full}));
  EXPECT_THAT(references(store), ElementsAre("doi:10.1000/jm.12"));
  Database& db = store.database();
  EXPECT_EQ(db.text("SELECT title FROM reference"), full.title);
  EXPECT_EQ(db.text("SELECT abstract FROM reference"), full.abstract);
  EXPECT_EQ(db.text("SELECT raw FROM reference"), described("ref:1").raw);
  EXPECT_EQ(db.text("SELECT study_design FROM reference"), "cohort");
  EXPECT_EQ(db.text("SELECT group_concat(descriptor || major) FROM mesh"), "Sleep1,Humans0");
  EXPECT_EQ(db.integer("SELECT count(*) FROM citation AS c JOIN reference AS r ON r.key = c.reference"), 1);
  EXPECT_EQ(db.integer("SELECT count(*) FROM evidence AS e JOIN reference AS r ON r.key = e.reference"), 1);
  EXPECT_EQ(db.integer("SELECT count(*) FROM reference_fts('slaap')"), 1);
  EXPECT_EQ(db.integer("SELECT score >= 0.95 FROM identity WHERE target IS NOT NULL"), 1);
  EXPECT_THAT(store.check(), IsEmpty());

  EXPECT_TRUE(store.remove_library("refs/a.ris"));
  EXPECT_THAT(references(store), ElementsAre("ref:1"));
  EXPECT_EQ(db.text("SELECT title FROM reference"), described("ref:1").title);
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, AWorkStaysWhileALibraryHoldsIt) {
  Store store = new_store();
  store.replace_library(library("refs/a.ris", {described("doi:10.1000/jm.12")}));
  store.replace_article(citing("a.txt", described("ref:1")));
  EXPECT_TRUE(store.remove_article("a.txt"));
  EXPECT_THAT(references(store), ElementsAre("doi:10.1000/jm.12"));
  EXPECT_TRUE(store.remove_library("refs/a.ris"));
  EXPECT_THAT(references(store), IsEmpty());
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM identity"), 0);
}

TEST_F(StoreTest, ALibraryIsNotChangedByWhatAnEntryPrints) {
  Store store = new_store();
  ReferenceRecord record = described("doi:10.1000/jm.12");
  record.publisher.clear();
  ReferenceRecord entry = described("doi:10.1000/jm.12");
  entry.publisher = "Printed by mistake";
  entry.title = "Magnesium intake and sleep quality in older adults, with much added";
  store.replace_library(library("refs/a.ris", {record}));
  store.replace_article(citing("a.txt", entry));
  EXPECT_EQ(store.database().text("SELECT publisher FROM reference"), "");
  EXPECT_EQ(store.database().text("SELECT title FROM reference"), record.title);
}

TEST_F(StoreTest, IdentifiersJoinInTheirOrder) {
  Store store = new_store();
  ReferenceRecord both = described("doi:10.1000/jm.12");
  both.pmid = "31415926";
  ReferenceRecord by_pmid;
  by_pmid.id = "pmid:31415926";
  by_pmid.pmid = "31415926";
  by_pmid.raw = "PMID 31415926";
  store.replace_article(citing("a.txt", by_pmid));
  EXPECT_THAT(references(store), ElementsAre("pmid:31415926"));
  store.replace_library(library("refs/a.ris", {both}));
  EXPECT_THAT(references(store), ElementsAre("doi:10.1000/jm.12"));
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, WhatFitsTwoWorksIsNeither) {
  Store store = new_store();
  store.replace_library(library("refs/a.ris", {described("doi:10.1000/a", ""), described("doi:10.1000/b", "")}));
  store.replace_article(citing("a.txt", described("ref:1", "")));
  EXPECT_THAT(references(store), ElementsAre("doi:10.1000/a", "doi:10.1000/b", "ref:1"));
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM identity WHERE target IS NULL AND score IS NOT NULL"), 1);
}

TEST_F(StoreTest, NoticesFindTheirPapersWhateverComesFirst) {
  Store store = new_store();
  ReferenceRecord paper = described("doi:10.1000/jm.12");
  paper.volume = paper.page = "";
  store.replace_library(notices(
      "rw/rw.csv", {notice("expression-of-concern", "2019-12-01", paper), notice("retraction", "2020-01-15", paper)}));
  EXPECT_THAT(references(store), IsEmpty());
  store.replace_article(citing("a.txt", described("ref:1")));
  EXPECT_THAT(references(store), ElementsAre("doi:10.1000/jm.12"));
  EXPECT_EQ(store.database().text("SELECT notice || ' ' || notice_date FROM reference"), "retraction 2020-01-15");
  EXPECT_EQ(store.counts().retracted, 1);
  store.replace_library(notices("rw/rw.csv", {notice("correction", "2021", paper)}));
  EXPECT_EQ(store.database().text("SELECT notice || ' ' || notice_date FROM reference"), "correction 2021");
  EXPECT_TRUE(store.remove_library("rw/rw.csv"));
  EXPECT_EQ(store.database().text("SELECT id || notice FROM reference"), "ref:1");
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST(StandingNotice, AReinstatementEndsARetractionBeforeIt) {
  const Notice retracted{"retraction", "2020-01-15"};
  const Notice corrected{"correction", "2022"};
  const Notice concern{"expression-of-concern", "2019"};
  const auto nature = [](std::vector<Notice> all) { return standing_notice(all).nature; };
  EXPECT_EQ(nature({}), "");
  EXPECT_EQ(nature({corrected, concern, retracted}), "retraction");
  EXPECT_EQ(nature({retracted, {"reinstatement", "2021"}}), "reinstatement");
  EXPECT_EQ(nature({retracted, {"reinstatement", "2019"}}), "retraction");
  EXPECT_EQ(nature({corrected, concern}), "expression-of-concern");
  EXPECT_EQ(nature({corrected}), "correction");
}

// The same articles, libraries and notices in any order, by any way, give the same store.
TEST_F(StoreTest, AnySequenceOfLibrariesAndArticlesEqualsACleanBuild) {
  std::mt19937 random(20240502);  // fixed: the same sequence each time
  const auto below = [&](std::size_t limit) { return random() % limit; };
  const std::vector<std::string> titles = {"Magnesium intake and sleep quality in older adults",
                                           "Magnesium intake and sleep quality in older adults: a cohort study",
                                           "Magnesium intake and slep quality in older adults",
                                           "Zinc intake and sleep quality in older adults",
                                           "Editorial",
                                           ""};
  const std::vector<std::string> ids = {"doi:10.1/a", "doi:10.1/b", "pmid:1", "pmid:2", "ref:1", "ref:2", "ref:3"};
  const auto random_work = [&] {
    ReferenceRecord work = described(ids[below(ids.size())], below(2) == 0 ? "101" : "");
    work.title = titles[below(titles.size())];
    if (below(3) == 0) work.pmid = std::to_string(below(2) + 1);
    if (below(4) == 0) work.pmcid = "PMC" + std::to_string(below(2) + 1);
    if (below(3) == 0) work.year = 2018 + static_cast<int>(below(3));
    if (below(4) == 0) work.authors.clear();
    if (below(3) == 0) work.abstract = "Abstract " + std::to_string(below(3));
    return work;
  };
  Store store = new_store();
  std::map<std::string, ArticleRecord> articles;
  std::map<std::string, LibraryRecordFile> libraries;
  for (int step = 0; step < 200; ++step) {
    const std::string name = std::to_string(below(5));
    if (below(2) == 0) {
      if (below(4) == 0) {
        EXPECT_EQ(store.remove_article(name), articles.erase(name) == 1);
        continue;
      }
      ArticleBuilder article(name);
      article.sentence("Magnesium.").mention("magnesium", "treats", "migraine");
      for (std::size_t i = below(4); i > 0; --i) {
        article.reference(random_work());
        article.cite(static_cast<int>(article.get().references.size()));
      }
      articles[name] = article;
      store.replace_article(article);
    } else {
      if (below(4) == 0) {
        EXPECT_EQ(store.remove_library(name), libraries.erase(name) == 1);
        continue;
      }
      std::vector<ReferenceRecord> works;
      for (std::size_t i = below(4); i > 0; --i) works.push_back(random_work());
      LibraryRecordFile file = library(name, works);
      for (std::size_t i = below(3); i > 0; --i) file.notices.push_back(notice("retraction", "2020", random_work()));
      libraries[name] = file;
      store.replace_library(file);
    }
    if (step % 20 == 0) {
      ASSERT_THAT(store.check(), IsEmpty());
    }
  }
  Store clean = new_store("clean.db", StoreMode::bulk);
  for (const auto& [name, file] : libraries) clean.replace_library(file);
  for (auto each = articles.rbegin(); each != articles.rend(); ++each) clean.replace_article(each->second);
  clean.finish_bulk();
  EXPECT_THAT(store.check(), IsEmpty());
  EXPECT_EQ(dump(store), dump(clean));
}

std::string columns_of(const Database& db) {
  return db
      .text(
          "SELECT group_concat(m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' ||"
          " coalesce(c.dflt_value, ''), char(10)) FROM (SELECT name FROM sqlite_schema WHERE type = 'table' AND name "
          "NOT"
          " LIKE '%_fts%' ORDER BY name) AS m, pragma_table_info(m.name) AS c")
      .value_or("");
}

std::string indexes_of(const Database& db) {
  return db
      .text(
          "SELECT group_concat(name || coalesce(' ' || sql, ''), char(10)) FROM"
          " (SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY name)")
      .value_or("");
}

std::string schema_of_version(int version) {
  std::ifstream file(std::string(CLAIMBASE_SOURCE_DIR) + "/tests/schema/version_" + std::to_string(version) + ".sql");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Copies what an older version had room for out of a store of today.
void copy_rows(Database& old) {
  const std::string tables =
      old.text(
             "SELECT group_concat(name) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%_fts%' AND name <> "
             "'link_kind' ORDER BY rowid")
          .value_or("");
  std::istringstream names(tables);
  for (std::string name; std::getline(names, name, ',');) {
    const std::string columns =
        old.text("SELECT group_concat(name) FROM pragma_table_info('" + name + "')").value_or("");
    old.execute("INSERT INTO " + name + "(" + columns + ") SELECT " + columns + " FROM today." + name);
  }
  old.execute("DELETE FROM meta WHERE name = 'label_words'");  // there was no such table
}

TEST_F(StoreTest, VersionOneIsMigratedToWhatACleanBuildGives) {
  {
    Store store = new_store("today.db");
    store.replace_article(citing("a.txt", described("ref:1")));
    store.replace_article(citing("b.txt", described("doi:10.1000/jm.12")));
  }
  {
    Database old(file(), OpenMode::create);
    ASSERT_EQ(register_full_text(old.handle()), 0);
    old.execute("PRAGMA application_id = " + std::to_string(kStoreApplicationId) + "; PRAGMA user_version = 1");
    old.execute(schema_of_version(1));
    old.execute("PRAGMA foreign_keys = 0; ATTACH '" + file("today.db").string() + "' AS today");
    copy_rows(old);
    // Version 1 knew works by their names alone.
    old.execute(
        "DELETE FROM meta WHERE name = 'identity_version';"
        "INSERT INTO reference SELECT NULL, 'ref:1', type, title, authors, et_al, year, container_title, volume, issue,"
        " page, publisher, url, accessed, abstract, raw, study_design, level, work FROM reference LIMIT 1;"
        "UPDATE reference_entry SET reference = (SELECT key FROM reference WHERE id = 'ref:1') WHERE article ="
        " (SELECT key FROM article WHERE path = 'a.txt');"
        "UPDATE citation SET reference = (SELECT reference FROM reference_entry AS e WHERE e.article = "
        "citation.article);"
        "UPDATE evidence SET reference = (SELECT reference FROM citation AS c WHERE c.key = evidence.citation)");
    rebuild_full_text(old);
  }
  Store migrated = Store::open(file(), StoreMode::read_write);
  EXPECT_EQ(migrated.database().integer("PRAGMA user_version"), kStoreVersion);
  EXPECT_THAT(migrated.check(), IsEmpty());
  EXPECT_THAT(references(migrated), ElementsAre("doi:10.1000/jm.12"));
  Store clean = new_store("clean.db");
  clean.replace_article(citing("b.txt", described("doi:10.1000/jm.12")));
  clean.replace_article(citing("a.txt", described("ref:1")));
  EXPECT_EQ(dump(migrated), dump(clean));
  EXPECT_EQ(columns_of(migrated.database()), columns_of(clean.database()));
  EXPECT_EQ(indexes_of(migrated.database()), indexes_of(clean.database()));
}

class Versions : public StoreTest, public testing::WithParamInterface<int> {};

TEST_P(Versions, AreMigratedToWhatACleanBuildGives) {
  const std::string version = std::to_string(GetParam());
  const auto fill = [](Store& store) {
    store.replace_library(library("refs/a.ris", {described("doi:10.1000/jm.12")}));
    store.replace_article(citing("a.txt", described("ref:1")));
  };
  {
    Store store = new_store("today.db");
    fill(store);
  }
  {
    Database old(file(), OpenMode::create);
    ASSERT_EQ(register_full_text(old.handle()), 0);
    old.execute("PRAGMA application_id = " + std::to_string(kStoreApplicationId) +
                "; PRAGMA user_version = " + version);
    old.execute(schema_of_version(GetParam()));
    old.execute("PRAGMA foreign_keys = 0; ATTACH '" + file("today.db").string() + "' AS today");
    copy_rows(old);
    rebuild_full_text(old);
  }
  Store migrated = Store::open(file(), StoreMode::read_write);
  EXPECT_EQ(migrated.database().integer("PRAGMA user_version"), kStoreVersion);
  EXPECT_THAT(migrated.check(), IsEmpty());
  Store clean = new_store("clean.db");
  fill(clean);
  EXPECT_EQ(dump(migrated), dump(clean));
  EXPECT_EQ(columns_of(migrated.database()), columns_of(clean.database()));
  EXPECT_EQ(indexes_of(migrated.database()), indexes_of(clean.database()));
}

INSTANTIATE_TEST_SUITE_P(Store, Versions, testing::Values(2, 3, 4, 5),
                         [](const auto& tested) { return "Version" + std::to_string(tested.param); });

}  // namespace
}  // namespace claimbase

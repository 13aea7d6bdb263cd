// A work's row is written from its first description, and merged only where another has more to say: with the same
// outcome as if all were merged, in a clean build and article by article.
#include <gmock/gmock.h>

#include <functional>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

using Change = std::function<void(Store&)>;

class DescribedWorks : public StoreTest {
 protected:
  /// What the changes make, in a clean build and in a store that lives: the same, and what check() expects.
  Store made_by(const std::vector<Change>& changes) {
    Store clean = new_store("clean.db", StoreMode::bulk);
    Store living = new_store("living.db");
    for (const Change& change : changes) {
      change(clean);
      change(living);
    }
    clean.finish_bulk();
    EXPECT_EQ(dump(clean), dump(living));
    EXPECT_THAT(clean.check(), IsEmpty());
    EXPECT_THAT(living.check(), IsEmpty());
    return living;
  }
};

ReferenceRecord work_of(const std::string& id) {
  ReferenceRecord work = sample_reference(id, "Zinc and the length of a cold", 2016);
  work.volume = "9";
  work.page = "31-38";
  work.raw = "As printed: " + id;
  return work;
}

Change article(const std::string& path, const std::vector<ReferenceRecord>& works) {
  return [=](Store& store) {
    ArticleBuilder made(path);
    made.sentence("Tekst van " + path + ".");
    for (const ReferenceRecord& work : works) made.reference(work);
    store.replace_article(made);
  };
}

Change library(const ReferenceRecord& work) {
  return [=](Store& store) {
    LibraryRecordFile file;
    file.path = "refs.json";
    file.format = "csl-json";
    file.content_hash = "00";
    file.records.push_back({1, "", work});
    store.replace_library(file);
  };
}

Change retraction(const ReferenceRecord& paper) {
  return [=](Store& store) {
    LibraryRecordFile file;
    file.path = "notices.csv";
    file.format = "retraction-watch";
    file.content_hash = "00";
    RetractionRecord notice;
    notice.record_id = "1";
    notice.nature = "retraction";
    notice.date = "2021-03-04";
    notice.paper = paper;
    file.notices.push_back(notice);
    store.replace_library(file);
  };
}

TEST_F(DescribedWorks, ARowHoldsAnyTextAsItsJsonDoes) {
  ReferenceRecord odd = work_of("doi:10.5/odd");
  odd.title = std::string("A \"quoted\" \\ title\twith ") + '\0' + " and \xff in it";
  odd.authors = {{"O'Brien\x01", "A. \\u0041", ""}, {"", "", "A \"body\""}, {"", "", ""}};
  odd.publisher = "\\ufffd";
  odd.editors = {{"Visser", "B.", ""}};
  Store store = made_by({article("a.txt", {odd})});
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT title FROM reference"), "A \"quoted\" \\ title\twith \xef\xbf\xbd and \xff in it");
  EXPECT_EQ(db.text("SELECT publisher FROM reference"), "\\ufffd");
  EXPECT_EQ(db.text("SELECT raw FROM reference"), odd.raw);
  EXPECT_EQ(db.text("SELECT family FROM editor"), "Visser");
  EXPECT_EQ(db.integer("SELECT count(*) FROM author"), 3);
}

TEST_F(DescribedWorks, ARecordOfALibraryGivesAllButWhatIsPrinted) {
  ReferenceRecord record = work_of("doi:10.5/zinc");
  record.abstract = "Lozenges of zinc.";
  record.keywords = {"zinc", "common cold"};
  record.mesh = {"*Zinc/therapeutic use"};
  record.publication_types = {"Retracted Publication"};
  Store store = made_by({library(record)});
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT abstract FROM reference"), record.abstract);
  EXPECT_EQ(db.text("SELECT raw FROM reference"), "");
  EXPECT_EQ(db.text("SELECT notice FROM reference"), "retraction");
  EXPECT_EQ(db.integer("SELECT instr(work, 'Lozenges') FROM reference"), 0);
  EXPECT_EQ(db.integer("SELECT count(*) FROM reference_fts('lozenges AND therapeutic AND cold')"), 1);
}

TEST_F(DescribedWorks, AnEntryOfALibrarysWorkGivesWhatIsPrinted) {
  ReferenceRecord entry = work_of("doi:10.5/zinc");
  ReferenceRecord record = entry;
  record.raw.clear();
  for (const auto& changes : {std::vector{library(record), article("a.txt", {entry})},
                              std::vector{article("a.txt", {entry}), library(record)}}) {
    std::filesystem::remove(file("clean.db"));
    std::filesystem::remove(file("living.db"));
    Store store = made_by(changes);
    EXPECT_EQ(store.database().text("SELECT raw FROM reference"), entry.raw);
  }
}

TEST_F(DescribedWorks, AnIdentifierThatAWorseEntryAloneGivesIsTheWorks) {
  ReferenceRecord worse = work_of("doi:10.5/zinc");
  worse.volume.clear();
  worse.page.clear();
  worse.pmid = "20000001";
  Store store = made_by({article("a.txt", {work_of("doi:10.5/zinc")}), article("b.txt", {worse})});
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT volume FROM reference"), "9");
  EXPECT_EQ(db.text("SELECT value FROM identifier WHERE scheme = 'pmid'"), "20000001");
}

TEST_F(DescribedWorks, OneListThatDescribesAWorkTwiceTellsTheMostOfIt) {
  ReferenceRecord poor = work_of("doi:10.5/zinc");
  poor.volume.clear();
  poor.raw = "Poor.";
  Store store = made_by({article("a.txt", {poor, work_of("doi:10.5/zinc"), poor})});
  const Database& db = store.database();
  EXPECT_EQ(db.integer("SELECT count(*) FROM reference"), 1);
  EXPECT_EQ(db.integer("SELECT count(*) FROM identity"), 2);
  EXPECT_EQ(db.integer("SELECT count(*) FROM reference_entry"), 3);
  EXPECT_EQ(db.text("SELECT volume FROM reference"), "9");
}

TEST_F(DescribedWorks, ANoticeThatWasThereFirstStandsAndTellsItsIdentifiers) {
  ReferenceRecord paper = work_of("doi:10.5/zinc");
  paper.pmid = "20000001";
  Store store = made_by({retraction(paper), article("a.txt", {work_of("doi:10.5/zinc")})});
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT notice || notice_date FROM reference"), "retraction2021-03-04");
  EXPECT_EQ(db.text("SELECT value FROM identifier WHERE scheme = 'pmid'"), "20000001");
}

TEST_F(DescribedWorks, ANoticeOnExactlyWhatAnEntryDescribesStands) {
  Store store = made_by({retraction(work_of("doi:10.5/zinc")), article("a.txt", {work_of("doi:10.5/zinc")})});
  EXPECT_EQ(store.database().integer("SELECT count(*) FROM identity"), 1);
  EXPECT_EQ(store.database().text("SELECT notice FROM reference"), "retraction");
}

TEST_F(DescribedWorks, ARowWhoseWorkTurnsOutToBeAnotherGoesFromTheFullTextToo) {
  Store store = made_by({article("a.txt", {work_of("ref:zinc")}), article("b.txt", {work_of("doi:10.5/zinc")})});
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT group_concat(id) FROM reference"), "doi:10.5/zinc");
  EXPECT_EQ(db.integer("SELECT count(*) FROM reference_fts('zinc')"), 1);
  EXPECT_EQ(db.integer("SELECT count(DISTINCT reference) FROM author"), 1);
}

}  // namespace
}  // namespace claimbase

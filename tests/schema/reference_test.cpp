// One work, cited by several articles.
#include <gmock/gmock.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

ReferenceRecord full() {
  ReferenceRecord work = sample_reference("doi:10.1/x", "Magnesium intake and migraine", 2018);
  work.volume = "12";
  work.page = "1-9";
  return work;
}

ReferenceRecord poor(const std::string& raw) {
  ReferenceRecord work;
  work.id = "doi:10.1/x";
  work.doi = "10.1/x";
  work.title = "Magnesium";
  work.raw = raw;
  return work;
}

ArticleRecord citing(const std::string& path, const ReferenceRecord& work) {
  return ArticleBuilder(path).sentence("Tekst van " + path + ".").reference(work);
}

TEST_F(StoreTest, TheEntryWithMostFieldsCountsWhateverTheOrder) {
  Store forward = new_store("1.db");
  forward.replace_article(citing("a.txt", poor("B raw")));
  forward.replace_article(citing("b.txt", full()));
  forward.replace_article(citing("c.txt", poor("A raw")));
  Store backward = new_store("2.db");
  backward.replace_article(citing("c.txt", poor("A raw")));
  backward.replace_article(citing("b.txt", full()));
  backward.replace_article(citing("a.txt", poor("B raw")));
  EXPECT_EQ(dump(forward), dump(backward));
  EXPECT_EQ(forward.database().text("SELECT title FROM reference"), "Magnesium intake and migraine");
  EXPECT_EQ(forward.database().integer("SELECT count(*) FROM reference_entry"), 3);
  EXPECT_THAT(forward.check(), IsEmpty());
}

TEST_F(StoreTest, WhenTheBestEntryGoesTheNextTakesItsPlaceInRowsAndFullText) {
  Store store = new_store();
  store.replace_article(citing("a.txt", poor("B raw")));
  store.replace_article(citing("b.txt", full()));
  store.replace_article(citing("c.txt", poor("A raw")));
  const auto hits = [&](const char* word) {
    Statement count(store.database(), "SELECT count(*) FROM reference_fts WHERE reference_fts MATCH ?1");
    count.bind(1, word);
    return count.step() ? count.integer(0) : -1;
  };
  EXPECT_EQ(hits("migraine"), 1);
  EXPECT_EQ(hits("authors:jansen"), 1);
  store.remove_article("b.txt");
  EXPECT_EQ(hits("migraine"), 0);
  EXPECT_EQ(hits("jansen"), 0);
  EXPECT_EQ(hits("magnesium"), 1);
  const Database& db = store.database();
  EXPECT_EQ(db.text("SELECT raw || year IS NULL FROM reference"), "1");
  EXPECT_EQ(db.text("SELECT raw FROM reference"), "A raw");
  EXPECT_EQ(db.integer("SELECT count(*) FROM author"), 0);
  EXPECT_EQ(db.text("SELECT value FROM identifier"), "10.1/x");
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, AnAttributionWithoutAReferenceIsEvidenceToo) {
  ArticleRecord article = ArticleBuilder("a.txt")
                              .sentence("Een meta-analyse uit 2016 vond minder migraine door magnesium.")
                              .mention("magnesium", "lowers", "migraine");
  CitationRecord citation;
  citation.kind = "attribution";
  citation.journal = "Hypertension";
  citation.year = 2016;
  citation.study_design = "meta-analysis";
  citation.level = 1;
  citation.specific = true;
  article.citations.push_back(citation);
  article.evidence.push_back({0, 0, -1, LinkKind::attribution, link_weight(LinkKind::attribution)});
  Store store = new_store();
  store.replace_article(article);
  EXPECT_EQ(store.database().text(
                "SELECT c.journal || c.year || k.name || e.weight || (e.reference IS NULL) FROM evidence AS e"
                " JOIN citation AS c ON c.key = e.citation JOIN link_kind AS k ON k.number = e.link"),
            "Hypertension2016attribution0.81");
  EXPECT_EQ(store.counts().unresolved_citations, 0);
}

TEST_F(StoreTest, AListEntryIsEvidenceWithoutACitation) {
  ArticleRecord article = sample_article("a.txt");
  article.citations.clear();
  article.evidence = {{0, -1, 0, LinkKind::reference_list, link_weight(LinkKind::reference_list)}};
  Store store = new_store();
  store.replace_article(article);
  EXPECT_EQ(
      store.database().text("SELECT r.id || e.weight FROM evidence AS e JOIN reference AS r ON r.key = e.reference"),
      "doi:10.1/a0.2");
}

TEST_F(StoreTest, TheSameWorkTwiceInOneListIsOneReferenceWithTwoEntries) {
  Store store = new_store();
  store.replace_article(
      ArticleBuilder("a.txt").sentence("Tekst.").reference(full()).reference(poor("raw")).cite(1).cite(2));
  EXPECT_EQ(store.counts().references, 1);
  EXPECT_EQ(store.counts().reference_entries, 2);
  EXPECT_EQ(store.database().integer("SELECT count(DISTINCT reference) FROM citation"), 1);
}

TEST_F(StoreTest, TheTableOfLinkKindsIsTheEnumeration) {
  Store store = new_store();
  Statement rows(store.database(), "SELECT number, name, weight FROM link_kind ORDER BY number");
  int count = 0;
  for (; rows.step(); ++count) {
    const auto kind = static_cast<LinkKind>(rows.integer(0));
    EXPECT_EQ(rows.text(1), to_string(kind));
    EXPECT_EQ(rows.real(2), link_weight(kind));
  }
  EXPECT_EQ(count, 5);
}

}  // namespace
}  // namespace claimbase

// What citations in words may mean: candidates of the article's own list, and works of libraries.
#include <gmock/gmock.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ReferenceRecord work_of(const std::string& id, const std::string& title) {
  ReferenceRecord work = sample_reference(id, title, 2019);
  work.authors = {{"Vermeer", "A.", ""}};
  return work;
}

// "Vermeer (2019) ...", in words that name author and year.
ArticleRecord naming(const std::string& path, const std::vector<ReferenceRecord>& list, std::vector<int> candidates) {
  ArticleBuilder article(path);
  article.sentence("Vermeer vond in 2019 dat magnesium helpt.").mention("magnesium", "lowers", "blood-pressure");
  for (const ReferenceRecord& each : list) article.reference(each);
  ArticleRecord made = article.get();
  CitationRecord citation;
  citation.kind = "attribution";
  citation.range = made.sentences.front().range;
  citation.authors = "Vermeer";
  citation.year = 2019;
  citation.study_design = "unknown";
  citation.specific = true;
  citation.candidates = std::move(candidates);
  made.citations.push_back(citation);
  EvidenceRecord evidence;
  evidence.citation = 0;
  evidence.link = LinkKind::attribution;
  evidence.weight = link_weight(LinkKind::attribution);
  made.evidence.push_back(evidence);
  return made;
}

LibraryRecordFile library(const std::string& path, const std::vector<ReferenceRecord>& works) {
  LibraryRecordFile file;
  file.path = path;
  file.format = "ris";
  file.content_hash = "00";
  for (const ReferenceRecord& work : works) {
    file.records.push_back({static_cast<std::uint32_t>(file.records.size() + 1), "", work});
  }
  return file;
}

std::vector<std::string> texts(Store& store, std::string_view sql) {
  std::vector<std::string> found;
  Statement rows(store.database(), sql);
  while (rows.step()) found.emplace_back(rows.text(0));
  return found;
}

std::vector<std::string> candidates(Store& store) {
  return texts(
      store, "SELECT r.id FROM citation_candidate AS n JOIN reference AS r ON r.key = n.reference ORDER BY n.ordinal");
}

std::vector<std::string> led_to(Store& store) {
  return texts(store,
               "SELECT r.id FROM citation AS c JOIN evidence AS e ON e.citation = c.key JOIN reference AS r ON r.key ="
               " c.reference AND r.key = e.reference");
}

std::int64_t key_of(Store& store, const std::string& id) {
  return store.database().integer("SELECT key FROM reference WHERE id = '" + id + "'").value_or(0);
}

std::int64_t only_citation(Store& store) {
  return store.database().integer("SELECT key FROM citation").value_or(0);
}

TEST_F(StoreTest, CandidatesFollowTheirEntries) {
  Store store = new_store();
  store.replace_article(
      naming("a.txt", {work_of("ref:1", "Slaap bij ouderen"), work_of("ref:2", "Zink en huid")}, {0, 1}));
  EXPECT_THAT(candidates(store), ElementsAre("ref:1", "ref:2"));
  EXPECT_THAT(word_citations(store.database()), IsEmpty());  // its own list has several that fit
  ReferenceRecord known = work_of("doi:10.1000/slaap", "Slaap bij ouderen");
  store.replace_library(library("a.ris", {known}));
  EXPECT_THAT(candidates(store), ElementsAre("doi:10.1000/slaap", "ref:2"));
  EXPECT_THAT(store.check(), IsEmpty());
  EXPECT_TRUE(store.remove_library("a.ris"));
  EXPECT_THAT(candidates(store), ElementsAre("ref:1", "ref:2"));
  EXPECT_TRUE(store.remove_article("a.txt"));
  EXPECT_THAT(candidates(store), IsEmpty());
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, ACitationOutsideOfTheListIsRefused) {
  Store store = new_store();
  EXPECT_THROW(store.replace_article(naming("a.txt", {work_of("ref:1", "Slaap bij ouderen")}, {0, 1})),
               std::out_of_range);
}

TEST_F(StoreTest, CitationsLeadToWorksOfLibrariesAsLongAsTheseAreThere) {
  Store store = new_store();
  store.replace_article(naming("a.txt", {}, {}));
  store.replace_library(library("a.ris", {work_of("doi:10.1000/1", "Slaap bij ouderen")}));
  EXPECT_FALSE(store.library_citations_settled());
  const std::vector<LibraryCitation> links{{only_citation(store), {key_of(store, "doi:10.1000/1")}}};
  store.settle_library_citations(links);
  EXPECT_TRUE(store.library_citations_settled());
  EXPECT_THAT(led_to(store), ElementsAre("doi:10.1000/1"));
  EXPECT_THAT(store.check(), IsEmpty());

  store.replace_library(library("b.ris", {work_of("doi:10.1000/2", "Zink en huid")}));
  EXPECT_FALSE(store.library_citations_settled());
  const std::vector<LibraryCitation> several{
      {only_citation(store), {key_of(store, "doi:10.1000/1"), key_of(store, "doi:10.1000/2")}}};
  store.settle_library_citations(several);
  EXPECT_THAT(led_to(store), IsEmpty());
  EXPECT_THAT(candidates(store), ElementsAre("doi:10.1000/1", "doi:10.1000/2"));
  EXPECT_THAT(store.check(), IsEmpty());

  EXPECT_TRUE(store.remove_library("a.ris"));
  EXPECT_THAT(candidates(store), ElementsAre("doi:10.1000/2"));
  EXPECT_TRUE(store.remove_library("b.ris"));
  EXPECT_THAT(candidates(store), IsEmpty());
  EXPECT_FALSE(store.library_citations_settled());
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(StoreTest, WhatWordsNameIsReadBackForLibraries) {
  Store store = new_store();
  store.replace_article(naming("a.txt", {}, {}));
  store.replace_library(library("a.ris", {work_of("doi:10.1000/1", "Slaap bij ouderen")}));
  const auto words = word_citations(store.database());
  ASSERT_EQ(words.size(), 1U);
  EXPECT_EQ(words[0].authors, "Vermeer");
  EXPECT_EQ(words[0].year, 2019);
  EXPECT_EQ(words[0].journal, "");
  const auto works = library_works(store.database());
  ASSERT_EQ(works.size(), 1U);
  EXPECT_EQ(works[0].authors.front().family, "Vermeer");
  EXPECT_EQ(works[0].year, 2019);
}

}  // namespace
}  // namespace claimbase

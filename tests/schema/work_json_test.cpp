#include "schema/work_json.h"

#include <gtest/gtest.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

TEST(WorkJson, NamesOnlyTheFieldsThatAreThere) {
  ReferenceRecord work;
  work.title = "A \"quoted\" \\ title\twith\ncontrol";
  work.authors = {{"O'Neil", "", ""}};
  work.year = 1999;
  EXPECT_EQ(to_json(work),
            "{\"title\":\"A \\\"quoted\\\" \\\\ title\\u0009with\\u000acontrol\",\"author\":[{\"family\":\"O'Neil\"}],"
            "\"year\":1999}");
  EXPECT_EQ(to_json(ReferenceRecord()), "{}");
}

TEST(WorkJson, CountsFields) {
  EXPECT_EQ(count_fields(ReferenceRecord()), 0);
  ReferenceRecord unknown;
  unknown.study_design = "unknown";
  EXPECT_EQ(count_fields(unknown), 0);
  // type, title, container-title, DOI, study_design; year; two authors
  EXPECT_EQ(count_fields(sample_reference("doi:10.1/x", "Title", 2001)), 8);
}

TEST_F(StoreTest, EveryFieldOfAWorkComesBack) {
  ReferenceRecord work = sample_reference("doi:10.1/x", "T \xff \"q\" \\ \x01", 2001);
  work.et_al = true;
  work.container_title = "Container";
  work.volume = "V";
  work.issue = "I";
  work.page = "1-2";
  work.publisher = "P";
  work.pmid = "123";
  work.pmcid = "PMC9";
  work.url = "https://example.org/?a=b&c";
  work.accessed = "2024-05-01";
  work.abstract = "Long text";
  Store store = new_store();
  store.replace_article(ArticleBuilder("a.txt").sentence("Tekst.").reference(work));
  Statement row(
      store.database(),
      "SELECT type, title, container_title, volume, issue, page, publisher, url, accessed, abstract, study_design, raw,"
      " et_al, year, level FROM reference");
  ASSERT_TRUE(row.step());
  const std::string expected[] = {work.type,     work.title,    work.container_title, work.volume,
                                  work.issue,    work.page,     work.publisher,       work.url,
                                  work.accessed, work.abstract, work.study_design,    work.raw};
  int column = 0;
  for (const auto& text : expected) EXPECT_EQ(row.text(column++), text);
  EXPECT_EQ(row.integer(12), 1);
  EXPECT_EQ(row.integer(13), 2001);
  EXPECT_EQ(row.integer(14), 1);
  EXPECT_EQ(store.database().text("SELECT group_concat(scheme || value) FROM identifier"),
            "doi10.1/x,pmcidPMC9,pmid123");
}

}  // namespace
}  // namespace claimbase

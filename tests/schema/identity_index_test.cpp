// Thousands of descriptions at once: matched in memory, and to the same works as one article after the other.
#include <gmock/gmock.h>

#include <random>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::IsEmpty;

// Works that share authors, words and volumes, described with fields left out: many could be one, few are.
ReferenceRecord random_description(std::mt19937_64& random) {
  static const std::vector<std::string> kFamilies = {"Jansen", "De Vries", "Bakker", "Smit", "Okafor"};
  static const std::vector<std::string> kSubjects = {"magnesium", "ashwagandha", "cafeïne", "vitamin D", "omega-3"};
  static const std::vector<std::string> kEffects = {"blood pressure", "sleep quality", "migraine frequency",
                                                    "bone loss"};
  static const std::vector<std::string> kEnds = {"", ": a randomised trial", " in older adults", ": a cohort study"};
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  const std::size_t number = below(400);  // of the work
  ReferenceRecord work;
  work.type = "article-journal";
  work.authors = {{kFamilies[number % 5] + std::to_string(number / 100), "A", ""}};
  work.title =
      "The effect of " + kSubjects[number / 5 % 5] + " on " + kEffects[number / 25 % 4] + kEnds[number / 100 % 4];
  work.container_title = "Nutrients";
  work.year = 2000 + static_cast<int>(number % 7) + (below(8) == 0 ? 1 : 0);
  if (below(3) != 0) work.volume = std::to_string(1 + number % 9);
  if (below(3) != 0) work.page = std::to_string(100 + number * 3) + "-9";
  if (below(9) == 0) work.year.reset();
  if (below(3) == 0) work.doi = "10.5555/" + std::to_string(number);
  if (below(12) == 0) work.pmid = std::to_string(20'000'000 + number);
  work.raw = work.title + " " + std::to_string(below(1'000'000));
  work.id = work.doi.empty() ? "ref:" + work.title + work.volume + work.page + std::to_string(work.year.value_or(0))
                             : "doi:" + work.doi;
  return work;
}

// One work by nothing but its PMID: the descriptions share no word and no place.
std::vector<ReferenceRecord> named_by_pmid() {
  ReferenceRecord known;
  known.id = "doi:10.5555/pmid";
  known.doi = "10.5555/pmid";
  known.pmid = "30000001";
  known.title = "Slaap en zink bij volwassenen";
  known.raw = known.title;
  ReferenceRecord other;
  other.id = "pmid:30000001";
  other.pmid = known.pmid;
  other.raw = "PMID 30000001";
  return {known, other};
}

TEST_F(StoreTest, ManyDescriptionsAtOnceAreOfTheSameWorksAsOneAfterTheOther) {
  std::mt19937_64 random(20261122);
  std::vector<ArticleRecord> articles;
  for (int i = 0; i < 24; ++i) {
    ArticleBuilder article("article" + std::to_string(i) + ".txt");
    article.sentence("Magnesium verlaagt de bloeddruk.");
    for (int entry = 0; entry < 40; ++entry) article.reference(random_description(random));
    if (i == 7) {
      for (const ReferenceRecord& work : named_by_pmid()) article.reference(work);
    }
    articles.push_back(article);
  }
  Store bulk = new_store("bulk.db", StoreMode::bulk);
  for (const ArticleRecord& article : articles) bulk.replace_article(article);
  bulk.finish_bulk();
  Store single = new_store("single.db");
  for (auto article = articles.rbegin(); article != articles.rend(); ++article) single.replace_article(*article);
  const auto count = [](Store& store, const char* sql) { return store.database().integer(sql).value_or(0); };
  EXPECT_GT(count(bulk, "SELECT count(*) FROM identity"), 500);  // else nothing is matched in memory
  EXPECT_GT(count(bulk, "SELECT count(*) FROM identity WHERE target IS NOT NULL"), 250);
  EXPECT_LT(count(bulk, "SELECT count(*) FROM reference"), 450);
  EXPECT_EQ(count(bulk, "SELECT count(*) FROM reference WHERE id = 'pmid:30000001'"), 0);
  EXPECT_EQ(dump(bulk), dump(single));
  EXPECT_THAT(bulk.check(), IsEmpty());
}

}  // namespace
}  // namespace claimbase

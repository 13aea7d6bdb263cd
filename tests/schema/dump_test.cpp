// Invariant 3 of the design: the store is a function of its inputs, however it came to be.
#include <gmock/gmock.h>

#include <map>
#include <random>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

ArticleRecord random_article(const std::string& path, std::mt19937& random) {
  static const std::vector<std::string> kWords = {
      "magnesium", "bloeddrukverlaging", "patiënten", "slaap",   "the",      "studies", "verlaagt",
      "omega-3",   "\xff\xfe",           "migraine",  "12,5 mg", "hartritme"};
  static const std::vector<std::string> kLanguages = {"nl", "en", "de"};
  static const std::vector<std::string> kOutcomes = {"blood-pressure", "migraine"};
  const auto below = [&](std::size_t limit) { return random() % limit; };
  ArticleBuilder article(path, kLanguages[below(3)]);
  const auto sentences = below(5);
  for (std::size_t i = 0; i < sentences; ++i) {
    std::string text;
    for (std::size_t word = below(8) + 1; word > 0; --word) text += kWords[below(kWords.size())] + ' ';
    article.sentence(text, kWords[below(kWords.size())]);
    if (below(2) == 0) article.mention("magnesium", below(2) == 0 ? "lowers" : "treats", kOutcomes[below(2)]);
    if (below(2) == 0) {
      ReferenceRecord work = sample_reference("ref:" + std::to_string(below(4)), kWords[below(kWords.size())], 2000);
      if (below(2) == 0) work.volume = std::to_string(below(3));
      article.reference(work);
      article.cite(static_cast<int>(article.get().references.size()));
    }
  }
  return article;
}

TEST_F(StoreTest, AnySequenceOfChangesEqualsACleanBuild) {
  std::mt19937 random(20240501);  // fixed: the same sequence each time
  Store store = new_store();
  std::map<std::string, ArticleRecord> expected;
  for (int step = 0; step < 150; ++step) {
    const std::string path = "article" + std::to_string(random() % 8) + ".txt";
    if (random() % 4 == 0) {
      EXPECT_EQ(store.remove_article(path), expected.erase(path) == 1);
      continue;
    }
    expected[path] = random_article(path, random);
    store.replace_article(expected[path]);
    if (step % 25 == 0) {
      ASSERT_THAT(store.check(), IsEmpty());
    }
  }
  Store clean = new_store("clean.db", StoreMode::bulk);
  for (auto article = expected.rbegin(); article != expected.rend(); ++article) clean.replace_article(article->second);
  clean.finish_bulk();
  EXPECT_THAT(store.check(), IsEmpty());
  EXPECT_THAT(clean.check(), IsEmpty());
  EXPECT_EQ(dump(store), dump(clean));
  EXPECT_EQ(dump(store), dump(*std::make_unique<Store>(Store::open(file(), StoreMode::read_only))));
}

TEST_F(StoreTest, DumpShowsContentAndNoTimesOrKeys) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  const std::string before = dump(store);
  EXPECT_THAT(before, HasSubstr("sentence\ta.txt\t1\t1\t33\t70\t2\tnl\tMagnesium kan de bloeddruk verlagen.1\n"));
  EXPECT_THAT(before, HasSubstr("claim\tmagnesium:lowers:blood-pressure\tmagnesium\tlowers\tblood-pressure\n"));
  EXPECT_THAT(before, HasSubstr("sentence_fts_nl\tbloeddruk\ttext\t1\t1\n"));
  EXPECT_THAT(before, Not(HasSubstr("12345")));
  store.replace_article(sample_article("a.txt"));
  EXPECT_EQ(dump(store), before);
  ArticleRecord other = sample_article("a.txt");
  other.mentions[0].confidence = 0.5;
  store.replace_article(other);
  EXPECT_NE(dump(store), before);
}

}  // namespace
}  // namespace claimbase

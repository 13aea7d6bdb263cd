// The labels of concepts as stems: what is written of them, and that it stays true to the labels.
#include "schema/label_words.h"

#include <gmock/gmock.h>

#include "tests/schema/sample.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class LabelWordsTest : public StoreTest {
 protected:
  // "en magnesium|citrat < magnesium": language, first stem, other stems, first word; "-": inverse.
  static std::vector<std::string> rows_of(Store& store, const std::string& id) {
    std::vector<std::string> lines;
    for (const LabelRow& row : kept_label_rows(store.database())) {
      const std::string key = std::to_string(row.concept_key);
      if (store.database().text("SELECT id FROM concept WHERE key = " + key) != id) continue;
      lines.push_back(row.language + ' ' + row.words.first_stem + '|' + row.words.rest + " < " + row.words.first_word +
                      (row.inverse ? " -" : ""));
    }
    return lines;
  }
};

ConceptRecord concept_of(const std::string& id, std::vector<LabelRecord> labels) {
  ConceptRecord made;
  made.id = id;
  made.scheme = "outcome";
  made.valence = "neutral";
  made.kind = "none";
  made.labels = std::move(labels);
  return made;
}

TEST_F(LabelWordsTest, AreTheStemsOfLabelsInTheirLanguageAndOfTheId) {
  Store store = Store::open(file(), StoreMode::read_write);
  store.put_vocabulary(std::vector{concept_of("sleep-quality", {{"betere nachtrust", "nl", "preferred", false},
                                                                {"sleeping wells", "en", "alternative", false},
                                                                {"Slaaptekorten", "", "hidden", true},
                                                                {"-rust", "nl", "suffix", false}})});
  EXPECT_THAT(rows_of(store, "sleep-quality"),
              ElementsAre("en slaaptekorten| < slaaptekorten -", "en sleep|qualiti < sleep", "en sleep|well < sleeping",
                          "nl goed|nachtrust < betere", "nl slaaptekort| < slaaptekorten -"));
}

TEST_F(LabelWordsTest, FollowTheVocabulary) {
  Store store = Store::open(file(), StoreMode::read_write);
  store.put_vocabulary(std::vector{concept_of("sleep", {{"slaap", "nl", "preferred", false}})});
  store.put_vocabulary(std::vector{concept_of("sleep", {{"nachtrust", "nl", "preferred", false}})});
  EXPECT_THAT(rows_of(store, "sleep"), ElementsAre("en sleep| < sleep", "nl nachtrust| < nachtrust"));
  EXPECT_THAT(store.check(), IsEmpty());
}

TEST_F(LabelWordsTest, OfARetiredConceptOnlyItsIdLeadsToIt) {
  Store store = new_store();
  store.replace_article(sample_article("a.txt"));
  std::vector<ConceptRecord> fewer = sample_vocabulary();
  fewer.erase(fewer.begin(), fewer.begin() + 2);
  store.put_vocabulary(fewer);
  EXPECT_THAT(rows_of(store, "magnesium"), ElementsAre("en magnesium| < magnesium"));
  EXPECT_THAT(store.check(), IsEmpty());
  store.remove_article("a.txt");
  EXPECT_THAT(kept_label_rows(store.database()), testing::Eq(made_label_rows(store.database())));
}

TEST_F(LabelWordsTest, OfAnotherAnalyzerAreMadeAnewWhenTheStoreIsOpenedForWriting) {
  new_store().database().execute("UPDATE meta SET value = '1.0' WHERE name = 'label_words'; DELETE FROM label_words");
  {
    Store reader = Store::open(file(), StoreMode::read_only);
    EXPECT_FALSE(has_label_words(reader.database()));
    EXPECT_THAT(reader.check(),
                ElementsAre("words of labels were made by another version of the analyzer; update the store"));
  }
  Store store = Store::open(file(), StoreMode::read_write);
  EXPECT_TRUE(has_label_words(store.database()));
  EXPECT_THAT(store.check(), IsEmpty());
  EXPECT_EQ(dump(store), dump(*std::make_unique<Store>(new_store("fresh.db"))));
}

TEST_F(LabelWordsTest, ThatDifferFromTheLabelsAreAFinding) {
  Store store = new_store();
  store.database().execute("DELETE FROM label_words WHERE first_stem = 'magnesium'");
  EXPECT_THAT(store.check(), ElementsAre("words of labels that differ from the labels"));
}

}  // namespace
}  // namespace claimbase

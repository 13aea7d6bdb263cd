#include <gmock/gmock.h>

#include "schema/fts5_api.h"
#include "schema/full_text.h"
#include "tests/schema/sample.h"

namespace claimbase {
namespace {

struct FindCase {
  const char* name;
  const char* language;
  const char* text;
  const char* query;
  bool found;
};

void PrintTo(const FindCase& tested, std::ostream* out) {
  *out << tested.query << " in " << tested.text;
}

Database memory_index(const std::string& language) {
  Database db(":memory:", OpenMode::create);
  EXPECT_EQ(register_full_text(db.handle()), 0);
  db.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'claimbase " + language + "')");
  return db;
}

void insert(Database& db, std::string_view text) {
  Statement(db, "INSERT INTO t VALUES (?1)").bind(1, text).run();
}

std::int64_t hits(Database& db, std::string_view query) {
  Statement count(db, "SELECT count(*) FROM t WHERE t MATCH ?1");
  count.bind(1, query);
  return count.step() ? count.integer(0) : -1;
}

class Finding : public testing::TestWithParam<FindCase> {};

TEST_P(Finding, WordByWord) {
  Database db = memory_index(GetParam().language);
  insert(db, GetParam().text);
  EXPECT_EQ(hits(db, GetParam().query), GetParam().found ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Finding,
    testing::Values(
        FindCase{"WithoutDiacritics", "nl", "Bij patiënten met klachten", "patienten", true},
        FindCase{"WithDiacritics", "nl", "bij patienten met klachten", "patiënten", true},
        FindCase{"CompoundByFirstPart", "nl", "een duidelijke bloeddrukverlaging", "bloeddruk", true},
        FindCase{"CompoundByLastPart", "nl", "een duidelijke bloeddrukverlaging", "verlaging", true},
        FindCase{"CompoundByItself", "nl", "een duidelijke bloeddrukverlaging", "bloeddrukverlaging", true},
        FindCase{"CompoundQueryNotByItsParts", "nl", "verlaging van het risico", "bloeddrukverlaging", false},
        FindCase{"OtherForm", "nl", "dit verlaagt de kans", "verlagen", true},
        FindCase{"English", "en", "lowers the blood pressures", "pressure", true},
        FindCase{"EnglishIsNotStemmedInUnd", "und", "lowers the blood pressures", "pressure", false},
        FindCase{"CaseInUnd", "und", "LOWERS the pressure", "lowers", true},
        FindCase{"PhraseOverCompound", "nl", "sterke bloeddrukverlaging gezien", "\"sterke bloeddruk\"", true},
        FindCase{"HyphenSplits", "nl", "omega-3-vetzuren helpen", "omega", true},
        FindCase{"OtherWord", "nl", "magnesium helpt", "calcium", false}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Tokenizer, HighlightsTheWholeWord) {
  Database db = memory_index("nl");
  insert(db, "Er was bloeddrukverlaging bij patiënten.");
  EXPECT_EQ(db.text("SELECT highlight(t, 0, '[', ']') FROM t WHERE t MATCH 'verlaging patienten'"),
            "Er was [bloeddrukverlaging] bij [patiënten].");
}

TEST(Tokenizer, RefusesMoreThanOneArgument) {
  Database db(":memory:", OpenMode::create);
  ASSERT_EQ(register_full_text(db.handle()), 0);
  EXPECT_THROW(db.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'claimbase nl en')"), StoreError);
}

TEST(Tokenizer, LanguageDefaultsToUnd) {
  Database db(":memory:", OpenMode::create);
  ASSERT_EQ(register_full_text(db.handle()), 0);
  db.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'claimbase')");
  insert(db, "Tests running");
  EXPECT_EQ(hits(db, "running"), 1);
  EXPECT_EQ(hits(db, "run"), 0);
}

TEST(Tokenizer, TakesAnyBytesAndGivesThemBackToTheCheck) {
  const std::string hostile[] = {std::string("\0nul\0", 5),
                                 "\xff\xfe\x80 kapot",
                                 std::string(100'000, 'a'),
                                 std::string(5'000, '\xc3'),
                                 "\xf0\x9f\x92\x8a pil \xed\xa0\x80 half",
                                 std::string("bloed\0druk", 10),
                                 " \t\n"};
  for (const char* language : {"nl", "en", "und", "zz"}) {
    Database db = memory_index(language);
    for (const auto& text : hostile) insert(db, text);
    for (const auto& text : hostile) {
      std::string query = "\"";
      for (const char c : text) query += c == '"' || c == '\0' ? ' ' : c;
      EXPECT_GE(hits(db, query + '"'), 0);
    }
    EXPECT_EQ(hits(db, "kapot"), 1);
    db.execute("INSERT INTO t(t) VALUES ('integrity-check')");
  }
}

}  // namespace
}  // namespace claimbase

// What people type: split, quoted for FTS5, matched with labels, widened.
#include <gmock/gmock.h>

#include "query/expansion.h"
#include "query/match_expression.h"
#include "query/query_words.h"
#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {

void PrintTo(const QueryPart& part, std::ostream* out) {
  *out << (part.phrase ? "phrase " : "word ") << part.text;
}

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct SplitCase {
  const char* name;
  std::string typed;
  std::vector<QueryPart> parts;
};
void PrintTo(const SplitCase& tested, std::ostream* out) {
  *out << tested.typed;
}
class SplitQuery : public testing::TestWithParam<SplitCase> {};
TEST_P(SplitQuery, GivesParts) {
  EXPECT_EQ(split_query(GetParam().typed), GetParam().parts);
}
INSTANTIATE_TEST_SUITE_P(
    Typed, SplitQuery,
    testing::Values(
        SplitCase{"Words", " omega-3  hart\tritme ", {{"omega-3", false}, {"hart", false}, {"ritme", false}}},
        SplitCase{"Phrase", "\"hoge bloeddruk\" q10", {{"hoge bloeddruk", true}, {"q10", false}}},
        SplitCase{"TypographicQuotes", "“hoge bloeddruk”", {{"hoge bloeddruk", true}}},
        SplitCase{"UnclosedPhrase", "a \"b c", {{"a", false}, {"b c", true}}},
        SplitCase{"EmptyPhrase", "a \"\" b", {{"a", false}, {"b", false}}},
        SplitCase{"QuoteInsideWord", "a\"b\"c", {{"a", false}, {"b", true}, {"c", false}}},
        SplitCase{"Operators", "NEAR(a* OR ^b)", {{"NEAR(a*", false}, {"OR", false}, {"^b)", false}}},
        SplitCase{"NulByte", std::string("a\0b", 3), {{"a", false}, {"b", false}}}, SplitCase{"Nothing", "  \t", {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(SplitQuery, CapsTheNumberAndTheSizeOfParts) {
  std::string many;
  for (int i = 0; i < 1000; ++i) many += "w" + std::to_string(i) + " ";
  EXPECT_EQ(split_query(many).size(), kMaxQueryParts);
  EXPECT_EQ(split_query(std::string(100'000, 'x')).front().text.size(), kMaxPartBytes);
}

TEST(FtsPhrase, DoublesQuotes) {
  EXPECT_EQ(fts_phrase("a \"b\" *"), "\"a \"\"b\"\" *\"");
}

TEST(MatchExpression, JoinsGroups) {
  const std::vector<QueryGroup> groups{{{"hoge", "bloeddruk"}, {"hypertension"}, {}},
                                       {{"ijzertekort"}, {}, {{"ijzer", "iron"}, {"tekort"}}}};
  EXPECT_EQ(own_expression(groups), "(\"hoge\" AND \"bloeddruk\") AND \"ijzertekort\"");
  EXPECT_EQ(expanded_expression(groups),
            "((\"hoge\" AND \"bloeddruk\") OR \"hypertension\")"
            " AND (\"ijzertekort\" OR ((\"ijzer\" OR \"iron\") AND \"tekort\"))");
}

TEST(MatchExpression, AsksForOneGroupInTheColumn) {
  EXPECT_EQ(own_expression({{{"slaap"}, {}, {}}}, "text"), "text : (\"slaap\")");
  EXPECT_EQ(own_expression({{{"slaap"}, {}, {}}, {{"diep"}, {}, {}}}, "text"),
            "\"slaap\" AND \"diep\" AND text : (\"slaap\" OR \"diep\")");
  EXPECT_EQ(own_expression({}, "text"), "");
}

class Vocabulary : public testing::Test {
 protected:
  std::vector<std::string> ids(std::string_view text) { return ids(text, index_); }
  std::vector<std::string> ids(std::string_view text, LabelIndex& index) {
    std::vector<std::string> found;
    for (const LabelMatch& match : index.find(text)) {
      for (const MatchedConcept& each : match.concepts) found.push_back(table_.at(each.key).id);
    }
    return found;
  }
  SampleStore store_;
  Database db_ = open_reader(store_.file());
  ConceptTable table_{db_};
  LabelIndex index_{table_};
};

TEST_F(Vocabulary, FindsLabelsByStem) {
  EXPECT_THAT(ids("Magnesium bij migraines"), ElementsAre("magnesium", "migraine"));
  EXPECT_THAT(ids("blood pressures"), ElementsAre("blood-pressure"));
}
TEST_F(Vocabulary, TakesTheLongestLabel) {
  EXPECT_THAT(ids("een hoge bloeddruk"), ElementsAre("hypertension"));
  EXPECT_THAT(ids("magnesium citrate"), ElementsAre("magnesium-citrate"));
}
TEST_F(Vocabulary, FindsPartsOfCompounds) {
  EXPECT_THAT(ids("bloeddrukverlaging"), ElementsAre("blood-pressure"));
}
TEST_F(Vocabulary, FindsNothingInOtherWords) {
  EXPECT_THAT(ids("de fiets staat buiten"), IsEmpty());
}
TEST_F(Vocabulary, GivesBothSchemesOfOneName) {
  EXPECT_THAT(ids("melatonine"), ElementsAre("melatonin", "melatonin"));
}
TEST_F(Vocabulary, FindsConceptsByIdOrLabel) {
  EXPECT_EQ(table_.at(table_.find("magnesium-citrate", false)).id, "magnesium-citrate");
  EXPECT_EQ(table_.at(table_.find("Hoge  Bloeddruk", true)).id, "hypertension");
  EXPECT_EQ(table_.find("hoge bloeddruk", false), ConceptTable::kNone);
}
TEST_F(Vocabulary, FindsTheSameWhereTheStoreHasNoWordsOfThisAnalyzer) {
  const std::vector<const char*> texts{"Magnesium bij migraines", "een hoge bloeddruk", "bloeddrukverlaging",
                                       "melatonine en slaap", "lowers blood pressure"};
  std::vector<std::vector<std::string>> found;
  for (const char* text : texts) found.push_back(ids(text));
  Database(store_.file(), OpenMode::read_write)
      .execute("DELETE FROM label_words; UPDATE meta SET value = 'other' WHERE name = 'label_words'");
  LabelIndex made(table_);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(ids(texts[i], made), found[i]) << texts[i];
}
TEST_F(Vocabulary, WalksTheTree) {
  EXPECT_EQ(table_.with_narrower(table_.find("blood-pressure", true)).size(), 2U);
  EXPECT_EQ(table_.broader_chain(table_.find("hypertension", true)), std::vector{table_.find("blood-pressure", true)});
}

struct ExpandCase {
  const char* name;
  std::string typed;
  std::vector<QueryGroup> groups;
};
void PrintTo(const ExpandCase& tested, std::ostream* out) {
  *out << tested.typed;
}
class Expansion : public Vocabulary, public testing::WithParamInterface<ExpandCase> {};
TEST_P(Expansion, Widens) {
  EXPECT_EQ(expand_query(GetParam().typed, index_, true), GetParam().groups);
}
INSTANTIATE_TEST_SUITE_P(
    Typed, Expansion,
    testing::Values(
        ExpandCase{
            "AcrossLanguages", "bloeddruk", {{{"bloeddruk"}, {"blood pressure", "hypertensie", "hypertension"}, {}}}},
        ExpandCase{"WordsOfOneLabel",
                   "blood pressure",
                   {{{"blood", "pressure"}, {"bloeddruk", "hypertensie", "hypertension"}, {}}}},
        ExpandCase{"LabelBesideWord", "knoflook eten", {{{"knoflook"}, {"garlic"}, {}}, {{"eten"}, {}, {}}}},
        ExpandCase{"Compound",
                   "bloeddrukverlaging",
                   {{{"bloeddrukverlaging"},
                     {},
                     {{"bloeddruk", "blood pressure", "hypertensie", "hypertension"}, {"verlaging"}}}}},
        ExpandCase{
            "PhraseThatIsALabel", "\"hoge bloeddruk\"", {{{"hoge bloeddruk"}, {"hypertensie", "hypertension"}, {}}}},
        ExpandCase{"NoLetter", "-- *** \"\"", {}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST_F(Vocabulary, LeavesWordsAloneWhenAsked) {
  EXPECT_EQ(expand_query("bloeddruk -- nu", index_, false),
            (std::vector<QueryGroup>{{{"bloeddruk"}, {}, {}}, {{"nu"}, {}, {}}}));
}
TEST_F(Vocabulary, SaysWhatWasWidened) {
  EXPECT_THAT(expansion_notes(expand_query("knoflook slaapt bloeddrukverlaging", index_, true)),
              ElementsAre("knoflook also as: garlic", "slaapt also as: sleep",
                          "bloeddrukverlaging also as: bloeddruk and verlaging",
                          "bloeddruk also as: blood pressure, hypertensie, hypertension"));
}

}  // namespace
}  // namespace claimbase

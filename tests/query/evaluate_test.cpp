// The measures, against values worked out by hand, and the files that they are made from.
#include <gmock/gmock.h>

#include <cmath>

#include "query/evaluate.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;

const Grades kGrades{{"a", 2}, {"b", 1}, {"c", 0}, {"d", 1}};

std::vector<std::string> ranked(std::initializer_list<const char*> ids) {
  return {ids.begin(), ids.end()};
}

TEST(Measures, NdcgTakesTheGradeAsGain) {
  // b, x, a: 1/log2(2) + 2/log2(4) = 2; ideal a, b, d: 2 + 1/log2(3) + 1/log2(4).
  const double ideal = 2 + 1 / std::log2(3.0) + 0.5;
  EXPECT_THAT(ndcg_at(ranked({"b", "x", "a"}), kGrades, 10), DoubleNear(2 / ideal, 1e-12));
  EXPECT_THAT(ndcg_at(ranked({"a", "b", "d"}), kGrades, 10), DoubleNear(1, 1e-12));
}

TEST(Measures, NdcgIsCutInRankingAndIdeal) {
  EXPECT_THAT(ndcg_at(ranked({"b", "a"}), kGrades, 1), DoubleNear(0.5, 1e-12));
  EXPECT_THAT(ndcg_at(ranked({"x", "b"}), kGrades, 2),
              DoubleNear((1 / std::log2(3.0)) / (2 + 1 / std::log2(3.0)), 1e-12));
}

TEST(Measures, AveragePrecisionCountsRelevantOnesThatAreNotFound) {
  // Found at 1 and 3 of 3 relevant.
  EXPECT_THAT(average_precision(ranked({"a", "x", "d"}), kGrades), DoubleNear((1.0 + 2.0 / 3) / 3, 1e-12));
  EXPECT_EQ(average_precision(ranked({"c", "x"}), kGrades), 0);
}

TEST(Measures, RecallIsOfTheRelevantOnesWithinTheCut) {
  EXPECT_THAT(recall_at(ranked({"a", "c", "b", "d"}), kGrades, 3), DoubleNear(2.0 / 3, 1e-12));
  EXPECT_THAT(recall_at(ranked({"a"}), kGrades, 100), DoubleNear(1.0 / 3, 1e-12));
}

TEST(Measures, WithoutRelevantDocumentsAllAreZero) {
  const Grades none{{"a", 0}, {"b", -1}};
  EXPECT_EQ(ndcg_at(ranked({"a", "b"}), none, 10), 0);
  EXPECT_EQ(average_precision(ranked({"a", "b"}), none), 0);
  EXPECT_EQ(recall_at(ranked({"a", "b"}), none, 10), 0);
}

TEST(Measures, TiesGoToTheGreaterIdAsInTrecEval) {
  EXPECT_THAT(trec_order({{"d1", 1.0}, {"d3", 2.0}, {"d2", 2.0}, {"d10", 2.0}}), ElementsAre("d3", "d2", "d10", "d1"));
  // Scores are floats there: these two are the same.
  EXPECT_THAT(trec_order({{"d1", 1.0000000002}, {"d2", 1.0000000001}}), ElementsAre("d2", "d1"));
}

TEST(Measures, ADocumentThatComesTwiceCountsOnce) {
  EXPECT_THAT(trec_order({{"a", 1}, {"b", 2}, {"a", 3}}), ElementsAre("a", "b"));
}

TEST(Judgements, BeirAndTrecColumns) {
  const auto beir = read_judgements("query-id\tcorpus-id\tscore\r\n1\tx\t2\r\n1\ty\t0\r\n\n2\tx\t1");
  EXPECT_EQ(beir.at("1"), (Grades{{"x", 2}, {"y", 0}}));
  EXPECT_EQ(beir.at("2"), (Grades{{"x", 1}}));
  EXPECT_EQ(read_judgements("1 0 x 2\n1 0 y 0\n"),
            (std::map<std::string, Grades, std::less<>>{{"1", {{"x", 2}, {"y", 0}}}}));
}

TEST(Judgements, ARowThatIsNoneIsNamed) {
  for (const char* bytes : {"1\tx\t1\n1\tx\n", "1\tx\t1\n1\tx\tmuch\n", "a b c d 1"}) {
    EXPECT_THROW((void)read_judgements(bytes), UsageError) << bytes;
  }
}

TEST(Queries, ObjectsALine) {
  const auto queries =
      read_queries("{\"_id\": \"7\", \"text\": \"zinc\"}\r\n\n{\"_id\": 8, \"text\": \"iron\", \"metadata\": {}}");
  ASSERT_EQ(queries.size(), 2U);
  EXPECT_EQ(queries[0].id + queries[0].text + queries[1].id + queries[1].text, "7zinc8iron");
  EXPECT_THROW((void)read_queries("{\"_id\": \"7\"}"), UsageError);
  EXPECT_THROW((void)read_queries("{\"_id\": \"7\", \"text\": \"a\"}\n[1]"), UsageError);
}

TEST(Evaluate, MeansAreOverJudgedQueriesFoundOrNot) {
  const std::vector<JudgedQuery> queries{{"1", "one"}, {"2", "two"}, {"3", "not judged"}};
  const std::map<std::string, Grades, std::less<>> judgements{{"1", {{"x", 1}}}, {"2", {{"y", 1}}}};
  const Search search = [](const std::string& query, std::size_t) {
    return query == "two" ? std::vector<RankedDocument>{} : std::vector<RankedDocument>{{"z", 1}, {"x", 2}};
  };
  const std::vector<std::size_t> cutoffs{1, 5};
  const Evaluation made = evaluate(search, queries, judgements, cutoffs, 10);
  ASSERT_EQ(made.runs.size(), 2U);
  EXPECT_EQ(made.runs[0].documents.front().id, "x");
  EXPECT_EQ(made.measures.ndcg.at(1), 0.5);
  EXPECT_EQ(made.measures.recall.at(5), 0.5);
  EXPECT_EQ(made.measures.map, 0.5);
}

}  // namespace
}  // namespace claimbase

// How well works are found, over the sample corpus and a library: tests/retrieval.
#include <gmock/gmock.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "indexer/run.h"
#include "query/evaluate.h"
#include "query/references.h"
#include "schema/store.h"

namespace claimbase {
namespace {

// Kept a little below what was reached, so that a change that costs more than a query or two is seen.
constexpr double kFloor = 0.85;

const std::filesystem::path kSource = CLAIMBASE_SOURCE_DIR;

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Retrieval : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::filesystem::temp_directory_path() / ("claimbase-retrieval-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const std::vector<std::string> args{"update",
                                        "--database",
                                        file().string(),
                                        "--quiet",
                                        (kSource / "corpus/articles").string(),
                                        "--library",
                                        (kSource / "tests/retrieval/works.json").string()};
    ASSERT_EQ(run_indexer(args, in, out, err), IndexExit::ok) << err.str();
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(folder_); }
  static std::filesystem::path file() { return folder_ / "store.db"; }
  static std::filesystem::path folder_;
};
std::filesystem::path Retrieval::folder_;

TEST_F(Retrieval, NdcgStaysAboveTheFloor) {
  const auto queries = read_queries(bytes_of(kSource / "tests/retrieval/queries.jsonl"));
  const auto judgements = read_judgements(bytes_of(kSource / "tests/retrieval/qrels.tsv"));
  ASSERT_GE(queries.size(), 60U);
  Database db = open_reader(file());
  const Transaction reading(db, Transaction::Kind::read);
  const std::vector<std::size_t> cutoffs{10};
  const Search works = works_search(db, {}, true);
  const Evaluation made = evaluate(works, queries, judgements, cutoffs, 100);
  EXPECT_EQ(made.runs.size(), queries.size());
  EXPECT_GE(made.measures.ndcg.at(10), kFloor);
  const double plain = evaluate(plain_search(db), queries, judgements, cutoffs, 100).measures.ndcg.at(10);
  EXPECT_GT(made.measures.ndcg.at(10), plain + 0.2) << "what plain FTS5 makes of them: " << plain;
  RecordProperty("ndcg_10", std::to_string(made.measures.ndcg.at(10)));
}

TEST_F(Retrieval, EveryJudgedWorkIsInTheLibrary) {
  Database db = open_reader(file());
  Statement named(db, "SELECT count(*) FROM library_record WHERE name = ?1");
  for (const auto& [query, grades] : read_judgements(bytes_of(kSource / "tests/retrieval/qrels.tsv"))) {
    for (const auto& [work, grade] : grades) {
      named.bind(1, std::string_view(work));
      ASSERT_TRUE(named.step());
      EXPECT_EQ(named.integer(0), 1) << query << ' ' << work;
      named.reset();
    }
  }
}

TEST_F(Retrieval, AClaimFindsItsEvidenceAcrossLanguages) {
  Database db = open_reader(file());
  ReferenceOptions options;
  options.claim = "magnesium:lowers:blood-pressure";
  options.limit = 3;
  const ReferenceResult by_id = find_references(db, options);
  ASSERT_FALSE(by_id.works.empty());
  EXPECT_THAT(by_id.works.front().record.title, testing::HasSubstr("agnesium supplementation"));
  EXPECT_FALSE(by_id.relevance.front().parts.empty());
  options.claim = "Zinktabletten verkorten een verkoudheid.";
  const ReferenceResult dutch = find_references(db, options);
  ASSERT_EQ(dutch.works.size(), 3U);
  for (const Work& work : dutch.works) EXPECT_THAT(work.record.title, testing::HasSubstr("common cold"));
}

TEST_F(Retrieval, ThePartsOfAScoreAddUp) {
  Database db = open_reader(file());
  ReferenceOptions options;
  options.typed = "magnesium \"blood pressure\" 300 mg";
  options.explain = true;
  const ReferenceResult found = find_references(db, options);
  ASSERT_FALSE(found.relevance.empty());
  for (std::size_t i = 0; i < found.works.size(); ++i) {
    double sum = 0;
    for (const ScorePart& part : found.relevance[i].parts) sum += part.score;
    EXPECT_NEAR(sum, found.relevance[i].score, 1e-6) << found.works[i].record.title;
    EXPECT_THAT(found.works[i].record.title, testing::HasSubstr("blood pressure")) << "a phrase is required";
  }
}

TEST_F(Retrieval, PriorsCanBeLeftOut) {
  Database db = open_reader(file());
  ReferenceOptions options;
  options.typed = "magnesium";
  options.explain = true;
  const auto has_prior = [&] {
    const ReferenceResult found = find_references(db, options);
    for (const Relevance& each : found.relevance) {
      for (const ScorePart& part : each.parts) {
        if (part.name == "prior") return true;
      }
    }
    return false;
  };
  EXPECT_TRUE(has_prior());
  options.ranking.priors = false;
  EXPECT_FALSE(has_prior());
}

TEST(Claims, AnIdIsReadAsWords) {
  EXPECT_EQ(claim_words("magnesium:lowers:blood-pressure"), "magnesium lowers blood pressure");
  EXPECT_EQ(claim_words("Let op: zink-tabletten"), "Let op: zink-tabletten");
}

TEST(Settings, AreSetByName) {
  RankingSettings settings;
  EXPECT_TRUE(set_ranking(settings, "title", "2.5"));
  EXPECT_EQ(settings.title, 2.5);
  for (const auto& [name, value] :
       {std::pair("titel", "1"), {"title", ""}, {"title", "-1"}, {"title", "1x"}, {"title", "nan"}}) {
    EXPECT_FALSE(set_ranking(settings, name, value)) << name << '=' << value;
  }
}

}  // namespace
}  // namespace claimbase

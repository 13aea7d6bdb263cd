// claimbase-index parse-references: one string a line in, one CSL-JSON object a line out.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

class ParseReferences : public IndexerTest {};

constexpr std::string_view kStrings =
    "3. Visser, J. K., & De Groot, L. (2018). Zinc and taste in older adults. Nutrients, 10(4), 512–520. "
    "https://doi.org/10.1000/ZINC\r\n"
    "\n"
    "Voedingscentrum. Zout en nieren. Geraadpleegd op 15-11-2024.\n";

TEST_F(ParseReferences, PrintCslJsonALine) {
  const Ran ran = run_index({"parse-references", "-"}, std::string(kStrings));
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_EQ(ran.err, "");
  std::istringstream lines(ran.out);
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const auto article = nlohmann::json::parse(line);
  EXPECT_EQ(article["id"], "doi:10.1000/zinc");
  EXPECT_EQ(article["type"], "article-journal");
  EXPECT_EQ(article["author"],
            nlohmann::json::parse(R"([{"family":"Visser","given":"J. K."},{"family":"De Groot","given":"L."}])"));
  EXPECT_EQ(article["issued"]["date-parts"], nlohmann::json::parse("[[2018]]"));
  EXPECT_EQ(article["container-title"], "Nutrients");
  EXPECT_EQ(article["volume"], "10");
  EXPECT_EQ(article["issue"], "4");
  EXPECT_EQ(article["page"], "512-520");
  EXPECT_EQ(article["unsure"], false);
  EXPECT_GT(article["confidence"]["title"], 0.5);
  EXPECT_EQ(article["raw"].get<std::string>().substr(0, 6), "Visser");
  ASSERT_TRUE(std::getline(lines, line));
  const auto page = nlohmann::json::parse(line);
  EXPECT_EQ(page["author"], nlohmann::json::parse(R"([{"literal":"Voedingscentrum"}])"));
  EXPECT_EQ(page["title"], "Zout en nieren");
  EXPECT_EQ(page["accessed"]["date-parts"], nlohmann::json::parse("[[2024,11,15]]"));
  EXPECT_EQ(page["year"], nullptr);
  EXPECT_FALSE(std::getline(lines, line));
}

TEST_F(ParseReferences, BytesThatAreNoUtf8GiveJsonAllTheSame) {
  const Ran ran = run_index({"parse-references", "-"}, "Kaya B. Zo\xFFut. Voeding Nu. 2001;1:2-3.\n");
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_TRUE(nlohmann::json::accept(ran.out));
}

TEST_F(ParseReferences, FileThatIsNotThereIsSaid) {
  const Ran ran = run_index({"parse-references", corpus() + "/none.txt"});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_EQ(ran.out, "");
  EXPECT_THAT(ran.err, testing::HasSubstr("none.txt"));
}

}  // namespace
}  // namespace claimbase

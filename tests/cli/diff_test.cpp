// What an editor reads after a rewrite: `claimbase diff` and `claimbase runs`.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "query/run.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

struct Answer {
  int exit = 0;
  std::string out;
  std::string err;
};

class Diff : public IndexerTest {
 protected:
  void SetUp() override {
    write_article(kParagraphs);
    folder.write("corpus/other.txt", "Slaap\n\nMagnesium ondersteunt de slaap.\n");
    ASSERT_EQ(update({corpus()}).exit, IndexExit::ok);
  }

  void write_article(const std::string& paragraphs, const std::string& name = "corpus/magnesium.txt") {
    folder.write(name, "Magnesium in het kort\n\n" + paragraphs + kList);
  }

  Answer ask(std::vector<std::string> args) const {
    args.insert(args.begin() + 1, {"--database", database()});
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    const int exit = run(args, in, out, err, Terminal{});
    return {exit, out.str(), err.str()};
  }
  [[nodiscard]] json diff(std::vector<std::string> more = {}) const {
    more.insert(more.begin(), {"diff", "--format", "json"});
    return json::parse(ask(more).out);
  }
  // "changed magnesium:lowers:blood-pressure", each mention of the diff.
  static std::vector<std::string> mentions_of(const json& made) {
    std::vector<std::string> lines;
    for (const json& article : made["articles"]) {
      for (const json& each : article["mentions"]) {
        lines.push_back(each["change"].get<std::string>() + " " + each["claim"].get<std::string>());
      }
    }
    return lines;
  }

  static constexpr const char* kPressure = "Magnesium verlaagt de bloeddruk bij volwassenen met hypertensie.1\n\n";
  static constexpr const char* kMigraine = "Wie vaak hoofdpijn heeft: magnesium voorkomt migraine.2\n\n";
  static constexpr const char* kTired = "Magnesium vermindert vermoeidheid.\n\n";
  static inline const std::string kParagraphs = std::string(kPressure) + kMigraine + kTired;
  static constexpr const char* kList =
      "Referenties\n\n"
      "1. Jansen, P., & Bakker, L. (2016). Magnesium intake and blood pressure in adults. Hypertension Notes, 8(2), "
      "10-19.\n"
      "2. Peters, M. (2012). Oral magnesium and migraine attacks. Headache Letters, 5(1), 3-9.\n";
};

TEST_F(Diff, OfAFirstBuildHasItsCountsAlone) {
  const json made = diff();
  EXPECT_EQ(made["runs"][0]["added"], 2);
  EXPECT_EQ(made["runs"][0]["complete"], false);
  EXPECT_EQ(made["articles"], json::array());
  EXPECT_EQ(ask({"diff"}).exit, 0);
}

TEST_F(Diff, ARunThatChangesNothingLeavesNoRecord) {
  static_cast<void>(update());
  touch("corpus/magnesium.txt");
  static_cast<void>(update());
  EXPECT_THAT(ask({"runs"}).out, HasSubstr("\n1 run\n"));
}

TEST_F(Diff, OfAMarkerThatWasDroppedSaysWhichMentionRestsOnLess) {
  write_article("Magnesium verlaagt de bloeddruk bij volwassenen met hypertensie.\n\n" + std::string(kMigraine) +
                kTired);
  static_cast<void>(update());
  const json made = diff();
  EXPECT_THAT(mentions_of(made), testing::ElementsAre("changed magnesium:lowers:blood-pressure"));
  const json& mention = made["articles"][0]["mentions"][0];
  EXPECT_EQ(mention["lost_ground"], true);
  EXPECT_EQ(mention["lost_evidence"][0]["marker"], "1");
  EXPECT_THAT(mention["lost_evidence"][0]["printed"].get<std::string>(), HasSubstr("Jansen"));
  EXPECT_EQ(made["articles"][0]["references"], json::array());
  ASSERT_EQ(made["claims"].size(), 1U);
  EXPECT_EQ(made["claims"][0]["claim"], "magnesium:lowers:blood-pressure");
  EXPECT_EQ(made["claims"][0]["lost_last_evidence"], true);
  EXPECT_EQ(ask({"diff"}).exit, 1);
}

TEST_F(Diff, OfARewordedSentenceShowsBothSentences) {
  write_article(std::string(kPressure) +
                "Wie vaak hoofdpijn heeft, weet misschien al: magnesium voorkomt migraine.2\n\n" + kTired);
  static_cast<void>(update());
  const Answer answer = ask({"diff"});
  EXPECT_EQ(answer.exit, 0);
  EXPECT_THAT(answer.out, HasSubstr("\n"
                                    "corpus/magnesium.txt  Magnesium in het kort\n"
                                    "  changed  magnesium prevents migraine, line 5: words\n"
                                    "           - Wie vaak hoofdpijn heeft: magnesium voorkomt migraine.2\n"
                                    "           + Wie vaak hoofdpijn heeft, weet misschien al: magnesium voorkomt "
                                    "migraine.2\n"
                                    "\n"
                                    "0 mentions lost, 0 new, 1 changed; 0 claims lost the last evidence\n"));
}

TEST_F(Diff, OfAHedgeSaysSo) {
  write_article(std::string(kPressure) + "Wie vaak hoofdpijn heeft: magnesium voorkomt mogelijk migraine.2\n\n" +
                kTired);
  static_cast<void>(update());
  EXPECT_THAT(ask({"diff"}).out, HasSubstr("line 5: words, certainty asserted -> hedged\n"));
}

TEST_F(Diff, OfARemovedParagraphNamesTheClaimThatIsMadeNoMore) {
  write_article(std::string(kPressure) + kMigraine);
  static_cast<void>(update());
  const json made = diff();
  EXPECT_THAT(mentions_of(made), testing::ElementsAre("lost magnesium:lowers:fatigue"));
  EXPECT_EQ(made["claims"][0]["mentions_after"], 0);
  EXPECT_EQ(made["claims"][0]["lost_last_evidence"], false);
  EXPECT_EQ(ask({"diff"}).exit, 0);
}

TEST_F(Diff, OfParagraphsThatOnlyMovedIsEmpty) {
  write_article(std::string(kTired) + kMigraine + kPressure);
  static_cast<void>(update());
  EXPECT_EQ(diff()["articles"], json::array());
  EXPECT_EQ(diff()["runs"][0]["changed"], 1);
}

TEST_F(Diff, WordsThatNameNoSourceAreTheSameWords) {
  const std::string studied = "Meerdere studies laten zien dat zink vermoeidheid vermindert.\n\n";
  write_article(studied + kParagraphs);
  static_cast<void>(update());
  write_article(studied + std::string(kTired) + kMigraine + kPressure);
  static_cast<void>(update());
  EXPECT_EQ(diff()["articles"], json::array());
}

TEST_F(Diff, OfAnEntryThatIsGoneNamesItAndWhatRestedOnIt) {
  folder.write("corpus/magnesium.txt",
               "Magnesium in het kort\n\n" + kParagraphs +
                   "Referenties\n\n"
                   "1. Jansen, P., & Bakker, L. (2016). Magnesium intake and blood pressure in adults. Hypertension "
                   "Notes, 8(2), 10-19.\n");
  static_cast<void>(update());
  const json made = diff();
  EXPECT_THAT(mentions_of(made), testing::ElementsAre("changed magnesium:prevents:migraine"));
  EXPECT_EQ(made["articles"][0]["references"][0]["change"], "lost");
  EXPECT_EQ(made["articles"][0]["references"][0]["number"], 2);
  EXPECT_EQ(made["lost_evidence"], true);
}

TEST_F(Diff, OfRunsTogetherLeavesOutWhatWasUndone) {
  write_article(std::string(kPressure) + kTired);
  static_cast<void>(update());
  write_article(kParagraphs + "Magnesium ondersteunt sterke botten.\n\n");
  static_cast<void>(update());
  EXPECT_THAT(mentions_of(diff({"--since", "1"})), testing::ElementsAre("new magnesium:supports:bone-health"));
  EXPECT_THAT(mentions_of(diff({"2"})), testing::ElementsAre("lost magnesium:prevents:migraine"));
  EXPECT_EQ(diff({"2"})["claims"][0]["mentions_after"], 0);
  EXPECT_EQ(mentions_of(diff({"--since", "2000-01-01"})).size(), 1U);
  EXPECT_EQ(diff({"--since", "3"})["runs"], json::array());
}

TEST_F(Diff, OfAnArticleThatWasRemovedListsWhatItClaimed) {
  std::filesystem::remove(folder / "corpus/other.txt");
  static_cast<void>(update());
  const json made = diff();
  EXPECT_EQ(made["articles"][0]["change"], "removed");
  EXPECT_THAT(mentions_of(made), testing::ElementsAre("lost magnesium:supports:sleep"));
}

TEST_F(Diff, OfARenamedArticleKeepsItsMentions) {
  std::filesystem::rename(folder / "corpus/magnesium.txt", folder / "corpus/mg.txt");
  static_cast<void>(update());
  const json made = diff();
  EXPECT_EQ(made["runs"][0]["renamed"], 1);
  ASSERT_EQ(made["articles"].size(), 1U);
  EXPECT_EQ(made["articles"][0]["article"], "corpus/mg.txt");
  EXPECT_EQ(made["articles"][0]["previous"], "corpus/magnesium.txt");
  EXPECT_EQ(made["articles"][0]["change"], "renamed");
  EXPECT_EQ(made["articles"][0]["mentions"], json::array());
  write_article(std::string(kPressure) + kMigraine, "corpus/mg.txt");
  static_cast<void>(update());
  const json both = diff({"--since", "1"});
  EXPECT_EQ(both["articles"][0]["previous"], "corpus/magnesium.txt");
  EXPECT_THAT(mentions_of(both), testing::ElementsAre("lost magnesium:lowers:fatigue"));
}

TEST_F(Diff, OfArticlesThatTookEachOthersNamesHasNoMentions) {
  std::filesystem::rename(folder / "corpus/magnesium.txt", folder / "corpus/third.txt");
  std::filesystem::rename(folder / "corpus/other.txt", folder / "corpus/magnesium.txt");
  std::filesystem::rename(folder / "corpus/third.txt", folder / "corpus/other.txt");
  static_cast<void>(update());
  const json made = diff();
  EXPECT_EQ(made["articles"].size(), 2U);
  EXPECT_THAT(mentions_of(made), testing::IsEmpty());
}

TEST_F(Diff, NamesWorksThatWereRetracted) {
  folder.write("corpus/magnesium.txt", "Magnesium in het kort\n\n" + kParagraphs +
                                           "Referenties\n\n1. Jansen, P. (2016). Magnesium intake and blood pressure. "
                                           "Hypertension Notes, 8(2), 10-19. doi:10.5555/hn.2016.8\n"
                                           "2. Peters, M. (2012). Oral magnesium and migraine. Headache Letters, 5.\n");
  static_cast<void>(update());
  const auto notices = folder.write(
      "notices.csv",
      "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,"
      "OriginalPaperPubMedID,RetractionNature,Reason\n"
      "1,Magnesium intake and blood pressure,3/4/2020 0:00,10.5555/r.1,0,1/1/2016 0:00,10.5555/hn.2016.8,0,Retraction,"
      "+Error in Data;\n");
  static_cast<void>(update({"--retractions", notices.string()}));
  const json made = diff();
  ASSERT_EQ(made["works"].size(), 1U);
  EXPECT_EQ(made["works"][0]["reference"], "doi:10.5555/hn.2016.8");
  EXPECT_EQ(made["works"][0]["notice"], "retraction");
  EXPECT_EQ(made["works"][0]["notice_before"], nullptr);
  EXPECT_EQ(made["works"][0]["mentions"], 1);
  EXPECT_EQ(ask({"diff"}).exit, 1);
}

TEST_F(Diff, OfARebuildIsWhatTheFilesHaveChanged) {
  write_article(std::string(kPressure) + kMigraine);
  ASSERT_EQ(run_index({"rebuild", "--database", database()}).exit, IndexExit::ok);
  EXPECT_THAT(mentions_of(diff()), testing::ElementsAre("lost magnesium:lowers:fatigue"));
  EXPECT_EQ(diff()["runs"][0]["command"], "rebuild");
  EXPECT_EQ(diff()["runs"][0]["run"], 2);
}

TEST_F(Diff, RecordsAreNoPartOfTheContent) {
  write_article(std::string(kPressure) + kMigraine);
  static_cast<void>(update());
  EXPECT_EQ(dump(), clean_dump());
}

TEST_F(Diff, LinesOfJsonSayWhatTheyAre) {
  write_article(std::string(kPressure) + kMigraine);
  static_cast<void>(update());
  std::istringstream lines(ask({"diff", "--format", "jsonl"}).out);
  std::vector<std::string> types;
  for (std::string line; std::getline(lines, line);) types.push_back(json::parse(line)["type"]);
  EXPECT_THAT(types, testing::ElementsAre("article", "mention", "claim"));
}

struct BadRun {
  const char* name;
  std::vector<std::string> args;
  const char* message;
};
void PrintTo(const BadRun& bad, std::ostream* out) {
  *out << bad.name;
}

class DiffUsage : public Diff, public testing::WithParamInterface<BadRun> {};

TEST_P(DiffUsage, IsExplained) {
  std::vector<std::string> args{"diff"};
  args.insert(args.end(), GetParam().args.begin(), GetParam().args.end());
  const Answer answer = ask(args);
  EXPECT_EQ(answer.exit, 2);
  EXPECT_EQ(answer.out, "");
  EXPECT_THAT(answer.err, HasSubstr(GetParam().message));
}

INSTANTIATE_TEST_SUITE_P(Runs, DiffUsage,
                         testing::Values(BadRun{"NoSuchRun", {"7"}, "there is no run 7 (on record: 1 to 1)"},
                                         BadRun{"NoNumber", {"last"}, "there is no run last"},
                                         BadRun{"SinceNoSuchRun", {"--since", "9"}, "there is no run 9"},
                                         BadRun{"NoDate", {"--since", "2026-13-01"}, "neither a run nor a date"},
                                         BadRun{"NoTime", {"--since", "2026-01-01T25:00"}, "neither a run nor a date"},
                                         BadRun{"Both", {"1", "--since", "1"}, "excludes"}),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace claimbase

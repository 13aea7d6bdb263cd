// The command line itself, and the commands that need no store.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <streambuf>

#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class IndexCommands : public IndexerTest {};

TEST_F(IndexCommands, VersionAndHelp) {
  EXPECT_EQ(run_index({"--version"}).out, "claimbase-index " CLAIMBASE_VERSION "\n");
  const Ran help = run_index({"--help"});
  EXPECT_EQ(help.exit, IndexExit::ok);
  EXPECT_THAT(help.out, HasSubstr("rebuild"));
  EXPECT_THAT(help.out, HasSubstr("Exit codes: 0 done"));
  EXPECT_THAT(run_index({"update", "--help"}).out, HasSubstr("--dry-run"));
}

struct Wrong {
  std::string name;
  std::vector<std::string> args;
};
void PrintTo(const Wrong& wrong, std::ostream* out) {
  *out << wrong.name;
}

class WrongArguments : public testing::TestWithParam<Wrong> {};

TEST_P(WrongArguments, ExitWithTwoAndSayWhy) {
  const Ran ran = run_index(GetParam().args);
  EXPECT_EQ(ran.exit, IndexExit::failed);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err, "");
}

INSTANTIATE_TEST_SUITE_P(
    Lines, WrongArguments,
    testing::Values(Wrong{"NoCommand", {}}, Wrong{"UnknownCommand", {"index"}},
                    Wrong{"UnknownOption", {"update", "--fast"}}, Wrong{"NoThreads", {"update", "--jobs", "0"}},
                    Wrong{"JobsInWords", {"update", "--jobs", "many"}},
                    Wrong{"LanguageOfOneLetter", {"update", "--language", "x"}},
                    Wrong{"LanguageWithASpace", {"update", "--language", "nl en"}},
                    Wrong{"TwoVocabularies", {"update", "--vocabulary", "a.rdf", "--built-in-vocabulary"}},
                    Wrong{"AnalyzeNothing", {"analyze"}}, Wrong{"VocabularyAlone", {"vocabulary"}},
                    Wrong{"VocabularyMissing", {"vocabulary", "check", "no-such-file.rdf"}}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(IndexCommands, AnalyzePrintsOneArticle) {
  write_corpus();
  const Ran ran = run_index({"analyze", corpus() + "/zink.txt"});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_EQ(ran.err, "");
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["path"], corpus() + "/zink.txt");
  EXPECT_EQ(json["title"], "Zink en verkoudheid");
  EXPECT_EQ(json["language"], "nl");
  EXPECT_EQ(json["encoding"], "UTF-8");
  ASSERT_EQ(json["references"].size(), 2U);
  EXPECT_EQ(json["references"][0]["number"], 1);
  EXPECT_EQ(json["references"][0]["year"], 2021);
  EXPECT_EQ(json["references"][0]["line"], 11);
  ASSERT_EQ(json["citations"].size(), 4U);
  EXPECT_EQ(json["citations"][0]["marker"], "1");
  EXPECT_EQ(json["citations"][0]["reference"], json["references"][0]["id"]);
  EXPECT_EQ(json["citations"][0]["attribution"], nullptr);
  bool found = false;
  for (const auto& each : json["mentions"]) {
    if (each["outcome"] != "common-cold" || each["line"] != 3) continue;
    found = true;
    EXPECT_EQ(each["substance"], "zinc");
    EXPECT_EQ(each["outcome_text"], "verkoudheid");
    EXPECT_EQ(each["cue_text"], "verkort");
    EXPECT_EQ(each["evidence"][0]["link"], "marker");
    EXPECT_EQ(each["evidence"][0]["reference"], json["references"][0]["id"]);
  }
  EXPECT_TRUE(found);
  EXPECT_FALSE(std::filesystem::exists("claimbase.db"));
}

TEST_F(IndexCommands, AnalyzeReadsStandardInput) {
  const Ran ran = run_index({"analyze", "-", "--language", "en"}, "Iron and fatigue\n\nIron reduces fatigue.\n");
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["path"], "-");
  EXPECT_EQ(json["language"], "en");
  EXPECT_EQ(json["mentions"][0]["claim"], "iron:lowers:fatigue");
}

TEST_F(IndexCommands, AnalyzeOfAPageReadsItsArticleAlone) {
  const Ran ran = run_index(
      {"analyze", "-"},
      "<!DOCTYPE html><html lang=en><title>Iron and fatigue | Leafy</title><body>"
      "<div id=cookie-notice><p>Cookies help: zinc prevents colds.</p></div>"
      "<nav><ul><li><a href='/a'>Magnesium lowers blood pressure</a><li><a href='/b'>Melatonin improves "
      "sleep</a></ul></nav>"
      "<main><article><h1>Iron and fatigue</h1><p>Iron reduces fatigue in people who have a shortage of "
      "it.<sup>1</sup> In "
      "others it does little, and <a href='https://doi.org/10.1000/leaf.7'>too much iron</a> is not harmless.</p>"
      "<h2>References</h2><ol><li>Boer K. Iron in leaves. Veg Sci. 2018;3:1-9.</li></ol></article></main>"
      "<aside class=related-posts><h3>Read also</h3><p>Vitamin C prevents colds.</p></aside>"
      "<div class=newsletter-signup><p>Turmeric reduces inflammation: sign up.</p></div>"
      "<footer><p>Calcium strengthens bones.</p></footer></body></html>");
  EXPECT_EQ(ran.exit, IndexExit::ok);
  const auto json = nlohmann::json::parse(ran.out);
  EXPECT_EQ(json["format"], "html");
  EXPECT_EQ(json["title"], "Iron and fatigue");
  EXPECT_EQ(json["publisher"], "Leafy");
  std::vector<std::string> claims;
  for (const auto& each : json["mentions"]) claims.push_back(each["claim"]);
  EXPECT_THAT(claims, testing::Each("iron:lowers:fatigue"));
  EXPECT_THAT(claims, testing::Not(testing::IsEmpty()));
  ASSERT_EQ(json["citations"].size(), 2U);
  EXPECT_EQ(json["citations"][0]["marker"], "1");
  EXPECT_EQ(json["citations"][0]["reference"], json["references"][0]["id"]);
  EXPECT_EQ(json["citations"][1]["kind"], "link");
  EXPECT_EQ(json["citations"][1]["reference"], "doi:10.1000/leaf.7");
}

TEST_F(IndexCommands, AnalyzeOfAMissingFile) {
  const Ran ran = run_index({"analyze", (folder / "nowhere.txt").string()});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err,
            (folder / "nowhere.txt").string() + ": error: not read: no such file or directory [document.unreadable]\n");
}

TEST_F(IndexCommands, AnalyzeOfBinaryDataSaysSoInItsDiagnostics) {
  const Ran ran = run_index({"analyze", "-"}, std::string("\0\0\1\2", 4));
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_EQ(nlohmann::json::parse(ran.out)["diagnostics"][0]["rule"], "document.binary");
}

TEST_F(IndexCommands, VocabularyCheckPrintsFindingsByLine) {
  const auto file = folder.write("own.rdf",
                                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                                 "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\n"
                                 "<skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\">\n"
                                 "<skos:prefLabel xml:lang=\"nl\">maanwortel</skos:prefLabel>\n"
                                 "</skos:Concept>\n</rdf:RDF>\n");
  const Ran ran = run_index({"vocabulary", "check", file.string()});
  EXPECT_EQ(ran.exit, IndexExit::incomplete);
  EXPECT_EQ(ran.out,
            file.string() + ":2: warning: moonroot has no preferred label in \"en\" [vocabulary.missing-language]\n");
}

TEST_F(IndexCommands, VocabularyCheckOfASoundFile) {
  const auto file = folder.write("own.rdf",
                                 "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                                 "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\">\n"
                                 "<skos:Concept rdf:about=\"urn:claimbase:substance:moonroot\">\n"
                                 "<skos:prefLabel xml:lang=\"nl\">maanwortel</skos:prefLabel>\n<skos:prefLabel "
                                 "xml:lang=\"en\">moonroot</skos:prefLabel>\n"
                                 "</skos:Concept>\n</rdf:RDF>\n");
  const Ran ran = run_index({"vocabulary", "check", file.string()});
  EXPECT_EQ(ran.exit, IndexExit::ok);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, "nothing found\n");
}

// A disk without room: what is written gets lost.
class FullDisk : public std::streambuf {};

TEST_F(IndexCommands, ResultThatCannotBeWrittenIsAFailure) {
  std::istringstream in("Zink\n\nZink steunt de afweer.\n");
  std::ostringstream err;
  FullDisk full;
  std::ostream out(&full);
  EXPECT_EQ(run_indexer(std::vector<std::string>{"analyze", "-"}, in, out, err), IndexExit::failed);
  EXPECT_THAT(err.str(), StartsWith("claimbase-index: write the result: "));
}

}  // namespace
}  // namespace claimbase

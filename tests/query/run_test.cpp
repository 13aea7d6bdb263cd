// The whole program in-process: exact output and exit code of every command on the sample store.
#include "query/run.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "schema/database.h"
#include "schema/store.h"
#include "tests/query/sample_store.h"

namespace claimbase {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

Ran run_with(const std::vector<std::string>& args, const std::string& input = "", const Terminal& terminal = {}) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int code = run(args, in, out, err, terminal);
  return {code, out.str(), err.str()};
}

class Program : public testing::Test {
 protected:
  Ran ask(std::vector<std::string> args, const std::string& input = "", const Terminal& terminal = {}) {
    args.insert(args.begin(), {"--database", store_.file().string()});
    return run_with(args, input, terminal);
  }
  json ask_json(const std::vector<std::string>& args) { return json::parse(ask(args).out); }
  SampleStore store_;
};

struct OutputCase {
  const char* name;
  std::vector<std::string> args;
  int code;
  const char* out;
};
void PrintTo(const OutputCase& tested, std::ostream* out) {
  *out << testing::PrintToString(tested.args);
}

class Output : public Program, public testing::WithParamInterface<OutputCase> {};
TEST_P(Output, IsExactly) {
  const Ran ran = ask(GetParam().args);
  EXPECT_EQ(ran.out, GetParam().out);
  EXPECT_EQ(ran.code, GetParam().code);
  EXPECT_EQ(ran.err, "");
}

INSTANTIATE_TEST_SUITE_P(
    Commands, Output,
    testing::Values(
        OutputCase{"Search",
                   {"search", "bloeddruk"},
                   0,
                   "bloeddruk also as: blood pressure, hypertensie, hypertension\n"
                   "\nnl/magnesium.txt:2  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Elke dag 300 mg magnesium gaf een lichte «bloeddrukverlaging».1\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  cites: [1] Vermeer 2021  Oral magnesium & blood pressure: a systematic review  "
                   "systematic-review, level 1\n"
                   "\nnl/magnesium.txt:2  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Mogelijk voorkomt het ook «hypertensie».\n"
                   "  claim: magnesium prevents hypertension (hedged)\n"
                   "\nen/garlic.txt:1  Garlic at the table\n"
                   "  Garlic lowers «blood pressure», and so does magnesium.4\n"
                   "  claim: garlic lowers blood-pressure\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  cites: [4] Vermeer 2021  Oral magnesium & blood pressure: a systematic review  "
                   "systematic-review, level 1\n"
                   "\nnl/magnesium.txt:3  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Een meta-analyse uit 2016 in «Hypertension» zag een daling.\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  names: meta-analysis, 2016, Hypertension (no reference)\n"
                   "\n4 sentences, 1 with the words as typed\n"},
        OutputCase{"SearchWordsOnly",
                   {"search", "--no-expand", "bloeddruk"},
                   0,
                   "\nnl/magnesium.txt:2  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Elke dag 300 mg magnesium gaf een lichte «bloeddrukverlaging».1\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  cites: [1] Vermeer 2021  Oral magnesium & blood pressure: a systematic review  "
                   "systematic-review, level 1\n"
                   "\n1 sentence\n"},
        OutputCase{"SearchExplained",
                   {"search", "--explain", "--no-expand", "vaten", "daling"},
                   0,
                   "\nnl/magnesium.txt:3  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Een meta-analyse uit 2016 in Hypertension zag een «daling».\n"
                   "  under: Magnesium voor hart en «vaten»\n"
                   "  why: 1.78 = (0.08 vaten (idf 0.24, 0 in it, 1 above it) + 1.29 daling (idf 1.54, 1 in it)) x 1.3 "
                   "claims; "
                   "15 words, mean 10.2\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  names: meta-analysis, 2016, Hypertension (no reference)\n\n1 sentence\n"},
        OutputCase{"SearchMenu",
                   {"search", "bestel"},
                   0,
                   "\nnl/magnesium.txt:4  Magnesium en uw bloeddruk (2025-03-14)  [navigation]\n"
                   "  Magnesium, \"extra\" sterk[31m: «bestel» nu\n\n1 sentence\n"},
        OutputCase{"SearchUnderHeading",
                   {"search", "vaten", "daling"},
                   0,
                   "\nnl/magnesium.txt:3  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Een meta-analyse uit 2016 in Hypertension zag een «daling».\n"
                   "  under: Magnesium voor hart en «vaten»\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  names: meta-analysis, 2016, Hypertension (no reference)\n\n1 sentence\n"},
        OutputCase{"SearchFiltered",
                   {"search", "bloeddruk", "--outcome", "hypertensie", "--relation", "prevents"},
                   0,
                   "bloeddruk also as: blood pressure, hypertensie, hypertension\n"
                   "\nnl/magnesium.txt:2  Magnesium en uw bloeddruk (2025-03-14)\n"
                   "  Mogelijk voorkomt het ook «hypertensie».\n"
                   "  claim: magnesium prevents hypertension (hedged)\n"
                   "\n1 sentence, 0 with the words as typed\n"},
        OutputCase{"SearchInAnArticle",
                   {"search", "blood pressure", "--article", "gar*", "--language", "en", "--no-expand"},
                   0,
                   "\nen/garlic.txt:1  Garlic at the table\n"
                   "  Garlic lowers «blood» «pressure», and so does magnesium.4\n"
                   "  claim: garlic lowers blood-pressure\n"
                   "  claim: magnesium lowers blood-pressure\n"
                   "  cites: [4] Vermeer 2021  Oral magnesium & blood pressure: a systematic review  "
                   "systematic-review, level 1\n"
                   "\n1 sentence\n"},
        OutputCase{"SearchInAnotherArticle",
                   {"search", "blood pressure", "--article", "mag*", "--no-expand"},
                   1,
                   "\n0 sentences\n"},
        OutputCase{"SearchNothing", {"search", "fiets"}, 1, "\n0 sentences\n"},
        OutputCase{"Claims",
                   {"claims"},
                   0,
                   "mentions  articles  references  best level  claim\n"
                   "       3         2           1           1  magnesium lowers blood-pressure\n"
                   "       1         1           1           1  garlic lowers blood-pressure\n"
                   "       1         1           0           -  magnesium-citrate treats migraine  1 negated\n"
                   "       1         1           0           -  magnesium prevents hypertension  1 hedged\n"
                   "\n4 claims\n"},
        OutputCase{"ClaimsOfNarrower",
                   {"claims", "--substance", "Magnesium", "--limit", "1"},
                   0,
                   "mentions  articles  references  best level  claim\n"
                   "       3         2           1           1  magnesium lowers blood-pressure\n"
                   "\n3 claims; 1 shown (--limit)\n"},
        OutputCase{"ClaimsExact",
                   {"claims", "--substance", "magnesium", "--exact", "--certainty", "hedged"},
                   0,
                   "mentions  articles  references  best level  claim\n"
                   "       1         1           0           -  magnesium prevents hypertension  1 hedged\n"
                   "\n1 claim\n"},
        OutputCase{"Evidence",
                   {"evidence", "magnesium lowers blood pressure"},
                   0,
                   "magnesium lowers blood-pressure\n"
                   "4 mentions in 2 articles: 4 for (1 hedged)\n"
                   "with mentions that read: prevents\n"
                   "\nLevel 1, systematic reviews and meta-analyses\n"
                   "  Vermeer A. B.; Öz K. (2021). Oral magnesium & blood pressure: a systematic review. Journal of "
                   "Minerals, 13(1), 195-204.\n"
                   "    systematic-review, level 1; doi:10.1000/mg.1\n"
                   "    nl/magnesium.txt:2  by marker [1], weight 1.0\n"
                   "      Elke dag 300 mg magnesium gaf een lichte bloeddrukverlaging.1\n"
                   "      claim: magnesium lowers blood-pressure\n"
                   "      with: 300 mg\n"
                   "\nUntraceable: named in the text, in no reference list\n"
                   "  meta-analysis, 2016, Hypertension  “meta-analyse uit 2016 in Hypertension”\n"
                   "    nl/magnesium.txt:3  by attribution, weight 0.8\n"
                   "      Een meta-analyse uit 2016 in Hypertension zag een daling.\n"
                   "      claim: magnesium lowers blood-pressure\n"
                   "\nNo evidence given\n"
                   "  en/garlic.txt:1\n"
                   "    Garlic lowers blood pressure, and so does magnesium.4\n"
                   "    claim: magnesium lowers blood-pressure\n"
                   "  nl/magnesium.txt:2\n"
                   "    Mogelijk voorkomt het ook hypertensie.\n"
                   "    claim: magnesium prevents hypertension (hedged)\n"},
        OutputCase{"EvidenceDenied",
                   {"evidence", "magnesium:treats:migraine"},
                   0,
                   "magnesium treats migraine\n"
                   "1 mention in 1 article: 0 for, 1 deny it\n"
                   "\nNo evidence given\n"
                   "  nl/magnesium.txt:3  denied\n"
                   "    Tegen migraine hielp magnesiumcitraat niet.\n"
                   "    claim: magnesium-citrate treats migraine (negated)\n"
                   "    with: Tegen migraine\n"},
        OutputCase{"EvidenceNone",
                   {"evidence", "garlic improves sleep"},
                   1,
                   "garlic supports sleep\n0 mentions in 0 articles: 0 for\n"},
        OutputCase{
            "References",
            {"references"},
            0,
            "Sleep Board, Ltd (2019). Yearly \"sleep\" report. Sleep Board.\n"
            "    design unknown; ref:0000000000000007\n"
            "    cited by nl/magnesium.txt [2], 0 places\n"
            "Vermeer A. B.; Öz K. (2021). Oral magnesium & blood pressure: a systematic review. Journal of Minerals, "
            "13(1), 195-204.\n"
            "    systematic-review, level 1; doi:10.1000/mg.1\n"
            "    cited by en/garlic.txt [4], 1 place\n"
            "    cited by nl/magnesium.txt [1], 1 place\n"
            "\n2 references\n"},
        OutputCase{
            "ReferencesByWords",
            {"references", "bloeddruk", "--level", "1", "--year", "2020-2022"},
            0,
            "bloeddruk also as: blood pressure, hypertensie, hypertension\n"
            "Vermeer A. B.; Öz K. (2021). Oral magnesium & blood pressure: a systematic review. Journal of Minerals, "
            "13(1), 195-204.\n"
            "    systematic-review, level 1; doi:10.1000/mg.1\n"
            "    cited by en/garlic.txt [4], 1 place\n"
            "    cited by nl/magnesium.txt [1], 1 place\n"
            "\n1 reference\n"},
        OutputCase{"ReferencesUnlinked",
                   {"references", "--unlinked"},
                   0,
                   "Sleep Board, Ltd (2019). Yearly \"sleep\" report. Sleep Board.\n"
                   "    design unknown; ref:0000000000000007\n"
                   "    cited by nl/magnesium.txt [2], 0 places\n"
                   "\n1 reference\n"},
        OutputCase{
            "ReferencesOfArticle", {"references", "--article", "garlic*", "--design", "cohort"}, 1, "\n0 references\n"},
        OutputCase{"Articles",
                   {"articles"},
                   0,
                   "en/garlic.txt  Garlic at the table\n  en, 1 sentence, 2 mentions, 1 reference\n"
                   "nl/magnesium.txt  Magnesium en uw bloeddruk\n"
                   "  2025-03-14, De Kliniek, nl, 6 sentences, 4 mentions, 2 references\n"
                   "\n2 articles\n"},
        OutputCase{
            "Show",
            {"show", "magnesium.txt"},
            0,
            "1: [heading/content] Magnesium voor hart en vaten\n"
            "2: [paragraph/content] Elke dag 300 mg magnesium gaf een lichte bloeddrukverlaging.1 Mogelijk voorkomt "
            "het ook hypertensie.\n"
            "3: [paragraph/content] Een meta-analyse uit 2016 in Hypertension zag een daling. Tegen migraine hielp "
            "magnesiumcitraat niet.\n"
            "4: [paragraph/navigation] Magnesium, \"extra\" sterk[31m: bestel nu\n"},
        OutputCase{
            "Check",
            {"check"},
            0,
            "2 articles, 7 sentences, 6 mentions of 4 claims, 2 references, 3 citations (0 unresolved), 3 evidence "
            "links\nnothing is wrong\n"
            "\nnl/magnesium.txt:6: entry 2 is never cited: Sleep Board, Ltd. Yearly \"sleep\" report. 2019. "
            "[reference.uncited]\n1 thing to look at\n"},
        OutputCase{"ExportClaims",
                   {"export", "claims", "--format", "csv"},
                   0,
                   "id,substance,relation,outcome,mentions,articles,hedged,negated,references,best_level\n"
                   "garlic:lowers:blood-pressure,garlic,lowers,blood-pressure,1,1,0,0,1,1\n"
                   "magnesium-citrate:treats:migraine,magnesium-citrate,treats,migraine,1,1,0,1,0,\n"
                   "magnesium:lowers:blood-pressure,magnesium,lowers,blood-pressure,3,2,0,0,1,1\n"
                   "magnesium:prevents:hypertension,magnesium,prevents,hypertension,1,1,1,0,0,\n"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST_F(Program, ExportsMentionsWithTheFixedFields) {
  std::istringstream lines(ask({"export", "mentions"}).out);
  std::vector<json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(json::parse(line));
  ASSERT_EQ(rows.size(), 6U);
  const json& first = rows[2];
  EXPECT_EQ(first["article"], "nl/magnesium.txt");
  EXPECT_EQ(first["line"], 2);
  EXPECT_EQ(first["begin"], 29);
  EXPECT_EQ(first["end"], 90);
  EXPECT_EQ(first["sentence"], "Elke dag 300 mg magnesium gaf een lichte bloeddrukverlaging.1");
  EXPECT_EQ(first["block"], "paragraph");
  EXPECT_EQ(first["exposure"], "intake");
  EXPECT_EQ(first["quantities"][0]["printed"], "300 mg");
  EXPECT_EQ(first["population"], json::array());
  EXPECT_EQ(rows[5]["quantities"], json::array());
  EXPECT_EQ(rows[5]["population"], json::array({{{"class", "condition"},
                                                 {"group", "migraine"},
                                                 {"age_low", 50.0},
                                                 {"age_high", nullptr},
                                                 {"printed", "Tegen migraine"},
                                                 {"begin", 0},
                                                 {"end", 14}}}));
  EXPECT_EQ(first["references"], json::array({"doi:10.1000/mg.1"}));
  EXPECT_EQ(first["markers"], json::array({"1"}));
  EXPECT_TRUE(first["attribution"].is_null());
  EXPECT_EQ(rows[3]["outcome_broader"], json::array({"blood-pressure"}));
  EXPECT_EQ(rows[3]["certainty"], "hedged");
  EXPECT_EQ(rows[4]["attribution"],
            json({{"journal", "Hypertension"}, {"year", 2016}, {"study_design", "meta-analysis"}}));
  EXPECT_EQ(rows[5]["polarity"], "negated");
}

TEST_F(Program, ExportsCitations) {
  const json rows = ask_json({"export", "citations", "--format", "json"});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["marker"], "4");
  EXPECT_EQ(rows[0]["reference"], "doi:10.1000/mg.1");
  EXPECT_TRUE(rows[0]["attribution"].is_null());
  EXPECT_EQ(rows[2]["kind"], "attribution");
  EXPECT_TRUE(rows[2]["reference"].is_null());
  EXPECT_EQ(rows[2]["attribution"]["journal"], "Hypertension");
}

TEST_F(Program, ExportsReferencesAsCslJson) {
  const json rows = ask_json({"export", "references", "--format", "csl-json"});
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["author"][1], json({{"family", "Öz"}, {"given", "K."}}));
  EXPECT_EQ(rows[0]["issued"], json({{"date-parts", {{2021}}}}));
  EXPECT_EQ(rows[0]["year"], 2021);
  EXPECT_EQ(rows[0]["level"], 1);
  EXPECT_EQ(rows[0]["cited_by"], json::array({{{"article", "en/garlic.txt"}, {"number", 4}},
                                              {{"article", "nl/magnesium.txt"}, {"number", 1}}}));
  EXPECT_EQ(rows[1]["accessed"], json({{"date-parts", {{2024, 3, 5}}}}));
  EXPECT_EQ(rows[1]["author"][0], json({{"literal", "Sleep Board, Ltd"}}));
}

TEST_F(Program, ExportsTheCanonicalDump) {
  std::ostringstream dump;
  Store::open(store_.file(), StoreMode::read_only).canonical_dump(dump);
  const Ran answer = ask({"export", "canonical"});
  EXPECT_EQ(answer.code, 0);
  EXPECT_EQ(answer.out, dump.str());
  EXPECT_THAT(answer.out, HasSubstr("claim\tgarlic:lowers:blood-pressure\tgarlic\tlowers\tblood-pressure\n"));
  EXPECT_EQ(ask({"export", "canonical", "--format", "text"}).out, dump.str());
}

TEST_F(Program, ExportsReferencesForManagers) {
  EXPECT_THAT(ask({"export", "references", "--format", "bibtex"}).out,
              HasSubstr("title = {{Oral magnesium \\& blood pressure: a systematic review}}"));
  EXPECT_THAT(ask({"export", "references", "--format", "ris"}).out,
              StartsWith("TY  - JOUR\r\nAU  - Vermeer, A. B.\r\n"));
}

TEST_F(Program, SearchExplainsItselfInJson) {
  const json found = ask_json({"search", "--explain", "migraine", "--format", "json"});
  const json& why = found.at("hits").at(0).at("explanation");
  EXPECT_EQ(why.at("score"), found.at("hits").at(0).at("score"));
  ASSERT_EQ(why.at("parts").size(), 1U);
  EXPECT_EQ(why.at("parts").at(0).at("origin"), "typed");
  EXPECT_EQ(why.at("parts").at(0).at("in_sentence"), 1);
  EXPECT_EQ(why.at("priors"), (json{{{"name", "claims"}, {"factor", 1.3}}}));
  EXPECT_FALSE(ask_json({"search", "migraine", "--format", "json"}).at("hits").at(0).contains("explanation"));
}

TEST_F(Program, ReferencesInJsonEndWithWhatWasMeant) {
  const json found = ask_json({"references", "hypertensoin", "--format", "json"});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.back(), (json{{"suggestion", "hypertension"}}));
  EXPECT_EQ(ask({"references", "hypertensoin", "--format", "jsonl"}).out, "{\"suggestion\":\"hypertension\"}\n");
  EXPECT_EQ(ask_json({"search", "migriane", "--format", "json"}).at("suggestion"), "migraine");
}

TEST_F(Program, SearchSaysWhichWordsNoSentenceHasTogether) {
  const Ran text = ask({"search", "de", "migraine", "fiets"});
  EXPECT_EQ(text.code, 1);
  EXPECT_THAT(text.out, HasSubstr("no sentence has all of: de, migraine, fiets; these have most of them\n"));
  EXPECT_THAT(text.out, HasSubstr("\n  without: fiets\n"));
  EXPECT_THAT(text.out, HasSubstr("\n0 sentences with all of them, "));
  const json found = json::parse(ask({"search", "migraine", "fiets", "--format", "json"}).out);
  EXPECT_EQ(found["total"], 0);
  EXPECT_GT(found["most_total"], 0);
  EXPECT_EQ(found["hits"][0]["missing"], json({"fiets"}));
  EXPECT_THAT(ask({"search", "migraine", "fiets", "--format", "csv"}).out, HasSubstr(",missing,"));
  EXPECT_EQ(ask({"search", "fiets", "step"}).code, 1);
}

TEST_F(Program, AnswersInJson) {
  const json found = ask_json({"search", "migraine", "--format", "json"});
  EXPECT_EQ(found["total"], 1);
  EXPECT_EQ(found["hits"][0]["hits"], json::array({{6, 14}}));
  EXPECT_EQ(found["hits"][0]["claims"][0]["claim"], "magnesium-citrate:treats:migraine");
  const json evidence = ask_json({"--format", "json", "evidence", "magnesium lowers blood pressure"});
  EXPECT_EQ(evidence["counts"]["for"], 4);
  EXPECT_EQ(evidence["cited"][0]["reference"]["id"], "doi:10.1000/mg.1");
  EXPECT_EQ(evidence["untraceable"][0]["words"], "meta-analyse uit 2016 in Hypertension");
  EXPECT_EQ(evidence["no_evidence"].size(), 2U);
  EXPECT_EQ(ask_json({"stats", "--format", "json"})["mentions"], 6);
  EXPECT_EQ(ask_json({"check", "--format", "json"})["problems"], json::array());
  EXPECT_EQ(ask_json({"claims", "--format", "json"})[0]["best_level"], 1);
}

TEST_F(Program, ListsWhatSaysTheOppositeAsSuch) {
  const json evidence = ask_json({"evidence", "magnesium raises blood pressure", "--format", "json"});
  EXPECT_EQ(evidence["counts"]["for"], 0);
  EXPECT_EQ(evidence["counts"]["opposite"], 4);
  EXPECT_EQ(evidence["cited"][0]["places"][0]["stance"], "the other way");
}

TEST_F(Program, ReadsTheQueryFromItsInput) {
  EXPECT_EQ(ask({"search", "-"}, "migraine\n").code, 0);
  EXPECT_EQ(ask({"evidence", "-"}, "magnesium bij migraine").code, 0);
}

TEST_F(Program, ColorsOnATerminalOnly) {
  const std::string red = "\x1b[1;31mmigraine\x1b[0m";
  EXPECT_THAT(ask({"search", "migraine"}, "", {true, false}).out, HasSubstr(red));
  EXPECT_THAT(ask({"search", "migraine"}, "", {true, true}).out, HasSubstr("«migraine»"));
  EXPECT_THAT(ask({"search", "migraine"}, "", {false, false}).out, HasSubstr("«migraine»"));
  EXPECT_THAT(ask({"search", "migraine", "--color", "always"}, "", {false, true}).out, HasSubstr(red));
  EXPECT_THAT(ask({"search", "migraine", "--color", "never"}, "", {true, false}).out, HasSubstr("«migraine»"));
}

TEST_F(Program, TakesTheDatabaseAfterTheCommandToo) {
  EXPECT_EQ(run_with({"articles", "--database", store_.file().string()}).code, 0);
}

class HostileQuery : public Program, public testing::WithParamInterface<OutputCase> {};
TEST_P(HostileQuery, IsPlainWords) {
  const Ran ran = ask({"search", "--", GetParam().args.front()});
  EXPECT_EQ(ran.code, GetParam().code);
  EXPECT_EQ(ran.err, "");
}
INSTANTIATE_TEST_SUITE_P(
    Typed, HostileQuery,
    testing::Values(OutputCase{"Quotes", {"\"\"\"\""}, 1, ""}, OutputCase{"Stars", {"***"}, 1, ""},
                    OutputCase{"Star", {"migr*"}, 1, ""}, OutputCase{"Near", {"NEAR(magnesium migraine, 2)"}, 1, ""},
                    OutputCase{"Column", {"text:migraine"}, 1, ""},
                    OutputCase{"Not", {"magnesium NOT migraine"}, 1, ""}, OutputCase{"Caret", {"^migraine"}, 0, ""},
                    OutputCase{"Minus", {"-migraine"}, 0, ""}, OutputCase{"Parentheses", {"((((migraine"}, 0, ""},
                    OutputCase{"Sql", {"'; DROP TABLE article; --"}, 1, ""},
                    OutputCase{"NotUtf8", {"\xff\xfemigraine"}, 0, ""}, OutputCase{"Empty", {""}, 1, ""},
                    OutputCase{"HundredKilobytes", {std::string(100'000, '"') + std::string(100'000, '(')}, 1, ""},
                    OutputCase{"ManyWords",
                               {[] {
                                 std::string many;
                                 for (int i = 0; i < 20'000; ++i) many += "bloeddruk ";
                                 return many;
                               }()},
                               0,
                               ""}),
    [](const auto& tested) { return std::string(tested.param.name); });
TEST_F(Program, TakesHostileQuestions) {
  EXPECT_EQ(ask({"evidence", "--", std::string(100'000, ':')}).code, 1);
  EXPECT_EQ(ask({"references", "--", "\"*\" NEAR("}).code, 1);
}

struct FailureCase {
  const char* name;
  std::vector<std::string> args;
  int code;
  const char* err;
};
void PrintTo(const FailureCase& tested, std::ostream* out) {
  *out << testing::PrintToString(tested.args);
}
class Failure : public Program, public testing::WithParamInterface<FailureCase> {};
TEST_P(Failure, IsSaidInOneLine) {
  const Ran ran = ask(GetParam().args);
  EXPECT_EQ(ran.code, GetParam().code);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(ran.err, GetParam().err);
}
INSTANTIATE_TEST_SUITE_P(
    Asked, Failure,
    testing::Values(
        FailureCase{"UnknownSubstance",
                    {"claims", "--substance", "stone"},
                    1,
                    "claimbase: the vocabulary has no substance called stone\n"},
        FailureCase{"UnknownQuestion",
                    {"evidence", "the bicycle"},
                    1,
                    "claimbase: the vocabulary has no substance and no outcome of: the bicycle\n"},
        FailureCase{
            "UnknownArticle", {"show", "x.txt"}, 1, "claimbase: no article is called x.txt (see claimbase articles)\n"},
        FailureCase{
            "TwoArticles", {"show", "*.txt"}, 2, "claimbase: *.txt may be en/garlic.txt, nl/magnesium.txt; name one\n"},
        FailureCase{"FormatOfAnother",
                    {"claims", "--format", "ris"},
                    2,
                    "claimbase: format ris is not one of: text, json, jsonl, csv\n"},
        FailureCase{"FormatOfReferences",
                    {"export", "claims", "--format", "ris"},
                    2,
                    "claimbase: format ris is for references only\n"},
        FailureCase{"FormatOfCanonical",
                    {"export", "canonical", "--format", "json"},
                    2,
                    "claimbase: canonical has the format text only\n"},
        FailureCase{"TextOfOthers",
                    {"export", "claims", "--format", "text"},
                    2,
                    "claimbase: format text is for canonical only\n"},
        FailureCase{"Years",
                    {"references", "--year", "20x6"},
                    2,
                    "claimbase: a year looks like 2016, a range of years like 2016-2020\n"},
        FailureCase{"UnknownOption",
                    {"articles", "--nonsense"},
                    2,
                    "claimbase: The following argument was not expected: --nonsense (see claimbase --help)\n"},
        FailureCase{"NoCommand", {}, 2, "claimbase: A subcommand is required (see claimbase --help)\n"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST_F(Program, SaysWhatIsWrongWithTheStore) {
  const std::string missing = (store_.folder() / "none.db").string();
  const Ran none = run_with({"--database", missing, "stats"});
  EXPECT_EQ(none.code, 2);
  EXPECT_EQ(none.err, "claimbase: cannot open the store " + missing +
                          "; make one with: claimbase-index update --database " + missing + " FOLDER\n");
  const std::string other = (store_.folder() / "other.db").string();
  std::ofstream(other) << "these are words in a file, and no store at all";
  const Ran text = run_with({"--database", other, "check"});
  EXPECT_EQ(text.code, 2);
  EXPECT_EQ(text.err, "claimbase: " + other + " is not a Claimbase store; name another with --database\n");
  {
    Database db(store_.file(), OpenMode::read_write);
    db.execute("PRAGMA user_version = 9999");
  }
  const Ran newer = ask({"articles"});
  EXPECT_EQ(newer.code, 2);
  EXPECT_EQ(newer.err, "claimbase: the store " + store_.file().string() +
                           " was written by a newer version of Claimbase; update this program\n");
}

TEST_F(Program, CheckFindsWhatIsWrong) {
  {
    Database db(store_.file(), OpenMode::read_write);
    db.execute("UPDATE claim SET id = 'a:b:c' WHERE id = 'garlic:lowers:blood-pressure'");
  }
  const Ran ran = ask({"check"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, StartsWith("problem: "));
  EXPECT_THAT(ran.out, HasSubstr("1 problem; mend with: claimbase-index repair --database "));
}

TEST(Help, OfEachCommandHasAnExample) {
  const Ran all = run_with({"--help"});
  EXPECT_EQ(all.code, 0);
  for (const char* name :
       {"search", "claims", "evidence", "references", "articles", "show", "export", "stats", "check"}) {
    EXPECT_THAT(all.out, HasSubstr(std::string("\n  ") + name + " "));
    const Ran help = run_with({name, "--help"});
    EXPECT_EQ(help.code, 0) << name;
    EXPECT_THAT(help.out, HasSubstr(std::string("Example:\n  claimbase ") + name)) << name;
    EXPECT_THAT(help.out, HasSubstr("--database FILE")) << name;
  }
  EXPECT_THAT(run_with({"--version"}).out, StartsWith("claimbase "));
}

}  // namespace
}  // namespace claimbase

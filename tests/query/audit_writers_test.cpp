// An audit's report in each form: what it says, and that nothing from outside breaks it.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "query/audit/excerpt.h"
#include "query/audit/rules.h"
#include "query/audit/uri.h"
#include "query/audit/write.h"
#include "query/record_writer.h"
#include "tests/query/made_audit.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

AuditSettings with_baseline() {
  AuditReport before = sample_audit();
  apply_settings(before, {});
  AuditSettings settings;
  settings.baseline = baseline_of(before, "");
  std::erase_if(*settings.baseline, [](const BaselineEntry& each) { return each.path != "copy/leaflet.txt"; });
  settings.baseline->push_back({"0123456789abcdef", "law.on-hold", "copy/gone.txt", "Gone."});
  return settings;
}

std::string written(OutputFormat format, const AuditSettings& settings = with_baseline()) {
  AuditReport report = sample_audit();
  const AuditSummary summary = apply_settings(report, settings);
  std::ostringstream out;
  write_audit(out, format, Paint(false), report, summary);
  return out.str();
}

bool has_controls(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; });
}

std::string replacements(int count) {
  std::string made;
  for (int i = 0; i < count; ++i) made += "\xEF\xBF\xBD";
  return made;
}

struct ExcerptCase {
  const char* name;
  std::string line;
  std::uint32_t begin, end;  // bytes
  std::string text, marks;
};
void PrintTo(const ExcerptCase& tested, std::ostream* out) {
  *out << tested.name;
}
class ExcerptOf : public testing::TestWithParam<ExcerptCase> {};
TEST_P(ExcerptOf, AlignsMarksWithWords) {
  const Excerpt made = excerpt_of(GetParam().line, {GetParam().begin, GetParam().end}, 20);
  EXPECT_EQ(made.text, GetParam().text);
  EXPECT_EQ(made.marks, GetParam().marks);
}
INSTANTIATE_TEST_SUITE_P(
    Lines, ExcerptOf,
    testing::Values(ExcerptCase{"Plain", "zinc helps", 5, 10, "zinc helps", "     ^^^^^"},
                    ExcerptCase{"Tab", "\tzinc", 1, 5, " zinc", " ^^^^"},
                    ExcerptCase{"Wide", "\xE6\xB0\xB4 zinc", 4, 8, "\xE6\xB0\xB4 zinc", "   ^^^^"},
                    ExcerptCase{"FourBytes", "\xF0\x9F\x92\x8A zinc", 0, 4, "\xF0\x9F\x92\x8A zinc", "^^"},
                    ExcerptCase{"Combining", "e\xCC\x81 zinc", 4, 8, "e\xCC\x81 zinc", "  ^^^^"},
                    ExcerptCase{"Controls", "a\x1b[31m\xE2\x80\xAE zinc", 10, 14, "a\xEF\xBF\xBD[31m\xEF\xBF\xBD zinc",
                                "        ^^^^"},
                    ExcerptCase{"NoUtf8", "\xE9\x80zinc", 2, 6, "\xEF\xBF\xBD\xEF\xBF\xBDzinc", "  ^^^^"},
                    ExcerptCase{"ManyThatTakeNoColumn", "zinc" + std::string(2000, '\xCC'), 0, 4,
                                "zinc" + replacements(16) + "\xE2\x80\xA6", "^^^^"},
                    ExcerptCase{"NothingMarked", "zinc", 2, 2, "zinc", ""},
                    ExcerptCase{"PastTheEnd", "zinc", 90, 99, "zinc", ""}, ExcerptCase{"Empty", "", 0, 5, "", ""},
                    ExcerptCase{"LongBehind", "zinc " + std::string(90, 'x'), 0, 4,
                                "zinc " + std::string(15, 'x') + "\xE2\x80\xA6", "^^^^"},
                    ExcerptCase{"LongBefore", std::string(90, 'x') + " zinc", 91, 95,
                                "\xE2\x80\xA6" + std::string(15, 'x') + " zinc", std::string(17, ' ') + "^^^^"},
                    ExcerptCase{"LongMark", std::string(90, 'x'), 10, 80,
                                "\xE2\x80\xA6" + std::string(20, 'x') + "\xE2\x80\xA6", " " + std::string(20, '^')}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(PathUri, EncodesWhatAUriMayNotHold) {
  EXPECT_EQ(path_uri("copy/a b.html"), "copy/a%20b.html");
  EXPECT_EQ(path_uri("\xC3\xA9#?%[].md"), "%C3%A9%23%3F%25%5B%5D.md");
  EXPECT_EQ(path_uri("/srv/a.md"), "file:///srv/a.md");
  EXPECT_EQ(path_uri("c:a.md"), "./c:a.md");
  EXPECT_EQ(path_uri("a/c:a.md"), "a/c:a.md");
  EXPECT_EQ(path_uri("./a.md"), "a.md");
  EXPECT_EQ(path_uri(".//./c:a.md"), "./c:a.md");
  EXPECT_EQ(path_uri("../a.md"), "../a.md");
}

TEST(AuditText, ShowsEachFindingWithItsWords) {
  const std::string text = written(OutputFormat::text);
  EXPECT_THAT(text,
              HasSubstr("copy/magnesium kopen.html:4:27: error: says that magnesium cures migraine "
                        "[law.medicinal-claim]\n"
                        "    4 | <p>Ons magnesium (300 mg) geneest migraine binnen een week, zeggen wij u.</p>\n"
                        "      |                           ^^^^^^^^^^^^^^^^\n"
                        "      = why: Regulation (EU) No 1169/2011, Article 7(3) and (4) (Fair information practices)\n"
                        "      = suggestion: Leave the disease out."));
  // The carets stand under the words behind two wide characters and two that must not be printed.
  EXPECT_THAT(text, HasSubstr("copy/leaflet.txt:5:32: error (known): doctors recommend it"));
  EXPECT_THAT(text, HasSubstr("\xF0\x9F\x92\x8A\xF0\x9F\x92\x8A recommended by doctors, and \xE6\xB0\xB4 water helps.\n"
                              "      |                                  ^^^^^^^^^^^^^^^^^^^^^^\n"));
  // A page of a PDF has no line of source.
  EXPECT_THAT(text, HasSubstr("copy/folder.pdf, page 2: error: no entry has this [law.not-authorised]\n"
                              "      | Iron & you: never tired again.\n"
                              "      |             ^^^^^^^^^^^\n"));
  EXPECT_THAT(text, HasSubstr("      = see: articles/magnesium.txt:14: Vermeer 2019: mogelijk[0m minder\n"));
  EXPECT_THAT(text,
              testing::EndsWith(
                  "copy/magnesium kopen.html:6:4: muted: stronger than the register's wording "
                  "[law.wording-stronger]: the lawyer has seen it\n\n"
                  "3 files, 11 sentences, 2 claims: 3 errors, 4 warnings, 1 known, 1 muted\n"
                  "law (register built in, 2025-08-20): 1 medicinal, 1 article-12c, 2 function, 1 general, 6 none\n"
                  "sources (claimbase.db, 8 articles): 1 overstated, 1 no-evidence\n"
                  "1 of the baseline is gone\n" +
                  std::string(kNoAdvice) + "\n"));
  EXPECT_FALSE(has_controls(text));
}

TEST(AuditText, OfNothingSaysSo) {
  AuditReport report;
  report.basis.register_name = "built in";
  const AuditSummary summary = apply_settings(report, {});
  std::ostringstream out;
  write_audit(out, OutputFormat::text, Paint(false), report, summary);
  EXPECT_EQ(out.str(),
            "0 files, 0 sentences, 0 claims: nothing found\nlaw (register built in): no sentences\n"
            "sources (no store): no claims\n" +
                std::string(kNoAdvice) + "\n");
}

TEST(AuditText, ShowsAtMostFourLinesOfASpan) {
  AuditedFile file = made_file("a.txt", "One\ntwo\nthree\nfour\nfive\nsix.\n");
  Finding finding = made_finding(file, "law.on-hold", "One");
  finding.span.end_line = 6;
  finding.span.end_column = 5;
  finding.span.source = {0, 28};
  AuditReport report = made_report({std::move(file)}, {std::move(finding)});
  std::ostringstream out;
  write_audit(out, OutputFormat::text, Paint(false), report, apply_settings(report, {}));
  EXPECT_THAT(out.str(), HasSubstr("    1 | One\n      | ^^^\n    2 | two\n      | ^^^\n    3 | three\n      | ^^^^^\n"
                                   "    4 | four\n      | ^^^^\n  ... | \n"));
}

TEST(AuditLines, AreWhatEditorsRead) {
  const std::string lines = written(OutputFormat::line);
  EXPECT_THAT(lines, HasSubstr("copy/magnesium kopen.html:9:5: error: \"Detox <script>\" promises an effect "
                               "[law.unlisted-word]\n"));
  EXPECT_THAT(lines, HasSubstr("copy/leaflet.txt:5:32: error: doctors recommend it (known) "
                               "[law.article-12c-endorsement]\n"));
  EXPECT_THAT(lines, Not(HasSubstr("law.wording-stronger")));  // muted
  EXPECT_EQ(std::ranges::count(lines, '\n'), 8);
}

TEST(AuditJson, HoldsTheWholeReport) {
  const Json json = Json::parse(written(OutputFormat::json));
  EXPECT_EQ(json["notice"], kNoAdvice);
  EXPECT_EQ(json["basis"]["register_entries"], 269);
  EXPECT_EQ(json["summary"]["errors"], 3);
  EXPECT_EQ(json["summary"]["baseline_gone"], 1);
  EXPECT_EQ(json["summary"]["verdicts"]["overstated"], 1);
  EXPECT_EQ(json["findings"].size(), 9U);
  EXPECT_EQ(json["rules"]["law.unlisted-word"]["title"], "word that promises an effect and has no entry");
  const Json& page = json["files"][0];
  EXPECT_EQ(page["unit"], "line");
  EXPECT_EQ(json["files"][2]["unit"], "page");
  const auto named = [&](const char* text) {
    const auto found = std::ranges::find_if(page["sentences"], [&](const Json& each) {
      return each["text"].get<std::string>().find(text) != std::string::npos;
    });
    return found == page["sentences"].end() ? Json() : *found;
  };
  const Json cure = named("geneest");
  EXPECT_EQ(cure["law"]["class"], "medicinal");
  EXPECT_EQ(cure["law"]["signals"][0]["words"], "geneest");
  EXPECT_EQ(cure["claims"][0]["claim"], "magnesium:lowers:migraine");
  EXPECT_EQ(cure["claims"][0]["sources"]["reasons"], Json::array({"evidence.overstated.hedge-dropped"}));
  EXPECT_EQ(cure["claims"][0]["sources"]["details"].size(), 1U);
  EXPECT_EQ(cure["claims"][0]["sources"]["evidence"][0]["reference"]["level"], 2);
  const Json match = named("verjaagt")["law"]["matches"][0];
  EXPECT_EQ(match["wording"], "stronger");
  EXPECT_EQ(match["diff"][1], (Json{{"side", "official"}, {"text", "draagt bij tot de vermindering van"}}));
  EXPECT_EQ(match["conditions"][1]["state"], "unknown");
}

TEST(AuditRecords, AreALineAFinding) {
  std::istringstream lines(written(OutputFormat::jsonl));
  std::vector<std::string> rules_found;
  for (std::string line; std::getline(lines, line);) rules_found.push_back(Json::parse(line)["rule"]);
  EXPECT_THAT(rules_found,
              ElementsAre("evidence.overstated.hedge-dropped", "law.medicinal-claim", "law.wording-stronger",
                          "evidence.none", "law.general-claim-alone", "law.unlisted-word",
                          "law.article-12c-endorsement", "law.not-authorised", "site.dose-differs"));
  const std::string csv = written(OutputFormat::csv);
  EXPECT_THAT(csv,
              StartsWith("rule,severity,state,path,unit,line,column,end_line,end_column,begin,end,message,why,"
                         "suggestion,certainty,sentence,fingerprint,mute_reason,related\n"
                         "evidence.overstated.hedge-dropped,warning,active,copy/magnesium kopen.html,line,4,27,4,43,"
                         "133,149,\"the source says \"\"possibly\"\"\","));
  EXPECT_FALSE(has_controls(csv));
  EXPECT_THAT(csv, Not(HasSubstr("\\u001b")));
}

TEST(AuditSarif, HasWhatCodeScanningReads) {
  const Json log = Json::parse(written(OutputFormat::sarif));
  EXPECT_EQ(log["version"], "2.1.0");
  ASSERT_EQ(log["runs"].size(), 1U);
  const Json& run = log["runs"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_TRUE(run["originalUriBaseIds"].contains("SRCROOT"));
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], true);
  const Json& known_rules = run["tool"]["driver"]["rules"];
  ASSERT_EQ(known_rules.size(), rules().size());
  for (const Json& rule : known_rules) {
    EXPECT_FALSE(rule["help"]["text"].get<std::string>().empty()) << rule;
    EXPECT_FALSE(rule["shortDescription"]["text"].get<std::string>().empty()) << rule;
  }
  ASSERT_EQ(run["results"].size(), 9U);
  std::set<std::string> fingerprints;
  for (const Json& result : run["results"]) {
    EXPECT_EQ(known_rules[result["ruleIndex"].get<std::size_t>()]["id"], result["ruleId"]);
    EXPECT_TRUE(result["suppressions"].is_array());
    fingerprints.insert(result["partialFingerprints"]["claimbaseFinding/v1"].get<std::string>());
    const Json& artifact = result["locations"][0]["physicalLocation"]["artifactLocation"];
    EXPECT_EQ(run["artifacts"][artifact["index"].get<std::size_t>()]["location"]["uri"], artifact["uri"]);
  }
  EXPECT_EQ(fingerprints.size(), 9U);
}

TEST(AuditSarif, PlacesFindingsInCharacters) {
  const Json log = Json::parse(written(OutputFormat::sarif));
  const Json& results = log["runs"][0]["results"];
  const Json& doctors = results[6];
  EXPECT_EQ(doctors["ruleId"], "law.article-12c-endorsement");
  EXPECT_EQ(doctors["level"], "error");
  EXPECT_EQ(doctors["baselineState"], "unchanged");
  const Json& region = doctors["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"], 5);
  EXPECT_EQ(region["startColumn"], 32);
  EXPECT_EQ(region["endColumn"], 54);
  EXPECT_EQ(region["charOffset"], 14 + 63 + 31);  // the two lines of text above, two empty ones, what stands before
  EXPECT_EQ(region["charLength"], 22);
  EXPECT_EQ(region["snippet"]["text"], "recommended by doctors");
  const Json& muted = results[2];
  EXPECT_EQ(muted["suppressions"],
            Json::parse(R"([{"kind":"inSource","status":"accepted","justification":"the lawyer has seen it"}])"));
  EXPECT_EQ(muted["baselineState"], "new");
  const Json& page = results[7]["locations"][0];
  EXPECT_FALSE(page["physicalLocation"].contains("region"));
  EXPECT_EQ(page["logicalLocations"][0]["name"], "page 2");
  EXPECT_EQ(results[0]["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 14);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "copy/magnesium%20kopen.html");
}

TEST(AuditSarif, SaysNothingOfABaselineWithoutOne) {
  const Json log = Json::parse(written(OutputFormat::sarif, {}));
  for (const Json& result : log["runs"][0]["results"]) EXPECT_FALSE(result.contains("baselineState"));
}

TEST(AuditJunit, HasASuiteAFileAndACaseAFinding) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(written(OutputFormat::junit).c_str()));
  const pugi::xml_node root = document.child("testsuites");
  EXPECT_STREQ(root.attribute("tests").value(), "10");
  EXPECT_STREQ(root.attribute("failures").value(), "7");
  EXPECT_STREQ(root.attribute("skipped").value(), "2");
  const pugi::xml_node leaflet = root.find_child_by_attribute("name", "copy/leaflet.txt");
  EXPECT_STREQ(leaflet.attribute("tests").value(), "2");
  EXPECT_STREQ(leaflet.attribute("failures").value(), "0");
  // A sentence with a claim and nothing wrong passes; what is in the baseline is skipped.
  const pugi::xml_node passed = leaflet.first_child();
  EXPECT_STREQ(passed.attribute("name").value(), "3:1 Zinc contributes to the normal function of the immune system.");
  EXPECT_TRUE(passed.first_child().empty());
  EXPECT_STREQ(passed.next_sibling().child("skipped").attribute("message").value(), "known: it is in the baseline");
  const pugi::xml_node failure = root.first_child().first_child().child("failure");
  EXPECT_STREQ(failure.attribute("type").value(), "evidence.overstated.hedge-dropped");
  EXPECT_THAT(failure.text().get(), HasSubstr("why: Vermeer 2019"));
}

std::vector<std::string> values_of(const std::string& page, const std::string& opening) {
  std::vector<std::string> values;
  for (std::size_t at = page.find(opening); at != std::string::npos; at = page.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    values.push_back(page.substr(begin, page.find('"', begin) - begin));
  }
  return values;
}

TEST(AuditHtml, StandsAlone) {
  const std::string page = written(OutputFormat::html);
  EXPECT_THAT(page, StartsWith("<!doctype html>\n<html lang=\"en\">"));
  for (const char* foreign :
       {"<script", "javascript:", "src=", "@import", "url(", "<link", "<img", "http://", "https://"}) {
    EXPECT_THAT(page, Not(HasSubstr(foreign)));
  }
  EXPECT_FALSE(has_controls(page));
  EXPECT_THAT(page, Not(HasSubstr("\xE2\x80\xAE")));  // right-to-left override
}

TEST(AuditHtml, EveryLinkLeadsSomewhereAndEveryIdIsOne) {
  const std::string page = written(OutputFormat::html);
  const std::vector<std::string> ids = values_of(page, " id=\"");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(ids.size(), unique.size());
  const std::vector<std::string> links = values_of(page, " href=\"#");
  EXPECT_GE(links.size(), 18U);
  for (const std::string& link : links) EXPECT_TRUE(unique.contains(link)) << link;
  EXPECT_EQ(values_of(page, " href=\"").size(), links.size());
}

TEST(AuditHtml, ShowsTheCopyWithBothJudgements) {
  const std::string page = written(OutputFormat::html);
  EXPECT_THAT(page, HasSubstr("<div class=\"copy\" lang=\"nl\">"));
  EXPECT_THAT(page, HasSubstr("Ons magnesium (<mark class=\"warning\">300 mg</mark>) <mark class=\"error\">geneest "
                              "migraine</mark> binnen een week"));
  EXPECT_THAT(page, HasSubstr("<p class=\"part\">By EU law: medicinal claim</p>"));
  EXPECT_THAT(page, HasSubstr("<p class=\"part\">By the sources: overstated</p>"));
  EXPECT_THAT(page,
              HasSubstr("Magnesium <del>draagt bij tot de vermindering van</del> <ins>verjaagt</ins> vermoeidheid"));
  EXPECT_THAT(page, HasSubstr("<span class=\"state not-met\">not-met</span> no more than 250 mg"));
  EXPECT_THAT(page,
              HasSubstr("<li>caution of the source left out: the source says &quot;mogelijk&quot; &amp; no more</li>"));
  EXPECT_THAT(page, HasSubstr("<ins>voorgoed &lt;b&gt;</ins>"));
  EXPECT_THAT(page, HasSubstr("Detox &lt;script&gt;</mark>alert(&#39;x&#39;)&lt;/script&gt; voor"));
  EXPECT_THAT(page, HasSubstr("<cite>Magnesium &amp; migraine: &lt;script&gt;alert(1)&lt;/script&gt;</cite>"));
  EXPECT_THAT(page, HasSubstr("<dt>Muted</dt><dd>the lawyer has seen it</dd>"));
}

// Headings go down one level at a time, so that a screen reader's outline has no holes.
TEST(AuditHtml, HeadingsAreInOrder) {
  const std::string page = written(OutputFormat::html);
  int level = 0;
  for (std::size_t at = page.find("<h"); at != std::string::npos; at = page.find("<h", at + 1)) {
    const int next = page[at + 2] - '0';
    if (next < 1 || next > 6 || page[at + 3] == 't') continue;
    EXPECT_LE(next, level + 1);
    level = next;
  }
  EXPECT_GE(level, 2);
}

}  // namespace
}  // namespace claimbase

// Mutes, severities, fingerprints and the baseline, and what an audit's exit code says.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "query/audit/apply.h"
#include "query/audit/baseline.h"
#include "query/audit/fingerprint.h"
#include "query/audit/mutes.h"
#include "query/audit/source_lines.h"
#include "query/record_writer.h"
#include "query/usage_error.h"
#include "tests/query/made_audit.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(SourceLines, CountsCharactersAndKeepsBytes) {
  const std::string source =
      "a\xC3\xA9\xF0\x9F\x92\x8A"
      "b\r\nsecond\rthird\n";
  const SourceLines lines(source);
  EXPECT_EQ(lines.count(), 4U);
  EXPECT_EQ(lines.text(1),
            "a\xC3\xA9\xF0\x9F\x92\x8A"
            "b");
  EXPECT_EQ(lines.text(2), "second");
  EXPECT_EQ(lines.text(3), "third");
  EXPECT_EQ(lines.text(4), "");
  EXPECT_EQ(lines.text(0), "");
  EXPECT_EQ(lines.text(99), "");
  const CopySpan span = lines.span({3, 8});  // the pill and the b
  EXPECT_EQ(span.line, 1U);
  EXPECT_EQ(span.column, 3U);
  EXPECT_EQ(span.end_line, 1U);
  EXPECT_EQ(span.end_column, 5U);
  EXPECT_EQ(lines.characters_before(8), 4U);
  const CopySpan past = lines.span({90, 80});
  EXPECT_EQ(past.source, (ByteRange{23, 23}));
  EXPECT_EQ(past.line, 4U);
}

TEST(SourceLines, CountsOverManyBlocks) {
  std::string source;
  for (int i = 0; i < 5000; ++i)
    source +=
        "\xF0\x9F\x92\x8A"
        "x";
  const SourceLines lines(source);
  for (const std::uint32_t pills : {0U, 819U, 820U, 1638U, 4999U, 5000U}) {
    EXPECT_EQ(lines.characters_before(pills * 5), pills * 2);
  }
}

std::string described(const Mute& mute) {
  std::string line = std::to_string(mute.span.line) + ":" + std::to_string(mute.span.column);
  line += mute.reach == MuteReach::file ? " file" : mute.reach == MuteReach::line ? " line" : " next";
  for (const std::string& rule : mute.rules) line += " " + rule;
  return line + " (" + mute.reason + ")";
}

std::vector<std::string> described(std::string_view source) {
  std::vector<std::string> lines;
  for (const Mute& mute : read_mutes(source)) lines.push_back(described(mute));
  return lines;
}

TEST(ReadMutes, TakesRulesReasonAndReach) {
  EXPECT_THAT(described("<!-- claimbase: ignore law.on-hold the lawyer said so -->"),
              ElementsAre("1:1 next law.on-hold (the lawyer said so)"));
  EXPECT_THAT(described("x\n<!--claimbase:ignore-file law.on-hold,evidence : old page\n kept -->"),
              ElementsAre("2:1 file law.on-hold evidence (old page\n kept)"));
  EXPECT_THAT(described("Text <!-- claimbase: ignore a.b -- why --> more"), ElementsAre("1:6 line a.b (why)"));
  EXPECT_THAT(described("  <li><p class=\"x>\"> <!-- claimbase: ignore a.b \xE2\x80\x93 why -->"),
              ElementsAre("1:22 line a.b (why)"));  // a quoted ">" ends a tag: a line is the narrower reach
  EXPECT_THAT(described("- <li><!-- claimbase: ignore a.b why -->"), ElementsAre("1:7 next a.b (why)"));
}

TEST(ReadMutes, WithoutReasonOrRuleIsStillOne) {
  EXPECT_THAT(described("<!-- claimbase: ignore law.on-hold -->"), ElementsAre("1:1 next law.on-hold ()"));
  EXPECT_THAT(described("<!-- claimbase: ignore -->"), ElementsAre("1:1 next ()"));
  EXPECT_THAT(described("<!-- claimbase: ignore law.on-hold, -->"), ElementsAre("1:1 next law.on-hold ()"));
}

TEST(BlankMutes, LeavesTheTextAndTheLines) {
  std::string text = "Zinc <!-- claimbase: ignore law.on-hold\nold --> helps <!-- so -->.\n";
  const std::size_t size = text.size();
  blank_mutes(text);
  EXPECT_EQ(text, "Zinc " + std::string(34, ' ') + "\n" + std::string(7, ' ') + " helps <!-- so -->.\n");
  EXPECT_EQ(text.size(), size);
}

TEST(ReadMutes, OtherCommentsAreNone) {
  EXPECT_THAT(described("<!-- claimbase: ignored x y -->"), IsEmpty());
  EXPECT_THAT(described("<!-- claimbase ignore x y -->"), IsEmpty());
  EXPECT_THAT(described("claimbase: ignore law.on-hold why"), IsEmpty());
  EXPECT_THAT(described("<!-- claimbase: ignore law.on-hold why"), IsEmpty());
  EXPECT_THAT(described("<!-- <!-- claimbase: ignore law.on-hold why -->"), IsEmpty());
}

std::vector<std::string> states(const AuditReport& report) {
  std::vector<std::string> lines;
  for (const Finding& each : report.findings) {
    lines.push_back(std::to_string(each.span.line) + " " + each.rule + " " + std::string(to_string(each.state)));
  }
  return lines;
}

AuditReport muted(const std::string& path, const std::string& source, const std::vector<std::string>& words) {
  AuditedFile file = made_file(path, source);
  std::vector<Finding> findings;
  for (const std::string& each : words) findings.push_back(made_finding(file, "law.on-hold", each));
  AuditReport report = made_report({std::move(file)}, std::move(findings));
  apply_mutes(report);
  return report;
}

TEST(Mutes, ReachTheNextBlock) {
  const AuditReport report = muted("a.html",
                                   "<p>One echinacea</p>\n<!-- claimbase: ignore law.on-hold we know -->\n\n"
                                   "<p>Two\nechinacea</p>\n<p>Three echinacea</p>\n",
                                   {"One", "Two", "Three"});
  EXPECT_THAT(states(report), ElementsAre("1 law.on-hold active", "4 law.on-hold muted", "6 law.on-hold active"));
  EXPECT_EQ(report.findings[1].mute_reason, "we know");
}

TEST(Mutes, ReachTheirOwnLineBehindText) {
  EXPECT_THAT(states(muted("a.md", "One echinacea <!-- claimbase: ignore law.on-hold we know -->\n\nTwo echinacea\n",
                           {"One", "Two"})),
              ElementsAre("1 law.on-hold muted", "3 law.on-hold active"));
}

TEST(Mutes, ReachTheNextLineOfAParagraphTheyStandIn) {
  EXPECT_THAT(
      states(muted("a.txt", "One echinacea\n<!-- claimbase: ignore law we know -->\nTwo echinacea\nThree echinacea\n",
                   {"One", "Two", "Three"})),
      ElementsAre("1 law.on-hold active", "3 law.on-hold muted", "4 law.on-hold active"));
}

TEST(Mutes, ReachAllOfAParagraphThatTheyInterrupt) {
  EXPECT_THAT(states(muted("a.md", "One echinacea\n<!-- claimbase: ignore law we know -->\nTwo echinacea\nThree\n",
                           {"One", "Two", "Three"})),
              ElementsAre("1 law.on-hold active", "3 law.on-hold muted", "4 law.on-hold muted"));
}

TEST(Mutes, ReachTheWholeFile) {
  EXPECT_THAT(
      states(muted("a.md", "One echinacea\n\nTwo echinacea\n\n<!-- claimbase: ignore-file law.on-hold all -->\n",
                   {"One", "Two"})),
      ElementsAre("1 law.on-hold muted", "3 law.on-hold muted"));
}

TEST(Mutes, ThatDoNotWorkAreFindings) {
  const AuditReport report = muted("a.md",
                                   "<!-- claimbase: ignore law.on-hold -->\n\nOne echinacea\n\n"
                                   "<!-- claimbase: ignore law.on-holt it is -->\n\nTwo echinacea\n\n"
                                   "<!-- claimbase: ignore law.refused, law.on-hold it is -->\n\nThree echinacea\n",
                                   {"One", "Two", "Three"});
  EXPECT_THAT(states(report), ElementsAre("1 audit.mute-without-reason active", "3 law.on-hold active",
                                          "5 audit.unknown-rule-muted active", "7 law.on-hold active",
                                          "9 audit.mute-unused active", "11 law.on-hold muted"));
  EXPECT_EQ(report.findings[2].message, "there is no rule law.on-holt (nearest: law.on-hold)");
  EXPECT_EQ(report.findings[4].message, "nothing of law.refused is found there");
  EXPECT_EQ(report.findings[4].sentence, "<!-- claimbase: ignore law.refused, law.on-hold it is -->");
}

TEST(Mutes, ASecondOneForTheWholeFileIsUnused) {
  EXPECT_THAT(states(muted("a.txt",
                           "One echinacea\n\n<!-- claimbase: ignore-file law.on-hold a -->\n"
                           "<!-- claimbase: ignore-file law.on-hold b -->\n",
                           {"One"})),
              ElementsAre("1 law.on-hold muted", "4 audit.mute-unused active"));
}

TEST(Mutes, AreReadInAnotherEncodingAndNotFromAPdf) {
  const std::string utf16 = [] {
    std::string bytes = "\xFF\xFE";
    for (const char c : std::string("One echinacea <!-- claimbase: ignore law.on-hold ok -->\r\n")) {
      bytes += c;
      bytes += '\0';
    }
    return bytes;
  }();
  EXPECT_THAT(states(muted("a.txt", utf16, {"One"})), ElementsAre("1 law.on-hold muted"));
  AuditReport report = sample_audit();
  report.files[2].source += "<!-- claimbase: ignore-file law.not-authorised no -->";
  apply_mutes(report);
  EXPECT_THAT(report.findings,
              testing::Contains(testing::AllOf(testing::Field(&Finding::rule, "law.not-authorised"),
                                               testing::Field(&Finding::state, FindingState::active))));
}

TEST(Fingerprint, StaysWhenTheCopyAroundChanges) {
  const std::string fingerprint = finding_fingerprint("law.on-hold", "a.md", "Echinacea helpt.", 0);
  EXPECT_EQ(fingerprint, "b4cb0f55f2e454a0");
  EXPECT_EQ(finding_fingerprint("law.on-hold", "a.md", "  echinacea\n HELPT.", 0), fingerprint);
  EXPECT_NE(finding_fingerprint("law.on-hold", "a.md", "Echinacea helpt.", 1), fingerprint);
  EXPECT_NE(finding_fingerprint("law.on-hold", "b.md", "Echinacea helpt.", 0), fingerprint);
  EXPECT_NE(finding_fingerprint("law.refused", "a.md", "Echinacea helpt.", 0), fingerprint);
  EXPECT_NE(finding_fingerprint("law.on-hold", "a.mdE", "chinacea helpt.", 0), fingerprint);
}

TEST(Fingerprint, TellsEqualSentencesApart) {
  AuditReport report = muted("a.md", "Echinacea helps\n\nEchinacea helps\n", {"Echinacea", "Echinacea"});
  set_fingerprints(report, "");
  ASSERT_THAT(report.findings, SizeIs(2));
  EXPECT_EQ(report.findings[0].fingerprint, finding_fingerprint("law.on-hold", "a.md", "Echinacea helps", 0));
  EXPECT_EQ(report.findings[1].fingerprint, finding_fingerprint("law.on-hold", "a.md", "Echinacea helps", 1));
}

TEST(StablePath, IsTheSameFromWhereverTheProgramIsStarted) {
  EXPECT_EQ(stable_path("a/./b/../c.md", ""), "a/c.md");
  EXPECT_EQ(stable_path("./site/c.md", "site"), "c.md");
  EXPECT_EQ(stable_path("/x/y.md", "/x"), "y.md");
  EXPECT_EQ(stable_path("/z/y.md", "/x"), "/z/y.md");
  EXPECT_EQ(stable_path("-", "site"), "-");
}

TEST(Settings, MakeFindingsFinal) {
  AuditReport report = sample_audit();
  AuditSettings settings;
  settings.rules = {{"law.unlisted-word", RuleLevel::off}, {"evidence.none", RuleLevel::note}};
  const AuditSummary summary = apply_settings(report, settings);
  EXPECT_EQ(summary.errors, 3);
  EXPECT_EQ(summary.warnings, 3);
  EXPECT_EQ(summary.notes, 1);
  EXPECT_EQ(summary.muted, 1);
  EXPECT_EQ(summary.known, 0);
  EXPECT_EQ(summary.off, 1);
  EXPECT_EQ(summary.files, 3);
  EXPECT_EQ(summary.claims, 2);
  EXPECT_EQ(summary.verdicts[static_cast<std::size_t>(SourceVerdict::overstated)], 1);
  EXPECT_EQ(summary.classes[static_cast<std::size_t>(LawClass::function)], 2);
  EXPECT_FALSE(summary.has_baseline);
  const Finding& cure = report.findings.front();
  EXPECT_EQ(cure.rule, "evidence.overstated.hedge-dropped");  // same place: by name
  EXPECT_EQ(cure.why, "Vermeer 2019, randomised-controlled-trial, level 2");
  EXPECT_EQ(report.findings[1].why, "Regulation (EU) No 1169/2011, Article 7(3) and (4) (Fair information practices)");
  EXPECT_EQ(report.findings[1].severity, Severity::error);
  EXPECT_EQ(report.findings.back().rule, "site.dose-differs");
  for (const Finding& each : report.findings) EXPECT_THAT(each.fingerprint, SizeIs(16)) << each.rule;
}

TEST(Baseline, MakesFindingsKnownAndCountsWhatIsGone) {
  AuditReport before = sample_audit();
  apply_settings(before, {});
  const std::string written = baseline_json(baseline_of(before, ""));
  EXPECT_EQ(Json::parse(written)["findings"].size(), 8U);  // not the muted one
  AuditReport after = sample_audit();
  after.findings.erase(after.findings.begin());  // mended
  after.findings.push_back(made_finding(after.files[1], "law.not-authorised", "water helps", "new"));
  AuditSettings settings;
  settings.baseline = read_baseline(written, "known.json");
  const AuditSummary summary = apply_settings(after, settings);
  EXPECT_TRUE(summary.has_baseline);
  EXPECT_EQ(summary.known, 7);
  EXPECT_EQ(summary.gone, 1);
  EXPECT_EQ(summary.errors, 1);
  EXPECT_EQ(baseline_json(read_baseline(written, "known.json")), written);
  EXPECT_EQ(baseline_json({}), "{\"version\": 1, \"findings\": []}\n");
}

std::string refusal(std::string_view json) {
  try {
    (void)read_baseline(json, "k.json");
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

TEST(Baseline, ThatIsNoneIsToldSo) {
  EXPECT_EQ(refusal("{\n \"version\": ,}"), "k.json:2:13: this is not JSON");
  EXPECT_EQ(refusal(""), "k.json:1:1: this is not JSON");
  EXPECT_EQ(refusal("[1e999]"), "k.json: this is not JSON");
  EXPECT_EQ(refusal("[]"), "k.json: this is no baseline: it has no list of findings");
  EXPECT_EQ(refusal(R"({"version": 2, "findings": []})"),
            "k.json: this baseline is of another version; make it anew with --write-baseline");
  EXPECT_EQ(refusal(R"({"version": 1, "findings": [{"fingerprint": 3}]})"), "k.json: a finding has no fingerprint");
}

struct ExitCase {
  Severity severity;
  FindingState state;
  FailOn fail;
  Exit exit;
};
void PrintTo(const ExitCase& tested, std::ostream* out) {
  *out << static_cast<int>(tested.severity) << static_cast<int>(tested.state) << static_cast<int>(tested.fail);
}
class AuditExit : public testing::TestWithParam<ExitCase> {};
TEST_P(AuditExit, IsOfTheWorstActiveFinding) {
  AuditReport report;
  report.findings.emplace_back();
  report.findings.back().rule = "law.on-hold";
  report.findings.back().severity = GetParam().severity;
  report.findings.back().state = GetParam().state;
  EXPECT_EQ(audit_exit(report, GetParam().fail), GetParam().exit);
}
INSTANTIATE_TEST_SUITE_P(Severities, AuditExit,
                         testing::Values(ExitCase{Severity::error, FindingState::active, FailOn::error, Exit::no_match},
                                         ExitCase{Severity::error, FindingState::known, FailOn::note, Exit::ok},
                                         ExitCase{Severity::error, FindingState::muted, FailOn::note, Exit::ok},
                                         ExitCase{Severity::error, FindingState::active, FailOn::never, Exit::ok},
                                         ExitCase{Severity::warning, FindingState::active, FailOn::error, Exit::ok},
                                         ExitCase{Severity::warning, FindingState::active, FailOn::warning,
                                                  Exit::no_match},
                                         ExitCase{Severity::note, FindingState::active, FailOn::warning, Exit::ok},
                                         ExitCase{Severity::note, FindingState::active, FailOn::note, Exit::no_match}));

TEST(AuditExit, AFileThatCannotBeReadIsAFailureWhateverCounts) {
  AuditReport report;
  EXPECT_EQ(audit_exit(report, FailOn::note), Exit::ok);
  report.findings.emplace_back();
  report.findings.back().rule = "audit.unreadable";
  report.findings.back().severity = Severity::error;
  EXPECT_EQ(audit_exit(report, FailOn::never), Exit::failed);
}

}  // namespace
}  // namespace claimbase

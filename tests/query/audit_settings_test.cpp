// .claimbase.toml, severities, globs, which files, exit codes.
#include <gmock/gmock.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "query/audit/apply.h"
#include "query/audit/glob.h"
#include "query/audit/options.h"
#include "query/audit/settings_file.h"
#include "query/run.h"
#include "query/usage_error.h"
#include "tests/query/made_audit.h"

namespace claimbase {

void PrintTo(const RuleSetting& setting, std::ostream* out) {
  *out << setting.rule << " = " << static_cast<int>(setting.level);
}

namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

template <typename Action>
std::string refusal(Action action) {
  try {
    action();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

constexpr const char* kWhole = R"(# what we allow
database = "store/claims.db"
register = "eu.csv"
vocabulary = ["own.rdf", "../shared.rdf"]
fail-on = "warning"
baseline = "known.json"

[rules]
"law.medicinal-claim" = "off"
evidence.none = "note"

[paths]
include = ["copy/**"]
exclude = "drafts/"

[[override]]
paths = ["blog/*.md"]
rules = { "law.general-claim-alone" = "error" }
)";

TEST(Settings, ReadsEveryKey) {
  const AuditSettings read = read_settings(kWhole, "site/.claimbase.toml");
  EXPECT_EQ(read.folder, "site");
  EXPECT_EQ(read.database, "site/store/claims.db");
  EXPECT_EQ(read.register_file, "site/eu.csv");
  EXPECT_THAT(read.vocabulary, ElementsAre("site/own.rdf", "shared.rdf"));
  EXPECT_EQ(read.fail, FailOn::warning);
  EXPECT_EQ(read.baseline_file, "site/known.json");
  EXPECT_THAT(read.rules, ElementsAre(RuleSetting{"law.medicinal-claim", RuleLevel::off},
                                      RuleSetting{"evidence.none", RuleLevel::note}));
  EXPECT_THAT(read.include, ElementsAre("copy/**"));
  EXPECT_THAT(read.exclude, ElementsAre("drafts/"));
  EXPECT_EQ(read.overrides,
            (std::vector<PathSetting>{{{"blog/*.md"}, {{"law.general-claim-alone", RuleLevel::error}}}}));
}

struct BadCase {
  const char* name;
  const char* toml;
  const char* message;
};
void PrintTo(const BadCase& tested, std::ostream* out) {
  *out << tested.name;
}
class BadSettings : public testing::TestWithParam<BadCase> {};
TEST_P(BadSettings, AreToldWithTheirPlace) {
  EXPECT_EQ(refusal([] { (void)read_settings(GetParam().toml, "a.toml"); }), GetParam().message);
}
INSTANTIATE_TEST_SUITE_P(
    Settings, BadSettings,
    testing::Values(
        BadCase{"UnknownKey", "\nbaselin = \"x\"", "a.toml:2:1: unknown key baselin (nearest: baseline)"},
        BadCase{"UnknownKeyOfPaths", "[paths]\n  exlude = []", "a.toml:2:3: unknown key exlude (nearest: exclude)"},
        BadCase{"UnknownKeyOfOverride", "[[override]]\npath = \"a\"", "a.toml:2:1: unknown key path (nearest: paths)"},
        BadCase{"UnknownRule", "[rules]\n\"law.on-hol\" = \"off\"",
                "a.toml:2:1: unknown rule law.on-hol (nearest: law.on-hold)"},
        BadCase{"UnknownLevel", "[rules]\nlaw.on-hold = \"fatal\"",
                "a.toml:2:15: law.on-hold must be \"off\", \"note\", \"warning\" or \"error\""},
        BadCase{"LevelOfAnotherType", "[rules]\nlaw.on-hold = 3",
                "a.toml:2:15: law.on-hold must be \"off\", \"note\", \"warning\" or \"error\""},
        BadCase{"FailOn", "fail-on = \"all\"",
                "a.toml:1:11: fail-on must be \"error\", \"warning\", \"note\" or \"never\""},
        BadCase{"NoString", "database = 3", "a.toml:1:12: database must be a string"},
        BadCase{"NoList", "vocabulary = [\"a\", 3]", "a.toml:1:20: vocabulary must be a list of strings"},
        BadCase{"OverrideWithoutPaths", "[[override]]\nrules = {}", "a.toml:1:1: override has no paths"},
        BadCase{"OverrideIsATable", "[override]\n", "a.toml:1:1: override must be a list of tables"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Settings, WhatIsNoTomlIsToldWithItsPlace) {
  EXPECT_THAT(refusal([] { (void)read_settings("a = 1\nb = = 2", "x.toml"); }), testing::StartsWith("x.toml:2:5: "));
}

TEST(RuleSettings, AreReadFromTomlOrFromTabs) {
  const std::vector<RuleSetting> expected{{"law.on-hold", RuleLevel::error}, {"evidence", RuleLevel::off}};
  EXPECT_EQ(read_rule_settings("[rules]\n\"law.on-hold\" = \"error\"\nevidence = \"off\"\n", "r"), expected);
  EXPECT_EQ(read_rule_settings("# ours\n\nlaw.on-hold\terror\r\nevidence\toff", "r"), expected);
  EXPECT_EQ(refusal([] { (void)read_rule_settings("law.on-hold\terror\nevidence.nono\toff", "r.tsv"); }),
            "r.tsv:2:1: unknown rule evidence.nono (nearest: evidence.none)");
  EXPECT_EQ(refusal([] { (void)read_rule_settings("law.on-hold\terror\nevidence off", "r.tsv"); }),
            "r.tsv:2:1: a line must be a rule, a tab, and its level");
  EXPECT_EQ(refusal([] { (void)read_rule_settings("fail-on = \"note\"", "r.toml"); }),
            "r.toml:1:1: unknown key fail-on");
}

TEST(Settings, TheMoreExactNameCountsThenTheLaterOneThenTheOverride) {
  AuditSettings settings;
  settings.rules = {{"evidence.none", RuleLevel::error},
                    {"evidence", RuleLevel::off},
                    {"law", RuleLevel::note},
                    {"law", RuleLevel::warning}};
  settings.overrides = {{{"blog/**"}, {{"evidence", RuleLevel::note}}}};
  EXPECT_EQ(level_of(settings, "evidence.none", "shop/a.md"), RuleLevel::error);
  EXPECT_EQ(level_of(settings, "evidence.contradicted", "shop/a.md"), RuleLevel::off);
  EXPECT_EQ(level_of(settings, "law.on-hold", "shop/a.md"), RuleLevel::warning);
  EXPECT_EQ(level_of(settings, "evidence.none", "blog/2024/a.md"), RuleLevel::note);
  EXPECT_EQ(level_of(settings, "site.dose-differs", "blog/a.md"), std::nullopt);
}

struct GlobCase {
  const char* pattern;
  const char* path;
  bool fits;
};
void PrintTo(const GlobCase& tested, std::ostream* out) {
  *out << tested.pattern << " and " << tested.path;
}
class Glob : public testing::TestWithParam<GlobCase> {};
TEST_P(Glob, Fits) {
  EXPECT_EQ(glob_fits(GetParam().pattern, GetParam().path), GetParam().fits);
}
INSTANTIATE_TEST_SUITE_P(Patterns, Glob,
                         testing::Values(GlobCase{"*.md", "a.md", true}, GlobCase{"*.md", "deep/down/a.md", true},
                                         GlobCase{"./a/*.md", "a/b.md", true}, GlobCase{"a/*.md", "a/b/c.md", false},
                                         GlobCase{"a/**/c.md", "a/c.md", true},
                                         GlobCase{"a/**/c.md", "a/b/b/c.md", true},
                                         GlobCase{"a/**/c.md", "a/bc.md", false}, GlobCase{"a/", "a/b/c.md", true},
                                         GlobCase{"a/", "ba/c.md", false}, GlobCase{"**", "a/b", true},
                                         GlobCase{"a?c",
                                                  "a\xC3\xA9"
                                                  "c",
                                                  true},
                                         GlobCase{"a?c", "a/c", false}, GlobCase{"[a]", "a", false},
                                         GlobCase{"", "", true}, GlobCase{"a**b", "a/x/b", true},
                                         GlobCase{"*a*b*", "xxaxxbxx", true}, GlobCase{"*a*b*", "xxbxxaxx", false}));

TEST(Glob, IsLinearInEachOfThem) {
  std::string pattern;
  for (int i = 0; i < 200; ++i) pattern += "*a";
  EXPECT_FALSE(glob_fits(pattern + "b", std::string(5000, 'a')));
}

class Folder : public testing::Test {
 protected:
  Folder() : root_(fs::temp_directory_path() / ("claimbase-audit-" + std::to_string(getpid()))) {
    fs::create_directories(root_);
  }
  ~Folder() override { fs::remove_all(root_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  Folder(Folder&&) = delete;
  Folder& operator=(Folder&&) = delete;

  std::string write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
    return (root_ / name).string();
  }
  fs::path root_;
};

TEST_F(Folder, TheNearestSettingsCountAndTheCommandLineBeforeThem) {
  write(".claimbase.toml", "fail-on = \"note\"\nregister = \"up.csv\"\n");
  write("a/.claimbase.toml", "fail-on = \"never\"\n[rules]\n\"law.on-hold\" = \"error\"\n\"site\" = \"off\"\n");
  fs::create_directories(root_ / "a" / "b");
  EXPECT_EQ(find_settings_file(root_ / "a" / "b"), root_ / "a" / ".claimbase.toml");
  EXPECT_EQ(load_settings({}, root_ / "a" / "b").fail, FailOn::never);
  EXPECT_EQ(load_settings({}, root_).fail, FailOn::note);
  AuditOptions options;
  options.fail_on = "warning";
  options.rules = write("rules.tsv", "law\tnote\n");
  const AuditSettings settings = load_settings(options, root_ / "a");
  EXPECT_EQ(settings.fail, FailOn::warning);
  EXPECT_EQ(level_of(settings, "law.on-hold", "x"), RuleLevel::note);
  EXPECT_EQ(level_of(settings, "site.dose-differs", "x"), RuleLevel::off);
  options = {};
  options.no_config = true;
  EXPECT_EQ(load_settings(options, root_).fail, FailOn::error);
  options = {};
  options.config = (root_ / "none.toml").string();
  EXPECT_EQ(refusal([&] { (void)load_settings(options, root_); }), "cannot read " + options.config);
  options.config = root_.string();
  EXPECT_EQ(refusal([&] { (void)load_settings(options, root_); }), "cannot read " + options.config);
  options = {};
  options.fail_on = "fatal";
  EXPECT_EQ(refusal([&] { (void)load_settings(options, root_); }),
            "--fail-on fatal is not one of: error, warning, note, never");
}

TEST_F(Folder, ABaselineThatIsToBeWrittenNeedNotBeThere) {
  write(".claimbase.toml", "baseline = \"known.json\"\n");
  EXPECT_NE(refusal([&] { (void)load_settings({}, root_); }).find("known.json"), std::string::npos);
  AuditOptions options;
  options.baseline = options.write_baseline = (root_ / "known.json").string();
  const AuditSettings settings = load_settings(options, root_);
  EXPECT_FALSE(settings.baseline.has_value());
  AuditReport report = sample_audit();
  apply_settings(report, settings);
  write_baseline_file(report, settings, options.write_baseline);
  EXPECT_EQ(load_settings(options, root_).baseline->size(), 8U);
}

TEST_F(Folder, FilesAreThoseNamedAndThoseOfFoldersThatSettingsDoNotExclude) {
  for (const char* name : {"b.md", "a.html", "notes.zip", ".hidden/x.md", "drafts/d.md", "deep/e.txt"})
    write(name, "x");
  AuditSettings settings;
  settings.folder = root_;
  settings.exclude = {"drafts/"};
  const auto at = [&](const char* name) { return (root_ / name).string(); };
  EXPECT_THAT(files_to_audit({root_.string()}, settings), ElementsAre(at("a.html"), at("b.md"), at("deep/e.txt")));
  EXPECT_THAT(files_to_audit({at("drafts/d.md"), "-", at("notes.zip"), at("b.md"), at("b.md")}, settings),
              ElementsAre("-", at("notes.zip"), at("b.md")));
  EXPECT_THAT(files_to_audit({}, settings), IsEmpty());
  settings.include = {"*.md", "*.zip"};
  EXPECT_THAT(files_to_audit({}, settings), ElementsAre(at("b.md"), at("notes.zip")));
}

// The words of a mute are no claims of the copy, also where a comment is not markup.
TEST_F(Folder, AMuteInPlainTextIsNotJudged) {
  const std::string file =
      write("a.txt",
            "Zink is een mineraal.\n\n<!-- claimbase: ignore law.on-hold zink geneest migraine -->\n\n"
            "Deze folder is van een winkel.\n");
  const std::vector<std::string> args{"audit", "--no-index", "--no-config", "--format", "line", file};
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  EXPECT_EQ(run(args, in, out, err, Terminal{false, false}), 0) << err.str();
  EXPECT_EQ(out.str(), file + ":3:1: note: nothing of law.on-hold is found there [audit.mute-unused]\n");
}

TEST(AuditOptions, AreTheCommandLines) {
  CLI::App app;
  AuditOptions options;
  add_audit_options(app, options);
  app.parse(
      "--rules r.tsv --vocabulary a.rdf --vocabulary b.rdf --baseline k.json --fail-on never --no-config "
      "--write-baseline n.json --register eu.csv --explain law");
  EXPECT_EQ(options.rules, "r.tsv");
  EXPECT_THAT(options.vocabulary, ElementsAre("a.rdf", "b.rdf"));
  EXPECT_EQ(options.baseline, "k.json");
  EXPECT_EQ(options.write_baseline, "n.json");
  EXPECT_EQ(options.register_file, "eu.csv");
  EXPECT_EQ(options.explain, "law");
  EXPECT_TRUE(options.no_config);
  CLI::App other;
  AuditOptions both;
  add_audit_options(other, both);
  EXPECT_THROW(other.parse("--no-config --config x"), CLI::ParseError);
}

}  // namespace
}  // namespace claimbase

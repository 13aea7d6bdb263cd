// The catalogue of rules, and names that are nearly right.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "query/audit/explain.h"
#include "query/audit/nearest.h"
#include "query/audit/rules.h"
#include "query/record_writer.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(Rules, AreWholeAndNamedOnce) {
  std::set<std::string_view> names;
  for (const Rule& rule : rules()) {
    EXPECT_TRUE(names.insert(rule.name).second) << rule.name;
    EXPECT_THAT(rule.name, testing::MatchesRegex("(law|site|evidence|audit)(\\.[a-z0-9-]+)+"));
    EXPECT_FALSE(rule.title.empty() || rule.title.ends_with('.')) << rule.name;
    EXPECT_TRUE(rule.meaning.ends_with('.')) << rule.name;
    EXPECT_TRUE(rule.mend.ends_with('.')) << rule.name;
    EXPECT_FALSE(rule.why.empty()) << rule.name;
    // Every rule of law says by which article.
    if (covers("law", rule.name)) {
      EXPECT_THAT(rule.why, testing::AnyOf(HasSubstr("Article"), HasSubstr("recital"))) << rule.name;
    }
  }
  EXPECT_EQ(names.size(), 45U);
}

struct SeverityCase {
  const char* rule;
  Severity severity;
  FindingCertainty certainty;
};
void PrintTo(const SeverityCase& tested, std::ostream* out) {
  *out << tested.rule;
}
class RuleSeverity : public testing::TestWithParam<SeverityCase> {};
TEST_P(RuleSeverity, IsAsDocumented) {
  const Rule* rule = find_rule(GetParam().rule);
  ASSERT_NE(rule, nullptr);
  EXPECT_EQ(rule->severity, GetParam().severity);
  EXPECT_EQ(rule->certainty, GetParam().certainty);
}
INSTANTIATE_TEST_SUITE_P(
    Catalogue, RuleSeverity,
    testing::Values(SeverityCase{"law.medicinal-claim", Severity::error, FindingCertainty::rule},
                    SeverityCase{"law.on-hold", Severity::warning, FindingCertainty::needs_person},
                    SeverityCase{"law.wording-adapted", Severity::note, FindingCertainty::register_match},
                    SeverityCase{"evidence.overstated.retracted-only", Severity::error, FindingCertainty::rule},
                    SeverityCase{"audit.unreadable", Severity::error, FindingCertainty::rule}));

TEST(Rules, AFamilyCoversItsRulesAndNoOthers) {
  EXPECT_TRUE(covers("evidence", "evidence.overstated.hedge-dropped"));
  EXPECT_TRUE(covers("evidence.none", "evidence.none"));
  EXPECT_FALSE(covers("evidence.no", "evidence.none"));
  EXPECT_FALSE(covers("evidence.none", "evidence"));
  EXPECT_FALSE(covers("", "evidence.none"));
  EXPECT_TRUE(is_rule_or_family("evidence.overstated"));
  EXPECT_FALSE(is_rule_or_family("evidence.over"));
}

TEST(EditDistance, CountsWhatMustBeTyped) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("ab", "ba"), 1U);
  EXPECT_EQ(edit_distance(std::string(1000, 'a'), std::string(2000, 'a')), 0U);
}

TEST(Nearest, NamesWhatWasMeant) {
  EXPECT_EQ(with_nearest_rules("law.medicnal-claim"), "law.medicnal-claim (nearest: law.medicinal-claim)");
  const std::vector<std::string_view> names{"database", "baseline", "register"};
  EXPECT_THAT(nearest_names("databse", names), ElementsAre("database"));
  EXPECT_THAT(nearest_names("zzzzzzzz", names), IsEmpty());
  EXPECT_EQ(with_nearest("zzzzzzzz", names), "zzzzzzzz");
  // A part of the name is enough.
  EXPECT_EQ(with_nearest_rules("hedge-dropped"), "hedge-dropped (nearest: evidence.overstated.hedge-dropped)");
}

std::string explained(OutputFormat format, std::string_view name) {
  std::ostringstream out;
  explain_rule(out, format, Paint(false), name);
  return out.str();
}

TEST(Explain, SaysWhatARuleMeans) {
  EXPECT_EQ(explained(OutputFormat::text, "audit.mute-unused"),
            "audit.mute-unused: mute that mutes nothing\n"
            "A comment mutes a rule that finds nothing there.\n"
            "  severity   note\n"
            "  certainty  the words alone decide it\n"
            "  why        A mute left behind hides the next finding\n"
            "  mend       Take the comment out.\n");
}

TEST(Explain, GivesJsonOfOneAndAListOfAFamily) {
  const Json one = Json::parse(explained(OutputFormat::json, "law.on-hold"));
  EXPECT_EQ(one["rule"], "law.on-hold");
  EXPECT_EQ(one["severity"], "warning");
  EXPECT_EQ(one["certainty"], "needs-person");
  EXPECT_THAT(one["why"].get<std::string>(), StartsWith("Regulation (EC) No 1924/2006, Article 28(5)"));
  EXPECT_EQ(Json::parse(explained(OutputFormat::json, "site")).size(), 3U);
  EXPECT_EQ(Json::parse(explained(OutputFormat::json, "all")).size(), rules().size());
}

TEST(Explain, AnUnknownRuleIsAMistakeWithTheNearestNames) {
  try {
    (void)explained(OutputFormat::text, "evidence.non");
    FAIL() << "must throw";
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "there is no rule evidence.non (nearest: evidence.none)");
  }
}

}  // namespace
}  // namespace claimbase

// The register's own sentences, in both languages: what the law itself says must never raise an alarm, neither word for
// word nor with the small changes that the guidance on flexibility of wording allows.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compliance/official_texts.h"
#include "analysis/register/register.h"
#include "query/audit/audit.h"

namespace claimbase {
namespace {

/// A test by entry of the register, in one language.
struct Sentence {
  const RegisterEntry* entry = nullptr;
  std::string language;
  std::string text;
};

// "<name of sugar replacer>", "[nutrient]": a name stands there.
std::string filled(std::string_view official) {
  std::string text;
  for (std::size_t at = 0; at < official.size(); ++at) {
    if (official[at] != '<' && official[at] != '[') {
      text += official[at];
      continue;
    }
    const std::size_t close = official.find_first_of(">]", at);
    text += "xylitol";
    if (close == std::string_view::npos) break;
    at = close;
  }
  return text;
}

std::vector<Sentence> sentences() {
  std::vector<Sentence> made;
  for (const RegisterEntry& entry : built_in_register()) {
    if (entry.status != ClaimStatus::authorised) continue;
    for (const std::string language : {"en", "nl"}) {
      const std::string_view official = official_text(entry, language);
      if (!official.empty()) made.push_back({&entry, language, filled(official)});
    }
  }
  return made;
}

LawClass class_of(LegalBasis basis) {
  switch (basis) {
    case LegalBasis::risk_14_1_a:
      return LawClass::disease_risk;
    case LegalBasis::children_14_1_b:
      return LawClass::child;
    case LegalBasis::function_13_1:
    case LegalBasis::function_13_5:
      return LawClass::function;
  }
  return LawClass::none;
}

class Auditor {
 public:
  AuditedFile audit(const Sentence& sentence) {
    ReadOptions options;
    options.language = sentence.language;
    options.format = Format::text;
    std::string text = sentence.text;
    if (!text.ends_with('.')) text += '.';
    return audit_file(tools_, sentence.entry->id, std::move(text), options);
  }

  // Errors and warnings, but for those on conditions of use: the sentence alone cannot meet them.
  std::string alarms(const AuditedFile& file, Severity least) {
    std::string alarms;
    for (const Finding& finding : findings_of(tools_, {file})) {
      if (finding.severity < least || finding.rule.starts_with("law.condition-")) continue;
      alarms += fmt::format("  {}: {}\n", finding.rule, finding.message);
    }
    return alarms;
  }

 private:
  const Vocabulary vocabulary_ = Vocabulary::built_in();
  ClaimExtractor extractor_{vocabulary_, Annotates::copy};
  LawJudge judge_{built_in_register(), vocabulary_};
  const AuditTools tools_{vocabulary_, extractor_, judge_, nullptr};
};

Auditor& auditor() {
  static Auditor only;
  return only;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

TEST(RegisterSentences, AreTheLawsOwnWords) {
  std::size_t read = 0;
  for (const Sentence& sentence : sentences()) {
    ++read;
    const AuditedFile file = auditor().audit(sentence);
    const std::string which = fmt::format("{} ({}): {}\n", sentence.entry->id, sentence.language, sentence.text);
    ASSERT_FALSE(file.sentences.empty()) << which;
    const LawJudgement& law = file.sentences.front().law;
    EXPECT_EQ(to_string(law.law), to_string(class_of(sentence.entry->basis))) << which;
    const bool own_text = sentence.text == official_text(*sentence.entry, sentence.language);
    ASSERT_FALSE(law.matches.empty()) << which;
    // A name that is filled in is not the register's.
    EXPECT_LE(law.matches.front().wording, own_text ? WordingDistance::trivial : WordingDistance::normal_dropped)
        << which;
    EXPECT_EQ(auditor().alarms(file, Severity::warning), "") << which;
  }
  EXPECT_GE(read, 500U);
}

/// A small change, and how it is made; texts that it does not change are left out.
struct Change {
  const char* name;
  std::string_view language;
  std::string (*made)(const Sentence&);
};

constexpr std::array kChanges{
    Change{"ToAsAan", "nl",
           [](const Sentence& s) { return replaced(replaced(s.text, "bij tot", "bij aan"), "bij tot", "bij aan"); }},
    Change{"ArticleLeftOut", "nl",
           [](const Sentence& s) {
             return replaced(replaced(s.text, "tot de normale", "tot een normale"), " een normale", " de normale");
           }},
    Change{"SecondPerson", "nl",
           [](const Sentence& s) { return replaced(s.text, " de instandhouding van", " het behoud van"); }},
    Change{"RelativeClause", "nl",
           [](const Sentence& s) { return "Onze tabletten geven u elke dag wat u zoekt: " + s.text; }},
    Change{"HelpsToMaintain", "en",
           [](const Sentence& s) {
             return replaced(replaced(s.text, "contributes to the maintenance of", "helps to maintain"),
                             "contribute to the maintenance of", "help to maintain");
           }},
    Change{"HelpsMaintain", "en",
           [](const Sentence& s) {
             return replaced(replaced(s.text, "contributes to the maintenance of", "helps maintain"),
                             "contribute to the maintenance of", "help maintain");
           }},
    Change{"Supports", "en", [](const Sentence& s) { return replaced(s.text, "contributes to", "supports"); }},
    Change{"ArticleAdded", "en", [](const Sentence& s) { return replaced(s.text, "to normal", "to the normal"); }},
    Change{"PlaysARole", "en", [](const Sentence& s) { return replaced(s.text, "has a role in", "plays a role in"); }},
    Change{"Introduced", "en",
           [](const Sentence& s) { return "Our tablets give you every day what you look for: " + s.text; }},
};

void PrintTo(const Change& change, std::ostream* out) {
  *out << change.name;
}

class ChangedRegisterSentences : public testing::TestWithParam<Change> {};

TEST_P(ChangedRegisterSentences, RaiseNoError) {
  std::size_t changed = 0;
  for (Sentence& sentence : sentences()) {
    if (sentence.language != GetParam().language) continue;
    std::string text = GetParam().made(sentence);
    if (text == sentence.text) continue;
    sentence.text = std::move(text);
    ++changed;
    EXPECT_EQ(auditor().alarms(auditor().audit(sentence), Severity::error), "")
        << sentence.entry->id << " (" << sentence.language << "): " << sentence.text;
  }
  EXPECT_GT(changed, 3U);
}

INSTANTIATE_TEST_SUITE_P(Changes, ChangedRegisterSentences, testing::ValuesIn(kChanges),
                         [](const auto& tested) { return std::string(tested.param.name); });

// "Zinc contributes to A and B", where the law has a sentence on each: those with the same beginning, by what follows
// it.
std::map<std::string, std::vector<Sentence>> claims_by_beginning() {
  constexpr std::array<std::string_view, 4> kVerbs{"draagt bij tot ", "dragen bij tot ", "contributes to ",
                                                   "contribute to "};
  std::map<std::string, std::vector<Sentence>> made;
  for (const Sentence& sentence : sentences()) {
    if (sentence.entry->basis != LegalBasis::function_13_1) continue;
    for (const std::string_view verb : kVerbs) {
      const std::size_t at = sentence.text.find(verb);
      if (at == std::string::npos) continue;
      Sentence rest = sentence;
      rest.text.erase(0, at + verb.size());
      if (rest.text.ends_with('.')) rest.text.pop_back();
      made[sentence.text.substr(0, at + verb.size())].push_back(std::move(rest));
    }
  }
  return made;
}

TEST(RegisterSentences, RaiseNoAlarmWhereTwoAreOne) {
  std::size_t joined = 0;
  for (const auto& [beginning, claims] : claims_by_beginning()) {
    for (std::size_t i = 1; i < claims.size(); ++i) {
      Sentence both = claims[i];
      const std::string_view with = both.language == "nl" ? " en " : " and ";
      both.text = fmt::format("{}{}{}{}", beginning, claims[i - 1].text, with, claims[i].text);
      ++joined;
      EXPECT_EQ(auditor().alarms(auditor().audit(both), Severity::warning), "") << both.text;
    }
  }
  EXPECT_GT(joined, 250U);
}

}  // namespace
}  // namespace claimbase

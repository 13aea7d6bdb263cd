#include "analysis/claim/cues.h"

#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <set>
#include <stdexcept>
#include <tuple>

#include "analysis/claim/annotation.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

class BuiltInCues : public testing::TestWithParam<std::string_view> {};

TEST_P(BuiltInCues, AreRead) {
  const CueFile file = read_cues(resource(GetParam()));
  EXPECT_GT(file.cues.size(), 500U);
  EXPECT_FALSE(file.grammar.finite.empty());
  EXPECT_FALSE(file.grammar.participle.empty());
  EXPECT_FALSE(file.grammar.infinitive.empty());
  EXPECT_FALSE(file.grammar.nominal.empty());
}

TEST_P(BuiltInCues, HaveNoPhraseTwiceWithinAClass) {
  // "dit" is a pronoun and a demonstrative: only there the value is part of what the phrase is.
  std::set<std::tuple<CueClass, AnaphorKind, std::string, std::string>> seen;
  for (const Cue& cue : read_cues(resource(GetParam())).cues) {
    EXPECT_TRUE(seen.emplace(cue.type, cue.anaphor, cue.phrase, cue.after_gap).second)
        << cue.phrase << (cue.after_gap.empty() ? "" : " ... ") << cue.after_gap;
  }
}

TEST_P(BuiltInCues, HaveNoEmptyPhrase) {
  for (const Cue& cue : read_cues(resource(GetParam())).cues) {
    EXPECT_FALSE(cue.phrase.empty());
    EXPECT_EQ(cue.phrase.find_first_of("|\t"), std::string::npos) << cue.phrase;
    EXPECT_FALSE(cue.phrase.starts_with(' ') || cue.phrase.ends_with(' ')) << '"' << cue.phrase << '"';
    EXPECT_FALSE(cue.after_gap.starts_with(' ') || cue.after_gap.ends_with(' ')) << '"' << cue.after_gap << '"';
  }
}

INSTANTIATE_TEST_SUITE_P(Files, BuiltInCues, testing::Values("cues/nl.tsv", "cues/en.tsv"),
                         [](const auto& tested) { return std::string(tested.param.substr(5, 2)); });

TEST(CueFiles, AreAllTested) {
  EXPECT_EQ(resource_names("cues/"), (std::vector<std::string_view>{"cues/en.tsv", "cues/nl.tsv"}));
}

TEST(CueFiles, UseEveryClassTogether) {
  std::set<CueClass> used;
  for (const std::string_view name : resource_names("cues/")) {
    for (const Cue& cue : read_cues(resource(name)).cues) used.insert(cue.type);
  }
  for (int type = 0; type <= static_cast<int>(CueClass::instruction); ++type) {
    EXPECT_TRUE(used.contains(static_cast<CueClass>(type))) << "class number " << type;
  }
}

TEST(CueFiles, DutchIsVerbFinalAndEnglishIsNot) {
  EXPECT_TRUE(read_cues(resource("cues/nl.tsv")).grammar.verb_final);
  EXPECT_FALSE(read_cues(resource("cues/en.tsv")).grammar.verb_final);
}

TEST(ReadCues, SplitsPhrasesAndGaps) {
  const CueFile file = read_cues("# a comment\nverb\tsupports\tdraagt ... bij | ondersteunt\n");
  ASSERT_EQ(file.cues.size(), 2U);
  EXPECT_EQ(file.cues[0].phrase, "draagt");
  EXPECT_EQ(file.cues[0].after_gap, "bij");
  EXPECT_EQ(file.cues[0].type, CueClass::verb);
  EXPECT_EQ(file.cues[0].effect, Effect::supports);
  EXPECT_EQ(file.cues[1].phrase, "ondersteunt");
  EXPECT_EQ(file.cues[1].after_gap, "");
}

TEST(ReadCues, GivesEachClassItsValue) {
  const CueFile file = read_cues(
      "state\tdeficiency\ttekort\n"
      "clause\tconsequence\twaardoor\n"
      "anaphor\tpossessive\tits\n"
      "risk\tnone\trisk of\n");
  ASSERT_EQ(file.cues.size(), 4U);
  EXPECT_EQ(file.cues[0].exposure, Exposure::deficiency);
  EXPECT_EQ(file.cues[1].link, ClauseLink::consequence);
  EXPECT_EQ(file.cues[2].anaphor, AnaphorKind::possessive);
  EXPECT_EQ(file.cues[3].type, CueClass::risk);
}

TEST(ReadCues, ReadsGrammar) {
  const CueFile file = read_cues("order\tverb-final\tnl\nending\tfinite\tt | de\nending\tnominal\ting\n");
  EXPECT_TRUE(file.cues.empty());
  EXPECT_TRUE(file.grammar.verb_final);
  EXPECT_EQ(file.grammar.finite, (std::vector<std::string>{"t", "de"}));
  EXPECT_EQ(file.grammar.nominal, (std::vector<std::string>{"ing"}));
}

struct BadRow {
  const char* name;
  const char* tsv;
};

void PrintTo(const BadRow& tested, std::ostream* out) {
  *out << tested.name;
}

class BadCueRow : public testing::TestWithParam<BadRow> {};

TEST_P(BadCueRow, Throws) {
  EXPECT_THROW(static_cast<void>(read_cues(GetParam().tsv)), std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Rows, BadCueRow,
                         testing::Values(BadRow{"TwoColumns", "verb\tlowers\n"},
                                         BadRow{"FourColumns", "verb\tlowers\tverlaagt\tmore\n"},
                                         BadRow{"UnknownClass", "verbs\tlowers\tverlaagt\n"},
                                         BadRow{"UnknownEffect", "verb\tlower\tverlaagt\n"},
                                         BadRow{"UnknownExposure", "state\tshortage\ttekort\n"},
                                         BadRow{"UnknownLink", "clause\tbecause\tomdat\n"},
                                         BadRow{"UnknownAnaphor", "anaphor\tword\tdit\n"},
                                         BadRow{"UnknownEnding", "ending\tplural\ten\n"}),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(ReadCues, NamesTheRowInItsError) {
  try {
    static_cast<void>(read_cues("verb\tlowers\tverlaagt\nstate\tshortage\tgebrek aan\n"));
    FAIL() << "no exception";
  } catch (const std::logic_error& error) {
    EXPECT_NE(std::string(error.what()).find("gebrek aan"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace claimbase

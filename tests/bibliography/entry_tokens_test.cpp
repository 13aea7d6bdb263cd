#include "analysis/bibliography/entry_tokens.h"

#include <gtest/gtest.h>

#include "analysis/bibliography/entry_lexicon.h"

namespace claimbase::entry {
namespace {

struct Word {
  const char* name;
  const char* text;
  Shape shape;
};
void PrintTo(const Word& word, std::ostream* out) {
  *out << word.text;
}

class Shapes : public testing::TestWithParam<Word> {};

TEST_P(Shapes, AreToldApart) {
  const auto tokens = tokens_of(GetParam().text);
  ASSERT_EQ(tokens.size(), 1U);
  EXPECT_EQ(tokens[0].shape, GetParam().shape);
}

INSTANTIATE_TEST_SUITE_P(
    Words, Shapes,
    testing::Values(Word{"year", "2012", Shape::year}, Word{"page", "8199", Shape::digits4},
                    Word{"one_digit", "7", Shape::digit}, Word{"many_digits", "105636", Shape::digits_more},
                    Word{"article_number", "e228", Shape::letter_digits}, Word{"ordinal", "2e", Shape::digits_letter},
                    Word{"initial", "Ö", Shape::initial}, Word{"initials", "JKL", Shape::initials},
                    Word{"abbreviation", "Nutr", Shape::capital_short}, Word{"name", "Ruíz", Shape::capital_short},
                    Word{"long_name", "Öztürk", Shape::capital}, Word{"acronym", "RIVM", Shape::upper},
                    Word{"short_word", "van", Shape::lower_short}, Word{"word", "voeding", Shape::lower},
                    Word{"inner_capital", "pH", Shape::mixed}, Word{"uncased", "特許", Shape::uncased}),
    [](const auto& tested) { return std::string(tested.param.name); });

struct Between {
  const char* name;
  const char* text;  // two words
  Separator separator;
};
void PrintTo(const Between& between, std::ostream* out) {
  *out << between.text;
}

class Separators : public testing::TestWithParam<Between> {};

TEST_P(Separators, AreToldApart) {
  const auto tokens = tokens_of(GetParam().text);
  ASSERT_EQ(tokens.size(), 2U);
  EXPECT_EQ(tokens[0].before, Separator::start);
  EXPECT_EQ(tokens[0].after, GetParam().separator);
  EXPECT_EQ(tokens[1].before, GetParam().separator);
  EXPECT_EQ(tokens[1].after, Separator::end);
}

INSTANTIATE_TEST_SUITE_P(
    Pairs, Separators,
    testing::Values(
        Between{"space", "a b", Separator::space}, Between{"full_stop", "a. b", Separator::full_stop},
        Between{"glued_stop", "a.b", Separator::full_stop_glued}, Between{"comma", "a, b", Separator::comma},
        Between{"glued_comma", "a,b", Separator::comma_glued}, Between{"dash", "a–b", Separator::dash},
        Between{"spaced_dash", "a - b", Separator::dash_spaced}, Between{"colon", "a: b", Separator::colon},
        Between{"glued_colon", "a:b", Separator::colon_glued}, Between{"bracket", "a (b", Separator::open_bracket},
        Between{"stop_bracket", "a. (b", Separator::stop_open},
        Between{"bracket_colon", "a): b", Separator::close_colon},
        Between{"bracket_stop", "a). b", Separator::close_stop}, Between{"brackets", "a) (b", Separator::close_open},
        Between{"quote", "a “b", Separator::open_quote}, Between{"straight_quote", "a, \"b", Separator::open_quote},
        Between{"quote_ends", "a,” b", Separator::close_quote}, Between{"apostrophe", "d’A", Separator::apostrophe},
        Between{"question", "a? b", Separator::question}, Between{"initial_comma", "A., B", Separator::stop_comma},
        Between{"gap", "a [...] b", Separator::gap}, Between{"ampersand", "a & b", Separator::ampersand}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Tokens, KnowBracketsQuotesAndLists) {
  const auto tokens = tokens_of("“Zout” (Utrecht) mei");
  ASSERT_EQ(tokens.size(), 3U);
  EXPECT_TRUE(tokens[0].in_quotes);
  EXPECT_FALSE(tokens[1].in_quotes);
  EXPECT_TRUE(tokens[1].in_brackets);
  EXPECT_FALSE(tokens[2].in_brackets);
  EXPECT_TRUE((tokens[1].lexicon & bit(LexiconFlag::place)) != 0);
  EXPECT_TRUE((tokens[2].lexicon & bit(LexiconFlag::month)) != 0);
}

TEST(Tokens, KnownJournalsAreMarked) {
  const auto tokens = tokens_of("Zout. British Journal of Nutrition 12");
  ASSERT_EQ(tokens.size(), 6U);
  EXPECT_FALSE(tokens[0].in_journal);
  EXPECT_TRUE(tokens[1].journal_begins);
  EXPECT_TRUE(tokens[4].in_journal);
  EXPECT_FALSE(tokens[5].in_journal);
}

TEST(Tokens, AreNeverMoreThanTheLimit) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "a ";
  EXPECT_EQ(tokens_of(text).size(), kMostTokens);
}

}  // namespace
}  // namespace claimbase::entry

#include "analysis/document/line.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

namespace claimbase::reading {
namespace {

struct MarkCase {
  const char* name;
  const char* line;
  Mark mark;
  const char* content;
  int number = 0;
  int depth = 0;
};

void PrintTo(const MarkCase& tested, std::ostream* out) {
  *out << tested.line;
}

class Marks : public testing::TestWithParam<MarkCase> {};

TEST_P(Marks, AreRead) {
  const std::string line = GetParam().line;
  const MarkedLine found = read_mark(line, {0, static_cast<std::uint32_t>(line.size())});
  EXPECT_EQ(found.mark, GetParam().mark);
  EXPECT_EQ(found.content.of(line), GetParam().content);
  EXPECT_EQ(found.number, GetParam().number);
  EXPECT_EQ(found.depth, GetParam().depth);
}

INSTANTIATE_TEST_SUITE_P(
    Lines, Marks,
    testing::Values(
        MarkCase{"Plain", "Zink is nodig.", Mark::none, "Zink is nodig."},
        MarkCase{"Bullet", "•\tZink", Mark::bullet, "Zink"}, MarkCase{"GluedBullet", "•Zink", Mark::bullet, "Zink"},
        MarkCase{"Hyphen", "- Zink", Mark::bullet, "Zink"}, MarkCase{"EnDash", "– Zink", Mark::bullet, "Zink"},
        MarkCase{"NegativeNumber", "-5 graden", Mark::none, "-5 graden"},
        MarkCase{"Bold", "**Zink** helpt", Mark::none, "**Zink** helpt"},
        MarkCase{"Number", "12. Zink", Mark::number, "Zink", 12, 1},
        MarkCase{"NumberBeforeNoBreakSpace", "1.\xC2\xA0\xC2\xA0Zink", Mark::number, "Zink", 1, 1},
        MarkCase{"NumberInBrackets", "(3) Zink", Mark::number, "Zink", 3, 1},
        MarkCase{"NumberParenthesis", "3) Zink", Mark::number, "Zink", 3, 1},
        MarkCase{"SubNumber", "2.3 Zink", Mark::number, "Zink", 3, 2}, MarkCase{"Decimal", "2.5", Mark::none, "2.5"},
        MarkCase{"Year", "2023. Een jaar", Mark::none, "2023. Een jaar"},
        MarkCase{"Count", "7 voordelen", Mark::none, "7 voordelen"},
        MarkCase{"Hash", "## Zink ##", Mark::hash, "Zink", 0, 2},
        MarkCase{"NumberedHash", "### 2. Zink", Mark::hash, "Zink", 2, 3},
        MarkCase{"HashTag", "#zink", Mark::none, "#zink"},
        MarkCase{"Footnote", "[^4]: Zink (2020).", Mark::footnote, "Zink (2020).", 4},
        MarkCase{"Bracket", "[4] Zink (2020).", Mark::bracket, "Zink (2020).", 4},
        MarkCase{"NumberedLink", "[4](http://a)", Mark::none, "[4](http://a)"},
        MarkCase{"Quote", "> > Zink", Mark::none, "Zink"}, MarkCase{"QuotedItem", "> - Zink", Mark::bullet, "Zink"},
        MarkCase{"PipeRow", "| a | b |", Mark::pipe_row, "| a | b |"},
        MarkCase{"PipeRule", "|---|:-:|", Mark::pipe_rule, "|---|:-:|"}, MarkCase{"Rule", "* * *", Mark::rule, "* * *"},
        MarkCase{"Underline", "=====", Mark::underline, "=====", 0, 1},
        MarkCase{"Image", "![Een schaal noten](a.jpg)", Mark::image, "Een schaal noten"},
        MarkCase{"Tag", "<Banner/>", Mark::tag, "<Banner/>"}, MarkCase{"Fence", "```", Mark::fence, "```"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Lines, EndInAnyOfThreeWays) {
  EXPECT_EQ(find_line_starts("a\nb\r\nc\rd"), (std::vector<std::uint32_t>{0, 2, 5, 7}));
  EXPECT_EQ(find_line_starts(""), (std::vector<std::uint32_t>{0}));
}

TEST(Lines, AreTrimmedAndIndented) {
  const std::string text = "a\n\t b\xC2\xA0\n\n";
  const auto lines = split_lines(text, find_line_starts(text), 0);
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[1].range.of(text), "b");
  EXPECT_EQ(lines[1].indent, 5U);
  EXPECT_TRUE(lines[2].range.empty());
}

}  // namespace
}  // namespace claimbase::reading

// Any bytes, any size: no crash, no endless time, every range inside the text and in order.
#include <gtest/gtest.h>

#include <random>
#include <string>

#include "analysis/document/reader.h"

namespace claimbase {
namespace {

void expect_sound(const Document& document) {
  std::uint32_t end = 0;
  const auto count = static_cast<int>(document.blocks.size());
  for (int i = 0; i < count; ++i) {
    const Block& block = document.blocks[static_cast<std::size_t>(i)];
    ASSERT_LE(end, block.range.begin);
    ASSERT_LT(block.range.begin, block.range.end);
    ASSERT_LE(block.range.end, document.text.size());
    ASSERT_LT(block.heading, i);
    ASSERT_LT(block.lead_in, i);
    for (const ByteRange cell : block.cells) ASSERT_TRUE(block.range.contains(cell));
    end = block.range.end;
  }
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

TEST(Hostile, OneLineOf64Megabytes) {
  const Document document = read_document(repeated("magnesium ", 6'710'886));
  expect_sound(document);
  EXPECT_EQ(document.blocks.size(), 1U);
}

TEST(Hostile, AMillionBlankLines) {
  const Document document = read_document("Zink.\n" + repeated("\n", 1'000'000) + "Koper.");
  ASSERT_EQ(document.blocks.size(), 2U);
  EXPECT_EQ(document.line_of(document.blocks[1].range.begin), 1'000'002U);
}

TEST(Hostile, AHundredThousandBullets) {
  const Document document = read_document(repeated("- zink\n", 100'000));
  expect_sound(document);
  EXPECT_EQ(document.blocks.size(), 100'000U);
}

TEST(Hostile, DeeperAndDeeper) {
  std::string text;
  for (std::size_t i = 0; i < 2000; ++i) text += std::string(i, ' ') + "- zink\n";
  const Document document = read_document(text);
  expect_sound(document);
  EXPECT_EQ(document.blocks.back().level, 15);
}

TEST(Hostile, MoreBlocksThanAnArticleHas) {
  const Document document = read_document(repeated("Zink.\n\n", 200'100));
  expect_sound(document);
  EXPECT_EQ(document.blocks.size(), 200'000U);
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "document.too-many-blocks");
  EXPECT_EQ(document.blocks.back().range.end + 2, document.text.size());
}

class RepeatedLine : public testing::TestWithParam<const char*> {};

TEST_P(RepeatedLine, IsSound) {
  expect_sound(read_document(repeated(GetParam(), 3000)));
  expect_sound(read_document(repeated(std::string(GetParam()) + "\n", 3000)));
  expect_sound(read_document("Referenties\n" + repeated(std::string(GetParam()) + "\n", 3000)));
  expect_sound(read_document("FAQ\n" + repeated(std::string(GetParam()) + "\n", 3000)));
}

INSTANTIATE_TEST_SUITE_P(Pieces, RepeatedLine,
                         testing::Values("|", "| a ", "a | b\n", "|-", "1.", "1. a ", "1.1.1.1 a", "#", "# a", "> ",
                                         "[^1]: ", "[1] ", "![](", "![a](b)\n", "---\n", "===\n", "```\n", "V: a?\n",
                                         "A: b\n", "V: a?\nA: b\n", "aB\n", "BloedDruk\n", "Zink?\n", "Zink\n",
                                         "Zink:\n", "a\tb\n", "\t", "<", "**a**\n", "*", "Jan 1, 2020\n", "Inhoud\n",
                                         "Trefwoorden\n", "\xC2\xA0", "\xFF", "\xEF\xBB\xBF", "\r", "title: a\n"));

TEST(Hostile, RandomBytesOfMarkup) {
  constexpr std::string_view kAlphabet = "aB .:?|-*#>[]^!()1920\n\n\n\t\r\"V:A:\xC3\xAB\xE2\x80\xA2\xFF";
  std::mt19937 random(20240229);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    const auto length = random() % 400;
    for (std::size_t i = 0; i < length; ++i) text += kAlphabet[random() % kAlphabet.size()];
    expect_sound(read_document(text));
    if (HasFatalFailure()) FAIL() << text;
  }
}

}  // namespace
}  // namespace claimbase

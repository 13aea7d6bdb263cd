#include "analysis/citation/marker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace claimbase {
namespace {

struct MarkerRow {
  int line = 0;
  std::string text;
  std::size_t references = 0;
  std::string expected;
};

void PrintTo(const MarkerRow& row, std::ostream* out) {
  *out << "line " << row.line << ": " << row.text;
}

std::vector<MarkerRow> rows() {
  std::vector<MarkerRow> all;
  std::ifstream file(CLAIMBASE_SOURCE_DIR "/tests/citation/markers.tsv");
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    MarkerRow row{number, "", 0, ""};
    std::string count;
    std::getline(cells, row.text, '\t');
    std::getline(cells, count, '\t');
    std::getline(cells, row.expected, '\t');
    row.references = static_cast<std::size_t>(std::stoul(count));
    all.push_back(row);
  }
  return all;
}

std::string numbers(const std::vector<Marker>& markers) {
  std::string out;
  for (const auto& marker : markers) out += (out.empty() ? "" : ",") + std::to_string(marker.number);
  return out.empty() ? "-" : out;
}

std::vector<Marker> markers_of(std::string_view text, std::size_t references) {
  const Sentence whole{0, {0, static_cast<std::uint32_t>(text.size())}};
  return find_markers(text, std::span(&whole, 1), references);
}

class MarkerTable : public testing::TestWithParam<MarkerRow> {};

TEST_P(MarkerTable, FindsTheNumbers) {
  const auto& row = GetParam();
  EXPECT_EQ(numbers(markers_of(row.text, row.references)), row.expected);
}

INSTANTIATE_TEST_SUITE_P(Rows, MarkerTable, testing::ValuesIn(rows()),
                         [](const auto& instance) { return "line_" + std::to_string(instance.param.line); });

TEST(Markers, TheTableIsRead) {
  EXPECT_GE(rows().size(), 60U);
}

TEST(Markers, RangeCoversTheDigitsAndTheirBrackets) {
  const std::string text = "Zink helpt [3, 4] wat.";
  const auto markers = markers_of(text, 5);
  ASSERT_EQ(markers.size(), 2U);
  EXPECT_EQ(markers[0].range.of(text), "[3, 4]");
  EXPECT_EQ(markers[0].style, MarkerStyle::bracket);
}

TEST(Markers, ADetachedNumberBelongsToTheSentenceBefore) {
  const std::string text = "De dosis was hoog. 2 Toch ging het goed.";
  const std::vector<Sentence> sentences{{0, {0, 18}}, {0, {19, 40}}};
  const auto markers = find_markers(text, sentences, 3);
  ASSERT_EQ(markers.size(), 1U);
  EXPECT_EQ(markers[0].sentence, 0U);
}

TEST(Markers, AMarkerJustBehindTheSentenceStillEndsIt) {
  const std::string text = "Dat werkt goed.1,2 Daarna niet meer.";
  const std::vector<Sentence> sentences{{0, {0, 15}}, {0, {19, 36}}};
  const auto markers = find_markers(text, sentences, 3);
  ASSERT_EQ(markers.size(), 2U);
  EXPECT_EQ(markers[1].sentence, 0U);
}

TEST(Markers, WhereBracketsAreTheStyleADigitBehindAWordIsNone) {
  EXPECT_EQ(numbers(markers_of("De groep1 kreeg zink [1]. De rest niet [2]. Later wel [3].", 3)), "1,2,3");
}

TEST(Markers, GluedDigitsNeedAReferenceList) {
  EXPECT_EQ(numbers(markers_of("Dat werkt goed.1 Daarna niet.", 0)), "-");
}

TEST(Markers, BracketsPastTheListAreKept) {
  EXPECT_EQ(numbers(markers_of("Zink helpt [12].", 3)), "12");
}

TEST(Markers, AnyBytesAreSurvived) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 131 + i / 7) & 0xFF);
  EXPECT_NO_THROW((void)markers_of(bytes, 50));
  EXPECT_NO_THROW((void)markers_of(std::string(20000, '['), 50));
  EXPECT_NO_THROW((void)markers_of(std::string(20000, '1'), 50));
  EXPECT_NO_THROW((void)markers_of("\xE2\x81", 50));
}

}  // namespace
}  // namespace claimbase

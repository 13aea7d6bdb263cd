#include "analysis/bibliography/reference_list.h"

#include <gtest/gtest.h>

#include <ostream>

#include "analysis/bibliography/entry_run.h"
#include "analysis/bibliography/sites.h"

namespace claimbase {
namespace {

struct Lines {
  Document document;
  void add(BlockKind kind, std::string_view text, int number) {
    Block block;
    block.kind = kind;
    block.number = number;
    block.range.begin = static_cast<std::uint32_t>(document.text.size());
    document.text += text;
    block.range.end = static_cast<std::uint32_t>(document.text.size());
    document.text += '\n';
    document.blocks.push_back(block);
  }
};

TEST(ReferenceList, KeepsPrintedNumbersAndCountsTheRest) {
  Lines lines;
  lines.add(BlockKind::paragraph, "Geen bron.", 0);
  lines.add(BlockKind::reference, "Kaya B. Garlic. J Nutr. 2001;1:2-3.", 4);
  lines.add(BlockKind::reference, "Kaya B. Onions. J Nutr. 2002;1:2-3.", 0);
  const auto list = read_references(lines.document);
  ASSERT_EQ(list.references.size(), 2U);
  EXPECT_EQ(list.references[0].number, 4);
  EXPECT_EQ(list.references[1].number, 5);
  EXPECT_EQ(list.references[1].range, lines.document.blocks[2].range);
  EXPECT_TRUE(list.diagnostics.empty());
}

TEST(ReferenceList, SaysWhatIsWrong) {
  Lines lines;
  lines.add(BlockKind::reference, "Kaya B. Garlic. J Nutr. 2001;1:2-3.", 1);
  lines.add(BlockKind::reference, "Voedingscentrum. Ui.", 1);
  lines.add(BlockKind::reference, "-", 2);
  const auto list = read_references(lines.document);
  ASSERT_EQ(list.diagnostics.size(), 3U);
  EXPECT_EQ(list.diagnostics[0].rule, "reference.duplicate-number");
  EXPECT_EQ(list.diagnostics[1].rule, "reference.no-year");
  EXPECT_EQ(list.diagnostics[2].rule, "reference.unparsed");
}

TEST(ReferenceList, PagesAreOfTheSiteOfTheirAddress) {
  Lines lines;
  lines.add(BlockKind::reference, "Magnesium in voeding. https://www.voedingscentrum.nl/encyclopedie/magnesium.aspx",
            1);
  lines.add(BlockKind::reference, "Fact sheet on zinc. https://ods.od.nih.gov/factsheets/Zinc/", 2);
  lines.add(BlockKind::reference, "Alles over knoflook. https://kruidhuis.example/knoflook", 3);
  const auto list = read_references(lines.document);
  ASSERT_EQ(list.references.size(), 3U);
  EXPECT_EQ(list.references[0].container_title, "Voedingscentrum");
  EXPECT_EQ(list.references[1].container_title, "NIH Office of Dietary Supplements");
  EXPECT_EQ(list.references[2].container_title, "");
}

struct RunCase {
  const char* name;
  std::string text;
  std::vector<std::string> entries;
};
void PrintTo(const RunCase& tested, std::ostream* out) {
  *out << tested.name;
}

class SplitRun : public testing::TestWithParam<RunCase> {};

TEST_P(SplitRun, GivesTheEntries) {
  std::vector<std::string> entries;
  for (const ByteRange piece : split_run(GetParam().text)) entries.emplace_back(piece.of(GetParam().text));
  EXPECT_EQ(entries, GetParam().entries);
}

INSTANTIATE_TEST_SUITE_P(
    Paragraphs, SplitRun,
    testing::Values(
        RunCase{"Semicolons",
                "Kruidenraad Nederland; Kaya et al. (2018) Annals of Onions; Visser et al. (2019) Garlic Today.",
                {"Kruidenraad Nederland", "Kaya et al. (2018) Annals of Onions", "Visser et al. (2019) Garlic Today."}},
        RunCase{
            "Names",
            "Kaya, B.T. & Visser, A. (2011) \u2014 \"Garlic and skin\", Annals of Onions. Bakker, T. et al. (2007) "
            "\u2014 \"Onions\", Garlic Today. \u00D6zer, E. (2012). Leek. Soups 3, 4.",
            {"Kaya, B.T. & Visser, A. (2011) \u2014 \"Garlic and skin\", Annals of Onions.",
             "Bakker, T. et al. (2007) \u2014 \"Onions\", Garlic Today.", "\u00D6zer, E. (2012). Leek. Soups 3, 4."}},
        RunCase{"IssueBehindASemicolon",
                "Kaya B. Garlic in 1999 and 2001. J Onions 2001; 3:4-9.",
                {"Kaya B. Garlic in 1999 and 2001. J Onions 2001; 3:4-9."}},
        RunCase{"AuthorsPartedBySemicolons",
                "Kaya B; Visser A; Bakker T. Garlic. J Onions 2001.",
                {"Kaya B; Visser A; Bakker T. Garlic. J Onions 2001."}},
        RunCase{"OneEntryWithTwoYears",
                "Kaya, B. (2001). Garlic (1999). Annals. Onions, Leek and Chives. Press.",
                {"Kaya, B. (2001). Garlic (1999). Annals. Onions, Leek and Chives. Press."}},
        RunCase{"Empty", "", {""}}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(ReferenceList, EntriesInOneParagraphAreSeveral) {
  Lines lines;
  lines.add(BlockKind::reference, "Kaya et al. (2018) Annals of Onions; Visser et al. (2019) Garlic Today.", 0);
  const auto list = read_references(lines.document);
  ASSERT_EQ(list.references.size(), 2U);
  EXPECT_EQ(list.references[0].year, 2018);
  EXPECT_EQ(list.references[1].year, 2019);
  EXPECT_EQ(list.references[1].number, 2);
  EXPECT_EQ(list.references[1].range.of(lines.document.text), "Visser et al. (2019) Garlic Today.");
}

TEST(SiteName, IsThatOfTheMostExactHost) {
  EXPECT_EQ(site_name("https://health.ec.europa.eu/x?y#z"), "European Commission");
  EXPECT_EQ(site_name("HTTP://WWW.NIH.GOV:443/a"), "NIH");
  EXPECT_EQ(site_name("nccih.nih.gov"), "NCCIH");
  EXPECT_EQ(site_name("pubmed.ncbi.nlm.nih.gov/123"), "");
  EXPECT_EQ(site_name("https://example.org/www.who.int"), "");
  EXPECT_EQ(site_name("https://notwho.int/"), "");
  EXPECT_EQ(site_name(""), "");
}

}  // namespace
}  // namespace claimbase

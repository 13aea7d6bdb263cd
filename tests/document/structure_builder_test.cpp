#include <gmock/gmock.h>

#include "analysis/document/structure.h"
#include "tests/document/shown.h"

namespace claimbase::reading {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines_of(const Document& document) {
  std::vector<std::string> lines;
  for (const Block& block : document.blocks) lines.push_back(shown(document, block));
  return lines;
}

void add(StructureBuilder& build, const BlockStart& start, std::string_view words) {
  build.open(start);
  build.generated(words, 0);
}

TEST(StructureBuilder, BlocksGetTheirRelations) {
  Document document;
  StructureBuilder build(document);
  add(build, {.kind = BlockKind::title}, "Zink");
  add(build, {.kind = BlockKind::heading, .level = 2}, "Werking");
  add(build, {}, "Zink is goed voor:");
  add(build, {.kind = BlockKind::list_item}, "huid");
  add(build, {.kind = BlockKind::list_item, .level = 1, .number = 1}, "nagels");
  build.open({.kind = BlockKind::table_header});
  for (const auto* words : {"Bron", "Zink"}) {
    build.cell();
    build.generated(words, 0);
  }
  build.open({.kind = BlockKind::table_row});
  for (const auto* words : {" Vlees ", ""}) {
    build.cell();
    build.generated(words, 0);
  }
  add(build, {.kind = BlockKind::question}, "Hoeveel zink?");
  add(build, {.kind = BlockKind::answer}, "Negen milligram.");
  build.finish();
  EXPECT_THAT(lines_of(document),
              ElementsAre("title +1: Zink", "heading ^0 +2: Werking", "paragraph ^1: Zink is goed voor:",
                          "list_item ^1 <2: huid", "list_item ^1 <2 #1 +1: nagels", "table_header ^1: Bron|Zink",
                          "table_row ^1 <5: Vlees|", "question ^1: Hoeveel zink?", "answer ^1 <7: Negen milligram."));
  EXPECT_EQ(document.text,
            "Zink\n\nWerking\n\nZink is goed voor:\n\nhuid\n\nnagels\n\nBron | Zink\n\nVlees | \n\nHoeveel zink?\n\n"
            "Negen milligram.");
}

TEST(StructureBuilder, WhiteSpaceIsOneSpaceAndPointsToItsSource) {
  Document document;
  StructureBuilder build(document);
  build.open({});
  build.text("  Zink \n", {3, 11});
  build.text(" helpt.  ", {14, 23});
  build.finish();
  EXPECT_EQ(document.text, "Zink helpt.");
  EXPECT_EQ(document.source_of({0, 4}), (ByteRange{5, 9}));
  EXPECT_EQ(document.source_of({5, 11}), (ByteRange{15, 21}));
  EXPECT_EQ(document.source_of({0, 11}), (ByteRange{5, 21}));
}

TEST(StructureBuilder, EmptyBlocksLeaveNoTrace) {
  Document document;
  StructureBuilder build(document);
  add(build, {}, "");
  add(build, {}, "Zink helpt.");
  add(build, {}, " \n");
  add(build, {}, "Koper ook.");
  build.finish();
  EXPECT_EQ(document.text, "Zink helpt.\n\nKoper ook.");
  EXPECT_EQ(document.blocks.size(), 2U);
}

TEST(StructureBuilder, MarksAndAnchors) {
  Document document;
  StructureBuilder build(document);
  build.open({});
  build.generated("Zink helpt.", 0);
  const std::uint32_t begin = build.here();
  build.generated("1", 20);
  build.mark(MarkKind::superscript, begin);
  build.mark(MarkKind::link, begin, "#ref1");
  build.mark(MarkKind::link, build.here(), "#nothing");
  build.open({.kind = BlockKind::reference, .number = 1});
  build.anchor("ref1");
  build.generated("Jansen P. Zinc in colds. Nutrients. 2019.", 30);
  build.finish();
  ASSERT_EQ(document.marks.size(), 2U);
  EXPECT_EQ(document.marks[0].range.of(document.text), "1");
  EXPECT_EQ(document.marks[1].target, "#ref1");
  ASSERT_EQ(document.anchors.size(), 1U);
  EXPECT_TRUE(document.blocks[1].range.contains({document.anchors[0].at, document.anchors[0].at}));
  EXPECT_THAT(lines_of(document), ElementsAre("paragraph: Zink helpt.1",
                                              "reference/references #1: Jansen P. Zinc in colds. Nutrients. 2019."));
}

TEST(StructureBuilder, HeadingsByWordsOpenTheirSections) {
  Document document;
  StructureBuilder build(document);
  add(build, {.kind = BlockKind::heading, .level = 1}, "Zink en de huid");
  add(build, {}, "Zink is nodig voor de huid.");
  add(build, {.kind = BlockKind::heading, .level = 2}, "Referenties");
  add(build, {.kind = BlockKind::list_item, .number = 1}, "Jansen P. Zinc in colds. Nutrients. 2019.");
  add(build, {.kind = BlockKind::list_item, .number = 2}, "Visser A. Zinc and skin. Nutrients. 2020.");
  add(build, {.kind = BlockKind::heading, .role = BlockRole::navigation, .level = 2}, "Menu");
  build.finish();
  EXPECT_THAT(lines_of(document), ElementsAre("title +1: Zink en de huid", "paragraph ^0: Zink is nodig voor de huid.",
                                              "heading/references ^0 +2: Referenties",
                                              "reference/references ^2 #1: Jansen P. Zinc in colds. Nutrients. 2019.",
                                              "reference/references ^2 #2: Visser A. Zinc and skin. Nutrients. 2020.",
                                              "paragraph/navigation ^2: Menu"));
}

}  // namespace
}  // namespace claimbase::reading

// What the column `line` counts, and how it is told to people.
#include <gtest/gtest.h>

#include "schema/position.h"

namespace claimbase {
namespace {

TEST(Position, IsTheLineParagraphOrPageOfAnArticle) {
  EXPECT_EQ(position_of("nl/zink.txt", "text", 12), "nl/zink.txt:12");
  EXPECT_EQ(position_of("zink.html", "html", 3), "zink.html:3");
  EXPECT_EQ(position_of("zink.docx", "docx", 4), "zink.docx, paragraph 4");
  EXPECT_EQ(position_of("zink.pdf", "pdf", 2), "zink.pdf, page 2");
}

}  // namespace
}  // namespace claimbase

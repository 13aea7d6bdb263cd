// What a position counts: lines of a text, paragraphs of a Word document, pages of a PDF.
#include <gmock/gmock.h>

#include <array>
#include <cstdio>

#include "indexer/file_problem.h"
#include "tests/cli/indexer_fixture.h"

namespace claimbase {
namespace {

using testing::HasSubstr;

class Positions : public IndexerTest {
 protected:
  void SetUp() override {
    const std::string name = CLAIMBASE_SOURCE_DIR "/corpus/formats/nl_ijzer-vermoeidheid.";
    EXPECT_EQ(update({name + "txt", name + "docx", name + "pdf"}).exit, IndexExit::ok);
  }

  // What the program `claimbase` prints.
  [[nodiscard]] std::string ask(const std::string& arguments) const {
    const std::string command = "'" CLAIMBASE_PROGRAM "' --database '" + database() + "' " + arguments;
    FILE* pipe = ::popen(command.c_str(), "r");
    if (pipe == nullptr) return {};
    std::string out;
    std::array<char, 4096> bytes{};
    for (std::size_t got = 0; (got = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
      out.append(bytes.data(), got);
    ::pclose(pipe);
    return out;
  }
};

TEST_F(Positions, OfHits) {
  const std::string found = ask("search placebo");
  EXPECT_THAT(found, HasSubstr("nl_ijzer-vermoeidheid.txt:7  "));
  EXPECT_THAT(found, HasSubstr("nl_ijzer-vermoeidheid.docx, paragraph 4  "));
  EXPECT_THAT(found, HasSubstr("nl_ijzer-vermoeidheid.pdf, page 1  "));
}

TEST_F(Positions, OfEvidence) {
  const std::string found = ask("evidence iron:lowers:anaemia");
  EXPECT_THAT(found, HasSubstr("nl_ijzer-vermoeidheid.docx, paragraph 5"));
  EXPECT_THAT(found, HasSubstr("nl_ijzer-vermoeidheid.pdf, page 1"));
}

TEST_F(Positions, OfBlocks) {
  EXPECT_THAT(ask("show nl_ijzer-vermoeidheid.txt"), testing::StartsWith("1: [title/content] IJzer en vermoeidheid"));
  EXPECT_THAT(ask("show nl_ijzer-vermoeidheid.docx"),
              HasSubstr("paragraph 3: [heading/content] Wat het onderzoek zegt\n"));
  EXPECT_THAT(ask("show nl_ijzer-vermoeidheid.pdf"), HasSubstr("page 2: [reference/references] Low MS, Speedy J"));
}

TEST_F(Positions, OfAnAnalysisAndOfProblems) {
  const std::string name = CLAIMBASE_SOURCE_DIR "/corpus/formats/nl_ijzer-vermoeidheid.";
  EXPECT_THAT(run_index({"analyze", name + "pdf"}).out, HasSubstr("\"unit\": \"page\""));
  EXPECT_THAT(run_index({"analyze", name + "md"}).out, HasSubstr("\"unit\": \"line\""));
  EXPECT_EQ(to_line({"a.docx", 3, Severity::warning, "x.y", "odd", "docx"}), "a.docx, paragraph 3: warning: odd [x.y]");
}

// A work that is in no list is named by where the link to it stands.
TEST_F(Positions, OfWorksThatAreOnlyLinked) {
  folder.write(
      "corpus/zink.md",
      "# Zink en de huid\n\nZink steunt de huid, zei [een onderzoek](https://pubmed.ncbi.nlm.nih.gov/12345678/).\n");
  const std::filesystem::path notices =
      folder.write("notices.csv",
                   "Record ID,Title,RetractionDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason\n"
                   "1,Zinc and skin,1/15/2020 0:00,,12345678,Retraction,+Error;\n");
  EXPECT_EQ(update({corpus(), "--retractions", notices.string()}).exit, IndexExit::ok);
  EXPECT_THAT(ask("references --article zink.md"),
              HasSubstr("    cited by corpus/zink.md, the link at line 3, 1 place\n"));
  EXPECT_THAT(ask("check"), HasSubstr("the link at line 3 was retracted on 2020-01-15: "));
}

}  // namespace
}  // namespace claimbase

// The Retraction Watch database.
#include "analysis/library/retractions.h"

#include <gmock/gmock.h>

namespace claimbase {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* kHeader =
    "Record "
    "ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,RetractionDate,RetractionDOI,"
    "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,"
    "Notes"
    "\r\n";

TEST(Retractions, KeepsTheNaturesApart) {
  const RetractionFile file = read_retractions(
      std::string(kHeader) +
      "11,\"Magnesium, the \"\"quiet\"\" night\",(HSC) Medicine;,,Journal of Minerals,Press,NL,Anna B Vermeer;Karl "
      "Bos,,"
      "Research Article;,1/15/2020 0:00,10.1000/JM.99,31999999,11/5/2019 0:00,10.1000/jm.12,31415926,Retraction,"
      "+Unreliable Data;+Error in Analyses;,No,\r\n"
      "12,Zinc,,,,,,,,,2021-02-03,unavailable,0,,Unavailable,0,Expression of concern,,,\r\n"
      "13,Iron,,,,,,,,,2/1/2021,,,,10.1000/jm.14,,Correction,,,\r\n14,Iron,,,,,,,,,3/1/2021,,,,10.1000/jm.14,,"
      "Reinstatement,,,\r\n");
  EXPECT_TRUE(file.known);
  EXPECT_THAT(file.diagnostics, IsEmpty());
  ASSERT_THAT(file.notices, SizeIs(4));
  const RetractionNotice& first = file.notices[0];
  EXPECT_EQ(first.record_id, "11");
  EXPECT_EQ(first.line, 2U);
  EXPECT_EQ(first.nature, NoticeNature::retraction);
  EXPECT_EQ(first.date + "|" + first.doi + "|" + first.pmid, "2020-01-15|10.1000/jm.99|31999999");
  EXPECT_THAT(first.reasons, ElementsAre("Unreliable Data", "Error in Analyses"));
  EXPECT_EQ(first.original.title, "Magnesium, the \"quiet\" night");
  EXPECT_THAT(first.original.authors, ElementsAre(Author{"Vermeer", "Anna B", ""}, Author{"Bos", "Karl", ""}));
  EXPECT_EQ(first.original.year, 2019);
  EXPECT_EQ(first.original.doi + "|" + first.original.pmid, "10.1000/jm.12|31415926");
  EXPECT_EQ(file.notices[1].nature, NoticeNature::expression_of_concern);
  EXPECT_EQ(file.notices[1].date + "|" + file.notices[1].original.doi + "|" + file.notices[1].original.pmid,
            "2021-02-03||");
  EXPECT_EQ(file.notices[2].nature, NoticeNature::correction);
  EXPECT_EQ(file.notices[3].nature, NoticeNature::reinstatement);
}

TEST(Retractions, ABrokenRowCostsItself) {
  const RetractionFile file = read_retractions(
      "RetractionNature,Title,OriginalPaperDOI\nRumour,A,10.1000/a\nRetraction,,\nRetraction,B,10.1000/b\n");
  ASSERT_THAT(file.notices, SizeIs(1));
  EXPECT_EQ(file.notices[0].original.doi, "10.1000/b");
  EXPECT_THAT(
      file.diagnostics,
      ElementsAre(
          LibraryDiagnostic{Severity::warning, "retraction.unknown-nature", 2, "a notice of no known nature: left out"},
          LibraryDiagnostic{Severity::warning, "retraction.no-paper", 3, "a notice that names no paper: left out"}));
}

TEST(Retractions, AnotherFileIsRefused) {
  const RetractionFile file = read_retractions("name,value\na,1\n");
  EXPECT_FALSE(file.known);
  EXPECT_THAT(file.notices, IsEmpty());
  ASSERT_THAT(file.diagnostics, SizeIs(1));
  EXPECT_EQ(file.diagnostics[0].rule, "retraction.unknown-format");
}

}  // namespace
}  // namespace claimbase

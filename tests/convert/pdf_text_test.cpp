// pdftotext of poppler-utils, as it is installed.
#include <gmock/gmock.h>

#include <cstdlib>
#include <optional>
#include <string>

#include "analysis/convert/pdf_text.h"

namespace claimbase {
namespace {

// A page that says "Zink".
std::string small_pdf() {
  std::string made = "%PDF-1.4\n";
  std::string offsets;
  const auto object = [&](const std::string& body) {
    std::string offset = std::to_string(made.size());
    offsets += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    made += body;
  };
  const std::string words = "BT /F1 12 Tf 60 700 Td (Zink) Tj ET";
  object("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n");
  object("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
  object(
      "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> "
      "endobj\n");
  object("4 0 obj <</Length " + std::to_string(words.size()) + ">> stream\n" + words + "\nendstream endobj\n");
  object("5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n");
  const std::string start = std::to_string(made.size());
  return made + "xref\n0 6\n0000000000 65535 f \n" + offsets + "trailer <</Size 6/Root 1 0 R>>\nstartxref\n" + start +
         "\n%%EOF\n";
}

class WithoutPath {
 public:
  WithoutPath() {
    const char* path = std::getenv("PATH");
    if (path != nullptr) before_ = path;
    setenv("PATH", "/nonexistent", 1);
  }
  ~WithoutPath() { before_ ? setenv("PATH", before_->c_str(), 1) : unsetenv("PATH"); }
  WithoutPath(const WithoutPath&) = delete;
  WithoutPath& operator=(const WithoutPath&) = delete;

 private:
  std::optional<std::string> before_;
};

TEST(ConvertPdf, GivesTheWordsWithTheirPlaces) {
  const PdfConversion converted = convert_pdf(small_pdf(), {});
  EXPECT_EQ(converted.rule, "");
  EXPECT_THAT(converted.xhtml, testing::HasSubstr("\">Zink</word>"));
  const Document document = read_document(small_pdf(), {.language = "nl", .convert_pdf = convert_pdf});
  EXPECT_EQ(document.text, "Zink");
}

TEST(ConvertPdf, WithoutPopplerThePackageIsNamed) {
  const WithoutPath without;
  const PdfConversion converted = convert_pdf(small_pdf(), {});
  EXPECT_EQ(converted.rule, "document.no-pdftotext");
  EXPECT_THAT(converted.message, testing::HasSubstr("poppler-utils"));
}

TEST(ConvertPdf, BrokenAndOverTheBound) {
  EXPECT_EQ(convert_pdf("%PDF-1.4\nand no more", {}).rule, "document.malformed");
  EXPECT_EQ(convert_pdf(small_pdf(), {.inflated = 100}).rule, "document.too-large");
}

}  // namespace
}  // namespace claimbase

#include "analysis/document/encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "analysis/document/reader.h"

namespace claimbase {
namespace {

using namespace std::string_literals;

TEST(Encoding, Utf8StaysAsItIs) {
  const std::string bytes = "Hypomagnesi\xC3\xABmie komt voor.\n";
  const Document document = read_document(bytes);
  EXPECT_EQ(document.encoding, "UTF-8");
  EXPECT_EQ(document.text, bytes);
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(Encoding, Utf8MarkIsKeptAndSkipped) {
  const std::string bytes = "\xEF\xBB\xBFZink helpt.";
  const Document document = read_document(bytes);
  EXPECT_EQ(document.text, bytes);
  ASSERT_EQ(document.blocks.size(), 1U);
  EXPECT_EQ(document.blocks[0].range, (ByteRange{3, 14}));
}

TEST(Encoding, Utf16LittleEndian) {
  const Document document = read_document("\xFF\xFE\x5A\0\xEB\0.\0"s);
  EXPECT_EQ(document.encoding, "UTF-16LE");
  EXPECT_EQ(document.text, "Z\xC3\xAB.");
}

TEST(Encoding, Utf16BigEndianWithPair) {
  const Document document = read_document("\xFE\xFF\0A\xD8\x3D\xDE\0\0."s);
  EXPECT_EQ(document.encoding, "UTF-16BE");
  EXPECT_EQ(document.text, "A\xF0\x9F\x98\x80.");
}

TEST(Encoding, Utf16LoneHalfIsReplacedAndReported) {
  const Document document = read_document("\xFE\xFF\0A\xD8\x3D\0B"s);
  EXPECT_EQ(document.text,
            "A\xEF\xBF\xBD"
            "B");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "encoding.invalid");
  EXPECT_EQ(document.diagnostics[0].range, (ByteRange{1, 4}));
}

TEST(Encoding, Utf16WithoutAMark) {
  const Document little = read_document("Z\0\xEB\0 \0h\0e\0l\0p\0t\0.\0"s);
  EXPECT_EQ(little.encoding, "UTF-16LE");
  EXPECT_EQ(little.text, "Z\xC3\xAB helpt.");
  const Document big = read_document("\0Z\0i\0n\0k\x20\x13\0h\0e\0l\0p\0t\0."s);
  EXPECT_EQ(big.encoding, "UTF-16BE");
  EXPECT_EQ(big.text, "Zink\xE2\x80\x93helpt.");
  const Document neither = read_document("Z\0i\0\0n\0k."s);
  EXPECT_TRUE(neither.blocks.empty());
  ASSERT_EQ(neither.diagnostics.size(), 1U);
  EXPECT_EQ(neither.diagnostics[0].rule, "document.binary");
}

TEST(Encoding, Windows1252) {
  const Document document = read_document("Co\xEBnzym Q10 \x96 volgens \x93onderzoek\x94.");
  EXPECT_EQ(document.encoding, "windows-1252");
  EXPECT_EQ(document.text, "Coënzym Q10 – volgens “onderzoek”.");
  EXPECT_TRUE(document.diagnostics.empty());
}

TEST(Encoding, UndefinedByteOfWindows1252IsReported) {
  const Document document = read_document("Co\xEBnzym \x81.");
  EXPECT_EQ(document.text, "Coënzym \xEF\xBF\xBD.");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].range, (ByteRange{9, 12}));
}

TEST(Encoding, Utf8WithABrokenByteStaysUtf8) {
  const Document document = read_document("Vitaminé, coënzym, patiënten, calcium é \xC3 einde.");
  EXPECT_EQ(document.encoding, "UTF-8");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].range.of(document.text), "\xEF\xBF\xBD");
}

TEST(Encoding, ManyBrokenPlacesAreSummedUp) {
  std::string bytes = "\xEF\xBB\xBF";
  for (int i = 0; i < 50; ++i) bytes += "a\xFFz ";
  const auto decoded = reading::decode(bytes);
  ASSERT_EQ(decoded.diagnostics.size(), 21U);
  EXPECT_EQ(decoded.diagnostics.back().message, "30 more places that are not UTF-8");
}

TEST(Encoding, NulIsBinary) {
  const Document document = read_document("Zink\0helpt"s);
  EXPECT_TRUE(document.blocks.empty());
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "document.binary");
  EXPECT_EQ(document.diagnostics[0].severity, Severity::error);
}

TEST(Encoding, ControlCharactersAreBinary) {
  const Document document = read_document("ab\x01\x02\x03 cd\x04 ef");
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "document.binary");
}

class NoText : public testing::TestWithParam<const char*> {};

TEST_P(NoText, IsDiagnosed) {
  const Document document = read_document(GetParam());
  EXPECT_TRUE(document.blocks.empty());
  ASSERT_EQ(document.diagnostics.size(), 1U);
  EXPECT_EQ(document.diagnostics[0].rule, "document.empty");
  EXPECT_EQ(document.diagnostics[0].severity, Severity::warning);
  EXPECT_EQ(document.language, "und");
}

INSTANTIATE_TEST_SUITE_P(Texts, NoText,
                         testing::Values("", "\xEF\xBB\xBF", " \t\r\n \n", "\xC2\xA0\n\xE2\x80\x8B\n", "---\n"));

}  // namespace
}  // namespace claimbase

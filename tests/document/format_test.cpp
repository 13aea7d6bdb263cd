#include "analysis/document/format.h"

#include <gtest/gtest.h>

#include <string>

namespace claimbase {
namespace {

using namespace std::string_literals;

struct FormatCase {
  const char* name;
  std::string bytes;
  const char* path;
  Format format;
};

class DetectFormat : public testing::TestWithParam<FormatCase> {};

TEST_P(DetectFormat, ByContentThenExtension) {
  EXPECT_EQ(detect_format(GetParam().bytes, GetParam().path), GetParam().format);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, DetectFormat,
    testing::Values(
        FormatCase{"plain", "Zink helpt.", "a.txt", Format::text},
        FormatCase{"no_name", "Zink helpt.", "", Format::text}, FormatCase{"nothing", "", "", Format::text},
        FormatCase{"less_than", "< 5 mg zink is weinig", "a.txt", Format::text},
        FormatCase{"unknown_element", "<zink>", "a.txt", Format::text},
        FormatCase{"element_cut_off", "<", "", Format::text},
        FormatCase{"markdown", "# Zink", "deep/a.MD", Format::markdown},
        FormatCase{"markdown_with_html", "<div>Zink</div>", "a.mdx", Format::markdown},
        FormatCase{"dot_in_folder", "Zink", "site.html/a", Format::text},
        FormatCase{"html_doctype", "\xEF\xBB\xBF\n<!-- saved -->\n<!DOCTYPE html><p>Zink", "a.txt", Format::html},
        FormatCase{"html_article", "<article><h1>Zink</h1></article>", "", Format::html},
        FormatCase{"xhtml", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">", "a.xml",
                   Format::html},
        FormatCase{"html_utf16", "\xFF\xFE<\0h\0t\0m\0l\0>\0"s, "", Format::html},
        FormatCase{"html_utf16_without_mark", "\0<\0h\0t\0m\0l\0>"s, "", Format::html},
        FormatCase{"html_by_name", "Zink", "a.htm", Format::html},
        FormatCase{"jats_doctype", "<?xml version=\"1.0\"?><!DOCTYPE article PUBLIC \"-//NLM//DTD JATS\"><article>",
                   "a.xml", Format::jats},
        FormatCase{"jats_type", "<article article-type=\"research-article\"><front/>", "", Format::jats},
        FormatCase{"jats_front", "<article>\n <front></front></article>", "a.txt", Format::jats},
        FormatCase{"jats_by_name", "", "a.nxml", Format::jats}, FormatCase{"pdf", "%PDF-1.7", "a.txt", Format::pdf},
        FormatCase{"zip", "PK\x03\x04", "", Format::docx}),
    [](const auto& each) { return std::string(each.param.name); });

TEST(Format, NamesGoBothWays) {
  for (const Format format : kFormats) EXPECT_EQ(format_from_string(to_string(format)), format);
  EXPECT_EQ(format_from_string("word"), std::nullopt);
}

}  // namespace
}  // namespace claimbase

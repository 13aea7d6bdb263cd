// Escapes of the output formats, and text for a terminal.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "query/bibtex.h"
#include "query/csv.h"
#include "query/paint.h"
#include "query/record_writer.h"
#include "query/ris.h"
#include "query/sentence_search.h"

namespace claimbase {
namespace {

struct EscapeCase {
  const char* name;
  std::string text;
  std::string escaped;
};
void PrintTo(const EscapeCase& tested, std::ostream* out) {
  *out << tested.text;
}
std::string case_name(const testing::TestParamInfo<EscapeCase>& tested) {
  return tested.param.name;
}

class CsvField : public testing::TestWithParam<EscapeCase> {};
TEST_P(CsvField, IsQuotedWhereNeeded) {
  EXPECT_EQ(csv_field(GetParam().text), GetParam().escaped);
}
INSTANTIATE_TEST_SUITE_P(Text, CsvField,
                         testing::Values(EscapeCase{"Plain", "300 mg", "300 mg"},
                                         EscapeCase{"Comma", "1,78", "\"1,78\""},
                                         EscapeCase{"Quote", "a \"b\"", "\"a \"\"b\"\"\""},
                                         EscapeCase{"LineEnd", "a\nb", "\"a\nb\""}, EscapeCase{"Empty", "", ""}),
                         case_name);

class BibtexText : public testing::TestWithParam<EscapeCase> {};
TEST_P(BibtexText, HasNoCommands) {
  EXPECT_EQ(bibtex_escaped(GetParam().text), GetParam().escaped);
}
INSTANTIATE_TEST_SUITE_P(Text, BibtexText,
                         testing::Values(EscapeCase{"Specials", "50% & $5 #1 a_b", "50\\% \\& \\$5 \\#1 a\\_b"},
                                         EscapeCase{"Braces", "{x}", "\\textbraceleft{}x\\textbraceright{}"},
                                         EscapeCase{"Backslash", "\\input", "\\textbackslash{}input"},
                                         EscapeCase{"TildeAndCaret", "~^", "\\textasciitilde{}\\textasciicircum{}"},
                                         EscapeCase{"LineEnd", "a\nb", "a b"}, EscapeCase{"Accents", "Öz", "Öz"}),
                         case_name);

class OneLine : public testing::TestWithParam<EscapeCase> {};
TEST_P(OneLine, IsSafeToPrint) {
  EXPECT_EQ(one_line(GetParam().text), GetParam().escaped);
}
INSTANTIATE_TEST_SUITE_P(Text, OneLine,
                         testing::Values(EscapeCase{"Spaces", " a \n\t b ", "a b"},
                                         EscapeCase{"Escape", "a\x1b[31mb", "a[31mb"}, EscapeCase{"Empty", "", ""}),
                         case_name);

TEST(Shortened, CutsAtAWord) {
  EXPECT_EQ(shortened("een tamelijk lange titel", 14), "een tamelijk…");
  EXPECT_EQ(shortened("kort", 14), "kort");
  EXPECT_EQ(shortened("ééééé", 3), "ééé…");
}

TEST(Paint, MarksHits) {
  EXPECT_EQ(Paint(false).hits("de \x02"
                              "bloeddruk\x03 daalt"),
            "de «bloeddruk» daalt");
  EXPECT_EQ(Paint(true).hits("de \x02"
                             "bloeddruk\x03."),
            "de \x1b[1;31mbloeddruk\x1b[0m.");
  EXPECT_EQ(Paint(false).hits("open \x02"
                              "einde"),
            "open «einde»");
  EXPECT_EQ(Paint(false).strong("a\x1b"
                                "b"),
            "ab");
}

TEST(Bibtex, KeysAreUnique) {
  ReferenceRecord work;
  work.authors = {{"De Vries", "J.", ""}};
  work.year = 2020;
  work.title = "A";
  BibtexWriter writer;
  EXPECT_EQ(writer.entry(work),
            "@misc{devries2020,\n  author = {De Vries, J.},\n  title = {{A}},\n  year = {2020}\n}\n");
  EXPECT_EQ(writer.entry(work).substr(0, 20), "@misc{devries2020-2,");
}

TEST(Bibtex, KeepsAddressesAndMoreAuthors) {
  ReferenceRecord work;
  work.type = "article-journal";
  work.authors = {{"Bos", "", ""}, {"", "", "Board & Co"}};
  work.et_al = true;
  work.page = "8199-8226";
  work.url = "https://example.org/a_{b}";
  EXPECT_EQ(BibtexWriter().entry(work),
            "@article{bos,\n  author = {Bos and {Board \\& Co} and others},\n  pages = {8199--8226},\n"
            "  url = {https://example.org/a_%7Bb%7D}\n}\n");
}

TEST(Ris, IsOneLineAField) {
  ReferenceRecord work;
  work.id = "ref:1";
  work.type = "webpage";
  work.authors = {{"Bos", "C. D.", ""}, {"", "", "Board"}};
  work.title = "Line\nER  - fake";
  work.page = "e12";
  work.accessed = "2024-03-05";
  EXPECT_EQ(
      ris_entry(work),
      "TY  - ELEC\r\nAU  - Bos, C. D.\r\nAU  - Board\r\nTI  - Line ER  - fake\r\nSP  - e12\r\nY2  - 2024/03/05\r\n"
      "ID  - ref:1\r\nER  - \r\n\r\n");
}

std::string written(OutputFormat format, const std::vector<Json>& records) {
  std::ostringstream out;
  RecordWriter writer(out, format, {"a", "b"});
  for (const Json& record : records) writer.write(record);
  writer.finish();
  return out.str();
}

TEST(RecordWriter, WritesEachForm) {
  const std::vector<Json> records{Json{{"a", "x,y"}, {"b", {1, 2}}}, Json{{"a", nullptr}, {"b", Json{{"c", true}}}}};
  EXPECT_EQ(written(OutputFormat::csv, records), "a,b\n\"x,y\",1; 2\n,\"{\"\"c\"\":true}\"\n");
  EXPECT_EQ(written(OutputFormat::jsonl, records), "{\"a\":\"x,y\",\"b\":[1,2]}\n{\"a\":null,\"b\":{\"c\":true}}\n");
  EXPECT_EQ(written(OutputFormat::json, records),
            "[\n{\"a\":\"x,y\",\"b\":[1,2]},\n{\"a\":null,\"b\":{\"c\":true}}\n]\n");
}
TEST(RecordWriter, WritesNothingWell) {
  EXPECT_EQ(written(OutputFormat::json, {}), "[]\n");
  EXPECT_EQ(written(OutputFormat::csv, {}), "a,b\n");
}
TEST(RecordWriter, ReplacesBytesThatAreNotUtf8) {
  EXPECT_EQ(to_text(Json("a\xff")), "\"a\xEF\xBF\xBD\"");
}

SentenceHit hit(std::int64_t key, const char* index) {
  return {key, 0, false, index, "", 0};
}
std::vector<std::int64_t> keys(const std::vector<SentenceHit>& hits) {
  std::vector<std::int64_t> all;
  for (const SentenceHit& each : hits) all.push_back(each.key);
  return all;
}

TEST(MixHits, KeepsPlacesForOtherLanguages) {
  std::vector<SentenceHit> own;
  for (int i = 0; i < 20; ++i) own.push_back(hit(i, "nl"));
  const std::vector<SentenceHit> others{hit(100, "nl"), hit(101, "nl"), hit(102, "nl"), hit(103, "en")};
  EXPECT_EQ(keys(mix_hits(own, others, 10)), (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5, 6, 100, 103, 101}));
  EXPECT_EQ(keys(mix_hits({}, others, 2)), (std::vector<std::int64_t>{100, 103}));
  EXPECT_EQ(keys(mix_hits(own, {}, 3)), (std::vector<std::int64_t>{0, 1, 2}));
}

}  // namespace
}  // namespace claimbase

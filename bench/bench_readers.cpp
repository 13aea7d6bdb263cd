// Reading each text format into a Document (decoding, parsing, blocks with kinds and roles, reference entries, marks),
// in bytes of the file a second: with the article's language given, and with its detection. Plain text is the Dutch
// sample articles one after the other; the articles in Markdown and JATS are made up, with blocks of the size that
// those on the web have: some 200 bytes of Markdown each, 650 of JATS.
#include <benchmark/benchmark.h>
#include <md4c.h>

#include <pugixml.hpp>
#include <string>

#include "analysis/document/reader.h"
#include "bench/sample_articles.h"

namespace {

constexpr std::size_t kSize = 512 * 1024;

constexpr std::string_view kMarkdown =
    "## What zinc does in the skin\n\n"
    "Zinc is a **mineral** that the body cannot make and hardly keeps, so that it has to come from food every day. It "
    "is "
    "found in [nuts and seeds](/foods/nuts), in meat, in whole grain and above all in oysters, and the body takes up "
    "more "
    "of it where it needs more. Some three hundred enzymes work with it, among them those that divide cells, and that "
    "is "
    "why a lack of it shows first where cells divide often: in the skin, in the hair and in the lining of the gut.\n\n"
    "A review of eleven trials found that acne became less in most of the people who took it for twelve weeks.[^1] The "
    "doses were high, between thirty and ninety milligrams of zinc a day, and one in five had an upset stomach from "
    "them. "
    "Whether a smaller dose does the same has *not* been studied, nor what happens when people stop.\n\n"
    "What it may do:\n\n"
    "- **Skin:** zinc helps wounds to close, as several trials in people with a proven lack of it have shown.\n"
    "- **Hair:** a lack of zinc may make it fall out, and it grows back within half a year when the lack is made "
    "good.\n"
    "- **Defence:** lozenges may make a cold a day or two shorter when they are taken within a day of the first sneeze."
    "\n\n";

constexpr std::string_view kMarkdownTable =
    "| Food | Portion | Zinc |\n|---|---|---|\n| Oysters, raw | six of them, without shell | 16 mg |\n"
    "| Pumpkin seeds, roasted | a handful of thirty grams | 2.2 mg |\n| Beef, lean, stewed | a hundred grams | 7 mg "
    "|\n\n";

constexpr std::string_view kJats =
    "<sec id=\"s3\"><title>Results</title>\n<p>Zinc was given to <italic>n</italic>&#160;=&#160;40 people with acne, "
    "and "
    "the skin of most of them became better within twelve weeks <xref ref-type=\"bibr\" rid=\"r1\">1</xref>. Those who "
    "took the placebo had the same number of spots as before, although a quarter of them believed to have had the "
    "zinc. A "
    "lack of zinc, as others have found <sup><xref ref-type=\"bibr\" rid=\"r1\">1</xref></sup>, delays the healing of "
    "wounds, and the serum level of zinc at the start foretold how much the skin would gain (<xref ref-type=\"fig\" "
    "rid=\"f1\">Figure 1</xref>; <italic>P</italic>&#160;&lt;&#160;0.01).</p>\n<p>Eight people left the trial early, "
    "five "
    "of them with an upset stomach, which went away within days after the last tablet. Nobody had a low level of "
    "copper at "
    "the end, but the trial may have been too short to see that happen, and the tablets held a little copper as "
    "well.</p>\n"
    "<table-wrap id=\"t1\"><label>Table 1</label><caption><p>Doses and levels of zinc.</p></caption><table><thead><tr>"
    "<th align=\"left\">Salt</th><th>Dose</th></tr></thead><tbody><tr><td align=\"left\">Zinc gluconate</td><td>30 "
    "mg</td>"
    "</tr></tbody></table></table-wrap></sec>\n";

constexpr std::string_view kJatsEntry =
    "<ref id=\"r1\"><label>1</label><element-citation publication-type=\"journal\"><person-group "
    "person-group-type=\"author\"><name><surname>Baker</surname><given-names>TL</given-names></"
    "name><name><surname>Smith"
    "</surname><given-names>A</given-names></name></person-group><article-title>Zinc and the healing of skin: a trial "
    "in "
    "forty people</article-title><source>Ann Salts</source><year>2019</year><volume>3</volume><fpage>4</fpage><lpage>9"
    "</lpage><pub-id pub-id-type=\"doi\">10.1234/zn.2019.4</pub-id></element-citation></ref>\n";

std::string markdown_article() {
  std::string text = "---\ntitle: Zinc\n---\n\n# Zinc\n\n";
  while (text.size() < kSize) text.append(kMarkdown).append(kMarkdown).append(kMarkdownTable);
  return text + "[^1]: Baker TL. Zinc and the healing of skin. Ann Salts. 2019;3:4-9.\n";
}

// One entry for each paragraph or two, as in the articles of journals.
std::string jats_article() {
  std::string body = "<article article-type=\"research-article\"><body>";
  std::string entries;
  while (body.size() + entries.size() < kSize) {
    body += kJats;
    entries += kJatsEntry;
  }
  return body + "</body><back><ref-list><title>References</title>" + entries + "</ref-list></back></article>";
}

void read(benchmark::State& state, claimbase::Format format, std::string_view language, const std::string& text) {
  const claimbase::ReadOptions options{.language = std::string(language), .format = format};
  for (auto _ : state) benchmark::DoNotOptimize(claimbase::read_document(text, options));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

void plain_text(benchmark::State& state) {
  read(state, claimbase::Format::text, "nl", claimbase::bench::sample_text(kSize, "nl_"));
}
void plain_text_detecting(benchmark::State& state) {
  read(state, claimbase::Format::text, "", claimbase::bench::sample_text(kSize, "nl_"));
}
void markdown(benchmark::State& state) {
  read(state, claimbase::Format::markdown, "en", markdown_article());
}
void markdown_detecting(benchmark::State& state) {
  read(state, claimbase::Format::markdown, "", markdown_article());
}
void jats(benchmark::State& state) {
  read(state, claimbase::Format::jats, "en", jats_article());
}
void jats_detecting(benchmark::State& state) {
  read(state, claimbase::Format::jats, "", jats_article());
}

// The parsers by themselves, without anything made of what they say.
void markdown_parser(benchmark::State& state) {
  const std::string text = markdown_article();
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOHTMLBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  for (auto _ : state)
    benchmark::DoNotOptimize(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
void jats_parser(benchmark::State& state) {
  const std::string text = jats_article();
  for (auto _ : state) {
    pugi::xml_document tree;
    benchmark::DoNotOptimize(tree.load_buffer(text.data(), text.size(), pugi::parse_cdata | pugi::parse_ws_pcdata));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

BENCHMARK(plain_text)->Unit(benchmark::kMillisecond);
BENCHMARK(plain_text_detecting)->Unit(benchmark::kMillisecond);
BENCHMARK(markdown)->Unit(benchmark::kMillisecond);
BENCHMARK(markdown_detecting)->Unit(benchmark::kMillisecond);
BENCHMARK(markdown_parser)->Unit(benchmark::kMillisecond);
BENCHMARK(jats)->Unit(benchmark::kMillisecond);
BENCHMARK(jats_detecting)->Unit(benchmark::kMillisecond);
BENCHMARK(jats_parser)->Unit(benchmark::kMillisecond);

}  // namespace

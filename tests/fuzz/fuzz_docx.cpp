// The DOCX reader: any bytes give a document whose parts lie in its text. An input that is no archive is made one, so
// that the XML inside is reached: its parts, separated by lines of "====", are the document, its styles, its numbering,
// its footnotes and its properties.
#include <array>

#include "analysis/document/reader.h"
#include "analysis/language/unicode.h"
#include "tests/document/docx_file.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

namespace {

constexpr std::string_view kRelations =
    "<R><a Id='1' Type='/styles' Target='styles.xml'/><a Id='2' Type='/numbering' Target='numbering.xml'/><a Id='3' "
    "Type='/footnotes' Target='footnotes.xml'/><a Id='4' Type='/hyperlink' Target='https://example.org/'/></R>";

std::string archive_of(std::string_view parts) {
  constexpr std::array kNames{"word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml",
                              "docProps/core.xml"};
  constexpr std::string_view kBetween = "\n====\n";
  std::vector<claimbase::ZipPart> made{{"word/_rels/document.xml.rels", std::string(kRelations)}};
  for (const char* name : kNames) {
    const std::size_t end = parts.find(kBetween);
    made.push_back({name, std::string(parts.substr(0, end))});
    if (end == std::string_view::npos) break;
    parts.remove_prefix(end + kBetween.size());
  }
  return claimbase::zip_of(made);
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = claimbase::fuzz::as_text(data, size);
  const bool archive = bytes.starts_with("PK") || bytes.starts_with("\xD0\xCF");
  const std::string made = archive ? std::string() : archive_of(bytes);
  const claimbase::Document document = claimbase::read_document(archive ? bytes : std::string_view(made),
                                                                {.language = "nl", .format = claimbase::Format::docx});
  require(claimbase::is_valid_utf8(document.text), "the text is UTF-8");
  std::uint32_t end = 0;
  for (const claimbase::Block& block : document.blocks) {
    require(lies_in(block.range, document.text) && end <= block.range.begin, "blocks are in order and do not overlap");
    end = block.range.end;
    const claimbase::ByteRange source = document.source_of(block.range);
    require(source.begin <= source.end, "the source of a block does not end before it begins");
    require(document.line_of(block.range.begin) <= document.line_starts.size(), "a block is in a paragraph");
    for (const claimbase::ByteRange cell : block.cells)
      require(lies_in(cell, document.text), "a cell lies in the text");
  }
  for (const auto& mark : document.marks) require(lies_in(mark.range, document.text), "a mark lies in the text");
  for (const auto& anchor : document.anchors)
    require(anchor.at <= document.text.size() + 1, "an anchor lies in the text or just behind it");
  return 0;
}

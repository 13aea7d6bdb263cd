// The reader of a PDF's layout: any bytes in the place of pdftotext's XHTML give a document whose parts lie in its
// text.
#include "analysis/document/reader.h"
#include "analysis/language/unicode.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto convert = [&](std::string_view, const claimbase::ReadBounds&) {
    return claimbase::PdfConversion{std::string(claimbase::fuzz::as_text(data, size)), {}, {}};
  };
  const claimbase::Document document = claimbase::read_document(
      "%PDF-1.7", {.language = "nl", .format = claimbase::Format::pdf, .convert_pdf = convert});
  require(claimbase::is_valid_utf8(document.text), "the text is UTF-8");
  std::uint32_t end = 0;
  for (const claimbase::Block& block : document.blocks) {
    require(lies_in(block.range, document.text) && end <= block.range.begin, "blocks are in order and do not overlap");
    end = block.range.end;
    const claimbase::ByteRange source = document.source_of(block.range);
    require(source.begin <= source.end, "the source of a block does not end before it begins");
    require(document.line_of(block.range.begin) <= document.line_starts.size(), "a block is on a page");
    for (const claimbase::ByteRange cell : block.cells)
      require(lies_in(cell, document.text), "a cell lies in the text");
  }
  for (const auto& mark : document.marks) require(lies_in(mark.range, document.text), "a mark lies in the text");
  return 0;
}

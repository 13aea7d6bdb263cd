// read_document of a page: any bytes give a document whose parts lie in its text, and its text in the source.
#include "analysis/document/reader.h"
#include "analysis/language/unicode.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = claimbase::fuzz::as_text(data, size);
  const claimbase::Document document =
      claimbase::read_document(bytes, {.language = {}, .format = claimbase::Format::html});
  require(claimbase::is_valid_utf8(document.text), "the text is UTF-8");
  const std::size_t longest = 3 * size + 3;  // of the source as UTF-8
  std::uint32_t end = 0;
  for (const claimbase::Block& block : document.blocks) {
    require(lies_in(block.range, document.text), "a block lies in the text");
    require(end <= block.range.begin, "blocks are in order and do not overlap");
    end = block.range.end;
    const claimbase::ByteRange source = document.source_of(block.range);
    require(source.begin <= source.end && source.end <= longest, "a block lies in the source");
    for (const claimbase::ByteRange cell : block.cells)
      require(lies_in(cell, document.text), "a cell lies in the text");
  }
  for (const claimbase::InlineMark& mark : document.marks)
    require(lies_in(mark.range, document.text), "so does a mark");
  for (const claimbase::Anchor& anchor : document.anchors)
    require(anchor.at <= document.text.size() + 1, "an anchor lies in the text or just behind it");
  return 0;
}

// The Markdown reader: any bytes give a document whose parts lie in its text and lead back into the source.
#include "analysis/document/reader.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const claimbase::Document document = claimbase::read_document(
      claimbase::fuzz::as_text(data, size), {.language = "nl", .format = claimbase::Format::markdown});
  std::uint32_t end = 0;
  for (const auto& block : document.blocks) {
    require(lies_in(block.range, document.text) && end <= block.range.begin, "blocks are in order and do not overlap");
    const claimbase::ByteRange source = document.source_of(block.range);
    require(source.begin <= source.end, "the source of a block does not end before it begins");
    for (const claimbase::ByteRange cell : block.cells)
      require(lies_in(cell, document.text), "a cell lies in the text");
    end = block.range.end;
  }
  for (const auto& mark : document.marks) require(lies_in(mark.range, document.text), "a mark lies in the text");
  for (const auto& anchor : document.anchors) require(anchor.at <= document.text.size(), "an anchor lies in the text");
  return 0;
}

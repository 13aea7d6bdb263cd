// read_document: any bytes give a document whose parts lie in its text.
#include "analysis/document/reader.h"
#include "analysis/language/unicode.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

namespace {

void check_block(const claimbase::Document& document, std::size_t index) {
  const claimbase::Block& block = document.blocks[index];
  require(lies_in(block.range, document.text), "a block lies in the text");
  if (index > 0) {
    require(document.blocks[index - 1].range.end <= block.range.begin, "blocks are in order and do not overlap");
  }
  require(block.heading < static_cast<int>(index), "the heading of a block stands above it");
  require(block.lead_in < static_cast<int>(index), "the lead-in of a block stands above it");
  for (const claimbase::ByteRange cell : block.cells) require(lies_in(cell, document.text), "a cell lies in the text");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const claimbase::Document document = claimbase::read_document(claimbase::fuzz::as_text(data, size));
  require(claimbase::is_valid_utf8(document.text), "the text is UTF-8");
  require(!document.line_starts.empty() && document.line_starts.front() == 0, "the first line starts at 0");
  if (document.source_map.empty()) require(document.line_of(0) == 1, "byte 0 is in line 1");
  require(document.line_of(static_cast<std::uint32_t>(document.text.size())) <= document.line_starts.size(),
          "the last byte is in the last line or before");
  for (std::size_t index = 0; index < document.blocks.size(); ++index) check_block(document, index);
  for (const auto& diagnostic : document.diagnostics) {
    require(lies_in(diagnostic.range, document.text), "a diagnostic lies in the text");
    require(!diagnostic.rule.empty(), "a diagnostic has a rule");
  }
  return 0;
}

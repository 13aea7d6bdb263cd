// read_mutes: any bytes give mutes that lie in them, in order, with lines that are there.
#include "query/audit/mutes.h"
#include "query/audit/source_lines.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source = claimbase::fuzz::as_text(data, size);
  const claimbase::SourceLines lines(source);
  std::uint32_t end = 0;
  for (const claimbase::Mute& mute : claimbase::read_mutes(source)) {
    const claimbase::CopySpan& span = mute.span;
    require(claimbase::fuzz::lies_in(span.source, source), "a mute lies in the source");
    require(span.source.begin >= end, "mutes are in order and do not overlap");
    require(span.source.of(source).starts_with("<!--"), "a mute is a comment");
    require(span.line >= 1 && span.line <= span.end_line && span.end_line <= lines.count(), "its lines are there");
    require(span.column >= 1 && span.end_column >= 1, "columns count from 1");
    for (const std::string& rule : mute.rules) require(!rule.empty(), "a rule has a name");
    end = span.source.end;
  }
  require(lines.characters_before(static_cast<std::uint32_t>(size)) <= size, "a character has a byte or more");
  return 0;
}

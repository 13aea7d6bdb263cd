// From the bytes of an extracted text back to the bytes of the source it was taken from.
#pragma once

#include <cstdint>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// Runs of text, in text order, each with the source bytes it stands for. A run that is as long as its source is
/// verbatim: its bytes are mapped one by one; another ("&eacute;", white space made one space) as a whole. An empty map
/// is the identity: plain text.
class SourceMap {
 public:
  /// The text from `text` up to the next run stands for `source`. `text` must not be smaller than that of the run
  /// before. Neighbours that can be one run become one.
  void add(ByteRange text, ByteRange source);

  [[nodiscard]] bool empty() const { return runs_.empty(); }

  /// The source bytes of a range of the text. O(log runs). Never ends before it begins.
  [[nodiscard]] ByteRange source_of(ByteRange text) const;
  [[nodiscard]] std::uint32_t source_of(std::uint32_t text) const;

  /// The text that a byte of the source became, the other way about: for the few bytes that something is said of, since
  /// it costs O(runs). What became no text (a tag) is where the next text begins.
  [[nodiscard]] std::uint32_t text_of(std::uint32_t source) const;

 private:
  struct Run {
    ByteRange text;
    ByteRange source;
  };
  [[nodiscard]] const Run& run_at(std::uint32_t text) const;

  std::vector<Run> runs_;
};

}  // namespace claimbase

// Which articles must be read again when a reader has changed.
#pragma once

#include "analysis/document/format.h"
#include "analysis/document/reader.h"

namespace claimbase {

/// Changes whenever the same bytes in `format` may give another Document. A change to one format's reader alone raises
/// the number beside it, so that only articles in that format are read again; a change to what all readers share, or to
/// how a format is told, raises kReaderVersion. Numbers only grow.
[[nodiscard]] constexpr int reader_version(Format format) {
  switch (format) {
    case Format::text:
      return kReaderVersion + 0;
    case Format::markdown:
      return kReaderVersion + 0;
    case Format::html:
      return kReaderVersion + 0;
    case Format::jats:
      return kReaderVersion + 0;
    case Format::docx:
      return kReaderVersion + 0;
    case Format::pdf:
      return kReaderVersion + 0;
  }
  return kReaderVersion;
}

}  // namespace claimbase

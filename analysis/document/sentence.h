// One sentence of a document.
#pragma once

#include <cstdint>

#include "analysis/language/byte_range.h"

namespace claimbase {

struct Sentence {
  std::uint32_t block = 0;  // index in Document::blocks
  ByteRange range;          // bytes of Document::text
};

}  // namespace claimbase

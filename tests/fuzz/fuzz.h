// What the fuzz targets share: the entry point and the check that a fuzzer and the replay program both notice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "analysis/language/byte_range.h"

/// Handles one input. Returns 0; ends the program where a promise of the code under test is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace claimbase::fuzz {

[[nodiscard]] inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Holds in every build type, unlike assert.
inline void require(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

[[nodiscard]] inline bool lies_in(ByteRange range, std::string_view text) {
  return range.begin <= range.end && range.end <= text.size();
}

}  // namespace claimbase::fuzz

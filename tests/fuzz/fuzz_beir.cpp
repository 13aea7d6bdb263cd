// read_beir: any bytes give clean records.
#include "tests/fuzz/fuzz_library.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return claimbase::fuzz::check_library(data, size, claimbase::library::read_beir);
}

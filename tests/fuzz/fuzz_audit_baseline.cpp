// read_baseline: any bytes are a baseline that is written and read again the same, or are refused.
#include "query/audit/baseline.h"
#include "query/usage_error.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::require;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const claimbase::Baseline baseline = claimbase::read_baseline(claimbase::fuzz::as_text(data, size), "b");
    for (const auto& entry : baseline) require(!entry.fingerprint.empty(), "an entry has a fingerprint");
    require(claimbase::read_baseline(claimbase::baseline_json(baseline), "again") == baseline, "it reads as written");
  } catch (const claimbase::UsageError& error) {
    require(std::string_view(error.what()).starts_with("b:"), "what is no baseline is told with its name");
  }
  return 0;
}

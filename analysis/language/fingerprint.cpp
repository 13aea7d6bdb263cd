#include <xxhash.h>

#include <memory>
#include <stdexcept>

#include "analysis/language/analyzer.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::uint64_t kAnalyzerVersion = 1;  // raise it when code changes what words, stems or parts come out

std::uint64_t hash_language_data() {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  const std::unique_ptr<XXH3_state_t, Free> state(XXH3_createState());
  if (!state || XXH3_64bits_reset_withSeed(state.get(), kAnalyzerVersion) == XXH_ERROR) throw std::bad_alloc();
  for (const std::string_view name : resource_names("language/")) {
    const std::string_view bytes = resource(name);
    // With the closing zero of the name, so that no byte can pass from a name to its content.
    XXH3_64bits_update(state.get(), name.data(), name.size() + 1);
    XXH3_64bits_update(state.get(), bytes.data(), bytes.size());
  }
  return XXH3_64bits_digest(state.get());
}

}  // namespace

std::uint64_t analyzer_fingerprint() {
  static const std::uint64_t fingerprint = hash_language_data();
  return fingerprint;
}

}  // namespace claimbase

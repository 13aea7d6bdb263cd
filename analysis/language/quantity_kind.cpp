#include <array>
#include <stdexcept>

#include "analysis/language/quantity.h"

namespace claimbase {
namespace {

// In the order of the enum.
constexpr std::array<std::string_view, 15> kNames = {"dose",     "percentage", "pressure",   "duration",  "ratio",
                                                     "count",    "other",      "equivalent", "frequency", "difference",
                                                     "interval", "p-value",    "nnt",        "age",       "population"};

}  // namespace

std::string_view to_string(QuantityKind kind) {
  return kNames.at(static_cast<std::size_t>(kind));
}

QuantityKind quantity_kind(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<QuantityKind>(i);
  }
  throw std::logic_error("no kind of quantity is called " + std::string(name));
}

}  // namespace claimbase

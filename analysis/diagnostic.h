// A finding about content: the run goes on. See docs/diagnostics in docs/store.md for the list of rules.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/language/byte_range.h"

namespace claimbase {

enum class Severity : std::uint8_t { note, warning, error };

struct Diagnostic {
  Severity severity = Severity::warning;
  std::string rule;  // stable dotted name, e.g. "citation.unresolved", "encoding.invalid"; tests and users depend on it
  ByteRange range;   // in the article's text; empty at 0 where it concerns the whole file
  std::string message;  // lower case, no full stop
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace claimbase

// The register that copy is held against: the built-in one, or the user's file.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase {

struct LoadedRegister {
  std::vector<RegisterEntry> entries;
  std::string name;  // "built in", or the file
  std::string date;  // of its latest regulation, ISO 8601; empty: not known
};

/// `file` empty: the built-in one. A file in our own format, or an export of the Commission's register as CSV or JSON
/// (by content). Rows that cannot be read are named on `err`. Throws UsageError where nothing can be read.
[[nodiscard]] LoadedRegister load_register(const std::string& file, std::ostream& err);

}  // namespace claimbase

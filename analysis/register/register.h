// The register of health claims that is built in, and files of the same format: corpus/register/health_claims.tsv
// documents it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase {

/// A row that is left out, and why.
struct RegisterProblem {
  std::uint32_t line = 0;  // from 1
  std::string rule;        // "register.row": stable
  std::string message;     // lower case, no full stop
  friend bool operator==(const RegisterProblem&, const RegisterProblem&) = default;
};

struct RegisterFile {
  std::vector<RegisterEntry> entries;  // in the order of the file
  std::vector<RegisterProblem> problems;
};

/// The entries of a file in our own format. A row that cannot be read, or has the id of one before it, costs itself.
/// Linear.
[[nodiscard]] RegisterFile read_register(std::string_view bytes);

/// The built-in register, read once. Throws std::logic_error where a row of it cannot be read.
[[nodiscard]] const std::vector<RegisterEntry>& built_in_register();

[[nodiscard]] std::optional<LegalBasis> legal_basis_named(std::string_view name);    // "14(1)(a)"
[[nodiscard]] std::optional<ClaimStatus> claim_status_named(std::string_view name);  // "on-hold"

}  // namespace claimbase

// The conditions of use of a register's entry, held against what copy states.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "analysis/compliance/judgement.h"
#include "analysis/compliance/stated_doses.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// What a file of copy states.
struct CopyStatements {
  std::span<const StatedDose> doses;
  std::vector<std::uint32_t> on_effect;  // sentences that say with which intake the effect is obtained, in order
};

/// One check for each requirement of the entry; where the register's conditions could not be read, one that is unknown.
/// A dose of a form counts as of its nutrient. Amounts are compared by their units of mass; nothing to compare:
/// unknown.
[[nodiscard]] std::vector<ConditionCheck> check_conditions(const RegisterEntry& entry, const CopyStatements& copy,
                                                           const Vocabulary& vocabulary);

}  // namespace claimbase

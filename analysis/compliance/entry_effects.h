// The effect of each entry of the register.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase {

/// By entry: the effect (corpus/register/effects.tsv) that its id ends in ("13-1/zinc/normal-hair"), else the one whose
/// official wording its English text holds; empty where it holds none. Views that live as long as the program.
[[nodiscard]] std::vector<std::string_view> effects_of(std::span<const RegisterEntry> entries);

/// The outcomes of the vocabulary that an effect is; empty where the vocabulary has none.
[[nodiscard]] std::vector<std::string_view> outcomes_of_effect(std::string_view effect);

}  // namespace claimbase

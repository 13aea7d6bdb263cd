// Two wordings word by word.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/compliance/judgement.h"

namespace claimbase {

/// What `copy` keeps, drops and adds of `official`: a shortest edit script over words, compared without case and
/// punctuation (the longest common subsequence; Hunt and McIlroy 1976). Only the first 200 words of each are compared.
[[nodiscard]] std::vector<DiffWord> word_diff(std::string_view official, std::string_view copy);

}  // namespace claimbase

// From labelled words to the fields of a reference.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_labels.h"
#include "analysis/bibliography/entry_rules.h"
#include "analysis/bibliography/reference.h"

namespace claimbase::entry {

/// Writes the fields that the labels give over those of the rules; identifiers, address and access date stay.
void apply_labels(const RuleReading& reading, const std::vector<Token>& tokens, const std::vector<LabelledWord>& words,
                  Reference& reference);

/// The people or the organisation of a stretch of text that holds nothing else. Of a web `page` an organisation is more
/// likely. `et_al` is set where it says so.
[[nodiscard]] std::vector<Author> authors_in(std::string_view text, bool page, bool& et_al);

}  // namespace claimbase::entry

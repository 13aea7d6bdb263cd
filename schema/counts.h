// How many rows a store has.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/store.h"

namespace claimbase {

/// O(store).
[[nodiscard]] StoreCounts count_rows(const Database& db);

/// The form in which a store notes them. Of another version of the schema or of the rules of identity: nothing.
[[nodiscard]] std::string to_text(const StoreCounts& counts);
[[nodiscard]] std::optional<StoreCounts> counts_from(const std::string& text);

/// Where they are noted: in `meta`, while nothing has changed.
inline constexpr std::string_view kCountsMeta = "counts";
[[nodiscard]] std::optional<StoreCounts> noted_counts(const Database& db);

}  // namespace claimbase

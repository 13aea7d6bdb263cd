// Places and what they cite as JSON.
#pragma once

#include "query/place.h"
#include "query/record_writer.h"

namespace claimbase {

[[nodiscard]] Json to_json(const MentionSummary& mention);
[[nodiscard]] Json to_json(const ReferenceSummary& reference);
[[nodiscard]] Json to_json(const AttributionSummary& attribution);
/// Null where absent.
[[nodiscard]] Json to_json(const std::optional<int>& number);

}  // namespace claimbase

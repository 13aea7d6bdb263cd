// The JSON of a work as work_json.h writes it -> its record, in one pass.
#pragma once

#include <optional>
#include <string_view>

#include "schema/records.h"

namespace claimbase {

/// What parse_work() makes of it; nothing where a byte is not as to_json() would have written it (white space between
/// members, other escapes, members that are not known). Cost: a few instructions a byte, a tenth of what the parser of
/// all of JSON costs.
[[nodiscard]] std::optional<ReferenceRecord> read_plain_work(std::string_view json);

}  // namespace claimbase

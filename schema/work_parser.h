// The JSON of a work (work_json.h) -> its record.
#pragma once

#include <string_view>

#include "schema/records.h"

namespace claimbase {

/// `id` and `raw` are not in it and stay empty; members that it does not know are passed over. Throws StoreError
/// (corrupt) where the text is no JSON object.
[[nodiscard]] ReferenceRecord parse_work(std::string_view json);

}  // namespace claimbase

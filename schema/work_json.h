// A bibliographic work as one JSON object, the form in which each reference entry keeps what it says (docs/store.md,
// Merging).
#pragma once

#include <string>

#include "schema/records.h"

namespace claimbase {

/// Names as in CSL-JSON ("container-title", "DOI"); empty fields, `id` and `raw` are left out; the order of names is
/// fixed, so that equal works give equal bytes.
[[nodiscard]] std::string to_json(const ReferenceRecord& work);

/// How many fields the entry gives: the measure by which the best of several entries is chosen.
[[nodiscard]] int count_fields(const ReferenceRecord& work);

/// "Nielsen F. H.; EFSA": for reading and for full text.
[[nodiscard]] std::string author_line(const ReferenceRecord& work);

}  // namespace claimbase

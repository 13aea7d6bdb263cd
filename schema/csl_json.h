// A work as an object of CSL-JSON (citationstyles.org), with what CSL has no names for besides.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "schema/records.h"

namespace claimbase {

/// Empty fields are left out but for `title`, `year`, `raw`, `study_design` and `level`; `type` is "document" where it
/// is not known. Texts are written as they are: print with nlohmann's error_handler_t::replace.
[[nodiscard]] nlohmann::ordered_json csl_json(const ReferenceRecord& work);

/// "vitamin D; bone, cortical": keywords in one text; a lone one that holds a comma ends in a semicolon.
[[nodiscard]] std::string keyword_line(const std::vector<std::string>& keywords);

}  // namespace claimbase

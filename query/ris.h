// References in the RIS format of reference managers (RefMan, 2001).
#pragma once

#include <string>

#include "schema/records.h"

namespace claimbase {

/// From TY to ER, lines ended by CR LF as the format asks. A value is one line: line ends and control characters become
/// spaces.
[[nodiscard]] std::string ris_entry(const ReferenceRecord& work);

}  // namespace claimbase

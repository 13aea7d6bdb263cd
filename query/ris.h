// References in the RIS format of reference managers (RefMan, 2001).
#pragma once

#include <string>

#include "schema/records.h"

namespace claimbase {

/// From TY to ER, lines ended by CR LF as the format asks. A value is one line: line ends and control characters become
/// spaces. `notice`: what is to be said of it ("RETRACTED (2015-06-01)"). analysis/library/ris.cpp reads all of it
/// back.
[[nodiscard]] std::string ris_entry(const ReferenceRecord& work, const std::string& notice = {});

}  // namespace claimbase

// A finding with what the catalogue says of its rule.
#pragma once

#include <string>
#include <string_view>

#include "query/audit/report.h"

namespace claimbase {

/// The finding of `rule` on a range of the document's text, in `sentence`. Severity, certainty and reason are the
/// catalogue's. Throws std::logic_error where there is no such rule.
[[nodiscard]] Finding new_finding(const AuditedFile& file, const AuditedSentence& sentence, std::string_view rule,
                                  ByteRange range, std::string message);

}  // namespace claimbase

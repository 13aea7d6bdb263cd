// What a rule means: claimbase audit --explain RULE.
#pragma once

#include <iosfwd>
#include <string_view>

#include "query/format.h"
#include "query/paint.h"

namespace claimbase {

/// One rule, or all of a family, or all ("all"), as text or JSON. Throws UsageError for a name that covers none.
void explain_rule(std::ostream& out, OutputFormat format, const Paint& paint, std::string_view name);

}  // namespace claimbase

// The stems of the built-in register's wordings, by language, as the build compiled them (tools/compile_wordings): a
// library of its own, claimbase_built_in_wordings, since what compiles them is linked with all the others.
#pragma once

#include <span>

#include "analysis/language/resource_table.h"

namespace claimbase {

/// For LawJudge, where it judges by built_in_register().
std::span<const ResourceEntry> built_in_wordings();  // cmake/resources.cmake makes it

}  // namespace claimbase

// Which article a person means.
#pragma once

#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// The paths that `name` may mean, sorted: the path itself, else all that it matches as GLOB, else all whose last part
/// matches.
[[nodiscard]] std::vector<std::string> articles_named(const Database& db, const std::string& name);

}  // namespace claimbase

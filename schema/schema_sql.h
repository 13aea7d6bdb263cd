// claimbase.sql, built into the program.
#pragma once

#include <string_view>

namespace claimbase {

[[nodiscard]] std::string_view schema_sql();

}  // namespace claimbase

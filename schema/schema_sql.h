// claimbase.sql and the migrations to it, built into the program.
#pragma once

#include <string_view>

namespace claimbase {

[[nodiscard]] std::string_view schema_sql();
[[nodiscard]] std::string_view migrate_1_to_2_sql();
[[nodiscard]] std::string_view migrate_2_to_3_sql();
[[nodiscard]] std::string_view migrate_3_to_4_sql();
[[nodiscard]] std::string_view migrate_4_to_5_sql();
[[nodiscard]] std::string_view migrate_5_to_6_sql();

}  // namespace claimbase

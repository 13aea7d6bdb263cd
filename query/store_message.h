// What is wrong with a store, said to a person.
#pragma once

#include <filesystem>
#include <string>

#include "schema/database.h"

namespace claimbase {

/// One clear sentence, lower case, no full stop, with what can be done about it.
[[nodiscard]] std::string store_message(const StoreError& error, const std::filesystem::path& file);

}  // namespace claimbase

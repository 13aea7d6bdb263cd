// The objects of a JSON file, one by one: a broken one costs itself only.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace claimbase::library {

/// Calls `use` with the bytes of each outermost object ("{...}") and its offset; brackets in strings do not count. One
/// that is not closed is given up to the end of the text. Linear.
void each_json_object(std::string_view text,
                      const std::function<void(std::string_view object, std::size_t offset)>& use);

}  // namespace claimbase::library

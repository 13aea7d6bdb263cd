// Rows of a comma-separated file (RFC 4180), or of one with another separator.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::library {

/// Calls `use` with the cells of each row that is not empty and the row's offset, until it returns false. A quoted cell
/// may hold line ends; a quote that is not closed ends with the text. Lines end in LF or CR LF. Linear.
void each_csv_row(std::string_view text,
                  const std::function<bool(const std::vector<std::string>& cells, std::size_t offset)>& use,
                  char separator = ',');

}  // namespace claimbase::library

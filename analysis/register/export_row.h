// One row of an export of the register: its cells by column, and the entry that they make.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/register/register_entry.h"

namespace claimbase::registers {

enum class Column : std::uint8_t {
  type,
  nutrient,
  claim,
  conditions,
  restrictions,
  reasons,
  relationship,
  opinion,
  regulation,
  status,
  entry_id
};
inline constexpr std::size_t kColumns = 11;
using ExportRow = std::array<std::string, kColumns>;  // by Column, each on one line

/// The column that a name of the export means; none: another one.
[[nodiscard]] std::optional<Column> column_named(std::string_view name);

/// Whether the columns without which a row is no entry are among `columns`.
[[nodiscard]] bool is_header(const std::vector<std::optional<Column>>& columns);

/// `text` on one line, single spaces.
[[nodiscard]] std::string one_line(std::string_view text);

/// The entry of a row, without id; or what is wrong with it in `problem`.
[[nodiscard]] std::optional<RegisterEntry> entry_of(const ExportRow& row, std::string& problem);

}  // namespace claimbase::registers

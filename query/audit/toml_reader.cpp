#include "query/audit/toml_reader.h"

#include <toml++/toml.h>
#include <algorithm>
#include <tuple>

#include "query/usage_error.h"

namespace claimbase {
namespace {

TomlPlace place_of(const toml::source_region& region) {
  return {std::max<std::uint32_t>(region.begin.line, 1), std::max<std::uint32_t>(region.begin.column, 1)};
}

TomlValue value_of(const toml::node& node);

std::vector<TomlMember> members_of(const toml::table& table) {
  std::vector<TomlMember> members;
  members.reserve(table.size());
  for (const auto& [key, value] : table) {
    members.push_back({std::string(key.str()), place_of(key.source()), value_of(value)});
  }
  std::ranges::stable_sort(members, {},
                           [](const TomlMember& each) { return std::tuple(each.place.line, each.place.column); });
  return members;
}

// As deep as the parser lets values nest (TOML_MAX_NESTED_VALUES).
// NOLINTNEXTLINE(misc-no-recursion)
TomlValue value_of(const toml::node& node) {
  TomlValue made;
  made.place = place_of(node.source());
  if (const auto* string = node.as_string()) {
    made.kind = TomlValue::Kind::string;
    made.text = string->get();
  } else if (const auto* boolean = node.as_boolean()) {
    made.kind = TomlValue::Kind::boolean;
    made.truth = boolean->get();
  } else if (const auto* array = node.as_array()) {
    made.kind = TomlValue::Kind::array;
    made.items.reserve(array->size());
    for (const toml::node& item : *array) made.items.push_back(value_of(item));
  } else if (const auto* table = node.as_table()) {
    made.kind = TomlValue::Kind::table;
    made.members = members_of(*table);
  }
  return made;
}

std::string lower_first(std::string_view description) {
  std::string line(description);
  if (!line.empty() && line.front() >= 'A' && line.front() <= 'Z')
    line.front() = static_cast<char>(line.front() | 0x20);
  return line;
}

}  // namespace

TomlValue read_toml(std::string_view text, std::string_view name) {
  try {
    return value_of(toml::parse(text));
  } catch (const toml::parse_error& error) {
    throw UsageError(at_place(name, place_of(error.source())) + lower_first(error.description()));
  }
}

std::string at_place(std::string_view name, TomlPlace place) {
  return std::string(name) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": ";
}

}  // namespace claimbase

// TOML as a tree that keeps where everything stands. The only file that knows toml++ is toml_reader.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

struct TomlPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

struct TomlMember;

struct TomlValue {
  enum class Kind : std::uint8_t { string, boolean, array, table, other } kind = Kind::other;
  TomlPlace place;
  std::string text;  // of a string
  bool truth = false;
  std::vector<TomlValue> items;     // of an array
  std::vector<TomlMember> members;  // of a table, in the order of the file
};

struct TomlMember {
  std::string key;
  TomlPlace place;
  TomlValue value;
};

/// The whole file as a table. Throws UsageError "name:line:column: ..." where `text` is not TOML.
[[nodiscard]] TomlValue read_toml(std::string_view text, std::string_view name);

/// "name:3:7: ": how errors in a settings file begin.
[[nodiscard]] std::string at_place(std::string_view name, TomlPlace place);

}  // namespace claimbase

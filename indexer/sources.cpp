#include "indexer/sources.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace claimbase {

bool is_within(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  return std::ranges::mismatch(outer, inner).in1 == outer.end();
}

bool is_below(std::string_view id, std::string_view name) {
  return name.empty() || id == name || (id.starts_with(name) && id[name.size()] == '/');
}

std::string id_of(const Source& source, const std::filesystem::path& file) {
  std::string id = file.lexically_relative(source.base).generic_string();
  return id == "." ? std::string() : id;
}

std::string forced_settings(std::string_view language, std::string_view format) {
  std::string made(language);
  if (!format.empty()) made.append(" ").append(format);
  return made;
}

std::string name_of(const Source& source) {
  return id_of(source, source.path);
}

std::string to_json(std::span<const Source> sources) {
  auto list = nlohmann::ordered_json::array();
  for (const Source& each : sources) {
    list.push_back({{"path", each.path.string()}, {"base", each.base.string()}, {"language", each.language}});
    if (!each.format.empty()) list.back()["format"] = each.format;
  }
  return list.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::vector<Source> parse_sources(std::string_view json) {
  const auto list = nlohmann::json::parse(json, nullptr, false);
  std::vector<Source> sources;
  if (!list.is_array()) return sources;
  for (const auto& each : list) {
    if (!each.is_object()) continue;
    Source source{each.value("path", ""), each.value("base", ""), each.value("language", ""), each.value("format", "")};
    if (source.path.is_absolute() && is_within(source.path, source.base)) sources.push_back(std::move(source));
  }
  return sources;
}

}  // namespace claimbase

#include "analysis/language/resources.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "analysis/language/resource_table.h"

namespace claimbase {

std::string_view resource(std::string_view name) {
  for (const ResourceEntry& entry : resource_table()) {
    if (name == entry.name) return {entry.begin, static_cast<std::size_t>(entry.end - entry.begin)};
  }
  throw std::logic_error("no built-in data file named " + std::string(name));
}

std::vector<std::string_view> resource_names(std::string_view prefix) {
  std::vector<std::string_view> names;
  for (const ResourceEntry& entry : resource_table()) {
    const std::string_view name = entry.name;
    if (name.starts_with(prefix)) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::vector<std::string_view>> tsv_rows(std::string_view bytes) {
  std::vector<std::vector<std::string_view>> rows;
  std::size_t columns = 0;  // of the row before: most have as many
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string_view>& row = rows.emplace_back();
    row.reserve(columns);
    for (;;) {
      const std::size_t tab = line.find('\t');
      row.push_back(line.substr(0, tab));
      if (tab == std::string_view::npos) break;
      line.remove_prefix(tab + 1);
    }
    columns = row.size();
  }
  return rows;
}

}  // namespace claimbase

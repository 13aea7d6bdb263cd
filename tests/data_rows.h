// Rows of the data files that stand beside the tests.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/resources.h"

namespace claimbase {

inline std::vector<std::vector<std::string>> data_rows(std::string_view name) {
  std::ifstream file(std::string(CLAIMBASE_SOURCE_DIR) + "/tests/" + std::string(name));
  std::stringstream bytes;
  bytes << file.rdbuf();
  const std::string text = bytes.str();
  std::vector<std::vector<std::string>> rows;
  for (const auto& row : tsv_rows(text)) rows.emplace_back(row.begin(), row.end());
  return rows;
}

}  // namespace claimbase

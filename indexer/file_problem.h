// What is wrong with a file or in it, for a person.
#pragma once

#include <cstdint>
#include <string>

#include "analysis/diagnostic.h"

namespace claimbase {

struct FileProblem {
  std::string path;        // as the person named it
  std::uint32_t line = 0;  // 0: the whole file
  Severity severity = Severity::error;
  std::string rule;
  std::string message;
  std::string format = {};  // of the article: what `line` counts
};

/// "path:line: severity: message [rule]" ("path, page 3: ..."), one line, without control characters.
[[nodiscard]] std::string to_line(const FileProblem& problem);

}  // namespace claimbase

#include "indexer/file_problem.h"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/language/unicode.h"
#include "indexer/mapping.h"
#include "schema/position.h"

namespace claimbase {

std::string to_line(const FileProblem& problem) {
  const std::string where = problem.line == 0 ? problem.path : position_of(problem.path, problem.format, problem.line);
  std::string line =
      printable(fmt::format("{}: {}: {} [{}]", where, to_string(problem.severity), problem.message, problem.rule));
  std::ranges::replace(line, '\n', ' ');  // a file's name may hold one
  return line;
}

}  // namespace claimbase

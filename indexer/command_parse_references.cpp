#include <istream>
#include <ostream>
#include <sstream>
#include <string>

#include "analysis/bibliography/reference.h"
#include "analysis/convert/file_bytes.h"
#include "indexer/commands.h"
#include "indexer/file_problem.h"
#include "indexer/reference_json.h"

namespace claimbase {
namespace {

bool is_blank(const std::string& line) {
  return line.find_first_not_of(" \t\r") == std::string::npos;
}

// Line by line, so that a program that feeds one string at a time gets each answer at once.
void parse_lines(std::istream& in, std::ostream& out) {
  for (std::string line; std::getline(in, line);) {
    if (!is_blank(line)) out << to_csl_json(parse_reference(line)) << '\n';
  }
}

}  // namespace

IndexExit run_parse_references(const std::string& path, const Console& console) {
  if (path == "-") {
    parse_lines(console.in, console.out);
    return IndexExit::ok;
  }
  const FileBytes read = read_file(path);
  if (!read.problem.empty()) {
    const auto* rule = read.too_large ? "document.too-large" : "document.unreadable";
    console.err << to_line({path, 0, Severity::error, rule, "not read: " + read.problem}) << '\n';
    return IndexExit::incomplete;
  }
  std::istringstream in(read.bytes);
  parse_lines(in, console.out);
  return IndexExit::ok;
}

}  // namespace claimbase

#include "analysis/library/tagged_lines.h"

#include "analysis/bibliography/scan.h"

namespace claimbase::library {

TaggedLine tagged_line(std::string_view line, std::size_t offset, std::size_t shortest, std::size_t longest) {
  std::size_t end = 0;
  while (end < line.size() && ((line[end] >= 'A' && line[end] <= 'Z') || (end > 0 && scan::is_digit(line[end])))) ++end;
  std::size_t dash = end;
  while (dash < line.size() && line[dash] == ' ') ++dash;
  const bool tagged = end >= shortest && end <= longest && dash < line.size() && dash <= longest + 2 &&
                      line[dash] == '-' &&
                      (dash + 1 == line.size() || line[dash + 1] == ' ' || (longest == 4 && dash == 4));
  if (!tagged) return {{}, scan::trim(line), offset};
  return {line.substr(0, end), scan::trim(line.substr(dash + 1)), offset};
}

}  // namespace claimbase::library

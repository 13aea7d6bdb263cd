// References for LaTeX and for reference managers.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "schema/records.h"

namespace claimbase {

/// The characters that LaTeX takes for commands, escaped; control characters and line ends become spaces.
[[nodiscard]] std::string bibtex_escaped(std::string_view text);

/// Keys ("rosanoff2021", then "rosanoff2021-2") are unique among the entries made by one object, in the order of the
/// calls.
class BibtexWriter {
 public:
  [[nodiscard]] std::string entry(const ReferenceRecord& work);

 private:
  std::map<std::string, int> keys_;
};

}  // namespace claimbase

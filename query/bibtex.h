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
  /// `notice`: what is to be said of it ("RETRACTED (2015-06-01)"). analysis/library/bibtex.cpp reads all of it back.
  [[nodiscard]] std::string entry(const ReferenceRecord& work, const std::string& notice = {});

 private:
  std::map<std::string, int> keys_;
};

}  // namespace claimbase

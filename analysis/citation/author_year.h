// Citations by author and year: "(Slavin, 2021)", "Zhang et al. (2017)", "(zie Jansen & De Vries, 2019a; Smit, 2020)".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

struct AuthorYear {
  ByteRange range;                    // of the sentence: from the first name to the year, without brackets
  std::vector<std::string> families;  // as printed; where they stand before the bracket, the first may be no name
  bool et_al = false;
  bool before_bracket = false;
  int year = 0;
  char letter = 0;  // 'a' of "2019a"
};

/// What has the form of such a citation, in order; a year more in one bracket is one more. Whether it is one only a
/// reference list can tell: "(Januari, 2019)", "In Utrecht (2017)". Linear.
[[nodiscard]] std::vector<AuthorYear> find_author_years(std::string_view sentence);

}  // namespace claimbase

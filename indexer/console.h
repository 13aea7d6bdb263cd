// The streams of one run.
#pragma once

#include <iosfwd>

namespace claimbase {

struct Console {
  std::istream& in;
  std::ostream& out;  // results
  std::ostream& err;  // everything else
  bool live = false;  // err is a terminal that can redraw a line
};

}  // namespace claimbase

// The names in an author field of BibTeX.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"

namespace claimbase::library {

struct BibtexNames {
  std::vector<Author> names;
  bool others = false;  // "and others"
};

/// "First von Last and von Last, Jr, First and {An Organisation}", as BibTeX parts them; LaTeX decoded, particles with
/// the family name. Linear.
[[nodiscard]] BibtexNames bibtex_names(std::string_view field);

}  // namespace claimbase::library

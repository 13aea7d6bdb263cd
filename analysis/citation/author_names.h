// The names before a year: "Jansen en De Vries", "Zhang et al.", "van der Berg, A. B., & Smit, C.".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

struct AuthorNames {
  std::vector<std::string> families;  // with particles, without initials: "de Vries"
  bool et_al = false;
  std::size_t end = 0;  // behind the last name, or "et al."; 0: no name at the position
};

/// The names that start at `position`, at most 20 of them. Names start with a capital; particles and conjunctions are
/// data (corpus/bibliography/cues.tsv). Linear in what is read.
[[nodiscard]] AuthorNames read_author_names(std::string_view text, std::size_t position);

}  // namespace claimbase

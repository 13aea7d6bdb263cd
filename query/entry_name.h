// What people call an entry of an article.
#pragma once

#include <cstdint>
#include <string>

namespace claimbase {

struct EntryPlace {
  int number = 0;      // in the list; 0: in none, a link in the text names the work
  std::string format;  // of the article: what `line` counts
  std::int64_t line = 0;
};

/// "entry 4"; "the link at line 12", "the link at page 2".
[[nodiscard]] std::string entry_name(const EntryPlace& entry);

}  // namespace claimbase

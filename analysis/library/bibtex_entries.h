// The syntax of BibTeX: entries with their fields, before any of it is understood.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace claimbase::library {

struct BibtexEntry {
  std::string type;  // lower case, without '@'
  std::string key;
  std::map<std::string, std::string, std::less<>>
      fields;              // by lower-case name; macros and '#' resolved, outer braces gone
  std::size_t offset = 0;  // of '@'
};

struct BibtexListener {
  std::function<void(BibtexEntry entry)> on_entry;
  std::function<void(std::size_t offset, std::string_view what)> on_broken;  // the entry at `offset` is left out
};

/// Tells of each entry of `text` in order. @string defines macros, @comment and @preamble are passed over, text between
/// entries is ignored. An entry ends at the latest where a line starts the next ("@name{"): so one that is not closed
/// costs itself only. Linear.
void each_bibtex_entry(std::string_view text, const BibtexListener& listener);

}  // namespace claimbase::library

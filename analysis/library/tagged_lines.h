// RIS and MEDLINE print one field a line, behind a tag.
#pragma once

#include <cstddef>
#include <string_view>

namespace claimbase::library {

struct TaggedLine {
  std::string_view tag;    // empty: a line that goes on
  std::string_view value;  // trimmed
  std::size_t offset = 0;  // of the line
};

/// A tag of `shortest` to `longest` capitals and digits at the start of `line`, blanks, a hyphen, and then a blank or
/// the end. A tag that is padded to four characters, as MEDLINE's are, needs no blank behind the hyphen.
[[nodiscard]] TaggedLine tagged_line(std::string_view line, std::size_t offset, std::size_t shortest,
                                     std::size_t longest);

/// Calls `use` with each line of `text` that is not blank, and with an empty tag and value for one that is.
template <typename Use>
void each_tagged_line(std::string_view text, std::size_t shortest, std::size_t longest, const Use& use) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find_first_of("\r\n", at);
    if (end == std::string_view::npos) end = text.size();
    use(tagged_line(text.substr(at, end - at), at, shortest, longest));
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

}  // namespace claimbase::library

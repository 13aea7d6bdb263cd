#include "analysis/library/json_slices.h"

namespace claimbase::library {

void each_json_object(std::string_view text,
                      const std::function<void(std::string_view object, std::size_t offset)>& use) {
  std::size_t depth = 0;
  std::size_t begin = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"' || c == '\n') {  // a string holds no line end: the quote was never closed
        in_string = false;
      }
    } else if (c == '"') {
      in_string = depth > 0;
    } else if (c == '{') {
      if (depth++ == 0) begin = i;
    } else if (c == '}' && depth > 0 && --depth == 0) {
      use(text.substr(begin, i + 1 - begin), begin);
    }
  }
  if (depth > 0) use(text.substr(begin), begin);
}

}  // namespace claimbase::library

// Colours on a terminal, and article text made safe for one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimbase {

/// How printed text is told apart. Without colour only a hit is marked, by « and ».
class Paint {
 public:
  explicit Paint(bool color) : color_(color) {}

  [[nodiscard]] std::string strong(std::string_view text) const;   // headings
  [[nodiscard]] std::string quiet(std::string_view text) const;    // what is said beside the matter
  [[nodiscard]] std::string warning(std::string_view text) const;  // hedged, negated, untraceable
  [[nodiscard]] std::string error(std::string_view text) const;    // must not stay so
  [[nodiscard]] std::string note(std::string_view text) const;     // good to know

  /// `text` with hits between the characters kHitBegin and kHitEnd, as highlight() of FTS5 gives it.
  [[nodiscard]] std::string hits(std::string_view text) const;

 private:
  [[nodiscard]] std::string wrap(std::string_view code, std::string_view text) const;
  bool color_;
};

/// Control characters: no text that is printed keeps one of its own.
inline constexpr char kHitBegin = '\x02';
inline constexpr char kHitEnd = '\x03';

/// For one line of a terminal: control characters left out, white space (line ends too) as single spaces.
[[nodiscard]] std::string one_line(std::string_view text);

/// "1 article", "2 articles".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);

/// one_line, cut at a word near `limit` code points, with an ellipsis.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t limit);

}  // namespace claimbase

// The words by which parts of an article are known: headings, site chrome, disclaimers, prefixes. All of them are data:
// corpus/document/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/document/document.h"

namespace claimbase::reading {

/// Bytes of a paragraph that holds a disclaimer's words and little else; a longer one is known by its beginning only.
inline constexpr std::uint32_t kLongestDisclaimer = 400;
/// Folded bytes before the colon of "Trefwoorden: magnesium", the colon among them.
inline constexpr std::size_t kLongestPrefix = 60;

/// What a known heading opens. `generic` ones (Introduction, Conclusion) open content, but are no title of an article.
enum class Section : std::uint8_t {
  none,
  generic,
  references,
  sources,
  keywords,
  contents,
  faq,
  disclaimer,
  navigation
};

/// What a short line says about itself; role content where nothing is known of it.
struct LinePhrase {
  BlockRole role = BlockRole::content;
  bool whole = false;  // the phrase is all of the line, not found somewhere in it
};

/// The section a heading opens. `folded` as by fold(), with or without a number or a colon at its end.
[[nodiscard]] Section known_section(std::string_view folded);

/// The section of "Trefwoorden: magnesium, slaap", where `folded` starts with the name of one and a colon; `length` is
/// how much of the folded text that is.
[[nodiscard]] Section section_prefix(std::string_view folded, std::size_t& length);

/// What is known of a line that is `folded`; patterns are tried in the order of the file, only those that fix the
/// line's beginning where `whole_only`.
[[nodiscard]] LinePhrase known_line(std::string_view folded, bool whole_only = false);

/// Whether a line that begins with `folded` may be known by its beginning; false: known_line of all of it,
/// `whole_only`, knows nothing.
[[nodiscard]] bool may_begin_known_line(std::string_view folded);

enum class Prefix : std::uint8_t { none, question, answer };

/// "V:", "Question:", "A:" ...: `length` is in bytes of `text`, which is not folded.
[[nodiscard]] Prefix question_prefix(std::string_view text, std::size_t& length);

/// The last words of a paragraph introduce a list ("the following"), though no colon does.
[[nodiscard]] bool introduces_list(std::string_view folded);

/// `pattern` matches all of `text`; '*' stands for any run of bytes. O(pattern + text) in practice.
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view text);

}  // namespace claimbase::reading

// Small questions to a JATS tree that was parsed without decoding anything, so that offsets stay those of the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace pugi {
class xml_node;
}

namespace claimbase::reading {

/// The element's name without its prefix: "math" of <mml:math>.
[[nodiscard]] std::string_view local_name(pugi::xml_node node);

/// All text below the node, decoded, white space runs one space, none at the ends.
[[nodiscard]] std::string text_below(pugi::xml_node node);

/// An attribute's value, decoded.
[[nodiscard]] std::string attribute_of(pugi::xml_node node, const char* name);

/// The words of an attribute that holds several ids ("b1 b2").
[[nodiscard]] std::vector<std::string> ids_of(pugi::xml_node node, const char* name);

/// The first number in a label ("12", "[12]", "12."); 0: none.
[[nodiscard]] int label_number(pugi::xml_node node);

/// The ISO date of <pub-date>: day, month and year must be there.
[[nodiscard]] std::optional<std::string> calendar_date(pugi::xml_node date);

/// The node's own text is more than white space.
[[nodiscard]] bool has_own_words(pugi::xml_node node);

}  // namespace claimbase::reading

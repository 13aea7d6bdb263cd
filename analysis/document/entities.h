// Character references: "&eacute;", "&#233;", "&#xE9;".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace claimbase::reading {

/// What a reference stands for, in UTF-8; `reference` with ampersand and semicolon. Names are those of
/// corpus/document/entities.tsv. Absent: not known, or no character of Unicode.
[[nodiscard]] std::optional<std::string> decode_entity(std::string_view reference);

/// The length of the reference that starts at text[at], an ampersand, with its semicolon; 0: none there. Looks at no
/// more than 34 bytes.
[[nodiscard]] std::size_t entity_length(std::string_view text, std::size_t at);

/// `text` with its character references decoded; unknown ones stay. Linear.
[[nodiscard]] std::string decode_entities(std::string_view text);

}  // namespace claimbase::reading

// Small questions to the trees of Office Open XML (ECMA-376). Elements are known by their local names: the transitional
// and the strict form of the standard differ in their namespaces only.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace claimbase::reading {

[[nodiscard]] std::string_view local_name_of(pugi::xml_node node);
/// The first child with this local name; null: none.
[[nodiscard]] pugi::xml_node child_of(pugi::xml_node parent, std::string_view name);
/// The value of the attribute with this local name; empty: none. Valid as long as the tree.
[[nodiscard]] std::string_view attribute_in(pugi::xml_node node, std::string_view name);
/// The attribute `val` of a child.
[[nodiscard]] std::string_view value_of(pugi::xml_node parent, std::string_view child);
/// The same as a number; `otherwise` where there is none.
[[nodiscard]] int number_of(pugi::xml_node parent, std::string_view child, int otherwise);
[[nodiscard]] int as_number(std::string_view digits, int otherwise);
/// A switch (w:b, w:vanish): there, and not said to be off.
[[nodiscard]] bool is_on(pugi::xml_node parent, std::string_view child);
[[nodiscard]] bool is_said(pugi::xml_node parent, std::string_view child);

enum class XmlFault : std::uint8_t { none, malformed, too_complex };

/// Parses a part, bytes that are not UTF-8 mended first. Memory: some 100 bytes an element, of which there may be four
/// million. The tree keeps no pointer into `bytes`.
[[nodiscard]] XmlFault parse_part(std::string bytes, pugi::xml_document& tree);

}  // namespace claimbase::reading

// Small questions to gumbo's nodes.
#pragma once

#include <gumbo.h>

#include <ranges>
#include <span>
#include <string>
#include <string_view>

namespace claimbase::reading {

[[nodiscard]] inline bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT;
}
[[nodiscard]] inline bool is_words(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA;
}
[[nodiscard]] inline GumboTag tag_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.tag : GUMBO_TAG_LAST;
}

/// The children of an element; none of anything else.
[[nodiscard]] inline auto children_of(const GumboNode& node) {
  const GumboVector none{};
  const GumboVector& children = is_element(node) ? node.v.element.children : none;
  return std::views::transform(std::span<void* const>(children.data, children.length),
                               [](void* child) { return static_cast<const GumboNode*>(child); });
}

/// The attribute's value; "" where there is none.
[[nodiscard]] std::string_view attribute(const GumboNode& node, const char* name);
[[nodiscard]] bool has_attribute(const GumboNode& node, const char* name);

/// All words below the node, white space as it is; at most about `limit` bytes.
[[nodiscard]] std::string words_of(const GumboNode& node, std::size_t limit = 4096);

/// Scripts, styles, drawings, controls: nothing to read in them.
[[nodiscard]] bool is_unread(const GumboNode& node);
/// Elements that end the paragraph before them.
[[nodiscard]] bool is_block(GumboTag tag);
/// 1..6; 0: no heading.
[[nodiscard]] int heading_level(GumboTag tag);

/// In lower case, ASCII.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace claimbase::reading

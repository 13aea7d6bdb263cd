// Small questions to gumbo's nodes.
#pragma once

#include <gumbo.h>

#include <cstddef>
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

/// The children of an element, in order. (Not a view of <ranges>: clang 14 does not take those of GCC 12.)
class Children {
 public:
  class Iterator {
   public:
    using value_type = const GumboNode*;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    explicit Iterator(void* const* at) : at_(at) {}
    const GumboNode* operator*() const { return static_cast<const GumboNode*>(*at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++at_;
      return before;
    }
    friend Iterator operator+(Iterator from, difference_type steps) { return Iterator(from.at_ + steps); }
    friend bool operator==(const Iterator&, const Iterator&) = default;

   private:
    void* const* at_ = nullptr;
  };

  explicit Children(const GumboVector& children) : children_(children) {}
  [[nodiscard]] Iterator begin() const { return Iterator(children_.data); }
  [[nodiscard]] Iterator end() const { return Iterator(children_.data + children_.length); }

 private:
  GumboVector children_;
};

/// The children of an element; none of anything else.
[[nodiscard]] inline Children children_of(const GumboNode& node) {
  return Children(is_element(node) ? node.v.element.children : GumboVector{});
}

/// The attribute's value; "" where there is none.
[[nodiscard]] std::string_view attribute(const GumboNode& node, std::string_view name);
[[nodiscard]] bool has_attribute(const GumboNode& node, std::string_view name);

/// All words below the node, white space as it is; at most about `limit` bytes.
[[nodiscard]] std::string words_of(const GumboNode& node, std::size_t limit = 4096);

/// Scripts, styles, drawings, controls: nothing to read in them.
[[nodiscard]] bool is_unread(const GumboNode& node);
/// Elements that end the paragraph before them.
[[nodiscard]] bool is_block(GumboTag tag);
/// Whether all of it is one <b> or <strong>.
[[nodiscard]] bool is_bold_alone(const GumboNode& node);
/// 1..6; 0: no heading.
[[nodiscard]] int heading_level(GumboTag tag);

/// In lower case, ASCII.
[[nodiscard]] std::string lower_ascii(std::string_view text);

}  // namespace claimbase::reading

// A page as a tree, by the HTML5 parser gumbo; bounded in memory, nesting and time whatever the bytes are.
#pragma once

#include <gumbo.h>

#include <chrono>
#include <cstdint>
#include <memory>
#include <string_view>

namespace claimbase::reading {

class HtmlArena;

enum class HtmlFault : std::uint8_t {
  none,
  too_deep,     // more elements in one another than the bound
  too_complex,  // a tag of more than 1,000 attributes, or a tree out of all proportion to the page
  too_slow      // more time than the bound
};

/// Owns the tree; nodes and the names in them live as long as it does, and so must the source.
class HtmlTree {
 public:
  HtmlTree();
  ~HtmlTree();
  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;

  [[nodiscard]] const GumboNode* root() const { return root_; }  // <html>; null: see fault()
  [[nodiscard]] HtmlFault fault() const { return fault_; }

 private:
  friend HtmlTree parse_html(std::string_view source, std::uint32_t nesting, std::chrono::milliseconds time);
  std::unique_ptr<HtmlArena> arena_;
  const GumboNode* root_ = nullptr;
  HtmlFault fault_ = HtmlFault::none;
};

/// Parses UTF-8. Before that one pass looks for nesting and attributes that would cost the parser quadratic time.
/// Memory: 16 MiB and 64 bytes a byte of the page at most.
[[nodiscard]] HtmlTree parse_html(std::string_view source, std::uint32_t nesting, std::chrono::milliseconds time);

/// The first pass alone: too_deep, too_complex or none. Linear.
[[nodiscard]] HtmlFault scan_html(std::string_view source, std::uint32_t nesting);

}  // namespace claimbase::reading

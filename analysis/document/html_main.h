// Where on a page the article is.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <unordered_map>

#include "analysis/document/html_hints.h"

namespace claimbase::reading {

/// How much there is to read below a node, in bytes of words.
struct HtmlMass {
  std::uint32_t words = 0;  // all of them
  std::uint32_t links = 0;  // in links
  std::uint32_t prose = 0;  // in paragraphs, list items and table cells of some length, links left out
  std::uint32_t link_count = 0;
  [[nodiscard]] bool is_links() const { return words > 0 && std::uint64_t{links} * 10 > std::uint64_t{words} * 6; }
};

using HtmlMasses = std::unordered_map<const GumboNode*, HtmlMass>;

/// Of each block element. One pass.
[[nodiscard]] HtmlMasses weigh_html(const GumboNode& root);

/// The element that holds the article: <main> or what has that role; in it, or on a page without it, the <article> or
/// the element with an article's class that has most of the prose; else the smallest element that still has nearly all
/// of the page's prose. Never null; at worst the root.
[[nodiscard]] const GumboNode* find_main(const GumboNode& root, const HtmlMasses& masses, HtmlHints& hints);

}  // namespace claimbase::reading

// Where the links of a page lead.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

namespace claimbase::reading {

enum class LinksTo : std::uint8_t { nothing, place, site, elsewhere };

class HtmlLinks {
 public:
  /// `host`: the page's own; empty: the one that most links name.
  HtmlLinks(const GumboNode& root, std::string host);

  [[nodiscard]] LinksTo kind_of(std::string_view href) const;
  /// Whether some link leads to the place with this id.
  [[nodiscard]] bool is_target(std::string_view id) const { return targets_.contains(std::string(id)); }
  /// What most links below a node lead to; nothing: there are none.
  [[nodiscard]] LinksTo most_of(const GumboNode& node) const;

 private:
  std::string host_;
  std::unordered_set<std::string> targets_;
};

}  // namespace claimbase::reading

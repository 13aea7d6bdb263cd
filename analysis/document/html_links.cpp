#include "analysis/document/html_links.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "analysis/document/html_head.h"
#include "analysis/document/html_node.h"

namespace claimbase::reading {
namespace {

template <typename Take>
void each_link(const GumboNode& node, const Take& take) {
  if (!is_element(node)) return;
  if (tag_of(node) == GUMBO_TAG_A && has_attribute(node, "href")) take(attribute(node, "href"));
  for (const GumboNode* child : children_of(node)) each_link(*child, take);
}

}  // namespace

HtmlLinks::HtmlLinks(const GumboNode& root, std::string host) : host_(std::move(host)) {
  std::unordered_map<std::string, std::size_t> hosts;
  each_link(root, [&](std::string_view href) {
    if (href.size() > 1 && href.front() == '#') targets_.emplace(href.substr(1));
    if (std::string named = host_of(href); !named.empty()) ++hosts[std::move(named)];
  });
  if (!host_.empty() || hosts.empty()) return;
  constexpr std::size_t kMenu = 8;  // so many links to one host: a menu of its own
  const auto most = std::ranges::max_element(
      hosts, [](const auto& a, const auto& b) { return std::pair(a.second, b.first) < std::pair(b.second, a.first); });
  if (most->second >= kMenu) host_ = most->first;
}

LinksTo HtmlLinks::kind_of(std::string_view href) const {
  if (href.empty() || href.starts_with("javascript:") || href.starts_with("mailto:") || href.starts_with("tel:"))
    return LinksTo::nothing;
  if (href.front() == '#') return LinksTo::place;
  const std::string host = host_of(href);
  return host.empty() || host == host_ ? LinksTo::site : LinksTo::elsewhere;
}

LinksTo HtmlLinks::most_of(const GumboNode& node) const {
  std::array<std::size_t, 4> counts{};
  each_link(node, [&](std::string_view href) { ++counts[static_cast<std::size_t>(kind_of(href))]; });
  const auto* const most = std::ranges::max_element(counts);
  return *most == 0 ? LinksTo::nothing : static_cast<LinksTo>(most - counts.begin());
}

}  // namespace claimbase::reading

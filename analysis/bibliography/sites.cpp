#include "analysis/bibliography/sites.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::string_view kLeadsElsewhere = "-";

// "https://www.Example.org:443/page" -> "www.example.org"; empty: no address with a host.
std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  std::string host(address.substr(0, address.find_first_of("/?#:")));
  std::ranges::transform(host, host.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return host;
}

}  // namespace

std::string_view site_name(std::string_view address) {
  static const auto names = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const auto& row : tsv_rows(resource("bibliography/sites.tsv"))) made.emplace(row.at(0), row.at(1));
    return made;
  }();
  const std::string host = host_of(address);
  for (std::string_view rest = host; !rest.empty();) {
    if (const auto found = names.find(rest); found != names.end())
      return found->second == kLeadsElsewhere ? std::string_view() : found->second;
    const std::size_t dot = rest.find('.');
    rest = dot == std::string_view::npos ? std::string_view() : rest.substr(dot + 1);
  }
  return {};
}

}  // namespace claimbase

// What a page says of itself to machines: JSON-LD (schema.org), Open Graph, Dublin Core and other <meta>, <title>,
// <link rel=canonical>, <time>.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>

namespace claimbase::reading {

struct HtmlHead {
  std::string headline;    // JSON-LD, og:title, citation_title ...
  std::string page_title;  // <title>, often with the site's name
  std::string date;        // ISO 8601 calendar date; of publishing, else of the last change
  std::string publisher;
  std::string language;  // of <html lang>, og:locale: "nl"; a default of the page maker as often as not
  std::string url;       // canonical
  std::string host;      // of that
};

/// Where several speak, the order of trust is that above. JSON-LD that is broken or larger than 1 MiB is passed over.
/// Walks the whole tree once.
[[nodiscard]] HtmlHead read_html_head(const GumboNode& root);

/// "www.example.org" of "https://www.example.org/path", without "www."; "" for an address of the same site.
[[nodiscard]] std::string host_of(std::string_view url);

}  // namespace claimbase::reading

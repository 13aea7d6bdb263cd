#include "analysis/document/html_head.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "analysis/document/date_line.h"
#include "analysis/document/html_node.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLargestJson = std::size_t{1} << 20U;
constexpr std::size_t kMostObjects = 500;  // of one JSON-LD
constexpr std::size_t kLongestValue = 1000;

// One value and how far down the file of names it was found: a smaller rank is trusted more.
struct Ranked {
  std::string value;
  std::size_t rank = static_cast<std::size_t>(-1);

  void offer(std::string_view text, std::size_t offered) {
    text = trim(text);
    if (text.empty() || offered >= rank) return;
    value = text.substr(0, kLongestValue);
    rank = offered;
  }
};

struct Found {
  Ranked headline;
  Ranked date;
  Ranked publisher;
  Ranked language;
  Ranked url;
  std::string page_title;
};

constexpr std::size_t kJsonRank = 0;
constexpr std::size_t kMetaRank = 10;
constexpr std::size_t kElementRank = 1000;

Ranked* field_of(Found& found, std::string_view field) {
  if (field == "title") return &found.headline;
  if (field == "date") return &found.date;
  if (field == "publisher") return &found.publisher;
  if (field == "language") return &found.language;
  return field == "url" ? &found.url : nullptr;
}

std::string iso_date(std::string_view text) {
  text = trim(text);
  const auto digits = [&](std::size_t at, std::size_t size) {
    return text.size() >= at + size && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                                   text.begin() + static_cast<std::ptrdiff_t>(at + size),
                                                   [](char c) { return c >= '0' && c <= '9'; });
  };
  if (digits(0, 4) && digits(5, 2) && digits(8, 2) && text[4] == text[7] && (text[4] == '-' || text[4] == '/')) {
    std::string date(text.substr(0, 10));
    std::ranges::replace(date, '/', '-');
    if (const auto checked = read_date_line(date)) return checked->date;
    return {};
  }
  const auto read = read_date_line(text.substr(0, 100));
  return read ? read->date : std::string();
}

// <meta name or property or itemprop="...">.
void read_meta(const GumboNode& node, Found& found) {
  static const auto rows = tsv_rows(resource("document/html_meta.tsv"));
  std::string_view name = attribute(node, "property");
  if (name.empty()) name = attribute(node, "name");
  if (name.empty()) name = attribute(node, "itemprop");
  if (name.empty()) return;
  const std::string lower = lower_ascii(name.substr(0, 64));
  const std::string_view content = attribute(node, "content");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].at(1) != lower) continue;
    Ranked* field = field_of(found, rows[i].at(0));
    if (field == &found.date) {
      field->offer(iso_date(content), kMetaRank + i);
    } else if (field != nullptr) {
      field->offer(content, kMetaRank + i);
    }
  }
}

std::string_view text_at(const Json& object, const char* key) {
  const auto at = object.find(key);
  return at != object.end() && at->is_string() ? std::string_view(at->get_ref<const std::string&>())
                                               : std::string_view();
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto fits = [](const Json& each) {
    if (!each.is_string()) return false;
    const auto& name = each.get_ref<const std::string&>();
    return name.ends_with("Article") || name.ends_with("Posting") || name.ends_with("WebPage") || name == "Report";
  };
  return type->is_array() ? std::ranges::any_of(*type, fits) : fits(*type);
}

void take_article(const Json& object, Found& found) {
  // A page is described beside the article on it: less is known of it.
  const std::string_view headline = text_at(object, "headline");
  const std::size_t rank = kJsonRank + (headline.empty() ? 4U : 0U);
  found.headline.offer(headline, rank);
  found.date.offer(iso_date(text_at(object, "datePublished")), rank);
  found.date.offer(iso_date(text_at(object, "dateModified")), rank + 1);
  found.url.offer(text_at(object, "url"), rank + 2);
  found.language.offer(text_at(object, "inLanguage"), rank);
  if (const auto at = object.find("publisher"); at != object.end() && at->is_object())
    found.publisher.offer(text_at(*at, "name"), rank);
}

// The object, the members of a list, of "@graph" and "mainEntity": no deeper.
void read_json_ld(std::string_view source, Found& found) {
  if (source.size() > kLargestJson) return;
  const Json json = Json::parse(source, nullptr, false, true);
  std::vector<const Json*> open{&json};
  for (std::size_t i = 0; i < open.size() && i < kMostObjects; ++i) {
    const Json& each = *open[i];
    if (each.is_array()) {
      for (const Json& member : each) open.push_back(&member);
    } else if (each.is_object()) {
      if (is_article(each)) take_article(each, found);
      for (const char* key : {"@graph", "mainEntity", "mainEntityOfPage"}) {
        if (const auto at = each.find(key); at != each.end()) open.push_back(&*at);
      }
    }
  }
}

void read_link(const GumboNode& node, Found& found) {
  if (lower_ascii(attribute(node, "rel")) == "canonical") found.url.offer(attribute(node, "href"), kJsonRank);
}

void read_script(const GumboNode& node, Found& found) {
  if (lower_ascii(attribute(node, "type")) != "application/ld+json") return;
  for (const GumboNode* child : children_of(node)) {
    if (is_words(*child)) read_json_ld(child->v.text.text, found);
  }
}

void read_element(const GumboNode& node, Found& found) {
  switch (tag_of(node)) {
    case GUMBO_TAG_HTML:
      found.language.offer(attribute(node, "lang"), kElementRank);
      found.language.offer(attribute(node, "xml:lang"), kElementRank + 1);
      break;
    case GUMBO_TAG_META:
      read_meta(node, found);
      break;
    case GUMBO_TAG_LINK:
      read_link(node, found);
      break;
    case GUMBO_TAG_SCRIPT:
      read_script(node, found);
      break;
    case GUMBO_TAG_TITLE:
      if (found.page_title.empty()) found.page_title = trim(words_of(node, kLongestValue));
      break;
    case GUMBO_TAG_TIME: {
      const std::string_view stamp = attribute(node, "datetime");
      found.date.offer(iso_date(stamp.empty() ? words_of(node, 100) : stamp),
                       kElementRank + (has_attribute(node, "pubdate") ? 0U : 1U));
      break;
    }
    default:
      break;
  }
}

void walk(const GumboNode& node, Found& found) {
  if (!is_element(node)) return;
  read_element(node, found);
  for (const GumboNode* child : children_of(node)) walk(*child, found);
}

// "nl-NL", "nl_NL" -> "nl".
std::string primary(std::string_view tag) {
  const std::size_t end = std::min(tag.find_first_of("-_"), tag.size());
  std::string made = lower_ascii(tag.substr(0, end));
  const bool letters = std::ranges::all_of(made, [](char c) { return c >= 'a' && c <= 'z'; });
  return letters && (made.size() == 2 || made.size() == 3) ? made : std::string();
}

// White space runs to one space.
std::string one_line(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) {
      made += c;
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  return made;
}

}  // namespace

std::string host_of(std::string_view url) {
  const std::size_t at = url.find("//");
  if (at == std::string_view::npos || at > 6) return {};
  url.remove_prefix(at + 2);
  std::string host = lower_ascii(url.substr(0, std::min(url.find_first_of("/?#:"), url.size())));
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

HtmlHead read_html_head(const GumboNode& root) {
  Found found;
  walk(root, found);
  HtmlHead head;
  head.headline = one_line(found.headline.value);
  head.page_title = one_line(found.page_title);
  head.date = found.date.value;
  head.publisher = one_line(found.publisher.value);
  head.language = primary(found.language.value);
  head.url = found.url.value;
  head.host = host_of(head.url);
  return head;
}

}  // namespace claimbase::reading

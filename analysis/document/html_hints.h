// What the names that page makers give to elements say of them: class, id and role. The names are data:
// corpus/document/html_hints.tsv.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace claimbase::reading {

enum class HtmlHint : std::uint8_t {
  none,
  main,        // holds the article
  content,     // belongs to the article, where it stands outside as well
  navigation,  // menus, related articles, footers, comments
  promotion,   // advertisements, calls to subscribe
  disclaimer,
  metadata,    // author, date, reading time
  contents,    // a table of contents
  references,  // a reference list
  question,
  answer,
  hidden  // not shown at all, or only to machines
};

/// Answers for one page; remembers what it has answered. For one thread.
class HtmlHints {
 public:
  /// By the element's own role, class and id, in this order; the first pattern of the file that fits one of its words
  /// counts.
  [[nodiscard]] HtmlHint of(const GumboNode& node);

 private:
  HtmlHint of_words(std::string_view words);
  std::unordered_map<std::string, HtmlHint> known_;
};

}  // namespace claimbase::reading

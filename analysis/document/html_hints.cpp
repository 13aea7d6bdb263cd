#include "analysis/document/html_hints.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "analysis/document/html_node.h"
#include "analysis/document/phrases.h"
#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestWords = 400;  // bytes of a class attribute that are looked at
constexpr std::size_t kMostKnown = 20'000;

struct Pattern {
  HtmlHint hint = HtmlHint::none;
  std::string_view pattern;
};

HtmlHint hint_from(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, HtmlHint>, 11> kNames{{{"main", HtmlHint::main},
                                                                          {"content", HtmlHint::content},
                                                                          {"navigation", HtmlHint::navigation},
                                                                          {"promotion", HtmlHint::promotion},
                                                                          {"disclaimer", HtmlHint::disclaimer},
                                                                          {"metadata", HtmlHint::metadata},
                                                                          {"contents", HtmlHint::contents},
                                                                          {"references", HtmlHint::references},
                                                                          {"question", HtmlHint::question},
                                                                          {"answer", HtmlHint::answer},
                                                                          {"hidden", HtmlHint::hidden}}};
  const auto* const found = std::ranges::find(kNames, name, [](const auto& each) { return each.first; });
  return found == kNames.end() ? HtmlHint::none : found->second;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> made = [] {
    std::vector<Pattern> rows;
    for (const auto& row : tsv_rows(resource("document/html_hints.tsv")))
      rows.push_back({hint_from(row.at(0)), row.at(1)});
    return rows;
  }();
  return made;
}

}  // namespace

HtmlHint HtmlHints::of_words(std::string_view words) {
  if (words.empty()) return HtmlHint::none;
  std::string lower = lower_ascii(words.substr(0, kLongestWords));
  if (const auto found = known_.find(lower); found != known_.end()) return found->second;
  HtmlHint hint = HtmlHint::none;
  for (const Pattern& each : patterns()) {
    std::string_view rest = lower;
    while (!rest.empty() && hint == HtmlHint::none) {
      const std::size_t end = std::min(rest.find_first_of(" \t\r\n\f"), rest.size());
      if (end > 0 && matches_pattern(each.pattern, rest.substr(0, end))) hint = each.hint;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (hint != HtmlHint::none) break;
  }
  if (known_.size() < kMostKnown) known_.emplace(std::move(lower), hint);
  return hint;
}

HtmlHint HtmlHints::of(const GumboNode& node) {
  if (!is_element(node) || node.v.element.attributes.length == 0) return HtmlHint::none;
  for (const std::string_view name : {"role", "class", "id"}) {
    const HtmlHint hint = of_words(attribute(node, name));
    if (hint != HtmlHint::none) return hint;
  }
  return HtmlHint::none;
}

}  // namespace claimbase::reading

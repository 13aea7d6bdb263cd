#include "analysis/document/html_reader.h"

#include <string>
#include <utility>
#include <vector>

#include "analysis/document/date_line.h"
#include "analysis/document/html_head.h"
#include "analysis/document/html_links.h"
#include "analysis/document/html_main.h"
#include "analysis/document/html_node.h"
#include "analysis/document/html_tree.h"
#include "analysis/document/html_walk.h"
#include "analysis/document/structure.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

Diagnostic diagnostic_of(HtmlFault fault, const ReadBounds& bounds) {
  switch (fault) {
    case HtmlFault::too_deep:
      return {Severity::error,
              "document.too-deep",
              {},
              "more than " + std::to_string(bounds.nesting) + " elements in one another"};
    case HtmlFault::too_slow:
      return {Severity::error,
              "document.too-slow",
              {},
              "not parsed in " + std::to_string(bounds.time.count()) + " milliseconds of the processor"};
    case HtmlFault::none:
    case HtmlFault::too_complex:
      break;
  }
  return {Severity::error, "document.too-complex", {}, "more elements or attributes than a page can have"};
}

struct Heading {
  const GumboNode* node = nullptr;
  bool inside = false;  // of the main element
};

void collect_headings(const GumboNode& node, const GumboNode& main, bool inside, std::vector<Heading>& found) {
  if (!is_element(node) || is_unread(node)) return;
  const GumboTag tag = tag_of(node);
  if (tag == GUMBO_TAG_NAV || (tag == GUMBO_TAG_FOOTER && !inside)) return;
  if (tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_H2) return found.push_back({&node, inside});
  for (const GumboNode* child : children_of(node)) collect_headings(*child, main, inside || child == &main, found);
}

// The heading that says what the page's title says; else the first <h1> of the article; else the only one of the page.
const GumboNode* find_title(const GumboNode& root, const GumboNode& main, const HtmlHead& head) {
  constexpr std::size_t kFewestLetters = 8;  // fewer may stand in any title
  std::vector<Heading> headings;
  collect_headings(root, main, &root == &main, headings);
  const std::string headline = fold(head.headline);
  const std::string page_title = fold(head.page_title);
  const GumboNode* first = nullptr;
  const GumboNode* only = nullptr;
  std::size_t count = 0;
  for (const Heading& each : headings) {
    const std::string words = fold(trim(words_of(*each.node, 1000)));
    if (words.empty()) continue;
    if (words == headline || (words.size() >= kFewestLetters && page_title.starts_with(words))) return each.node;
    if (tag_of(*each.node) != GUMBO_TAG_H1) continue;
    if (each.inside && first == nullptr) first = each.node;
    only = ++count == 1 ? each.node : nullptr;
  }
  return first != nullptr ? first : only;
}

struct SplitPageTitle {
  std::string title;
  std::string site;
};

// "Title | Site".
SplitPageTitle split_page_title(const std::string& whole, const std::string& publisher, const std::string& heading) {
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " · ", " :: ", " » ", ": "}) {
    const std::size_t at = whole.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    SplitPageTitle split{whole.substr(0, at), whole.substr(at + separator.size())};
    const bool named = !publisher.empty() && fold_alphanumeric(split.site) == fold_alphanumeric(publisher);
    const bool headed = !heading.empty() && fold(split.title) == fold(heading) && split.site.size() <= 40;
    if (named || headed || (separator == " | " && split.site.size() <= 40)) return split;
  }
  return {whole, ""};
}

void set_metadata(const HtmlHead& head, const std::string& heading, Document& document) {
  const SplitPageTitle split = split_page_title(head.page_title, head.publisher, heading);
  const std::string& named =
      head.headline.empty() ? split.title : split_page_title(head.headline, head.publisher, heading).title;
  document.title = heading.empty() ? named : heading;
  if (!heading.empty() && !named.empty() && fold_alphanumeric(named) != fold_alphanumeric(heading))
    document.alternative_title = named;
  document.publisher = head.publisher.empty() ? split.site : head.publisher;
  document.date = head.date;
  document.url = head.url;
  if (document.language == "und" && !head.language.empty()) document.language = head.language;
}

// White space runs to one space, none at the ends.
std::string one_line(std::string_view text) {
  std::string made;
  for (const char c : text) {
    const bool space = c == ' ' || (c >= '\t' && c <= '\r');
    if (!space) made += c;
    if (space && !made.empty() && made.back() != ' ') made += ' ';
  }
  if (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

// "Feb. 23, 2015 -- A new study ...": how a newspaper begins.
std::string dateline_of(const Document& document) {
  constexpr std::size_t kLongest = 40;
  constexpr int kFirst = 3;  // paragraphs
  int seen = 0;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::paragraph || block.role != BlockRole::content) continue;
    if (++seen > kFirst) break;
    const std::string_view beginning = block.range.of(document.text).substr(0, kLongest);
    for (const std::string_view dash : {" -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 "}) {
      const std::size_t end = beginning.find(dash);
      if (end == std::string_view::npos) continue;
      if (const auto read = read_date_line(beginning.substr(0, end)); read && read->publisher.empty())
        return read->date;
    }
  }
  return {};
}

}  // namespace

void read_html(std::string_view source, const ReadOptions& options, Document& document) {
  const HtmlTree tree = parse_html(source, options.bounds.nesting, options.bounds.time);
  if (tree.root() == nullptr) {
    document.diagnostics.push_back(diagnostic_of(tree.fault(), options.bounds));
    return;
  }
  const GumboNode& root = *tree.root();
  const HtmlHead head = read_html_head(root);
  const HtmlMasses masses = weigh_html(root);
  const HtmlLinks links(root, head.host);
  HtmlHints hints;
  const GumboNode* main = find_main(root, masses, hints);
  const GumboNode* title = find_title(root, *main, head);
  set_metadata(head, title == nullptr ? std::string() : one_line(words_of(*title, 1000)), document);
  StructureBuilder build(document);
  HtmlWalker({source, &root, main, title, masses, links, hints}, build).run();
  build.finish();
  if (document.date.empty()) document.date = dateline_of(document);
}

}  // namespace claimbase::reading

#include "analysis/document/html_node.h"

#include <algorithm>
#include <array>

namespace claimbase::reading {
namespace {

constexpr std::array kUnread{GUMBO_TAG_SCRIPT,   GUMBO_TAG_STYLE,   GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
                             GUMBO_TAG_MATH,     GUMBO_TAG_IFRAME,  GUMBO_TAG_OBJECT,   GUMBO_TAG_CANVAS,
                             GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,  GUMBO_TAG_INPUT,    GUMBO_TAG_TEXTAREA,
                             GUMBO_TAG_NOSCRIPT, GUMBO_TAG_HEAD,    GUMBO_TAG_AUDIO,    GUMBO_TAG_VIDEO,
                             GUMBO_TAG_EMBED,    GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_PROGRESS};

constexpr std::array kBlocks{
    GUMBO_TAG_ADDRESS, GUMBO_TAG_ARTICLE,  GUMBO_TAG_ASIDE,   GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BODY,
    GUMBO_TAG_CENTER,  GUMBO_TAG_DD,       GUMBO_TAG_DETAILS, GUMBO_TAG_DIV,        GUMBO_TAG_DL,
    GUMBO_TAG_DT,      GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FOOTER,
    GUMBO_TAG_FORM,    GUMBO_TAG_H1,       GUMBO_TAG_H2,      GUMBO_TAG_H3,         GUMBO_TAG_H4,
    GUMBO_TAG_H5,      GUMBO_TAG_H6,       GUMBO_TAG_HEADER,  GUMBO_TAG_HGROUP,     GUMBO_TAG_HR,
    GUMBO_TAG_LI,      GUMBO_TAG_MAIN,     GUMBO_TAG_NAV,     GUMBO_TAG_OL,         GUMBO_TAG_P,
    GUMBO_TAG_PRE,     GUMBO_TAG_SECTION,  GUMBO_TAG_SUMMARY, GUMBO_TAG_TABLE,      GUMBO_TAG_CAPTION,
    GUMBO_TAG_TBODY,   GUMBO_TAG_THEAD,    GUMBO_TAG_TFOOT,   GUMBO_TAG_TR,         GUMBO_TAG_TD,
    GUMBO_TAG_TH,      GUMBO_TAG_UL,       GUMBO_TAG_HTML};

using Tags = std::array<bool, GUMBO_TAG_LAST + 1>;

template <typename List>
constexpr Tags tags_of(const List& list) {
  Tags made{};
  for (const GumboTag tag : list) made[tag] = true;
  return made;
}

constexpr Tags kIsUnread = tags_of(kUnread);
constexpr Tags kIsBlock = tags_of(kBlocks);

// Gumbo has put names in lower case.
const GumboAttribute* find_attribute(const GumboNode& node, std::string_view name) {
  if (!is_element(node)) return nullptr;
  const GumboVector& all = node.v.element.attributes;
  for (unsigned i = 0; i < all.length; ++i) {
    const auto* each = static_cast<const GumboAttribute*>(all.data[i]);
    if (each->name[0] == name.front() && name == each->name) return each;
  }
  return nullptr;
}

void collect(const GumboNode& node, std::size_t limit, std::string& words) {
  if (words.size() >= limit || is_unread(node)) return;
  if (is_words(node)) words += node.v.text.text;
  for (const GumboNode* child : children_of(node)) collect(*child, limit, words);
  if (is_element(node) && (is_block(tag_of(node)) || tag_of(node) == GUMBO_TAG_BR)) words += ' ';
}

}  // namespace

std::string_view attribute(const GumboNode& node, std::string_view name) {
  const GumboAttribute* found = find_attribute(node, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, std::string_view name) {
  return find_attribute(node, name) != nullptr;
}

std::string words_of(const GumboNode& node, std::size_t limit) {
  std::string words;
  collect(node, limit, words);
  return words;
}

bool is_unread(const GumboNode& node) {
  return kIsUnread[tag_of(node)];
}

bool is_block(GumboTag tag) {
  return kIsBlock[tag];
}

bool is_bold_alone(const GumboNode& node) {
  const GumboNode* only = nullptr;
  for (const GumboNode* child : children_of(node)) {
    if (child->type == GUMBO_NODE_WHITESPACE || child->type == GUMBO_NODE_COMMENT) continue;
    if (only != nullptr) return false;
    only = child;
  }
  return only != nullptr && (tag_of(*only) == GUMBO_TAG_B || tag_of(*only) == GUMBO_TAG_STRONG);
}

int heading_level(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

std::string lower_ascii(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return made;
}

}  // namespace claimbase::reading

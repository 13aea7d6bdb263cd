#include "analysis/document/html_main.h"

#include <algorithm>
#include <string_view>

#include "analysis/document/html_node.h"

namespace claimbase::reading {
namespace {

// Letters and digits count, white space does not.
std::uint32_t size_of_words(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::ranges::count_if(text, [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

bool holds_prose(GumboTag tag) {
  return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_DD ||
         tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_PRE;
}

constexpr std::uint32_t kShortestProse = 40;  // less is a label or a message

class Scale {
 public:
  explicit Scale(HtmlMasses& masses) : masses_(masses) {}

  HtmlMass weigh(const GumboNode& node, bool linked, bool prose) {
    HtmlMass mass;
    if (is_words(node)) {
      mass.words = size_of_words(node.v.text.text);
      if (linked) {
        mass.links = mass.words;
      } else if (prose) {
        mass.prose = mass.words;
      }
      return mass;
    }
    if (!is_element(node) || is_unread(node)) return mass;
    const GumboTag tag = tag_of(node);
    const bool is_link = tag == GUMBO_TAG_A && has_attribute(node, "href");
    if (is_link) mass.link_count = 1;
    for (const GumboNode* child : children_of(node)) {
      const HtmlMass part = weigh(*child, linked || is_link, prose || holds_prose(tag));
      mass.words += part.words;
      mass.links += part.links;
      mass.prose += part.prose;
      mass.link_count += part.link_count;
    }
    if (holds_prose(tag) && !prose && mass.prose < kShortestProse) mass.prose = 0;
    if (is_block(tag)) masses_.emplace(&node, mass);
    return mass;
  }

 private:
  HtmlMasses& masses_;
};

std::uint32_t prose_of(const GumboNode& node, const HtmlMasses& masses) {
  const auto found = masses.find(&node);
  return found == masses.end() ? 0 : found->second.prose;
}

std::uint32_t words_below(const GumboNode& node, const HtmlMasses& masses) {
  const auto found = masses.find(&node);
  return found == masses.end() ? 0 : found->second.words - found->second.links;
}

// The element of all that `fits`, not in another such, with the most words that are no links.
template <typename Fits>
const GumboNode* heaviest(const GumboNode& node, const HtmlMasses& masses, const Fits& fits) {
  const GumboNode* best = nullptr;
  for (const GumboNode* child : children_of(node)) {
    if (!is_element(*child)) continue;
    const GumboNode* found = fits(*child) ? child : heaviest(*child, masses, fits);
    if (found != nullptr && (best == nullptr || words_below(*found, masses) > words_below(*best, masses))) best = found;
  }
  return best;
}

bool has_most(const GumboNode* part, const GumboNode& whole, const HtmlMasses& masses, std::uint32_t percent) {
  return part != nullptr && words_below(*part, masses) > 0 &&
         std::uint64_t{words_below(*part, masses)} * 100 >= std::uint64_t{words_below(whole, masses)} * percent;
}

// Down to where the prose parts; on a page without paragraphs, the words.
const GumboNode* densest(const GumboNode& root, const HtmlMasses& masses) {
  constexpr std::uint64_t kNearlyAll = 85;
  const bool has_prose = std::uint64_t{prose_of(root, masses)} * 2 > words_below(root, masses);
  const auto size_of = [&](const GumboNode& node) -> std::uint64_t {
    return has_prose ? prose_of(node, masses) : words_below(node, masses);
  };
  const std::uint64_t all = size_of(root);
  const GumboNode* at = &root;
  while (all > 0) {
    const GumboNode* next = nullptr;
    for (const GumboNode* child : children_of(*at)) {
      const GumboTag tag = tag_of(*child);
      if (tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TR) continue;
      if (size_of(*child) * 100 >= all * kNearlyAll) next = child;
    }
    if (next == nullptr) break;
    at = next;
  }
  return at;
}

}  // namespace

HtmlMasses weigh_html(const GumboNode& root) {
  HtmlMasses masses;
  Scale(masses).weigh(root, false, false);
  return masses;
}

const GumboNode* find_main(const GumboNode& root, const HtmlMasses& masses, HtmlHints& hints) {
  constexpr std::uint32_t kMost = 50;  // percent of what is on the page, links aside
  constexpr std::uint32_t kSome = 30;
  const auto is_main = [](const GumboNode& node) {
    return tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
  };
  const auto is_article = [&](const GumboNode& node) {
    return tag_of(node) == GUMBO_TAG_ARTICLE || attribute(node, "itemprop") == "articleBody" ||
           (is_block(tag_of(node)) && tag_of(node) != GUMBO_TAG_BODY && hints.of(node) == HtmlHint::main);
  };
  const GumboNode* found = heaviest(root, masses, is_main);
  const GumboNode& around = has_most(found, root, masses, kSome) ? *found : root;
  const GumboNode* article = heaviest(around, masses, is_article);
  if (has_most(article, around, masses, kMost)) return article;
  return &around == &root ? densest(root, masses) : &around;
}

}  // namespace claimbase::reading

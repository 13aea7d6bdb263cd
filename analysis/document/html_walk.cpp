#include "analysis/document/html_walk.h"

#include <algorithm>
#include <utility>

#include "analysis/document/html_node.h"
#include "analysis/document/phrases.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kFewestLinks = 3;  // of a list that may be a menu

bool is_not_shown(const GumboNode& node) {
  std::string style = lower_ascii(attribute(node, "style").substr(0, 200));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

// Two links side by side are two words, whatever a stylesheet puts between them.
bool follows_link(const GumboNode& node) {
  if (tag_of(node) != GUMBO_TAG_A || node.parent == nullptr || node.index_within_parent == 0) return false;
  const auto before = children_of(*node.parent).begin() + static_cast<std::ptrdiff_t>(node.index_within_parent - 1);
  return tag_of(**before) == GUMBO_TAG_A;
}

Section section_of(std::string_view heading) {
  return heading.size() <= 80 ? known_section(fold(heading)) : Section::none;
}

}  // namespace

HtmlWalker::HtmlWalker(const HtmlPage& page, StructureBuilder& build) : page_(page), build_(build) {
  for (const GumboNode* at = page.main; at != nullptr; at = at->parent) path_.insert(at);
}

void HtmlWalker::run() {
  Place place;
  if (page_.main != page_.root) {
    place.role = BlockRole::navigation;
    place.outside = true;
  }
  node(*page_.root, place);
  build_.close();
  flush_images();
}

HtmlMass HtmlWalker::mass_of(const GumboNode& node) const {
  const auto found = page_.masses.find(&node);
  return found == page_.masses.end() ? HtmlMass() : found->second;
}

std::uint32_t HtmlWalker::offset_of(const GumboNode& node) const {
  const std::uint32_t at = is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
  return std::min(at, static_cast<std::uint32_t>(page_.source.size()));
}

// Below a heading "Sources" behind the article stands what belongs to it.
BlockStart HtmlWalker::start_of(const Place& place, BlockKind kind) const {
  BlockStart start;
  start.kind = kind;
  start.role = place.outside && in_references_ ? BlockRole::content : place.role;
  return start;
}

void HtmlWalker::open(const BlockStart& start) {
  build_.close();
  flush_images();
  build_.open(start);
  for (std::string& id : anchors_) build_.anchor(std::move(id));
  anchors_.clear();
  break_at_ = 0;
}

void HtmlWalker::flush_images() {
  for (const Image& each : std::exchange(images_, {})) {
    build_.open({.kind = BlockKind::caption});
    build_.generated(each.words, each.at);
    build_.close();
  }
}

void HtmlWalker::add_anchor(const GumboNode& node) {
  for (const std::string_view name : {"id", "name"}) {
    const std::string_view id = attribute(node, name);
    if (id.empty() || !page_.links.is_target(id)) continue;
    if (build_.is_open()) {
      build_.anchor(std::string(id));
    } else {
      anchors_.emplace_back(id);
    }
    return;
  }
}

void HtmlWalker::children(const GumboNode& node, const Place& place) {
  for (const GumboNode* child : children_of(node)) this->node(*child, place);
}

void HtmlWalker::node(const GumboNode& node, Place place) {
  if (is_words(node)) return words(node, place);
  if (!is_element(node) || is_unread(node) || build_.full()) return;
  const bool on_path = path_.contains(&node);
  if (!on_path && attribute(node, "aria-hidden") == "true") return;
  if (!is_block(tag_of(node))) return inline_element(node, place);
  if (&node == page_.main) place = {};
  if (!on_path) {
    if (page_.hints.of(node) == HtmlHint::hidden) return;
    place = place_in(node, place);
  }
  block(node, place);
}

// What the element adds to the place. The article's own elements are never classed as chrome.
HtmlWalker::Place HtmlWalker::place_in(const GumboNode& node, Place place) {
  if (place.in_cell) return place;
  const GumboTag tag = tag_of(node);
  const bool small = std::uint64_t{mass_of(node).words} * 2 < mass_of(*page_.main).words;
  if (small || place.outside) take_hint(node, place);
  if (place.role != BlockRole::content) {
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_ASIDE) place.outside = false;
    return place;
  }
  const HtmlMass mass = mass_of(node);
  if (is_not_shown(node)) {
    place.role = BlockRole::metadata;
  } else if (tag == GUMBO_TAG_FOOTER && !in_references_) {
    place.role = BlockRole::navigation;
    place.outside = true;
  } else if (tag == GUMBO_TAG_NAV || (tag == GUMBO_TAG_ASIDE && mass.is_links())) {
    place.role = page_.links.most_of(node) == LinksTo::place ? BlockRole::contents : BlockRole::navigation;
  } else if (small && (tag == GUMBO_TAG_FORM || is_teaser_box(node))) {
    place.role = BlockRole::navigation;
  } else if (small && is_link_list(node)) {
    const LinksTo most = page_.links.most_of(node);
    if (most == LinksTo::place) place.role = BlockRole::contents;
    if (most == LinksTo::site) place.role = BlockRole::navigation;
  }
  return place;
}

void HtmlWalker::take_hint(const GumboNode& node, Place& place) {
  take_question(node, place);
  const auto become = [&](BlockRole role) {
    place.role = role;
    place.outside = false;
  };
  switch (page_.hints.of(node)) {
    case HtmlHint::none:
    case HtmlHint::main:
    case HtmlHint::hidden:
      break;
    case HtmlHint::content:
      if (place.outside) become(BlockRole::content);
      break;
    case HtmlHint::navigation:
      become(BlockRole::navigation);
      break;
    case HtmlHint::promotion:
      become(BlockRole::promotion);
      break;
    case HtmlHint::disclaimer:
      become(BlockRole::disclaimer);
      break;
    case HtmlHint::metadata:
      become(BlockRole::metadata);
      break;
    case HtmlHint::contents:
      become(BlockRole::contents);
      break;
    case HtmlHint::references:
      if (!place.outside && place.role != BlockRole::content) break;
      become(BlockRole::content);
      place.kind = BlockKind::reference;
      break;
    case HtmlHint::question:
      place.kind = BlockKind::question;
      break;
    case HtmlHint::answer:
      place.kind = BlockKind::answer;
      break;
  }
}

// Questions and answers by schema.org's microdata.
void HtmlWalker::take_question(const GumboNode& node, Place& place) const {
  const std::string_view type = attribute(node, "itemtype");
  const std::string_view property = attribute(node, "itemprop");
  if (type.ends_with("schema.org/Question")) {
    place.asked = true;
    if (heading_level(tag_of(node)) > 0) place.kind = BlockKind::question;
  } else if (type.ends_with("schema.org/Answer") || property == "acceptedAnswer") {
    place.asked = false;
    place.kind = BlockKind::answer;
  } else if (place.asked && property == "name") {
    place.kind = BlockKind::question;
  }
}

// Mostly links, and no reference list.
bool HtmlWalker::is_link_list(const GumboNode& node) const {
  const GumboTag tag = tag_of(node);
  const bool list = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL;
  if (!list && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SECTION) return false;
  const HtmlMass mass = mass_of(node);
  return !in_references_ && mass.link_count >= kFewestLinks && mass.is_links();
}

// Titles with a few words to each, none in paragraphs: "read also", the latest news.
bool HtmlWalker::is_teaser_box(const GumboNode& node) const {
  constexpr std::uint64_t kWordsOfTeaser = 150;  // bytes
  const GumboTag tag = tag_of(node);
  if (tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_SECTION && tag != GUMBO_TAG_ASIDE) return false;
  const HtmlMass mass = mass_of(node);
  return !in_references_ && mass.link_count >= kFewestLinks && std::uint64_t{mass.prose} * 10 < mass.words &&
         std::uint64_t{mass.links} * 4 >= mass.words && mass.words < kWordsOfTeaser * mass.link_count;
}

void HtmlWalker::words(const GumboNode& node, const Place& place) {
  const std::string_view text = node.v.text.text;
  const GumboStringPiece original = node.v.text.original_text;
  if (original.data == nullptr || original.data < page_.source.data()) return;
  const auto begin = static_cast<std::size_t>(original.data - page_.source.data());
  if (begin > page_.source.size()) return;
  const std::size_t size = std::min(original.length, page_.source.size() - begin);
  if (!build_.is_open()) {
    const std::string_view trimmed = trim(text);
    // What stood between two elements that are paragraphs here.
    if (trimmed.find_first_not_of(",;|/") == std::string_view::npos) return;
    open(start_of(place, place.kind));
  }
  aligned(text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + size)});
}

void HtmlWalker::inline_element(const GumboNode& node, const Place& place) {
  switch (tag_of(node)) {
    case GUMBO_TAG_BR:
      return line_break(node, place);
    case GUMBO_TAG_IMG:
      return image(node, place);
    default:
      break;
  }
  if (page_.hints.of(node) == HtmlHint::hidden) return;
  if (follows_link(node)) build_.space(offset_of(node));
  add_anchor(node);
  const std::uint32_t begin = build_.here();
  children(node, place);
  if (tag_of(node) == GUMBO_TAG_SUP) build_.mark(MarkKind::superscript, begin);
  if (tag_of(node) == GUMBO_TAG_A) {
    const std::string_view href = attribute(node, "href");
    if (page_.links.kind_of(href) != LinksTo::nothing) build_.mark(MarkKind::link, begin, std::string(href));
  }
}

// Two of them end a paragraph, one where a sentence or an introduction ends.
void HtmlWalker::line_break(const GumboNode& node, const Place& place) {
  if (!build_.has_words()) return;
  const std::string_view words = build_.words();
  const bool twice = break_at_ == build_.here();
  if (!place.in_cell && (twice || ends_sentence(words) || last_character(words) == U':')) return build_.close();
  build_.space(offset_of(node));
  break_at_ = build_.here();
}

// The words of a picture, where they are words.
void HtmlWalker::image(const GumboNode& node, const Place& place) {
  constexpr std::size_t kFewestBytes = 15;
  const std::string_view words = trim(attribute(node, "alt"));
  if (place.role != BlockRole::content || place.in_cell || words.size() < kFewestBytes) return;
  if (words.find(' ') == std::string_view::npos) return;
  if (!images_.empty() && images_.back().words == words) return;
  images_.push_back({std::string(words), offset_of(node)});
}

void HtmlWalker::block(const GumboNode& node, Place place) {
  const GumboTag tag = tag_of(node);
  if (place.in_cell) {
    build_.space(offset_of(node));
    children(node, place);
    return build_.space(offset_of(node));
  }
  if (const int level = heading_level(tag); level > 0) return heading(node, place, level);
  switch (tag) {
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
      return list(node, place);
    case GUMBO_TAG_LI:
      return item(node, place, 0);
    case GUMBO_TAG_TABLE:
      return table(node, place);
    case GUMBO_TAG_DETAILS:
      return details(node, place);
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_CAPTION:
      open(start_of(place, BlockKind::caption));
      children(node, place);
      return build_.close();
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return definition(node, place);
    default:
      break;
  }
  if (build_.has_words()) build_.close();
  add_anchor(node);
  const bool opens = tag == GUMBO_TAG_P && !build_.is_open();
  if (opens) {
    open(start_of(place, place.kind));
    if (is_bold_alone(node)) build_.emphasise();
  }
  children(node, place);
  if (opens || build_.has_words()) build_.close();
}

void HtmlWalker::heading(const GumboNode& node, const Place& place, int level) {
  const Section section = section_of(trim(words_of(node, 200)));
  in_references_ = section == Section::references || section == Section::sources;
  BlockStart start = start_of(place, BlockKind::heading);
  start.level = level;
  if (&node == page_.title) {
    start = {.kind = BlockKind::title};
  } else if (place.kind == BlockKind::question && place.role == BlockRole::content) {
    start.kind = BlockKind::question;
  }
  open(start);
  add_anchor(node);
  children(node, place);
  build_.close();
}

void HtmlWalker::list(const GumboNode& node, Place place) {
  build_.close();
  ++place.depth;
  const bool ordered = tag_of(node) == GUMBO_TAG_OL;
  int number = 1;
  if (const std::string_view start = attribute(node, "start"); ordered && !start.empty() && start.size() < 6)
    number = std::max(std::atoi(std::string(start).c_str()), 1);
  for (const GumboNode* child : children_of(node)) {
    if (tag_of(*child) != GUMBO_TAG_LI) {
      this->node(*child, place);
      continue;
    }
    const Place within = path_.contains(child) ? place : place_in(*child, place);
    item(*child, within, ordered ? number : 0);
    ++number;
  }
  build_.close();
}

void HtmlWalker::item(const GumboNode& node, Place place, int number) {
  const bool reference = place.kind == BlockKind::reference;
  BlockStart start = start_of(place, reference ? BlockKind::reference : BlockKind::list_item);
  start.level = std::max(place.depth - 1, 0);
  start.number = number;
  open(start);
  add_anchor(node);
  if (!reference) place.kind = BlockKind::paragraph;
  children(node, place);
  build_.close();
}

// A list of definitions may be one of questions.
void HtmlWalker::definition(const GumboNode& node, Place place) {
  const bool term = tag_of(node) == GUMBO_TAG_DT;
  if (term) {
    asked_ = place.role == BlockRole::content && last_character(trim(words_of(node, 1000))) == U'?';
  }
  if (!asked_) {
    place.depth = term ? 1 : 2;
    return item(node, place, 0);
  }
  place.kind = term ? BlockKind::question : BlockKind::answer;
  open(start_of(place, place.kind));
  add_anchor(node);
  children(node, place);
  build_.close();
}

// The summary is the question, the rest its answer, where it asks.
void HtmlWalker::details(const GumboNode& node, const Place& place) {
  Place answer = place;
  build_.close();
  for (const GumboNode* child : children_of(node)) {
    if (tag_of(*child) != GUMBO_TAG_SUMMARY) {
      this->node(*child, answer);
      continue;
    }
    const bool asks = last_character(trim(words_of(*child, 1000))) == U'?' && place.role == BlockRole::content;
    const BlockStart start = start_of(place, asks ? BlockKind::question : BlockKind::paragraph);
    open(start);
    if (!asks) build_.emphasise();
    children(*child, place);
    build_.close();
    if (asks) answer.kind = BlockKind::answer;
  }
  build_.close();
}

}  // namespace claimbase::reading

#include "analysis/document/jats_walk.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>

#include "analysis/document/jats_text.h"

namespace claimbase::reading {
namespace {

constexpr std::array<std::string_view, 18> kIgnored{"label",       "title",          "object-id",
                                                    "graphic",     "disp-formula",   "disp-formula-group",
                                                    "tex-math",    "alternatives",   "copyright-statement",
                                                    "permissions", "sec-meta",       "kwd-group",
                                                    "attrib",      "inline-graphic", "alt-text",
                                                    "long-desc",   "counts",         "custom-meta-group"};

constexpr std::array<std::string_view, 6> kCaptioned{"fig",   "table-wrap", "supplementary-material",
                                                     "media", "boxed-text", "chem-struct-wrap"};

// Of the back matter what is no part of the article's argument.
constexpr std::array<std::string_view, 6> kFormalities{"ack", "fn-group", "notes", "glossary", "bio", "author-notes"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

// Declarations of interest, funding and the like are sections too.
bool is_formal_section(pugi::xml_node node) {
  const std::string_view type = node.attribute("sec-type").value();
  return type == "COI-statement" || type == "data-availability" || type == "supplementary-material" ||
         type == "funding" || type == "ethics-statement" || type == "display-objects";
}

pugi::xml_node find_below(pugi::xml_node parent, const char* first, const char* second) {
  return parent.child(first).child(second);
}

}  // namespace

void JatsWalk::read(pugi::xml_node article) {
  read_front(find_below(article, "front", "article-meta"));
  blocks(article.child("body"), 2);
  blocks(article.child("floats-group"), 2);
  blocks(article.child("back"), 2);
  for (const pugi::xml_node part : article.children()) {
    const std::string_view name = local_name(part);
    if (name == "sub-article" || name == "response") read_sub_article(part);
  }
}

void JatsWalk::read_front(pugi::xml_node meta) {
  const pugi::xml_node titles = meta.child("title-group");
  if (const auto title = titles.child("article-title")) {
    builder_.open({.kind = BlockKind::title, .settled = true});
    inlines(title);
    if (const auto subtitle = titles.child("subtitle")) {
      separate(":", subtitle);
      inlines(subtitle);
    }
    document_.title = builder_.words();
    builder_.close();
  }
  builder_.open({.role = BlockRole::metadata, .settled = true});
  for (const pugi::xml_node group : meta.children("contrib-group")) {
    for (const pugi::xml_node contributor : group.children("contrib")) {
      const pugi::xml_node name = contributor.child("name");
      if (!name) continue;
      if (builder_.has_words()) separate(",", name);
      inlines(name.child("given-names"));
      builder_.space(place_of(name));
      inlines(name.child("surname"));
    }
  }
  builder_.close();
  for (const char* name : {"abstract", "trans-abstract"}) {
    for (const pugi::xml_node abstract : meta.children(name)) container(abstract, 2, role_);
  }
  for (const pugi::xml_node group : meta.children("kwd-group")) {
    builder_.open({.role = BlockRole::keywords, .settled = true});
    for (const pugi::xml_node keyword : group.children("kwd")) {
      if (builder_.has_words()) separate(";", keyword);
      inlines(keyword);
    }
    builder_.close();
  }
}

void JatsWalk::read_sub_article(pugi::xml_node article) {
  const BlockRole before = role_;
  role_ = BlockRole::metadata;
  blocks(article.child("body"), 2);
  blocks(article.child("back"), 2);
  role_ = before;
}

void JatsWalk::blocks(pugi::xml_node parent, int level) {
  bool going = budget_.enter();
  for (pugi::xml_node child = parent.first_child(); child && going; child = child.next_sibling()) {
    block(child, level);
    going = budget_.go_on();
  }
  budget_.leave();
}

void JatsWalk::block(pugi::xml_node node, int level) {
  if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) return words(node);
  if (node.type() != pugi::node_element) return;
  const std::string_view name = local_name(node);
  level_ = level;
  if (name == "p" || name == "license-p") return paragraph(node, {.role = role_});
  if (name == "sec" || name == "app")
    return container(node, level, is_formal_section(node) ? BlockRole::metadata : role_);
  if (name == "ref-list") return reference_list(node, level);
  if (name == "list") return list(node, 0, level);
  if (name == "def-list") return definitions(node);
  if (name == "table") return table(node);
  if (is_one_of(name, kIgnored)) return;
  if (is_one_of(name, kCaptioned)) return captioned(node, level);
  if (is_one_of(name, kFormalities)) return container(node, level, BlockRole::metadata);
  blocks(node, level);
}

void JatsWalk::container(pugi::xml_node node, int level, BlockRole role) {
  const BlockRole before = role_;
  role_ = role;
  const pugi::xml_node title = node.child("title");
  if (title) {
    builder_.open({.kind = BlockKind::heading, .role = role, .level = level});
    inlines(title);
    builder_.close();
  }
  blocks(node, title ? level + 1 : level);
  role_ = before;
}

void JatsWalk::paragraph(pugi::xml_node node, BlockStart start) {
  builder_.open(start);
  const BlockStart before = paragraph_;
  paragraph_ = start;
  if (start.kind == BlockKind::list_item) paragraph_ = {.role = start.role};
  inlines(node);
  paragraph_ = before;
  builder_.close();
}

void JatsWalk::list(pugi::xml_node node, int depth, int level) {
  bool going = budget_.enter();
  const bool ordered = std::string_view(node.attribute("list-type").value()) == "order";
  int number = 0;
  for (const pugi::xml_node item : node.children("list-item")) {
    if (!going) break;
    ++number;
    BlockStart start{.kind = BlockKind::list_item, .role = role_, .level = depth, .number = ordered ? number : 0};
    for (const pugi::xml_node child : item.children()) {
      if (local_name(child) == "list") {
        list(child, depth + 1, level);
      } else if (local_name(child) == "p") {
        paragraph(child, start);
        start = {.role = role_};
      } else {
        block(child, level);
      }
    }
    going = budget_.go_on();
  }
  budget_.leave();
}

void JatsWalk::definitions(pugi::xml_node node) {
  for (const pugi::xml_node item : node.children("def-item")) {
    builder_.open({.kind = BlockKind::list_item, .role = role_});
    paragraph_ = {.role = role_};
    inlines(item.child("term"));
    if (builder_.has_words()) separate(":", item.child("def"));
    inlines(item.child("def"));
    builder_.close();
  }
}

// "Table 1. Its title. What is said of it.", then the rows and the notes below them.
void JatsWalk::captioned(pugi::xml_node node, int level) {
  caption(node);
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "caption" || name == "title") continue;
    if (name == "alternatives") {
      if (child.child("table")) table(child.child("table"));
    } else if (name == "table-wrap-foot") {
      for (const pugi::xml_node note : child.children()) {
        if (note.type() == pugi::node_element)
          paragraph(note, {.kind = BlockKind::caption, .role = role_, .settled = true});
      }
    } else {
      block(child, level);
    }
  }
}

void JatsWalk::caption(pugi::xml_node node) {
  builder_.open({.kind = BlockKind::caption, .role = role_, .settled = true});
  paragraph_ = {.kind = BlockKind::caption, .role = role_, .settled = true};
  const auto part = [&](pugi::xml_node each) {
    const std::string_view before = builder_.words();
    const bool stopped = before.empty() || std::string_view(".:?!").find(before.back()) != std::string_view::npos;
    if (builder_.has_words()) separate(stopped ? "" : ".", each);
    inlines(each);
  };
  part(node.child("label"));
  part(node.child("title"));
  for (const pugi::xml_node each : node.child("caption").children()) {
    if (each.type() == pugi::node_element && local_name(each) != "object-id") part(each);
  }
  builder_.close();
}

}  // namespace claimbase::reading

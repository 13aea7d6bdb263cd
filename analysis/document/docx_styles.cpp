#include "analysis/document/docx_styles.h"

#include <algorithm>
#include <vector>

#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

constexpr int kLongestChain = 16;

std::string lower(std::string_view name) {
  std::string made(name);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return made;
}

// What the style itself says, its name included; `made` is what it is based on.
void apply(pugi::xml_node style, DocxStyle& made) {
  const std::string name = lower(value_of(style, "name"));
  constexpr std::string_view kHeading = "heading ";
  if (name.starts_with(kHeading)) {
    const int level = as_number(std::string_view(name).substr(kHeading.size()), 0);
    if (level >= 1 && level <= 9) made.outline = level - 1;
  }
  if (name == "title") made.use = StyleUse::title;
  if (name == "caption") made.use = StyleUse::caption;
  if (name == "toc heading" || name.starts_with("toc ") || name == "table of figures") made.use = StyleUse::contents;
  const pugi::xml_node paragraph = child_of(style, "pPr");
  made.outline = number_of(paragraph, "outlineLvl", made.outline);
  const pugi::xml_node list = child_of(paragraph, "numPr");
  made.list = number_of(list, "numId", made.list);
  made.list_level = number_of(list, "ilvl", made.list_level);
  const pugi::xml_node run = child_of(style, "rPr");
  const std::string_view aligned = value_of(run, "vertAlign");
  if (!aligned.empty()) made.raised = aligned == "superscript";
  if (is_said(run, "b")) made.bold = is_on(run, "b");
  if (is_said(run, "vanish")) made.hidden = is_on(run, "vanish");
}

}  // namespace

DocxStyles::DocxStyles(pugi::xml_node root) {
  std::unordered_map<std::string_view, pugi::xml_node> nodes;
  for (const pugi::xml_node style : root.children()) {
    if (local_name_of(style) != "style") continue;
    nodes.try_emplace(attribute_in(style, "styleId"), style);
    const bool is_default = attribute_in(style, "default") == "1" || attribute_in(style, "default") == "true";
    if (is_default && attribute_in(style, "type") == "paragraph") default_id_ = attribute_in(style, "styleId");
  }
  for (const auto& [id, node] : nodes) {
    std::vector<pugi::xml_node> chain{node};
    for (int step = 0; step < kLongestChain; ++step) {
      const auto base = nodes.find(value_of(chain.back(), "basedOn"));
      if (base == nodes.end()) break;
      chain.push_back(base->second);
    }
    DocxStyle& made = styles_[std::string(id)];
    std::for_each(chain.rbegin(), chain.rend(), [&](pugi::xml_node each) { apply(each, made); });
  }
  const pugi::xml_node defaults = child_of(child_of(child_of(root, "docDefaults"), "rPrDefault"), "rPr");
  language_ = value_of(defaults, "lang");
}

const DocxStyle& DocxStyles::of(std::string_view id) const {
  const auto found = styles_.find(id.empty() ? default_id_ : std::string(id));
  return found == styles_.end() ? plain_ : found->second;
}

}  // namespace claimbase::reading

#include "analysis/document/docx_numbering.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

constexpr int kHighest = 1'000'000;

}  // namespace

void DocxNumbering::read_level(pugi::xml_node node, Abstract& made) {
  const int level = as_number(attribute_in(node, "ilvl"), -1);
  if (level < 0 || level >= kLevels) return;
  Level& place = made.levels[static_cast<std::size_t>(level)];
  place.start = std::clamp(number_of(node, "start", 1), 0, kHighest);
  const std::string_view format = value_of(node, "numFmt");
  place.counts = !format.empty() && format != "bullet" && format != "none";
}

DocxNumbering::DocxNumbering(pugi::xml_node root) {
  for (const pugi::xml_node node : root.children()) {
    if (local_name_of(node) == "abstractNum") {
      Abstract& made = abstracts_[as_number(attribute_in(node, "abstractNumId"), -1)];
      made.defines = value_of(node, "styleLink");
      made.uses = value_of(node, "numStyleLink");
      for (const pugi::xml_node level : node.children()) {
        if (local_name_of(level) == "lvl") read_level(level, made);
      }
    } else if (local_name_of(node) == "num") {
      List& made = lists_[as_number(attribute_in(node, "numId"), -1)];
      made.abstract = number_of(node, "abstractNumId", -1);
      for (const pugi::xml_node over : node.children()) {
        if (local_name_of(over) != "lvlOverride" || !is_said(over, "startOverride")) continue;
        made.restarts[as_number(attribute_in(over, "ilvl"), -1)] =
            std::clamp(number_of(over, "startOverride", 1), 0, kHighest);
      }
    }
  }
  follow_styles();
}

// A list of a list style names an abstract list without levels, which names the style; another one defines it.
void DocxNumbering::follow_styles() {
  std::map<std::string_view, int> defined;
  for (const auto& [id, abstract] : abstracts_) {
    if (!abstract.defines.empty()) defined.emplace(abstract.defines, id);
  }
  for (auto& [id, list] : lists_) {
    const auto abstract = abstracts_.find(list.abstract);
    if (abstract == abstracts_.end() || abstract->second.uses.empty()) continue;
    if (const auto style = defined.find(abstract->second.uses); style != defined.end()) list.abstract = style->second;
  }
}

// Lists of one abstract list go on counting where the other left off, unless they say where they start.
int DocxNumbering::next(int list, int level) {
  const auto named = lists_.find(list);
  if (named == lists_.end() || level < 0 || level >= kLevels) return 0;
  const auto found = abstracts_.find(named->second.abstract);
  if (found == abstracts_.end()) return 0;
  Abstract& abstract = found->second;
  const auto place = static_cast<std::size_t>(level);
  if (!std::exchange(named->second.used, true)) {
    for (const auto& [at, first] : named->second.restarts) {
      if (at < 0 || at >= kLevels) continue;
      abstract.levels[static_cast<std::size_t>(at)].start = first;
      abstract.counted[static_cast<std::size_t>(at)] = 0;
    }
  }
  int& counted = abstract.counted[place];
  counted = counted == 0 ? std::max(abstract.levels[place].start, 1) : std::min(counted + 1, kHighest);
  std::fill(abstract.counted.begin() + level + 1, abstract.counted.end(), 0);
  return abstract.levels[place].counts ? counted : 0;
}

}  // namespace claimbase::reading

#include <array>
#include <pugixml.hpp>
#include <utility>

#include "analysis/document/jats_entry.h"
#include "analysis/document/jats_text.h"
#include "analysis/document/jats_walk.h"

namespace claimbase::reading {
namespace {

bool is_citation(std::string_view name) {
  return name == "element-citation" || name == "mixed-citation" || name == "nlm-citation" || name == "citation" ||
         name == "string-citation" || name == "note" || name == "p";
}

// Between which parts of an entry without punctuation a printed entry has which sign.
std::string_view sign_before(std::string_view name, std::string_view previous) {
  if (name == "lpage" && previous == "fpage") return "-";
  if (name == "volume" && previous == "year") return ";";
  if (name == "issue") return ",";
  if (name == "fpage" && (previous == "volume" || previous == "issue")) return ":";
  if (name == "etal") return ",";
  return ".";
}

}  // namespace

void JatsWalk::reference_list(pugi::xml_node node, int level) {
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "title") {
      builder_.open({.kind = BlockKind::heading, .role = BlockRole::references, .level = level, .settled = true});
      inlines(child);
      builder_.close();
    } else if (name == "ref") {
      reference(child);
    } else if (name == "ref-list") {
      if (budget_.enter()) reference_list(child, level + 1);
      budget_.leave();
    } else if (name == "p") {
      paragraph(child, {.role = BlockRole::references, .settled = true});
    }
  }
}

void JatsWalk::reference(pugi::xml_node node) {
  builder_.open({.kind = BlockKind::reference, .number = label_number(node), .settled = true});
  builder_.anchor(attribute_of(node, "id"));
  bool first = true;
  const auto take = [&](pugi::xml_node citation) {
    if (!first) separate(";", citation);
    builder_.anchor(attribute_of(citation, "id"));
    MarkedEntry entry = read_entry_fields(citation);
    entry.at = builder_.here();
    has_own_words(citation) || entry.fields.empty() ? inlines(citation) : tagged_entry(citation);
    if (first) document_.entries.push_back(std::move(entry));
    first = false;
  };
  for (const pugi::xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    if (is_citation(name)) take(child);
    if (name == "citation-alternatives") {
      const pugi::xml_node element = child.child("element-citation");
      take(element ? element : child.first_child());
    }
  }
  builder_.close();
}

// "Surname Given, Surname Given. Title. Journal. 2012;3:4-5.": what the tags leave unsaid is put between the parts.
void JatsWalk::tagged_entry(pugi::xml_node citation) {
  std::string previous;
  const auto part = [&](pugi::xml_node each, std::string_view sign) {
    const std::string_view before = builder_.words();
    const bool stopped = !before.empty() && std::string_view(".?!").find(before.back()) != std::string_view::npos;
    if (!previous.empty()) {
      sign == "-" || sign == ":" ? builder_.generated(sign, place_of(each))
                                 : separate(sign == "." && stopped ? "" : sign, each);
    }
  };
  const auto person = [&](pugi::xml_node name) {
    part(name, previous == "name" ? "," : ".");
    inlines(name.child("surname"));
    builder_.space(place_of(name));
    inlines(name.child("given-names"));
    previous = "name";
  };
  for (const pugi::xml_node child : citation.children()) {
    const std::string name(local_name(child));
    if (child.type() != pugi::node_element || name == "label" || name == "object-id") continue;
    if (name == "name") {
      person(child);
    } else if (name == "person-group") {
      for (const pugi::xml_node each : child.children()) {
        if (each.type() != pugi::node_element) continue;
        if (local_name(each) == "name") {
          person(each);
        } else {
          part(each, ",");
          local_name(each) == "etal" ? builder_.generated("et al", place_of(each)) : inlines(each);
          previous = "name";
        }
      }
    } else {
      part(child, sign_before(name, previous));
      if (name == "pub-id") {
        builder_.generated(std::string(child.attribute("pub-id-type").value()) + ":", place_of(child));
      }
      name == "etal" ? builder_.generated("et al", place_of(child)) : inlines(child);
      previous = name;
    }
  }
}

}  // namespace claimbase::reading

#include "analysis/document/jats_entry.h"

#include <array>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/document/jats_text.h"

namespace claimbase::reading {
namespace {

struct Part {
  std::string_view element;
  EntryPart part;
};

constexpr std::array kParts{Part{"collab", EntryPart::collective},
                            Part{"etal", EntryPart::et_al},
                            Part{"year", EntryPart::year},
                            Part{"article-title", EntryPart::title},
                            Part{"chapter-title", EntryPart::chapter},
                            Part{"part-title", EntryPart::chapter},
                            Part{"data-title", EntryPart::title},
                            Part{"trans-title", EntryPart::translated_title},
                            Part{"source", EntryPart::container},
                            Part{"volume", EntryPart::volume},
                            Part{"issue", EntryPart::issue},
                            Part{"fpage", EntryPart::first_page},
                            Part{"lpage", EntryPart::last_page},
                            Part{"page-range", EntryPart::pages},
                            Part{"elocation-id", EntryPart::pages},
                            Part{"publisher-name", EntryPart::publisher},
                            Part{"institution", EntryPart::publisher},
                            Part{"uri", EntryPart::url}};

class FieldReader {
 public:
  MarkedEntry read(pugi::xml_node citation) {
    add(EntryPart::type, attribute_of(citation, "publication-type"));
    if (made_.fields.empty()) add(EntryPart::type, attribute_of(citation, "citation-type"));
    walk(citation);
    const auto has = [&](EntryPart part) {
      for (const EntryField& each : made_.fields) {
        if (each.part == part) return true;
      }
      return false;
    };
    made_.complete = (has(EntryPart::title) || has(EntryPart::container) || has(EntryPart::chapter)) &&
                     (has(EntryPart::family) || has(EntryPart::collective) || has(EntryPart::year));
    return std::move(made_);
  }

 private:
  void add(EntryPart part, std::string value) {
    if (!value.empty()) made_.fields.push_back({part, std::move(value)});
  }

  // Without recursion: an entry that is nested deeply costs no stack.
  void walk(pugi::xml_node top) {
    for (pugi::xml_node at = top.first_child(); at && at != top;) {
      if (!take(at) && at.first_child()) {
        at = at.first_child();
        continue;
      }
      while (at != top && !at.next_sibling()) at = at.parent();
      if (at != top) at = at.next_sibling();
    }
  }

  // Whether the element was read, with all that is in it.
  bool take(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "person-group") return is_editor(node);
    if (name == "name" || name == "string-name") {
      take_name(node);
      return true;
    }
    if (name == "pub-id" || name == "object-id") {
      take_identifier(node);
      return true;
    }
    if (name == "ext-link") {
      take_link(node);
      return true;
    }
    if (name == "date-in-citation") {
      if (const auto date = calendar_date(node)) add(EntryPart::accessed, *date);
      return true;
    }
    for (const Part& each : kParts) {
      if (each.element != name) continue;
      add(each.part, name == "etal" ? "et al." : text_below(node));
      return true;
    }
    return false;
  }

  static bool is_editor(pugi::xml_node group) {
    const std::string_view type = group.attribute("person-group-type").value();
    return !type.empty() && type != "author" && type != "allauthors";
  }

  void take_name(pugi::xml_node node) {
    const std::string family = text_below(node.child("surname"));
    if (family.empty()) return add(EntryPart::collective, text_below(node));
    add(EntryPart::family, family);
    add(EntryPart::given, text_below(node.child("given-names")));
  }

  void take_identifier(pugi::xml_node node) {
    const std::string_view type = node.attribute("pub-id-type").value();
    const std::string value = text_below(node);
    if (type == "doi") add(EntryPart::doi, value);
    if (type == "pmid") add(EntryPart::pmid, value);
    if (type == "pmc" || type == "pmcid") add(EntryPart::pmcid, value);
  }

  void take_link(pugi::xml_node node) {
    const std::string address = attribute_of(node, "xlink:href");
    const std::string value = address.empty() ? text_below(node) : address;
    constexpr std::string_view kResolver = "doi.org/";
    const std::size_t resolver = value.find(kResolver);
    if (resolver != std::string::npos) return add(EntryPart::doi, value.substr(resolver + kResolver.size()));
    if (value.starts_with("10.")) return add(EntryPart::doi, value);
    add(EntryPart::url, value);
  }

  MarkedEntry made_;
};

}  // namespace

MarkedEntry read_entry_fields(pugi::xml_node citation) {
  return FieldReader().read(citation);
}

}  // namespace claimbase::reading

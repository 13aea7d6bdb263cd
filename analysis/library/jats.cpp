#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <string>
#include <utility>

#include "analysis/library/readers.h"
#include "analysis/library/xml_slices.h"

namespace claimbase::library {
namespace {

using Node = pugi::xml_node;

/// Names, numbers and titles stand anywhere below the citation: groups of persons may be nested.
class CitationReader : public pugi::xml_tree_walker {
 public:
  explicit CitationReader(std::uint32_t line) { made.line = line; }

  bool for_each(Node& node) override {
    if (node.type() != pugi::node_element) return true;
    const std::string_view name = node.name();
    Reference& work = made.work;
    if (name == "name" || name == "string-name") add_person(node);
    if (name == "collab") add(node, {{}, {}, clean(text_in(node))});
    if (name == "etal") work.et_al = true;
    if (name == "article-title" || name == "chapter-title") set(work.title, node);
    if (name == "data-title" || name == "part-title") set(work.title, node);
    if (name == "source") set(work.container_title, node);
    if (name == "year") put_date(made, text_in(node));
    if (name == "volume") set(work.volume, node);
    if (name == "issue") set(work.issue, node);
    if (name == "fpage" || name == "elocation-id") set(first_page, node);
    if (name == "lpage") set(last_page, node);
    if (name == "page-range" && first_page.empty()) set(first_page, node);
    if (name == "publisher-name") set(work.publisher, node);
    if (name == "date-in-citation") put_accessed(node);
    if (name == "pub-id") add_identifier(node);
    if (name == "ext-link" || name == "uri") add_link(node);
    if (name == "comment") add_comment(node);
    return true;
  }

  LibraryRecord made;
  std::string first_page;
  std::string last_page;

 private:
  static void set(std::string& field, const Node& node) { put(field, text_in(node)); }

  static bool is_editor(const Node& node) {
    Node at = node.parent();
    for (int depth = 0; depth < 4 && at; ++depth, at = at.parent()) {
      if (at.attribute("person-group-type").value() == std::string_view("editor")) return true;
    }
    return false;
  }

  void add(const Node& node, Author author) {
    (is_editor(node) ? made.editors : made.work.authors).push_back(std::move(author));
  }

  void add_person(const Node& node) {
    if (node.name() == std::string_view("name") && node.parent().name() == std::string_view("string-name")) return;
    const std::string family = text_in(node.child("surname"));
    if (family.empty()) {
      if (!node.child("name")) add(node, author_of(clean(text_in(node))));
      return;
    }
    add(node, person(family, text_in(node.child("given-names")), text_in(node.child("suffix"))));
  }

  void put_accessed(const Node& node) {
    if (made.work.accessed.empty()) made.work.accessed = date_of(clean(text_in(node)));
  }

  void add_identifier(const Node& node) {
    Reference& work = made.work;
    const std::string_view type = node.attribute("pub-id-type").value();
    const std::string value = text_in(node);
    if (type == "doi" && work.doi.empty()) work.doi = doi_of(value);
    if (type == "pmid" && work.pmid.empty()) work.pmid = pmid_of(value);
    if ((type == "pmcid" || type == "pmc") && work.pmcid.empty()) {
      work.pmcid = pmcid_of(value.find("PMC") == std::string::npos ? "PMC" + value : value);
    }
  }

  void add_link(const Node& node) {
    Reference& work = made.work;
    std::string address = clean(node.attribute("xlink:href").value());
    if (address.empty()) address = clean(text_in(node));
    const auto at = address.find("/pubmed/");
    if (address.find("doi.org/") != std::string::npos) {
      if (work.doi.empty()) work.doi = doi_of(address);
    } else if (at != std::string::npos) {
      if (work.pmid.empty()) work.pmid = pmid_of(std::string_view(address).substr(at));
    } else if (work.url.empty() && address.starts_with("http") && address.find('.') != std::string::npos) {
      work.url = std::move(address);
    }
  }

  void add_comment(const Node& node) {
    const std::string text = text_in(node);
    if (made.work.doi.empty() && text.find("doi") != std::string::npos) made.work.doi = doi_of(text);
  }
};

// A citation without elements is an entry as any reference list prints it.
void read_printed(LibraryRecord& record, const Node& citation) {
  const std::uint32_t line = record.line;
  Reference printed = parse_reference(clean(text_in(citation)));
  record = LibraryRecord{};
  record.line = line;
  record.work = std::move(printed);
  record.work.raw.clear();
  if (record.work.year) record.date = std::to_string(*record.work.year);
}

LibraryRecord record_of(const Node& citation, std::uint32_t line) {
  CitationReader reader(line);
  Node start = citation;
  start.traverse(reader);
  LibraryRecord made = std::move(reader.made);
  Reference& work = made.work;
  const bool empty = work.title.empty() && work.container_title.empty() && work.doi.empty() && work.pmid.empty();
  if (empty) {
    read_printed(made, citation);
    return made;
  }
  const std::string_view own = citation.attribute("publication-type").value();
  work.type = csl_type("jats", own.empty() ? citation.attribute("citation-type").value() : own);
  if (work.title.empty()) work.title = std::exchange(work.container_title, {});
  if (work.type == "book" && !work.container_title.empty()) work.type = "chapter";
  work.page = pages_of(reader.last_page.empty() || reader.last_page == reader.first_page
                           ? reader.first_page
                           : reader.first_page + "-" + reader.last_page);
  return made;
}

}  // namespace

void read_jats(std::string_view text, Collector& records) {
  constexpr std::array<const char*, 4> kCitations{"element-citation", "mixed-citation", "nlm-citation", "citation"};
  each_element(
      text, "ref",
      {[&](const Node& element, std::size_t offset) {
         const std::uint32_t line = records.line_of(offset);
         const std::string key = clean(element.attribute("id").value());
         for (const Node& child : element.children()) {
           const Node citation =
               child.name() == std::string_view("citation-alternatives") ? child.first_child() : child;
           if (std::find(kCitations.begin(), kCitations.end(), std::string_view(citation.name())) == kCitations.end())
             continue;
           LibraryRecord record = record_of(citation, line);
           record.key = key;
           records.add(std::move(record));
         }
       },
       [&](std::size_t offset, std::string_view what) {
         records.say(Severity::warning, "library.broken-record", records.line_of(offset),
                     "a reference that is no well-formed XML: " + std::string(what));
       }});
}

}  // namespace claimbase::library

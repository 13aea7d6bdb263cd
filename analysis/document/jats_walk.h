// The tree of a JATS article, walked into blocks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/document/budget.h"
#include "analysis/document/structure.h"

namespace pugi {
class xml_node;
}

namespace claimbase::reading {

class JatsWalk {
 public:
  /// `source` is what the tree was parsed from; offsets in the tree are of its byte `begin`.
  JatsWalk(std::string_view source, std::uint32_t begin, Budget& budget, Document& document, StructureBuilder& builder)
      : source_(source), begin_(begin), budget_(budget), document_(document), builder_(builder) {}

  /// Title, authors, abstracts, keywords, body, floats, back; then parts that are articles of their own (reviews,
  /// answers), as metadata. Stops where `budget` is over.
  void read(pugi::xml_node article);

 private:
  void read_front(pugi::xml_node meta);
  void read_sub_article(pugi::xml_node article);
  void blocks(pugi::xml_node parent, int level);
  void block(pugi::xml_node node, int level);
  void container(pugi::xml_node node, int level, BlockRole role);
  void list(pugi::xml_node node, int depth, int level);
  void definitions(pugi::xml_node node);
  void captioned(pugi::xml_node node, int level);
  void caption(pugi::xml_node node);
  void table(pugi::xml_node node);
  void row(pugi::xml_node node, bool header, std::vector<int>& spans);
  void reference_list(pugi::xml_node node, int level);
  void reference(pugi::xml_node node);
  void tagged_entry(pugi::xml_node citation);
  void paragraph(pugi::xml_node node, BlockStart start);
  void inlines(pugi::xml_node parent);
  void inline_element(pugi::xml_node node, std::string_view name);
  void xref(pugi::xml_node node);
  void raised(pugi::xml_node node);
  void words(pugi::xml_node node);
  void separate(std::string_view sign, pugi::xml_node before);
  [[nodiscard]] std::uint32_t place_of(pugi::xml_node node) const;

  std::string_view source_;
  std::uint32_t begin_;
  Budget& budget_;
  Document& document_;
  StructureBuilder& builder_;
  BlockRole role_ = BlockRole::content;
  BlockStart paragraph_;  // what a paragraph goes on as behind a table or list in it
  int level_ = 2;
  std::uint32_t last_xref_ = 0;  // where it begins
};

}  // namespace claimbase::reading

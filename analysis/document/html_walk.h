// The blocks of a page, in its order, into a StructureBuilder.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/document/html_hints.h"
#include "analysis/document/html_links.h"
#include "analysis/document/html_main.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {

/// What has been found out of a page before it is walked.
struct HtmlPage {
  std::string_view source;
  const GumboNode* root = nullptr;
  const GumboNode* main = nullptr;
  const GumboNode* title = nullptr;  // the heading that is the title; may be null
  const HtmlMasses& masses;
  const HtmlLinks& links;
  HtmlHints& hints;
};

class HtmlWalker {
 public:
  HtmlWalker(const HtmlPage& page, StructureBuilder& build);
  void run();

 private:
  // What the elements around say of what is in them.
  struct Place {
    BlockRole role = BlockRole::content;
    BlockKind kind =
        BlockKind::paragraph;  // of what has no kind of its own: paragraph, question, answer, reference ...
    bool outside = false;      // of the article: its role by that alone
    bool in_cell = false;
    int depth = 0;       // of lists
    int number = 0;      // of the list item next in an <ol>
    bool asked = false;  // in a schema.org/Question: what is its name asks
  };

  void node(const GumboNode& node, Place place);
  void children(const GumboNode& node, const Place& place);
  void words(const GumboNode& node, const Place& place);
  void aligned(std::string_view words, ByteRange source);
  void inline_element(const GumboNode& node, const Place& place);
  void line_break(const GumboNode& node, const Place& place);
  void image(const GumboNode& node, const Place& place);
  void block(const GumboNode& node, Place place);
  void heading(const GumboNode& node, const Place& place, int level);
  void list(const GumboNode& node, Place place);
  void item(const GumboNode& node, Place place, int number);
  void definition(const GumboNode& node, Place place);
  void table(const GumboNode& node, const Place& place);
  void rows(const GumboNode& node, const Place& place, bool head);
  void row(const GumboNode& node, Place place, bool head);
  void cells(const GumboNode& row, const Place& place);
  void held_cells();
  void details(const GumboNode& node, const Place& place);

  [[nodiscard]] Place place_in(const GumboNode& node, Place place);
  void take_hint(const GumboNode& node, Place& place);
  [[nodiscard]] bool is_link_list(const GumboNode& node) const;
  [[nodiscard]] bool is_teaser_box(const GumboNode& node) const;
  void take_question(const GumboNode& node, Place& place) const;
  [[nodiscard]] bool is_layout(const GumboNode& table) const;
  [[nodiscard]] HtmlMass mass_of(const GumboNode& node) const;
  [[nodiscard]] BlockStart start_of(const Place& place, BlockKind kind) const;
  [[nodiscard]] std::uint32_t offset_of(const GumboNode& node) const;
  void open(const BlockStart& start);
  void add_anchor(const GumboNode& node);
  void flush_images();

  HtmlPage page_;
  StructureBuilder& build_;
  std::unordered_set<const GumboNode*> path_;  // from the root to the main element
  bool in_references_ = false;                 // below a heading that opens a reference list
  bool asked_ = false;                         // the last <dt> was a question
  std::vector<int> held_;                      // for each column, how many rows a cell above still takes
  std::size_t column_ = 0;                     // of the next cell
  std::uint32_t break_at_ = 0;                 // where the last <br> was
  std::vector<std::string> anchors_;           // that wait for a block
  struct Image {
    std::string words;
    std::uint32_t at = 0;
  };
  std::vector<Image> images_;  // that wait for the end of their paragraph
};

}  // namespace claimbase::reading

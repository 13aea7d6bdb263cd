// What MD4C reports, turned into blocks.
#pragma once

#include <md4c.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/markdown_mask.h"
#include "analysis/document/structure.h"

namespace claimbase::reading {

/// Takes the events of one or more runs of md_parse over parts of `masked.text`, which must outlive it.
class MarkdownWalk {
 public:
  MarkdownWalk(const MaskedMarkdown& masked, StructureBuilder& builder);

  void enter(MD_BLOCKTYPE type, const void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter(MD_SPANTYPE type, const void* detail);
  void leave(MD_SPANTYPE type);
  void take(MD_TEXTTYPE type, std::string_view words);

  /// From now on all blocks are parts of the one that is open, a footnote, and `text` has the offsets of the source.
  void flatten(std::string_view text) {
    text_ = text;
    flat_ = true;
  }
  /// The parser made more of the text than it holds.
  [[nodiscard]] bool over_budget() const { return budget_ == 0; }

 private:
  struct List {
    bool ordered = false;
    int next = 0;
  };
  struct Link {
    std::uint32_t begin = 0;
    std::string target;
  };

  [[nodiscard]] ByteRange range_of(std::string_view words) const;
  [[nodiscard]] std::uint32_t place(std::uint32_t offset) const;
  [[nodiscard]] ByteRange source_of(ByteRange range) const;
  void open(const BlockStart& start);
  void close();
  void open_item();
  void open_row();
  void add(std::string_view words, ByteRange source);
  void take_html(std::string_view words);
  void take_block_tag(std::string_view name, bool closing, std::uint32_t at);
  void end_line();
  void break_line(bool hard);
  void end_link();
  void show_alternatives();
  void spend(std::size_t amount);

  std::string_view text_;
  const std::vector<Inserted>& inserted_;
  StructureBuilder& builder_;
  std::vector<List> lists_;
  std::vector<Link> links_;
  std::vector<ByteRange> alternatives_;  // of images in the open block
  std::size_t budget_;
  std::uint32_t at_ = 0;  // behind the last byte of the text seen
  std::uint32_t raised_ = 0;
  int strong_ = 0;
  int images_ = 0;
  int deleted_ = 0;
  bool all_strong_ = true;
  bool fresh_item_ = false;
  bool in_paragraph_ = false;
  bool in_heading_ = false;
  bool in_header_row_ = false;
  bool in_references_ = false;
  bool flat_ = false;
};

}  // namespace claimbase::reading

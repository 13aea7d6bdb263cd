// What a reader of marked-up text gives to the common assembly: blocks in reading order, each with what the markup says
// of it, and inside them words with the source bytes they came from, marks and anchors. What no markup says (a heading
// "Referenties", site chrome in words, questions) the passes of passes.h find, as they do in plain text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/document.h"
#include "analysis/document/draft.h"

namespace claimbase::reading {

/// What the markup says of a block. Defaults: a paragraph of content, its role still to be found by its words.
struct BlockStart {
  BlockKind kind = BlockKind::paragraph;
  BlockRole role = BlockRole::content;
  int level = 0;         // heading 1..6; list item: nesting depth from 0
  int number = 0;        // list item or reference: its number; 0: none
  bool settled = false;  // kind and role are final (title, caption, reference, answer ... and any role but content are)
};

/// Builds Document::text and the drafts. Blocks follow one another: opening one closes the last, and a block without
/// words leaves no trace. White space is made one space, none at either end of a block or cell. Linear.
class StructureBuilder {
 public:
  /// Appends to `document`; its blocks must be empty.
  explicit StructureBuilder(Document& document) : document_(document) {}

  void open(const BlockStart& start);
  void close();
  [[nodiscard]] bool is_open() const { return open_; }
  /// Whether the open block has words.
  [[nodiscard]] bool has_words() const { return open_ && document_.text.size() > begin_; }
  /// The open block as far as it has come; valid until the next call.
  [[nodiscard]] std::string_view words() const {
    return std::string_view(document_.text).substr(open_ ? begin_ : end());
  }

  /// Words of the open block; without one a paragraph is opened. As long as `source`: taken from there verbatim, else
  /// as a whole (a decoded entity, an expanded tab).
  void text(std::string_view words, ByteRange source);
  /// Words that are not in the source, in the place of `at` ("[", "1.").
  void generated(std::string_view words, std::uint32_t at) { text(words, {at, at}); }
  /// White space at this place: <br>, a tag that separates.
  void space(std::uint32_t at) { text(" ", {at, at}); }

  /// Begins the next cell of the open table row; its words follow.
  void cell();

  /// Where the next word will be put: the begin of a mark.
  [[nodiscard]] std::uint32_t here() const;
  /// Marks what was added since `begin` (of here()); nothing where no words were.
  void mark(MarkKind kind, std::uint32_t begin, std::string target = {});
  /// The id of what comes next.
  void anchor(std::string id);
  /// The open block is all emphasised: may be a heading by its shape.
  void emphasise() { draft_.emphasised = true; }

  [[nodiscard]] bool full() const { return drafts_.size() >= kMostDrafts; }

  /// Takes back all that was built, and says why.
  void abandon(Diagnostic why);

  /// Closes, runs the passes, and fills Document::blocks, languages excepted.
  void finish();

 private:
  [[nodiscard]] std::uint32_t end() const { return static_cast<std::uint32_t>(document_.text.size()); }
  void append(std::string_view words, ByteRange source);
  void add_words(std::string_view words, ByteRange source);
  void add_space(ByteRange source);
  void end_cell();

  Document& document_;
  Drafts drafts_;
  Draft draft_;
  bool open_ = false;
  bool in_cell_ = false;
  bool space_ = false;       // white space waits for a word
  ByteRange space_source_;   // of it
  std::uint32_t begin_ = 0;  // of the open block
  std::uint32_t cell_begin_ = 0;
  std::uint32_t line_ = 0;  // counts blocks as if each were a line
  std::uint32_t last_source_ = 0;
};

}  // namespace claimbase::reading

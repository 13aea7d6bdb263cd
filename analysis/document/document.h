// An article as read: its text, metadata, and structure. All ranges are bytes of `Document::text`. For plain text that
// is the source: the file's own bytes where those are UTF-8 and else their conversion (`encoding` says from what). For
// other formats it is the text taken out of the markup, and `source_map` leads back to the source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/diagnostic.h"
#include "analysis/document/source_map.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

enum class BlockKind : std::uint8_t {
  title,
  heading,
  paragraph,
  list_item,
  table_header,
  table_row,
  question,
  answer,
  caption,
  reference
};

/// What a block is for. Only `content` makes claims; everything stays searchable.
enum class BlockRole : std::uint8_t {
  content,
  keywords,
  contents,
  navigation,
  promotion,
  disclaimer,
  references,
  metadata,
  regulatory  ///< speaks of what may legally be claimed
};

[[nodiscard]] std::string_view to_string(BlockKind kind);  // "list_item" ...
[[nodiscard]] std::string_view to_string(BlockRole role);

struct Block {
  BlockKind kind = BlockKind::paragraph;
  BlockRole role = BlockRole::content;
  ByteRange range;   // without bullet, list number, "V:"/"A:" prefix, '#' or surrounding white space
  int level = 0;     // title 1 (page title 0); heading 1..6; list item: nesting depth from 0
  int number = 0;    // the printed number of a numbered heading, list item or reference entry; 0: none
  int heading = -1;  // index in Document::blocks of the nearest heading above it (for a heading: its parent); -1: none
  int lead_in = -1;  // list item: the paragraph before the list, where that ends in a colon or introduces it; table
                     // row: its header row; answer: its question; -1: none
  std::vector<ByteRange>
      cells;             // table rows only; a row whose cells were glued is cut where lower case meets upper case
  std::string language;  // of this block; the document's unless the block is long and clearly another
};

/// Markup inside a block that may cite.
enum class MarkKind : std::uint8_t {
  superscript,  // raised characters; no target
  link,         // target: the address as written, "#id" for a place in the document
  xref          // target: the id of an anchor ("ref12"); several ids are several marks of one range
};

struct InlineMark {
  MarkKind kind = MarkKind::superscript;
  ByteRange range;
  std::string target;
};

/// A place with a name that marks can point to: what is at `at` or holds it has that id.
struct Anchor {
  std::uint32_t at = 0;  // byte of the text
  std::string id;
};

/// What a field of a reference entry is; most names are those of CSL-JSON.
enum class EntryPart : std::uint8_t {
  type,    // as the publisher calls it: "journal", "book"
  family,  // of the next author
  given,   // of the author whose family name stands before it
  collective,
  et_al,
  year,
  title,
  translated_title,
  chapter,
  container,
  volume,
  issue,
  first_page,
  last_page,
  pages,
  publisher,
  doi,
  pmid,
  pmcid,
  url,
  accessed  // ISO 8601
};

struct EntryField {
  EntryPart part = EntryPart::type;
  std::string value;
};

/// What the markup says of a reference entry, so that its text need not be taken apart.
struct MarkedEntry {
  std::uint32_t at = 0;   // a byte of its block
  bool complete = false;  // a work can be known by the fields alone
  std::vector<EntryField> fields;
};

struct Document {
  std::string text;      // UTF-8
  std::string encoding;  // "UTF-8", "windows-1252", "UTF-16LE" ...
  std::string format;    // "text", "html" ...: to_string(Format)
  std::string
      title;  // the article's own; where a page title in another language stands above it, that is alternative_title
  std::string alternative_title;
  std::string date;                        // ISO 8601 calendar date, or empty
  std::string publisher;                   // or empty
  std::string url;                         // where a page says it stands (canonical), or empty
  std::string language;                    // "nl", "en", other BCP-47, "und"
  std::vector<Block> blocks;               // in text order, not overlapping
  std::vector<InlineMark> marks;           // by range
  std::vector<MarkedEntry> entries;        // by `at`
  std::vector<Anchor> anchors;             // by `at`
  SourceMap source_map;                    // empty: `text` is the source
  std::vector<std::uint32_t> line_starts;  // of the source: byte offset of each line's first; line_starts[0] == 0
  std::vector<Diagnostic> diagnostics;

  /// The 1-based line of the source that holds byte `offset` of the text. O(log lines).
  [[nodiscard]] std::uint32_t line_of(std::uint32_t offset) const;
  /// The bytes of the source that a range of the text was taken from.
  [[nodiscard]] ByteRange source_of(ByteRange range) const { return source_map.source_of(range); }
};

}  // namespace claimbase

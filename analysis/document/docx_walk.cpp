#include "analysis/document/docx_walk.h"

#include <algorithm>
#include <utility>

#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

constexpr int kBodyText = 9;  // the outline level that says "no heading"

// What holds blocks and is none.
bool is_wrapper(std::string_view name) {
  return name == "sdtContent" || name == "customXml" || name == "ins" || name == "moveTo" || name == "smartTag" ||
         name == "Choice" || name == "txbxContent" || name == "body";
}

bool is_contents_field(pugi::xml_node sdt) {
  const pugi::xml_node kind = child_of(child_of(sdt, "sdtPr"), "docPartObj");
  return value_of(kind, "docPartGallery") == "Table of Contents";
}

}  // namespace

DocxWalk::DocxWalk(const DocxPackage& package, const ReadBounds& bounds, Document& document, StructureBuilder& builder)
    : package_(package),
      styles_(package.styles.document_element()),
      numbering_(package.numbering.document_element()),
      footnote_parts_(note_parts(package.footnotes)),
      endnote_parts_(note_parts(package.endnotes)),
      nesting_(bounds.nesting),
      deadline_(std::chrono::steady_clock::now() + bounds.time),
      document_(document),
      builder_(builder) {}

void DocxWalk::run() {
  const pugi::xml_node body = child_of(package_.document.document_element(), "body");
  blocks(body);
  // The document's last paragraph has nothing to be joined to.
  if (!joined_.empty()) {
    builder_.open({});
    for (const pugi::xml_node each : std::exchange(joined_, {})) paragraph_words(each);
    end_paragraph(false);
  }
  notes();
}

bool DocxWalk::enter() {
  if (++depth_ > nesting_) fault_ = WalkFault::too_deep;
  return fault_ == WalkFault::none;
}

void DocxWalk::blocks(pugi::xml_node parent) {
  if (enter()) {
    for (pugi::xml_node child = parent.first_child(); child && fault_ == WalkFault::none; child = child.next_sibling())
      block(child);
  }
  leave();
}

void DocxWalk::block(pugi::xml_node node) {
  const std::string_view name = local_name_of(node);
  if (name == "p") return paragraph(node);
  if (name == "tbl") return table(node);
  if (name == "sdt") {
    const bool before = in_contents_;
    in_contents_ = before || is_contents_field(node);
    blocks(child_of(node, "sdtContent"));
    in_contents_ = before;
    return;
  }
  if (name == "AlternateContent") return blocks(child_of(node, "Choice"));
  if (is_wrapper(name)) blocks(node);
}

BlockStart DocxWalk::start_of(pugi::xml_node properties, const DocxStyle& style) {
  if (in_contents_ || style.use == StyleUse::contents) return {.role = BlockRole::contents, .settled = true};
  if (style.use == StyleUse::caption) return {.kind = BlockKind::caption, .settled = true};
  if (style.use == StyleUse::title && !titled_) return {.kind = BlockKind::title, .settled = true};
  const pugi::xml_node numbering = child_of(properties, "numPr");
  const int list = number_of(numbering, "numId", style.list);
  const int depth = std::clamp(number_of(numbering, "ilvl", style.list_level), 0, 8);
  const int number = list > 0 ? numbering_.next(list, depth) : 0;
  const int outline = number_of(properties, "outlineLvl", style.outline);
  if (outline >= 0 && outline < kBodyText)
    return {.kind = BlockKind::heading, .level = outline + headings_from_, .number = number};
  if (list > 0) return {.kind = BlockKind::list_item, .level = depth, .number = number};
  return {};
}

void DocxWalk::paragraph(pugi::xml_node node) {
  if (std::chrono::steady_clock::now() > deadline_) fault_ = WalkFault::too_slow;
  const pugi::xml_node properties = child_of(node, "pPr");
  const pugi::xml_node mark = child_of(properties, "rPr");
  if (is_said(mark, "del") || is_said(mark, "moveFrom")) return joined_.push_back(node);
  const DocxStyle& style = styles_.of(value_of(properties, "pStyle"));
  // An empty item has no number of its own.
  const bool empty = joined_.empty() && !node.find_node([](pugi::xml_node each) { return local_name_of(each) == "t"; });
  const BlockStart start = empty ? BlockStart{} : start_of(properties, style);
  builder_.open(start);
  bold_style_ = style.bold;
  for (const pugi::xml_node each : std::exchange(joined_, {})) paragraph_words(each);
  paragraph_words(node);
  end_paragraph(start.kind == BlockKind::title);
}

void DocxWalk::end_paragraph(bool title) {
  if (bold_words_ && !other_words_) builder_.emphasise();
  bold_words_ = other_words_ = bold_style_ = false;
  if (title && builder_.has_words()) {
    document_.title = builder_.words();
    titled_ = true;
    headings_from_ = 2;
  }
  builder_.close();
  for (const pugi::xml_node each : std::exchange(text_boxes_, {})) blocks(each);
}

}  // namespace claimbase::reading

#include <algorithm>

#include "analysis/document/docx_walk.h"
#include "analysis/document/note_shape.h"
#include "analysis/document/office_xml.h"

namespace claimbase::reading {
namespace {

std::string words_of(pugi::xml_node note) {
  constexpr std::size_t kEnough = 2000;
  std::string made;
  for (pugi::xml_node at = note.first_child(); at && at != note && made.size() < kEnough;) {
    const std::string_view name = local_name_of(at);
    if (name == "t") made += at.child_value();
    if (name == "tab" || name == "p") made += ' ';
    if (at.first_child() && name != "del" && name != "moveFrom") {
      at = at.first_child();
      continue;
    }
    while (at != note && !at.next_sibling()) at = at.parent();
    if (at != note) at = at.next_sibling();
  }
  return made;
}

}  // namespace

DocxWalk::NoteParts DocxWalk::note_parts(const pugi::xml_document& part) {
  NoteParts made;
  for (const pugi::xml_node each : part.document_element().children()) made.try_emplace(attribute_in(each, "id"), each);
  return made;
}

// A note that is a reference is a citation where it is called and an entry behind the text; other notes are text.
void DocxWalk::note(pugi::xml_node node, bool endnote) {
  if (is_silent()) return;
  const std::string id = std::string(endnote ? "endnote-" : "footnote-").append(attribute_in(node, "id"));
  const auto known = note_of_.find(id);
  if (known == note_of_.end()) {
    const auto& parts = endnote ? endnote_parts_ : footnote_parts_;
    const auto found = parts.find(attribute_in(node, "id"));
    if (found == parts.end()) return;
    int& counted = endnote ? endnotes_ : footnotes_;
    ++counted;
    note_of_.emplace(id, notes_.size());
    notes_.push_back({found->second, is_reference_note(words_of(found->second)) ? counted : 0, id});
  }
  const Note& cited = notes_[note_of_[id]];
  if (cited.number == 0) return;
  // "kalium" and the notes 1 and 2 behind it.
  const bool follows = !document_.marks.empty() && document_.marks.back().kind == MarkKind::xref &&
                       document_.marks.back().range.end == builder_.here();
  if (follows) say(",");
  const std::uint32_t begin = builder_.here();
  say(std::to_string(cited.number));
  builder_.mark(MarkKind::xref, begin, id);
}

void DocxWalk::notes() {
  // Notes may call notes; those come to the end of the list.
  for (std::size_t i = 0; i < notes_.size() && fault_ == WalkFault::none; ++i) {
    if (notes_[i].number == 0) blocks(notes_[i].node);
  }
  for (std::size_t i = 0; i < notes_.size() && fault_ == WalkFault::none; ++i) {
    const Note each = notes_[i];
    if (each.number == 0) continue;
    builder_.open({.kind = BlockKind::reference, .number = each.number, .settled = true});
    builder_.anchor(each.id);
    cell_words(each.node);
    builder_.close();
  }
}

}  // namespace claimbase::reading

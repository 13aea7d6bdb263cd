#include <algorithm>

#include "analysis/document/docx_walk.h"
#include "analysis/document/encoding.h"
#include "analysis/document/office_xml.h"
#include "analysis/document/raised_number.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

// Deleted text, comments, what Word keeps for itself.
bool is_left_out(std::string_view name) {
  return name == "del" || name == "moveFrom" || name == "pPr" || name == "rPr" || name == "sdtPr" || name == "rt" ||
         name == "delText" || name == "commentReference" || name == "annotationRef" || name == "footnoteRef" ||
         name == "endnoteRef";
}

// The address in HYPERLINK "https://..." \o "tip".
std::string address_in(std::string_view instruction) {
  const std::size_t begin = instruction.find_first_not_of(' ');
  if (begin == std::string_view::npos || !instruction.substr(begin).starts_with("HYPERLINK")) return {};
  const std::size_t open = instruction.find('"');
  if (open == std::string_view::npos) return {};
  const std::string_view switches = instruction.substr(begin, open - begin);
  const std::string_view rest = instruction.substr(open + 1);
  const std::string address(rest.substr(0, rest.find('"')));
  return switches.find("\\l") == std::string_view::npos ? address : "#" + address;
}

}  // namespace

bool DocxWalk::is_silent() const {
  return std::ranges::any_of(fields_, [](const Field& each) { return !each.shows; });
}

void DocxWalk::begin_source_line() {
  if (!first_line_) {
    ++source_;
    document_.line_starts.push_back(source_);
  }
  first_line_ = false;
}

void DocxWalk::say(std::string_view words) {
  if (words.empty() || is_silent()) return;
  std::string mended;
  if (!is_valid_utf8(words)) words = mended = decode(words).text;  // "&#xD800;"
  const auto end = source_ + static_cast<std::uint32_t>(words.size());
  builder_.text(words, {source_, end});
  source_ = end;
}

void DocxWalk::paragraph_words(pugi::xml_node node) {
  begin_source_line();
  inlines(node);
  // A field's instruction does not go on behind the paragraph.
  std::erase_if(fields_, [](const Field& each) { return !each.shows; });
}

void DocxWalk::inlines(pugi::xml_node parent) {
  if (enter()) {
    for (pugi::xml_node child = parent.first_child(); child && fault_ == WalkFault::none; child = child.next_sibling())
      inline_element(child, local_name_of(child));
  }
  leave();
}

void DocxWalk::inline_element(pugi::xml_node node, std::string_view name) {
  if (node.type() != pugi::node_element || is_left_out(name)) return;
  if (name == "r") return run_of(node);
  if (name == "hyperlink") return hyperlink(node);
  if (name == "bookmarkStart") return builder_.anchor(std::string(attribute_in(node, "name")));
  if (name == "AlternateContent") return inlines(child_of(node, "Choice"));
  if (name == "t") return say(node.child_value());  // of formulas
  inlines(node);
}

void DocxWalk::hyperlink(pugi::xml_node node) {
  const std::uint32_t begin = builder_.here();
  inlines(node);
  const auto link = package_.links.find(std::string(attribute_in(node, "id")));
  if (link != package_.links.end()) return builder_.mark(MarkKind::link, begin, link->second);
  const std::string_view place = attribute_in(node, "anchor");
  if (!place.empty()) builder_.mark(MarkKind::link, begin, "#" + std::string(place));
}

void DocxWalk::run_of(pugi::xml_node node) {
  const pugi::xml_node properties = child_of(node, "rPr");
  const std::string_view style_id = value_of(properties, "rStyle");
  const DocxStyle style = style_id.empty() ? DocxStyle{} : styles_.of(style_id);
  if (is_said(properties, "vanish") ? is_on(properties, "vanish") : style.hidden) {
    // Field codes may be hidden, and must be seen.
    for (const pugi::xml_node child : node.children()) {
      if (local_name_of(child) == "fldChar") field(child);
    }
    return;
  }
  const std::string_view aligned = value_of(properties, "vertAlign");
  const bool raised = aligned.empty() ? style.raised : aligned == "superscript";
  const bool bold = is_said(properties, "b") ? is_on(properties, "b") : style.bold || bold_style_;
  if (raised && is_power(builder_.words(), child_of(node, "t").child_value())) say("^");
  const std::uint32_t begin = builder_.here();
  if (enter()) {
    for (pugi::xml_node child = node.first_child(); child && fault_ == WalkFault::none; child = child.next_sibling())
      run_element(child, local_name_of(child));
  }
  leave();
  const std::uint32_t end = builder_.here();
  if (end <= begin) return;
  (bold ? bold_words_ : other_words_) = true;
  if (!raised) return;
  // Word cuts what is raised into runs as it was typed.
  const bool goes_on = !document_.marks.empty() && document_.marks.back().kind == MarkKind::superscript &&
                       document_.marks.back().range.end == begin;
  goes_on ? document_.marks.back().range.end = static_cast<std::uint32_t>(document_.text.size())
          : (builder_.mark(MarkKind::superscript, begin), 0U);
}

void DocxWalk::run_element(pugi::xml_node node, std::string_view name) {
  if (is_left_out(name)) return;
  if (name == "t") return say(node.child_value());
  if (name == "tab" || name == "br" || name == "cr" || name == "ptab") return say(" ");
  if (name == "noBreakHyphen") return say("-");
  if (name == "fldChar") return field(node);
  if (name == "instrText") {
    if (!fields_.empty() && !fields_.back().shows) fields_.back().instruction += node.child_value();
    return;
  }
  if (name == "footnoteReference") return note(node, false);
  if (name == "endnoteReference") return note(node, true);
  if (name == "txbxContent") return text_boxes_.push_back(node);
  if (name == "AlternateContent") node = child_of(node, "Choice");
  // Drawings hold text boxes somewhere.
  if (enter()) {
    for (pugi::xml_node child = node.first_child(); child && fault_ == WalkFault::none; child = child.next_sibling()) {
      if (child.type() == pugi::node_element) run_element(child, local_name_of(child));
    }
  }
  leave();
}

void DocxWalk::field(pugi::xml_node node) {
  const std::string_view type = attribute_in(node, "fldCharType");
  if (type == "begin") {
    if (fields_.size() < nesting_) fields_.push_back({});
  } else if (type == "separate" && !fields_.empty()) {
    fields_.back().shows = true;
    fields_.back().begin = builder_.here();
  } else if (type == "end" && !fields_.empty()) {
    const Field ended = std::move(fields_.back());
    fields_.pop_back();
    std::string address = ended.shows ? address_in(ended.instruction) : std::string();
    if (!address.empty()) builder_.mark(MarkKind::link, ended.begin, std::move(address));
  }
}

}  // namespace claimbase::reading

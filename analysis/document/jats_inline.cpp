#include <array>
#include <pugixml.hpp>
#include <string>

#include "analysis/document/entities.h"
#include "analysis/document/jats_text.h"
#include "analysis/document/jats_walk.h"

namespace claimbase::reading {
namespace {

// Blocks that may stand in a paragraph: it ends before them and goes on behind them.
constexpr std::array<std::string_view, 14> kBlocks{"p",
                                                   "list",
                                                   "def-list",
                                                   "fig",
                                                   "fig-group",
                                                   "table-wrap",
                                                   "disp-quote",
                                                   "boxed-text",
                                                   "supplementary-material",
                                                   "media",
                                                   "verse-group",
                                                   "statement",
                                                   "table-wrap-group",
                                                   "sec"};
constexpr std::array<std::string_view, 10> kSilent{"disp-formula", "tex-math", "object-id",          "inline-graphic",
                                                   "graphic",      "label",    "disp-formula-group", "annotation",
                                                   "alt-text",     "x"};

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  for (const std::string_view each : names) {
    if (each == name) return true;
  }
  return false;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

std::uint32_t JatsWalk::place_of(pugi::xml_node node) const {
  const std::ptrdiff_t offset = node.offset_debug();
  return offset < 0 ? begin_ : begin_ + static_cast<std::uint32_t>(offset);
}

// What the source does not say, and a space behind it.
void JatsWalk::separate(std::string_view sign, pugi::xml_node before) {
  if (!sign.empty()) builder_.generated(sign, place_of(before));
  builder_.space(place_of(before));
}

void JatsWalk::words(pugi::xml_node node) {
  const std::string_view value = node.value();
  const std::uint32_t at = place_of(node);
  const auto piece = [&](std::size_t from, std::size_t to) {
    if (from < to) {
      builder_.text(value.substr(from, to - from),
                    {at + static_cast<std::uint32_t>(from), at + static_cast<std::uint32_t>(to)});
    }
  };
  std::size_t from = 0;
  const bool verbatim = node.type() == pugi::node_cdata;
  for (std::size_t i = verbatim ? std::string_view::npos : value.find('&'); i != std::string_view::npos;
       i = value.find('&', i + 1)) {
    const std::size_t length = entity_length(value, i);
    const auto decoded = decode_entity(value.substr(i, length));
    if (!decoded) continue;
    piece(from, i);
    from = i + length;
    builder_.text(*decoded, {at + static_cast<std::uint32_t>(i), at + static_cast<std::uint32_t>(from)});
    i = from - 1;
  }
  piece(from, value.size());
}

void JatsWalk::inlines(pugi::xml_node parent) {
  bool going = budget_.enter();
  for (pugi::xml_node child = parent.first_child(); child && going; child = child.next_sibling()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) words(child);
    if (child.type() == pugi::node_element) inline_element(child, local_name(child));
    going = budget_.go_on();
  }
  budget_.leave();
}

void JatsWalk::inline_element(pugi::xml_node node, std::string_view name) {
  if (is_one_of(name, kSilent)) return;
  if (name == "xref") return xref(node);
  if (name == "sup") return raised(node);
  // "<surname>Baker</surname><given-names>T</given-names>": what stands between the two is left to the printer.
  if (name == "given-names" || name == "surname" || name == "suffix") {
    builder_.space(place_of(node));
    return inlines(node);
  }
  if (name == "break") return builder_.space(place_of(node));
  if (name == "ext-link" || name == "uri") {
    const std::uint32_t begin = builder_.here();
    inlines(node);
    std::string target = attribute_of(node, "xlink:href");
    if (!target.empty()) builder_.mark(MarkKind::link, begin, std::move(target));
    return;
  }
  if (!is_one_of(name, kBlocks)) return inlines(node);
  // In cells, notes and definitions a paragraph is just more words.
  const bool plain = paragraph_.kind == BlockKind::paragraph && name != "p";
  if (!plain || !builder_.is_open()) {
    builder_.space(place_of(node));
    inlines(node);
    return builder_.space(place_of(node));
  }
  const BlockStart start = paragraph_;
  builder_.close();
  block(node, level_);
  paragraph_ = start;
  builder_.open(start);
}

void JatsWalk::xref(pugi::xml_node node) {
  std::uint32_t begin = builder_.here();
  inlines(node);
  if (std::string_view(node.attribute("ref-type").value()) != "bibr") return;
  // "<xref>3</xref><xref/>-<xref>5</xref>": what the empty one cites is printed with the one before it.
  if (builder_.here() > begin) {
    last_xref_ = begin;
  } else {
    begin = last_xref_;
  }
  for (std::string& id : ids_of(node, "rid")) builder_.mark(MarkKind::xref, begin, std::move(id));
}

// "10<sup>6</sup>" is no 106. References are xrefs, so that a raised number is an exponent.
void JatsWalk::raised(pugi::xml_node node) {
  const std::string_view before = builder_.words();
  const std::string_view own = node.first_child().value();
  const bool number = !own.empty() && (is_digit(own.front()) || own.front() == '-' || own.starts_with("\xE2\x88\x92"));
  if (number && !before.empty() && is_digit(before.back())) builder_.generated("^", place_of(node));
  const std::uint32_t begin = builder_.here();
  inlines(node);
  builder_.mark(MarkKind::superscript, begin);
}

}  // namespace claimbase::reading

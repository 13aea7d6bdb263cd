#include "analysis/document/pdf_layout.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/document/encoding.h"
#include "analysis/document/text_shape.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr double kFarthest = 100'000;  // points; ISO 32000 allows pages of 14,400

double length_of(pugi::xml_node node, const char* name) {
  const std::string_view digits = node.attribute(name).value();
  double made = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), made);
  if (error != std::errc() || !std::isfinite(made)) return 0;
  return std::clamp(made, -kFarthest, kFarthest);
}

PdfBox box_of(pugi::xml_node node) {
  PdfBox box{length_of(node, "xMin"), length_of(node, "yMin"), length_of(node, "xMax"), length_of(node, "yMax")};
  box.right = std::max(box.left, box.right);
  box.bottom = std::max(box.top, box.bottom);
  return box;
}

// Letters that a font draws as one.
std::string without_ligatures(std::string_view text) {
  constexpr std::array<std::string_view, 7> kLetters{"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  std::string made;
  for (std::size_t i = 0; i < text.size();) {
    const std::string_view three = text.substr(i, 3);
    if (three.starts_with("\xEF\xAC") && three.size() == 3 && static_cast<unsigned char>(three[2]) <= 0x86) {
      made += kLetters[static_cast<unsigned char>(three[2]) & 7U];
      i += 3;
    } else {
      made += text[i++];
    }
  }
  return made;
}

bool stands_on_its_side(const PdfBox& box, std::string_view text) {
  return count_points(text, 4) >= 4 && box.height() > 2 * box.width();
}

class LayoutReader {
 public:
  explicit LayoutReader(PdfLayout& layout) : layout_(layout) {}

  // Elements in any depth; without recursion, so that depth costs nothing.
  void read(pugi::xml_node top) {
    for (pugi::xml_node at = top.first_child(); at && at != top;) {
      if (enter(at) && at.first_child()) {
        at = at.first_child();
        continue;
      }
      while (at != top && !at.next_sibling()) at = at.parent();
      if (at != top) at = at.next_sibling();
    }
    end_line();
  }

 private:
  bool enter(pugi::xml_node node) {
    const std::string_view name = local_name_of(node);
    if (name == "title") {
      if (layout_.pages.empty()) layout_.title = trim(std::string_view(node.child_value()));
    } else if (name == "meta") {
      const std::string_view day = std::string_view(node.attribute("content").value()).substr(0, 10);
      if (std::string_view(node.attribute("name").value()) == "CreationDate" && day.size() == 10 && day[4] == '-')
        layout_.date = day;
    } else if (name == "page") {
      end_line();
      layout_.pages.push_back({length_of(node, "width"), length_of(node, "height"), {}});
    } else if (name == "line") {
      end_line();
    } else if (name == "word") {
      add(node);
      return false;
    }
    return true;
  }

  void add(pugi::xml_node node) {
    if (layout_.pages.empty()) layout_.pages.emplace_back();
    const std::string_view printed = trim(std::string_view(node.child_value()));
    std::string text = without_ligatures(is_valid_utf8(printed) ? printed : trim(decode(printed).text));
    std::erase_if(text, [](char c) { return c == '\n' || c == '\r'; });
    const PdfBox box = box_of(node);
    if (!text.empty() && !stands_on_its_side(box, text)) line_.words.push_back({box, std::move(text), false, 0});
  }

  void end_line() {
    if (line_.words.empty()) return;
    line_.page = static_cast<int>(layout_.pages.size()) - 1;
    measure(line_);
    layout_.pages.back().lines.push_back(std::exchange(line_, {}));
  }

  PdfLayout& layout_;
  PdfLine line_;
};

}  // namespace

XmlFault parse_layout(std::string_view xhtml, PdfLayout& layout) {
  pugi::xml_document tree;
  const XmlFault fault = parse_part(std::string(xhtml), tree);
  if (fault == XmlFault::none) LayoutReader(layout).read(tree.root());
  return fault;
}

PdfBox join(const PdfBox& a, const PdfBox& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

void measure(PdfLine& line) {
  constexpr double kSmall = 0.86;   // of the main size; exponents and markers are 0.6 to 0.75
  constexpr double kHigher = 0.05;  // of the main size, between the middles
  std::map<long, std::size_t> characters;
  for (const PdfWord& word : line.words) characters[std::lround(word.box.height() * 10)] += word.text.size();
  const auto most = std::max_element(characters.begin(), characters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  const long tenths = most == characters.end() ? 0 : most->first;
  line.size = static_cast<double>(tenths) / 10;
  bool first = true;
  for (const PdfWord& word : line.words) {
    if (std::lround(word.box.height() * 10) != tenths) continue;
    line.box = first ? word.box : join(line.box, word.box);
    first = false;
  }
  const double middle = line.box.middle();
  for (PdfWord& word : line.words) {
    word.raised = word.box.height() < kSmall * line.size && word.box.middle() < middle - kHigher * line.size;
    line.box.left = std::min(line.box.left, word.box.left);
    line.box.right = std::max(line.box.right, word.box.right);
  }
}

bool is_spaced(const PdfWord& left, const PdfWord& right) {
  constexpr double kLeast =
      0.07;  // pdftotext itself parts words at 0.1 of the size of the font, some 0.8 of the height
  return right.box.left - left.box.right > kLeast * std::max(left.box.height(), right.box.height());
}

std::string words_of(const PdfLine& line) {
  std::string made;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    if (i > 0 && is_spaced(line.words[i - 1], line.words[i])) made += ' ';
    made += line.words[i].text;
  }
  return made;
}

}  // namespace claimbase::reading

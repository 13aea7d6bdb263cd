#include "analysis/library/xml_slices.h"

#include <algorithm>
#include <pugixml.hpp>

namespace claimbase::library {
namespace {

constexpr auto kNone = std::string_view::npos;

// Where "<name" starts an element, from `at`.
std::size_t find_opening(std::string_view text, const std::string& tag, std::size_t at) {
  for (at = text.find(tag, at); at != kNone; at = text.find(tag, at + 1)) {
    const std::size_t end = at + tag.size();
    if (end < text.size() && std::string_view(" \t\r\n/>").find(text[end]) != kNone) return at;
  }
  return kNone;
}

class TextWalker : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata) text += node.value();
    if (node.type() == pugi::node_element &&
        (node.name() == std::string_view("p") || node.name() == std::string_view("title"))) {
      text += ' ';
    }
    return true;
  }
  std::string text;
};

}  // namespace

void each_element(std::string_view text, std::string_view name, const XmlListener& listener) {
  const std::string opening = "<" + std::string(name);
  const std::string closing = "</" + std::string(name) + ">";
  std::size_t at = find_opening(text, opening, 0);
  while (at != kNone) {
    const std::size_t next = find_opening(text, opening, at + opening.size());
    const std::size_t limit = std::min(next, text.size());
    const std::string_view until_next = text.substr(at, limit - at);
    const std::size_t close = until_next.rfind(closing);
    const std::string_view slice = close == kNone ? until_next : until_next.substr(0, close + closing.size());
    pugi::xml_document document;
    const auto result = document.load_buffer(slice.data(), slice.size(), pugi::parse_default | pugi::parse_ws_pcdata,
                                             pugi::encoding_utf8);
    if (!result) {
      listener.on_broken(at, result.description());
    } else {
      listener.on_element(document.document_element(), at);
    }
    at = next;
  }
}

std::string text_in(const pugi::xml_node& node) {
  TextWalker walker;
  pugi::xml_node start = node;
  start.traverse(walker);
  return walker.text;
}

}  // namespace claimbase::library

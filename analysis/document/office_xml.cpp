#include "analysis/document/office_xml.h"

#include <algorithm>
#include <charconv>

#include "analysis/document/encoding.h"

namespace claimbase::reading {
namespace {

// A thousand pages of Word are some 2 million elements and attributes.
constexpr std::ptrdiff_t kMostNodes = 4'000'000;

// White space that stands alone in an element is text: <w:t xml:space="preserve"> </w:t>.
constexpr unsigned kParsed = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata_single;

std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool says_off(std::string_view value) {
  return value == "0" || value == "false" || value == "off";
}

}  // namespace

std::string_view local_name_of(pugi::xml_node node) {
  return local(node.name());
}

pugi::xml_node child_of(pugi::xml_node parent, std::string_view name) {
  return parent.find_child([name](pugi::xml_node child) { return local_name_of(child) == name; });
}

std::string_view attribute_in(pugi::xml_node node, std::string_view name) {
  return node.find_attribute([name](pugi::xml_attribute each) { return local(each.name()) == name; }).value();
}

std::string_view value_of(pugi::xml_node parent, std::string_view child) {
  return attribute_in(child_of(parent, child), "val");
}

int as_number(std::string_view digits, int otherwise) {
  int made = otherwise;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), made);
  return error == std::errc() && end == digits.data() + digits.size() ? made : otherwise;
}

int number_of(pugi::xml_node parent, std::string_view child, int otherwise) {
  return as_number(value_of(parent, child), otherwise);
}

bool is_said(pugi::xml_node parent, std::string_view child) {
  return static_cast<bool>(child_of(parent, child));
}

bool is_on(pugi::xml_node parent, std::string_view child) {
  const pugi::xml_node found = child_of(parent, child);
  return found && !says_off(attribute_in(found, "val"));
}

XmlFault parse_part(std::string bytes, pugi::xml_document& tree) {
  DecodedText decoded = decode(bytes, declared_encoding(bytes));
  bytes = {};
  const std::string& text = decoded.text;
  if (std::ranges::count_if(text, [](char c) { return c == '<' || c == '='; }) > kMostNodes)
    return XmlFault::too_complex;
  const pugi::xml_parse_result result =
      tree.load_buffer(text.data() + decoded.begin, text.size() - decoded.begin, kParsed, pugi::encoding_utf8);
  return result ? XmlFault::none : XmlFault::malformed;
}

}  // namespace claimbase::reading

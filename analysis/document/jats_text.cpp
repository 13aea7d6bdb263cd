#include "analysis/document/jats_text.h"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <charconv>

#include "analysis/document/date_line.h"
#include "analysis/document/entities.h"

namespace claimbase::reading {
namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

std::string one_line(std::string_view text) {
  std::string made;
  for (std::size_t at = text.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(kSpaces, at), text.size());
    if (!made.empty()) made += ' ';
    made += text.substr(at, end - at);
    at = text.find_first_not_of(kSpaces, end);
  }
  return made;
}

int number_in(std::string_view text) {
  const std::size_t at = text.find_first_of("0123456789");
  if (at == std::string_view::npos) return 0;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), number);
  return error == std::errc() && end != text.data() + at ? number : 0;
}

}  // namespace

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Document order without recursion: how deep the tree is does not matter.
std::string text_below(pugi::xml_node node) {
  std::string made;
  for (pugi::xml_node at = node.first_child(); at && at != node;) {
    if (is_text(at)) made += at.type() == pugi::node_cdata ? std::string(at.value()) : decode_entities(at.value());
    if (at.first_child()) {
      at = at.first_child();
      continue;
    }
    while (at != node && !at.next_sibling()) at = at.parent();
    if (at != node) at = at.next_sibling();
  }
  return one_line(made);
}

std::string attribute_of(pugi::xml_node node, const char* name) {
  return decode_entities(node.attribute(name).value());
}

std::vector<std::string> ids_of(pugi::xml_node node, const char* name) {
  std::vector<std::string> ids;
  const std::string_view value = node.attribute(name).value();
  for (std::size_t at = value.find_first_not_of(kSpaces); at != std::string_view::npos;) {
    const std::size_t end = std::min(value.find_first_of(kSpaces, at), value.size());
    ids.emplace_back(value.substr(at, end - at));
    at = value.find_first_not_of(kSpaces, end);
  }
  return ids;
}

int label_number(pugi::xml_node node) {
  constexpr int kLargest = 99'999;
  const int number = number_in(text_below(node.child("label")));
  return number <= kLargest ? number : 0;
}

std::optional<std::string> calendar_date(pugi::xml_node date) {
  const int year = number_in(text_below(date.child("year")));
  const int day = number_in(text_below(date.child("day")));
  const std::string month_text = text_below(date.child("month"));
  const int month = number_in(month_text);
  if (year < 1000 || year > 9999 || day < 1 || day > 31) return std::nullopt;
  if (month >= 1 && month <= 12) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (month_text.empty()) return std::nullopt;
  const auto spelled = read_date_line(fmt::format("{} {} {}", day, month_text, year));
  return spelled ? std::optional(spelled->date) : std::nullopt;
}

bool has_own_words(pugi::xml_node node) {
  for (const pugi::xml_node child : node) {
    if (!is_text(child)) continue;
    const std::string_view words = child.value();
    // Commas and stops between tagged parts do not make an entry a printed one; "(2019)" does.
    if (words.find_first_not_of(" \t\r\n\f.,;:") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace claimbase::reading

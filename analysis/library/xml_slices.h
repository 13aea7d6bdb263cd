// The records of an XML file, one by one: memory of one record, and a broken one costs itself only.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace pugi {
class xml_node;
}

namespace claimbase::library {

struct XmlListener {
  std::function<void(const pugi::xml_node& element, std::size_t offset)> on_element;
  std::function<void(std::size_t offset, std::string_view what)> on_broken;
};

/// Tells of each outermost element called `name` in `text`. One that is not closed ends where the next starts. Linear.
void each_element(std::string_view text, std::string_view name, const XmlListener& listener);

/// The text in and below `node`, mark-up left out; blocks are parted by a space. Does not recurse.
[[nodiscard]] std::string text_in(const pugi::xml_node& node);

}  // namespace claimbase::library

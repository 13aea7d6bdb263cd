#include "analysis/register/cells.h"

#include <algorithm>
#include <charconv>

namespace claimbase::registers {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

}  // namespace

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    const std::string_view part = trimmed(text.substr(at, end - at));
    if (!part.empty()) parts.push_back(part);
    at = end + separator.size();
  }
  return parts;
}

std::vector<std::string> strings_of(std::string_view text, std::string_view separator) {
  const std::vector<std::string_view> parts = parts_of(text, separator);
  return {parts.begin(), parts.end()};
}

double amount_of(std::string_view text) {
  constexpr double kNone = -1;
  if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos) return kNone;
  double amount = kNone;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() ? amount : kNone;
}

}  // namespace claimbase::registers

#include "analysis/document/entities.h"

#include <charconv>
#include <cstdint>
#include <unordered_map>

#include "analysis/language/resources.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongest = 32;  // of a name or number

std::optional<char32_t> parse_number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value == 0 || value > 0x10FFFF || surrogate) return std::nullopt;
  return static_cast<char32_t>(value);
}

const std::unordered_map<std::string_view, char32_t>& named() {
  static const auto names = [] {
    std::unordered_map<std::string_view, char32_t> made;
    for (const auto& row : tsv_rows(resource("document/entities.tsv"))) {
      if (const auto value = parse_number(row.at(1), 16)) made.emplace(row.at(0), *value);
    }
    made.emplace("apos", U'\'');  // XML's fifth, not in HTML 4
    return made;
  }();
  return names;
}

std::optional<char32_t> character_of(std::string_view name) {
  if (name.starts_with("#x") || name.starts_with("#X")) return parse_number(name.substr(2), 16);
  if (name.starts_with('#')) return parse_number(name.substr(1), 10);
  const auto found = named().find(name);
  return found == named().end() ? std::nullopt : std::optional(found->second);
}

void append_utf8(std::string& out, char32_t value) {
  const auto byte = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  if (value < 0x80) return byte(value);
  if (value < 0x800) {
    byte(0xC0 | (value >> 6U));
  } else {
    if (value < 0x10000) {
      byte(0xE0 | (value >> 12U));
    } else {
      byte(0xF0 | (value >> 18U));
      byte(0x80 | ((value >> 12U) & 0x3F));
    }
    byte(0x80 | ((value >> 6U) & 0x3F));
  }
  byte(0x80 | (value & 0x3F));
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#';
}

}  // namespace

std::optional<std::string> decode_entity(std::string_view reference) {
  if (reference.size() < 3 || reference.front() != '&' || reference.back() != ';') return std::nullopt;
  const auto value = character_of(reference.substr(1, reference.size() - 2));
  if (!value) return std::nullopt;
  std::string made;
  append_utf8(made, *value);
  return made;
}

std::size_t entity_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && end <= at + kLongest && is_name_character(text[end])) ++end;
  return end > at + 1 && end < text.size() && text[end] == ';' ? end + 1 - at : 0;
}

std::string decode_entities(std::string_view text) {
  std::string made;
  std::size_t from = 0;
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::size_t length = entity_length(text, at);
    if (length == 0) continue;
    const auto decoded = decode_entity(text.substr(at, length));
    if (!decoded) continue;
    made.append(text.substr(from, at - from)).append(*decoded);
    from = at + length;
    at = from - 1;
  }
  return made.append(text.substr(from));
}

}  // namespace claimbase::reading

#include <algorithm>
#include <string>

#include "analysis/document/encoding.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLookedAt = 4096;

bool is_name(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
         c == ':' || c == '.';
}

// The value behind `key`, an equals sign and perhaps a quote; empty where that is not what follows.
std::string_view value_after(std::string_view text, std::size_t at) {
  const auto skip = [&](std::string_view characters) {
    at = std::min(text.find_first_not_of(characters, at), text.size());
  };
  skip(" \t\r\n");
  if (at >= text.size() || text[at] != '=') return {};
  ++at;
  skip(" \t\r\n\"'");
  const std::size_t begin = at;
  while (at < text.size() && is_name(text[at])) ++at;
  return text.substr(begin, at - begin);
}

}  // namespace

std::string_view declared_encoding(std::string_view bytes) {
  bytes = bytes.substr(0, kLookedAt);
  std::string lower(bytes);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (lower.starts_with("<?xml")) {
    const std::size_t end = std::min(lower.find("?>"), lower.size());
    const std::size_t at = lower.find("encoding");
    if (at < end) return value_after(bytes, at + 8);
  }
  for (std::size_t tag = lower.find("<meta"); tag != std::string::npos; tag = lower.find("<meta", tag + 5)) {
    const std::size_t end = std::min(lower.find('>', tag), lower.size());
    const std::size_t at = lower.find("charset", tag);
    if (at >= end) continue;
    if (const std::string_view name = value_after(bytes.substr(0, end), at + 7); !name.empty()) return name;
  }
  return {};
}

}  // namespace claimbase::reading

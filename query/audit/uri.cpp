#include "query/audit/uri.h"

namespace claimbase {
namespace {

bool is_plain(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || std::string_view("-._~/!$&'()*+,;=@:").find(c) != std::string_view::npos;
}

}  // namespace

std::string path_uri(std::string_view path) {
  // "./a.md" and "a.md" are one file, and not every reader of URIs knows it.
  while (path.starts_with("./")) {
    path.remove_prefix(2);
    while (path.starts_with('/')) path.remove_prefix(1);
  }
  const bool colon_first = path.find(':') < path.find('/');
  std::string uri = path.starts_with('/') ? "file://" : colon_first ? "./" : "";
  for (const char c : path) {
    if (is_plain(c)) {
      uri += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      uri += '%';
      uri += "0123456789ABCDEF"[byte >> 4U];
      uri += "0123456789ABCDEF"[byte & 15U];
    }
  }
  return uri;
}

}  // namespace claimbase

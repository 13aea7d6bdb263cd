// Bytes of a file -> UTF-8, with the encoding that was found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/diagnostic.h"

namespace claimbase::reading {

struct DecodedText {
  std::string text;         // UTF-8; for valid UTF-8 the bytes as given, a byte order mark kept
  std::string encoding;     // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
  std::uint32_t begin = 0;  // where the text starts: behind the byte order mark
  bool binary = false;      // no text at all: `text` is empty
  std::vector<Diagnostic> diagnostics;
};

/// The order of trust: byte order mark, UTF-16 by its zero bytes, valid UTF-8, the encoding the document declares,
/// UTF-8 with a few broken bytes, Windows-1252. `declared` is a name of ICU's or of the web's ("iso-8859-1" means
/// windows-1252 there); one that is not known does not count. What cannot be decoded becomes U+FFFD and a diagnostic
/// "encoding.invalid" (the first few, then one for the rest). One pass or two, memory of the text.
[[nodiscard]] DecodedText decode(std::string_view bytes, std::string_view declared = {});

/// What the first 4,096 bytes declare: <meta charset>, <meta http-equiv content="...charset=">, <?xml encoding="">.
/// Empty: nothing.
[[nodiscard]] std::string_view declared_encoding(std::string_view bytes);

}  // namespace claimbase::reading

// The language of a text.
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// "nl", "en" or another BCP-47 code; "und" where too little text or too little certainty. Afrikaans counts as "nl".
/// Looks at the first 2,000 bytes (Compact Language Detector 2).
[[nodiscard]] std::string detect_language(std::string_view text);

}  // namespace claimbase

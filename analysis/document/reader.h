// Bytes -> Document. Pure: no file, clock or global state is touched.
#pragma once

#include <string>
#include <string_view>

#include "analysis/document/document.h"

namespace claimbase {

struct ReadOptions {
  std::string language;  // forced; empty: detected
};

/// Reads an article. Never throws for what is in `bytes`: what is wrong becomes Document::diagnostics, and where
/// nothing can be read (binary content: rule "document.binary", severity error; no text: "document.empty", a warning)
/// blocks is empty. Other rules: "encoding.invalid", "document.too-many-blocks" (the last of 200,000 holds the rest of
/// the text). Linear in `bytes`, but for the language of each long block; memory a few times that of `bytes`. Any
/// number of threads.
[[nodiscard]] Document read_document(std::string_view bytes, const ReadOptions& options = {});

/// Changes whenever the same bytes may give another Document.
inline constexpr int kReaderVersion = 2;

}  // namespace claimbase

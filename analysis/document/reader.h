// Bytes -> Document. Pure: no file, clock or global state is touched.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/format.h"

namespace claimbase {

/// What one article may cost. What goes over a bound is not read: Document::blocks is empty, with a diagnostic of
/// severity error.
struct ReadBounds {
  std::uint32_t nesting = 512;                        // elements in one another: rule "document.too-deep"
  std::chrono::milliseconds time{30'000};             // of parsing, by a steady clock: rule "document.too-slow"
  std::uint64_t inflated = std::uint64_t{256} << 20;  // bytes of a DOCX's parts in all: rule "document.too-large"
};

struct ReadOptions {
  std::string language;                         // forced; empty: detected
  std::string path = {};                        // the file's name, for its extension; may be empty
  std::optional<Format> format = std::nullopt;  // forced; absent: detect_format(bytes, path)
  ReadBounds bounds = {};
};

/// Reads an article. Never throws for what is in `bytes`: what is wrong becomes Document::diagnostics, and where
/// nothing can be read (binary content: rule "document.binary"; a format without a reader: "document.unknown-format";
/// over a bound: see ReadBounds; all of severity error; no text: "document.empty", a warning) blocks is empty. Other
/// rules: "encoding.invalid", "document.too-many-blocks" (the last of 200,000 holds the rest of the text). Linear in
/// `bytes`, but for the language of each long block; memory a few times that of `bytes`. Any number of threads. Pure
/// but for ReadBounds::time.
[[nodiscard]] Document read_document(std::string_view bytes, const ReadOptions& options = {});

/// Whether there is a reader for it.
[[nodiscard]] bool can_read(Format format);

/// Changes whenever the same bytes may give another Document.
inline constexpr int kReaderVersion = 7;

}  // namespace claimbase

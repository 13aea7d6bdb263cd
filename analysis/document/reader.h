// Bytes -> Document. Pure: no file, clock or global state is touched.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/document/document.h"
#include "analysis/document/format.h"

namespace claimbase {

/// What one article may cost. What goes over a bound is not read: Document::blocks is empty, with a diagnostic of
/// severity error.
struct ReadBounds {
  std::uint32_t nesting = 512;  // elements in one another: rule "document.too-deep"
  /// For parsing: of the processor for a page, by the clock for other formats: rule "document.too-slow".
  std::chrono::milliseconds time{30'000};
  std::uint64_t inflated = std::uint64_t{256} << 20;  // bytes of a DOCX's parts in all, of a PDF's layout: rule
                                                      // "document.too-large"
};

/// What a converter makes of a PDF.
struct PdfConversion {
  std::string xhtml;    // as by pdftotext -bbox-layout
  std::string rule;     // of the diagnostic, where there is no XHTML; empty: there is
  std::string message;  // lower case, no full stop
};
using PdfConverter = std::function<PdfConversion(std::string_view pdf, const ReadBounds& bounds)>;

struct ReadOptions {
  std::string language;                         // forced; empty: detected
  std::string path = {};                        // the file's name, for its extension; may be empty
  std::optional<Format> format = std::nullopt;  // forced; absent: detect_format(bytes, path)
  ReadBounds bounds = {};
  PdfConverter convert_pdf = {};  // absent: a PDF gives "document.no-converter"; see analysis/convert/pdf_text.h
};

/// Reads an article. Never throws for what is in `bytes`: what is wrong becomes Document::diagnostics, and where
/// nothing can be read (binary content: rule "document.binary"; broken: "document.malformed", "document.no-article";
/// "document.encrypted"; over a bound: see ReadBounds; all of severity error; no text: "document.empty", a warning)
/// blocks is empty. Other
/// rules: "encoding.invalid", "document.too-many-blocks" (the last of 200,000 holds the rest of the text). Linear in
/// `bytes`, but for the language of each long block; memory a few times that of `bytes`. Any number of threads. Pure
/// but for ReadBounds::time and what ReadOptions::convert_pdf does.
[[nodiscard]] Document read_document(std::string_view bytes, const ReadOptions& options = {});

/// Changes whenever the same bytes may give another Document.
inline constexpr int kReaderVersion = 16;

}  // namespace claimbase

// The formats of articles, and how one is told from its bytes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace claimbase {

enum class Format : std::uint8_t { text, markdown, html, jats, docx, pdf };

inline constexpr std::array kFormats{Format::text, Format::markdown, Format::html,
                                     Format::jats, Format::docx,     Format::pdf};

[[nodiscard]] std::string_view to_string(Format format);  // "text", "markdown" ...
[[nodiscard]] std::optional<Format> format_from_string(std::string_view name);

/// By a file name's extension, case aside: ".md" and ".mdx" are Markdown, ".nxml" is JATS ... Absent: no extension of
/// an article. ".xml" counts as JATS; its content decides.
[[nodiscard]] std::optional<Format> format_of_extension(std::string_view path);

/// By content (signatures, the document type, the first element), else by the extension of `path`, else text: a PDF
/// that is called "article.txt" is a PDF. Looks at the first 4,096 bytes, through byte order marks, also of UTF-16
/// with one or without.
[[nodiscard]] Format detect_format(std::string_view bytes, std::string_view path = {});

}  // namespace claimbase

// What the column `line` counts: it depends on the article's format. Part of the stored format, see docs/store.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace claimbase {

/// "paragraph" in a DOCX, "page" in a PDF, "line" in all other formats.
[[nodiscard]] constexpr std::string_view position_unit(std::string_view format) {
  if (format == "docx") return "paragraph";
  return format == "pdf" ? "page" : "line";
}

/// "notes.txt:12"; "notes.pdf, page 3".
[[nodiscard]] inline std::string position_of(std::string_view path, std::string_view format, std::int64_t line) {
  const std::string_view unit = position_unit(format);
  const std::string number = std::to_string(line);
  if (unit == "line") return std::string(path) + ":" + number;
  return std::string(path).append(", ").append(unit).append(" ").append(number);
}

}  // namespace claimbase

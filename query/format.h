// The forms in which answers are printed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

enum class OutputFormat : std::uint8_t { text, json, jsonl, csv, csl_json, bibtex, ris, line, sarif, junit, html };

[[nodiscard]] std::string_view to_string(OutputFormat format);

/// The format called `name` where a command offers it; the first offered where `name` is empty. Throws UsageError.
[[nodiscard]] OutputFormat choose_format(std::string_view name, const std::vector<OutputFormat>& offered);

/// "text, json, csv".
[[nodiscard]] std::string list_formats(const std::vector<OutputFormat>& offered);

}  // namespace claimbase

// The text that the spans of an audited file are about.
#pragma once

#include <string>

#include "query/audit/report.h"

namespace claimbase {

/// Whether the file's lines are lines of text, and not paragraphs or pages.
[[nodiscard]] bool has_lines(const AuditedFile& file);

/// The source as UTF-8, as the reader saw it: the bytes where they are UTF-8, else their conversion. Empty where
/// has_lines() is false.
[[nodiscard]] std::string source_text(const AuditedFile& file);

}  // namespace claimbase

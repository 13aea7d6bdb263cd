// Audit reports made by hand for the tests of settings and writers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// `source` as read, each block a sentence that claims nothing.
[[nodiscard]] AuditedFile made_file(const std::string& path, const std::string& source);

/// The place of the first `words` in the file's text.
[[nodiscard]] CopySpan span_of(const AuditedFile& file, std::string_view words);

/// A finding on the first `words` of the file, in the sentence that holds them.
[[nodiscard]] Finding made_finding(const AuditedFile& file, const std::string& rule, std::string_view words,
                                   const std::string& message = "a message");

/// A report of these files with their findings, in order.
[[nodiscard]] AuditReport made_report(std::vector<AuditedFile> files, std::vector<Finding> findings);

/// Dutch and English copy with a claim of every kind: a page in HTML, a leaflet in plain text, a PDF of two pages.
/// Judgements of all sorts, muted findings, and text from outside that attacks: markup, control characters,
/// right-to-left override, bytes that are no UTF-8.
[[nodiscard]] AuditReport sample_audit();

}  // namespace claimbase

// The parts of the HTML report. docs/audit.md says what it shows; nothing in it comes from outside unescaped.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase::html {

/// Text as content or as a quoted attribute: control characters gone, & < > " ' as entities.
[[nodiscard]] std::string escaped(std::string_view text);

/// ` lang="nl"`; empty where `language` is no BCP-47 tag or not known.
[[nodiscard]] std::string lang_attribute(std::string_view language);

/// "error", "warning", "note": classes of the style.
[[nodiscard]] std::string_view severity_class(Severity severity);
/// For people: "medicinal claim".
[[nodiscard]] std::string_view law_label(LawClass law);

extern const char* const kStyle;

/// A finding and its number in the list, from 1.
struct NumberedFinding {
  const Finding* finding;
  std::size_t number;
};

/// The ids of a sentence and of a finding, for links.
[[nodiscard]] std::string sentence_id(std::size_t file, std::size_t sentence);
[[nodiscard]] std::string finding_id(std::size_t number);

/// The words of a sentence with those of its findings marked by the worst severity. `range`: of the document's text.
void write_marked(std::ostream& out, std::string_view document_text, ByteRange range,
                  const std::vector<NumberedFinding>& findings);

/// What is said of a sentence: findings, judgement by law, judgement by sources.
void write_panel(std::ostream& out, const AuditedSentence& sentence, const std::vector<NumberedFinding>& findings);

/// The copy of a file block by block, each sentence that claims something to be opened. `findings`: of this file.
void write_copy(std::ostream& out, const AuditedFile& file, std::size_t number, std::vector<NumberedFinding> findings);

}  // namespace claimbase::html

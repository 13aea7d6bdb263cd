// Word documents for tests, made of parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace claimbase {

struct ZipPart {
  std::string name;
  std::string bytes;
};

/// A ZIP archive of these parts, deflated.
[[nodiscard]] std::string zip_of(const std::vector<ZipPart>& parts);

/// The parts of a DOCX beside its body, each in its own root element; empty: not there.
struct DocxParts {
  std::string body = {};  // inside <w:body>
  std::string styles = {};
  std::string numbering = {};
  std::string footnotes = {};
  std::string endnotes = {};
  std::string core = {};
  std::string links = {};  // further <Relationship> elements
};
[[nodiscard]] std::string docx_of(const DocxParts& parts);

/// <w:p> with one run of these words, and properties inside <w:pPr>.
[[nodiscard]] std::string paragraph_of(const std::string& words, const std::string& properties = {});
[[nodiscard]] std::string run_of(const std::string& words, const std::string& properties = {});

}  // namespace claimbase

// Files of bibliographic records, as databases and reference managers export them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/diagnostic.h"

namespace claimbase {

enum class LibraryFormat : std::uint8_t { ris, medline, pubmed_xml, bibtex, csl_json, jats, beir };
[[nodiscard]] std::string_view to_string(LibraryFormat format);  // "ris", "medline", "pubmed-xml" ...

/// One work as a library describes it. Every text is one line of UTF-8 without control characters, white space runs
/// being one space; docs/libraries.md says which field of each format it comes from.
struct LibraryRecord {
  Reference work;          // `raw`, `range` and `number` are empty; `design` also from the publication types
  std::uint32_t line = 1;  // where the record starts, from 1
  std::string key;         // the file's own name for it: BibTeX key, RIS ID, CSL id
  std::string date;        // of publication, ISO 8601: "2024-11-15", "2024-11", "2024"
  std::string language;    // as given: "eng", "Dutch", "nl"
  std::string abstract;
  std::string issn;
  std::string isbn;
  std::vector<Author> editors;
  std::vector<std::string> keywords;           // none holds a semicolon
  std::vector<std::string> mesh;               // as MEDLINE prints them: "*Hypertension/drug therapy/*prevention"
  std::vector<std::string> publication_types;  // "Randomized Controlled Trial"
};

struct LibraryDiagnostic {
  Severity severity = Severity::warning;
  std::string rule;        // stable: "library.broken-record" ...
  std::uint32_t line = 0;  // from 1; 0: the whole file
  std::string message;
  friend bool operator==(const LibraryDiagnostic&, const LibraryDiagnostic&) = default;
};

struct LibraryFile {
  std::optional<LibraryFormat> format;         // absent: none that is known; then there are no records
  std::vector<LibraryRecord> records;          // in the order of the file
  std::vector<LibraryDiagnostic> diagnostics;  // by line
};

/// The records in `bytes`, whose encoding and format are told from the content. Never fails: a record that cannot be
/// read is left out with a diagnostic, the others are kept. Linear in the bytes; memory of the file and its records.
[[nodiscard]] LibraryFile read_library(std::string_view bytes);

/// The format of `text` (UTF-8); none where it is no library.
[[nodiscard]] std::optional<LibraryFormat> library_format(std::string_view text);

/// Raised whenever the same file may give other records.
inline constexpr int kLibraryVersion = 3;

}  // namespace claimbase

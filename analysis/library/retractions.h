// Notices on published papers: the Retraction Watch database, a CSV file that Crossref publishes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/library/library.h"

namespace claimbase {

/// Numbers are part of the stored format: never change an existing one.
enum class NoticeNature : std::uint8_t { retraction = 1, expression_of_concern = 2, correction = 3, reinstatement = 4 };
[[nodiscard]] std::string_view to_string(NoticeNature nature);  // "retraction", "expression-of-concern" ...

struct RetractionNotice {
  std::string record_id;  // of the database
  NoticeNature nature = NoticeNature::retraction;
  std::string date;  // of the notice, ISO 8601; empty: not known
  std::string doi;   // of the notice; empty where it has none of its own
  std::string pmid;
  std::vector<std::string> reasons;
  Reference original;  // the paper that the notice is about: title, authors, journal, year, DOI, PMID
  std::uint32_t line = 0;
};

struct RetractionFile {
  bool known = false;                     // whether it is such a file; else there are no notices
  std::vector<RetractionNotice> notices;  // in the order of the file
  std::vector<LibraryDiagnostic> diagnostics;
};

/// The notices in `bytes`. Columns are found by their names in the first line (docs/libraries.md lists them), in any
/// order; others are ignored. A row that cannot be understood is left out with a diagnostic. Linear.
[[nodiscard]] RetractionFile read_retractions(std::string_view bytes);

/// Whether `text` starts with the columns of such a file.
[[nodiscard]] bool is_retraction_file(std::string_view text);

}  // namespace claimbase

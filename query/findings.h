// What an editor should look at: citations and references that lead nowhere, or contradict each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

struct StoreFinding {
  std::string rule;  // stable: "citation.unresolved" ...: docs/cli.md, check
  std::string article;
  std::int64_t line = 0;
  std::string reference;  // id; empty: none
  std::string message;    // lower case, no full stop
  std::string format;     // of the article: what `line` counts
};

struct FindingResult {
  std::vector<StoreFinding> findings;  // by article and line
  std::int64_t total = 0;
};

/// At most `limit` of them:
/// - citation.unresolved: a marker that no entry of the reference list has;
/// - citation.ambiguous: words that several works fit;
/// - reference.uncited: an entry that no citation points at, in an article that has markers;
/// - reference.unidentified: an entry without identifier and library record, whose title, or both author and year,
/// could
///   not be found;
/// - reference.ambiguous: an entry that may be either of several works;
/// - reference.disagrees: an entry whose year, volume or first page is not that of the work it was taken for;
/// - reference.shared-pmid: an entry whose PMID another work with another DOI has too;
/// - reference.retracted: an entry whose work was retracted.
/// Reads all entries and citations.
[[nodiscard]] FindingResult find_findings(const Database& db, std::size_t limit);

}  // namespace claimbase

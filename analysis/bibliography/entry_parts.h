// The steps by which parse_reference takes an entry apart. Each is a pure function of its text, linear, and never
// fails.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/reference.h"

namespace claimbase::entry {

/// Moves DOI, PMID, PMCID, URL and access date from `text` into `reference`, and drops what stands for a link or a
/// source
/// ("Link to the study", "[Internet]", "Accessed from PubMed"). What follows a link text is a comment, no part of the
/// entry. `cues`: those that the text may have; on return those that what is left of it may have.
void take_identifiers(std::string& text, CueSet& cues, Reference& reference);

/// The date that starts at or just after `position`; `end` 0: none. `iso` holds what is known: "2024-11-15", "2024-11",
/// "2024".
struct Date {
  std::string iso;
  std::size_t end = 0;
};
[[nodiscard]] Date read_date(std::string_view text, std::size_t position);

struct AuthorList {
  std::vector<Author> authors;
  bool et_al = false;
  bool organisation = false;  // one organisation
  bool separated = true;      // punctuation or a year ends the list
  std::size_t end = 0;        // the rest of the entry starts here
};
[[nodiscard]] AuthorList read_authors(std::string_view text);

/// Volume, issue, pages and year at the end of an entry: "2012;17(12):1161-9", "vol. 3, no. 2, pp. 1-5, 2010", "86:
/// 408".
struct Locator {
  std::optional<int> year;
  std::string volume;
  std::string issue;
  std::string page;
  std::size_t begin = 0;  // in the text given: what is before it is title and container
};
[[nodiscard]] Locator read_locator(std::string_view text);

/// "1161 – 9" as "1161-9": one ASCII hyphen for each run of dashes, no spaces.
[[nodiscard]] std::string number_range(std::string_view text);

/// Title, container, publisher and type from what is left between authors and locator.
/// `cues`: those of the entry as printed.
void read_title(std::string_view text, const Locator& locator, const AuthorList& authors, CueSet cues,
                Reference& reference);

}  // namespace claimbase::entry

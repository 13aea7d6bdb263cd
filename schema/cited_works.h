// The works that articles cite, at one moment: what a change of libraries does to them is the difference of two.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// The work that a reference entry or a citation in words leads to.
struct CitedWorkState {
  std::string id;  // empty: none
  std::string label;
  std::string notice;
  std::string notice_date;
};

struct CitedWorks {
  std::map<std::int64_t, CitedWorkState> of_entries;    // by reference_entry.key
  std::map<std::int64_t, CitedWorkState> of_citations;  // in words, by citation.key
};

/// Reads all entries and citations in words.
[[nodiscard]] CitedWorks read_cited_works(const Database& db);

struct CitedWorkChange {
  std::string change;  // "notice", "renamed", "gone", "found": run_reference.change
  std::string previous;
  CitedWorkState work;
  std::int64_t mentions = 0;  // that rest on it
};

/// Each change once, however many articles it concerns.
[[nodiscard]] std::vector<CitedWorkChange> changes_between(const Database& db, const CitedWorks& before,
                                                           const CitedWorks& after);

}  // namespace claimbase

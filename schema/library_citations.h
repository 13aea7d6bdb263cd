// Citations in words that no entry of their article's list fits, and the works of libraries that they may mean. Which
// fits which is not decided here (indexer/library_links.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "schema/database.h"
#include "schema/records.h"

namespace claimbase {

struct WordCitation {
  std::int64_t key = 0;  // citation.key
  std::string authors;
  std::string journal;
  std::string organisation;
  std::optional<int> year;
  std::string sentence;    // of an author-year citation; else empty
  std::size_t before = 0;  // author-year citations before it in the sentence by the same first author of the same year
};

struct LibraryWork {
  std::int64_t key = 0;  // reference.key
  std::vector<AuthorRecord> authors;
  bool et_al = false;
  std::optional<int> year;
  std::string container_title;
};

/// A citation with the works of libraries that fit it: one, which it then leads to, or several, its candidates.
struct LibraryCitation {
  std::int64_t citation = 0;
  std::vector<std::int64_t> works;
};

/// Attributions and author-year citations without an entry and without candidates among the entries, in order of
/// article and place.
[[nodiscard]] std::vector<WordCitation> word_citations(const Database& db);
/// By reference.id, with at most 20 authors each.
[[nodiscard]] std::vector<LibraryWork> library_works(const Database& db);
/// Whether a library holds a work.
[[nodiscard]] bool has_library_works(const Database& db);
/// Whether a citation leads to a library's work, or may.
[[nodiscard]] bool has_library_citations(const Database& db);
/// What the citations lead to in libraries is this from now on, and nothing else. Inside a transaction.
void write_library_citations(Database& db, std::span<const LibraryCitation> links);
/// Citations of which all candidates among the entries turned out to be one work lead to it, and no others with
/// candidates do; the candidates stay, for they may come apart again. Inside a transaction. O(candidates).
void settle_candidates(Database& db);

}  // namespace claimbase

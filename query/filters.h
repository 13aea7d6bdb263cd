// What a person narrows an answer down to, and the same in the store's terms.
#pragma once

#include <stdexcept>
#include <string>

#include "query/concepts.h"
#include "schema/database.h"

namespace claimbase {

/// As typed; empty: no such filter.
struct FilterOptions {
  std::string substance;  // ids or labels; narrower concepts count too
  std::string outcome;
  std::string relation;
  std::string article;  // GLOB over the path or its last part
  std::string language;
  std::string certainty;
  std::string polarity;
  bool exact = false;  // without narrower concepts
};

/// The store has nothing of that name: nothing is found. what(): one sentence.
class UnknownName : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Filters {
  std::string substances;  // JSON lists of concept keys; empty: any
  std::string outcomes;
  std::string relation;
  std::string article;
  std::string language;
  std::string certainty;
  std::string polarity;
};

/// Throws UnknownName for a substance or outcome that the vocabulary does not have.
[[nodiscard]] Filters resolve(const FilterOptions& options, ConceptTable& table);

/// SQL over mention m, claim c, sentence s, article a with parameters ?10 to ?16, all of which may be NULL.
inline constexpr const char* kMentionFilter =
    " (?10 IS NULL OR c.substance IN (SELECT value FROM json_each(?10)))"
    " AND (?11 IS NULL OR c.outcome IN (SELECT value FROM json_each(?11)))"
    " AND (?12 IS NULL OR c.relation = ?12)"
    " AND (?13 IS NULL OR a.path GLOB ?13 OR a.path GLOB '*/' || ?13)"
    " AND (?14 IS NULL OR s.language = ?14)"
    " AND (?15 IS NULL OR m.certainty = ?15)"
    " AND (?16 IS NULL OR m.polarity = ?16) ";

/// Binds ?10 to ?16; `filters` must outlive the statement's use.
void bind_filters(Statement& statement, const Filters& filters);

/// NULL where empty.
void bind_text(Statement& statement, int index, const std::string& value);

}  // namespace claimbase

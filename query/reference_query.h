// What a person typed, or a claim in words, as terms to rank bibliographic works by. docs/ranking.md says what becomes
// of which word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/label_index.h"
#include "query/query_lexicon.h"

namespace claimbase {

enum class TermOrigin : std::uint8_t { typed, phrase, joined, quantity, synonym, part, translation, narrower };
[[nodiscard]] std::string_view to_string(TermOrigin origin);  // "typed" ...

/// Words as printed, one after the other, with how much they count beside the others of their term.
struct WeighedPhrase {
  std::string text;
  double weight = 1;
};

/// One thing that a work may hold; any of the phrases stands for it.
struct QueryTerm {
  std::vector<WeighedPhrase> phrases;  // at least one
  double weight = 1;                   // of the term
  double alone_weight = 1;             // of the term where no work holds any of the typed words it stands for
  bool required = false;               // works without it are left out
  TermOrigin origin = TermOrigin::typed;
  std::vector<std::size_t> stands_for;  // terms, as typed
};

struct ReferenceQuery {
  std::vector<QueryTerm> terms;
  std::vector<std::string> notes;  // "bloeddruk also as: blood pressure, ..."
};

/// Words are those of an analyzer; at most kMaxQueryParts parts and kMaxQueryTerms words are looked at. With `expand`
/// false: as typed only.
[[nodiscard]] ReferenceQuery make_reference_query(std::string_view typed, LabelIndex& index,
                                                  const QueryLexicon& lexicon, bool expand);

inline constexpr std::size_t kMaxQueryTerms = 64;

}  // namespace claimbase

// A query's words, widened through the vocabulary: labels of the same and of narrower concepts in every language, and
// the parts of Dutch compounds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/label_index.h"

namespace claimbase {

/// Any of these may stand for a part of the query.
using Alternatives = std::vector<std::string>;

/// One part of the query, all of whose parts must be found.
struct QueryGroup {
  std::vector<std::string> own;      // as typed; all must be there
  Alternatives also;                 // labels
  std::vector<Alternatives> pieces;  // of a compound; one of each must be there
  friend bool operator==(const QueryGroup&, const QueryGroup&) = default;
};

/// Labels that stand for one part; a concept with more (all of "vitamin") is cut there.
inline constexpr std::size_t kMaxAlternatives = 300;

/// Parts without a letter or digit are left out. With `expand` false: the own words only.
[[nodiscard]] std::vector<QueryGroup> expand_query(std::string_view typed, LabelIndex& index, bool expand);

/// As it was typed.
[[nodiscard]] std::string own_text(const QueryGroup& group);

/// Of several parts those that a sentence may be asked for alone: without small words (lexicon.is_stop_word), unless
/// all are, and a label of several words, where it is all that was typed, as these words. Empty where only one part was
/// typed.
[[nodiscard]] std::vector<QueryGroup> separate_parts(const std::vector<QueryGroup>& groups, LabelIndex& index);

/// "bloeddruk also as: blood pressure, hypertensie ... (38 more)", a line for each group that was widened.
[[nodiscard]] std::vector<std::string> expansion_notes(const std::vector<QueryGroup>& groups);

}  // namespace claimbase

// Queries in the words of FTS5. A person's text is never syntax: every part is quoted. Groups are searched and marked
// by other means (group_search.h, marked_sentences.h): their expressions say what these are to find, and the tests ask
// FTS5.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/expansion.h"

namespace claimbase {

/// A phrase for FTS5: in quotes, its own quotes doubled.
[[nodiscard]] std::string fts_phrase(std::string_view text);

/// All the typed words, at least one in `column`. "" where there are none: do not ask SQLite, MATCH '' is a syntax
/// error.
[[nodiscard]] std::string own_expression(const std::vector<QueryGroup>& groups, std::string_view column = "");

/// All the groups, each as typed or by what stands for it, in the sentence or its headings; at least one of them in the
/// column `column`. With "": anywhere.
[[nodiscard]] std::string expanded_expression(const std::vector<QueryGroup>& groups, std::string_view column = "");

/// Any of the groups, each as typed or by what stands for it.
[[nodiscard]] std::string any_expression(const std::vector<QueryGroup>& groups);

}  // namespace claimbase

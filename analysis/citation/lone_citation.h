// Author-year citations that no reference list confirms: "(Slavin, 2021)" in an article without one.
#pragma once

#include <string_view>

#include "analysis/citation/attribution_parts.h"
#include "analysis/citation/author_year.h"

namespace claimbase {

/// Whether `cited` (of find_author_years) is a citation by its words alone: names that can be authors', alone in their
/// part of a bracket; before a bracket two names, "et al.", or one that says or is told ("volgens Zhang (2017)").
/// Not: places, months, bodies, journals, abbreviations, and what else is written with a capital before a year
/// (corpus/bibliography/dated_words.tsv). Linear in the sentence.
[[nodiscard]] bool is_plainly_cited(const SentenceView& view, const AuthorYear& cited);

/// Whether `name` is what a year may stand behind, and is no author: "Nederland", "Figuur", "mei", "Utrecht", "RDA".
[[nodiscard]] bool is_dated_word(std::string_view name);

}  // namespace claimbase

// The stem of a Dutch word. Snowball's Dutch stemmer keeps verlaagt, verlaagd and verlaag apart, and aanvall from
// aanval; this one undoes vowel and consonant doubling, and takes the endings of the third person, the participles,
// -ing and the plurals off by rules that are data (corpus/language/nl/stem_rules.tsv), after a list of exceptions.
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// Pure; about a microsecond. `folded` as Analyzer folds words; anything else comes back as it is.
[[nodiscard]] std::string dutch_stem(std::string_view folded);

}  // namespace claimbase

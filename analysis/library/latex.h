// Text of BibTeX fields -> plain text.
#pragma once

#include <string>
#include <string_view>

namespace claimbase::library {

/// Accents and symbols as characters (commands of corpus/bibliography/latex.tsv), dashes and quotes joined, braces,
/// dollars and commands that only set type dropped with their argument kept: "K{\"o}ln \& {\em Bonn}" -> "Köln & Bonn".
/// Linear; any bytes.
[[nodiscard]] std::string from_latex(std::string_view text);

}  // namespace claimbase::library

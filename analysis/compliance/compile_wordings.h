// What the build has built in of the register's wordings (phrase_stems.h).
#pragma once

#include <string>
#include <string_view>

namespace claimbase {

/// The stems of all phrases that a LawJudge of built_in_register() compiles for `language`, as bytes for a
/// PhraseStemsView. Cost: an analysis of each, some twenty milliseconds.
[[nodiscard]] std::string compiled_wordings(std::string_view language);

}  // namespace claimbase

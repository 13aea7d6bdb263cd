// The built-in vocabulary as the build compiled it (tools/compile_vocabulary).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/compiled_phrases.h"
#include "analysis/claim/cues.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/language/analyzer.h"

namespace claimbase {

/// What compile_phrases gives, without its work where `vocabulary` is the built-in one and nothing else.
[[nodiscard]] CompiledPhrases phrases_of(const Vocabulary& vocabulary, std::string_view language,
                                         const std::vector<Cue>& cues, Analyzer& analyzer);

/// The languages that have cue words, by code.
[[nodiscard]] std::vector<std::string> cue_languages();

}  // namespace claimbase

// The vocabulary and its phrases as bytes, to be built into the programs: reading them takes a twentieth of the time
// that reading and stemming the SKOS files takes. Not a format for files that people keep: only what this very build
// wrote can be read.
#pragma once

#include <string>
#include <string_view>

#include "analysis/claim/compiled_phrases.h"
#include "analysis/claim/vocabulary.h"

namespace claimbase {

[[nodiscard]] std::string to_archive(const Vocabulary& vocabulary);
[[nodiscard]] std::string to_archive(const CompiledPhrases& phrases);

/// Throw cereal::Exception where `bytes` end too early.
[[nodiscard]] Vocabulary vocabulary_from_archive(std::string_view bytes);
[[nodiscard]] CompiledPhrases phrases_from_archive(std::string_view bytes);

}  // namespace claimbase

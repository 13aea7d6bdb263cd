// The labels of the vocabulary and the cue words of one language as paths of stems: what takes the time when a
// vocabulary is made ready, and depends on nothing but the data, so that it is worked out once, when the programs are
// built.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/cues.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/language/analyzer.h"

namespace claimbase {

/// Stems by their number in CompiledPhrases::stems, counted from 1; a compound gives one for each part.
using StemPath = std::vector<std::uint32_t>;

struct LabelPhrase {
  std::uint32_t owner = 0;  // the concept, in Vocabulary::concepts()
  std::uint32_t label = 0;  // in its labels
  StemPath path;
  std::string printed;    // its first word counts only as printed so: its stem is also a relation verb's; "": by stems
  bool place = false;     // a part of the body as well
  bool one_word = false;  // a compound: its parts are met in one word, or joined by a hyphen
};

struct CompiledPhrases {
  std::vector<std::string> stems;  // each once
  std::vector<LabelPhrase> labels;
  std::vector<StemPath> cues;   // of each cue of the language's file
  std::vector<StemPath> tails;  // likewise: of what stands behind the gap; empty: none
};

/// `analyzer` is that of `language`; `cues` are those of its file (cues_of). Only labels of that language and of any
/// are taken. Cost: an analysis of each distinct word, a few microseconds each.
[[nodiscard]] CompiledPhrases compile_phrases(const Vocabulary& vocabulary, std::string_view language,
                                              const std::vector<Cue>& cues, Analyzer& analyzer);

/// `text` with A to Z in lower case.
[[nodiscard]] std::string ascii_lower(std::string_view text);

}  // namespace claimbase

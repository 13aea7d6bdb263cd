// Citations in words: a sentence that names a journal, a year of publication, an author, an authority or a single case
// as its source.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/citation/citation.h"

namespace claimbase {

struct AttributionHit {
  ByteRange range;  // bytes of the sentence: its words from the first that names the source to the last
  Attribution attribution;
};

/// The attribution that `sentence` makes, with all it names; none where it only mentions a name, or asks. Journals,
/// organisations and cue words are data (corpus/bibliography: journals, organisations, attribution_cues). Linear.
[[nodiscard]] std::optional<AttributionHit> find_attribution(std::string_view sentence);

}  // namespace claimbase

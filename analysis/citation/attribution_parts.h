// What a sentence names as its source, one question each.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/names.h"
#include "analysis/citation/attribution_cues.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

/// A sentence with the cue words found in it once, and what other cues may be in it.
struct SentenceView {
  std::string_view text;
  std::vector<FoldedWord> words;
  CueSet cues;
  std::uint32_t attribution_cues = 0;  // attribution_cues_in
  std::vector<NameHit> studies;
  std::vector<NameHit> published;
  std::vector<NameHit> reports;
  std::vector<NameHit> sources;
  std::size_t labelled = 0;  // labelled_source
};
[[nodiscard]] SentenceView view_of(std::string_view sentence);
[[nodiscard]] std::vector<NameHit> find_cues(const SentenceView& view, AttributionCue cue);

struct NamedSource {
  std::string name;
  ByteRange range;
  bool authority = false;  // a body whose word is a guideline or an opinion, not a study
};
struct NamedYear {
  int year = 0;
  ByteRange range;
};

/// "gepubliceerd in Hypertension", “Cephalalgia”: a journal by its standard title; one whose title is an everyday word
/// needs a cue.
[[nodiscard]] std::optional<NamedSource> named_journal(const SentenceView& view);
/// "De EFSA erkent", "(EFSA)", "volgens de WHO", "EFSA-advies"; not "EFSA-conforme producten".
[[nodiscard]] std::optional<NamedSource> named_organisation(const SentenceView& view);
/// "X et al.", "X en collega's", "(Jansen & De Vries, 2019)", "Jansen en De Vries (2019)".
[[nodiscard]] std::optional<NamedSource> named_authors(const SentenceView& view);
/// "Volgens Zhang (2017)", "Zhang (2017) found": said or saying, a name before a bracket is an author's.
[[nodiscard]] bool speaks(const SentenceView& view, ByteRange name);
/// "Verordening (EU) nr. 432/2012".
[[nodiscard]] std::optional<NamedYear> named_regulation(const SentenceView& view);
/// The year in which the study came out; `source` is what else names it.
[[nodiscard]] std::optional<NamedYear> year_of_study(const SentenceView& view, ByteRange source);

/// "Bron: Yang et al., JAMA, 2006": where the source begins behind a label and a colon; end of the sentence: no label.
[[nodiscard]] std::size_t labelled_source(const SentenceView& view);

/// Whether `position` lies in round brackets within one sentence; the range inside them, empty: no.
[[nodiscard]] ByteRange brackets_around(std::string_view text, std::size_t position);

}  // namespace claimbase

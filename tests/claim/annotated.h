// Sentences annotated with the built-in vocabulary and cues.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "analysis/claim/annotation.h"

namespace claimbase {

/// Compiled once a program: the tests only read it.
inline Annotator& annotator_of(std::string_view language) {
  static const Vocabulary vocabulary = Vocabulary::built_in();
  static Annotator dutch(vocabulary, "nl");
  static Annotator english(vocabulary, "en");
  return language == "nl" ? dutch : english;
}

inline Annotation annotated(std::string_view language, std::string_view text) {
  Annotation annotation;
  annotator_of(language).annotate(text, {0, static_cast<std::uint32_t>(text.size())}, annotation);
  return annotation;
}

/// "kalium=potassium bloeddruk=blood-pressure": the concepts found with the words they were read from, spaces in them
/// as "_".
inline std::string concepts_in(std::string_view text, const Annotation& annotation) {
  std::string shown;
  for (const Item& item : annotation.items) {
    if (item.kind == ItemKind::cue) continue;
    std::string words(annotation.range_of(item).of(text));
    for (char& c : words) c = c == ' ' ? '_' : c;
    shown += (shown.empty() ? "" : " ") + words + '=' + (item.inverse ? "!" : "") + item.named->id;
  }
  return shown;
}

}  // namespace claimbase

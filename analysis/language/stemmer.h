// The stem of one folded word: what its inflected forms (and close derivations) share. A stem is an identity, not a
// word.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace claimbase {

/// A pure function of the word and the data files, behind an interface because each language has its own way.
/// Not for two threads at once (libstemmer keeps a buffer).
class Stemmer {
 public:
  virtual ~Stemmer() = default;
  /// `folded` as Analyzer folds words. Never empty for a word that is not empty.
  [[nodiscard]] virtual std::string stem(std::string_view folded) = 0;
};

/// "nl": rules and exceptions of corpus/language/nl; "en": exceptions of corpus/language/en, else Snowball English;
/// any other: the folded word itself.
[[nodiscard]] std::unique_ptr<Stemmer> make_stemmer(std::string_view language);

}  // namespace claimbase

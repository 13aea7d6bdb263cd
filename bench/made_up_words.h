// Words that do not exist, inflected as real ones are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::bench {

/// Word forms by number: a number's word is the same on every machine. Stems are shared by neighbours, so that a
/// stemmer joins them; in Dutch a part of them are compounds of components that the stemmer knows.
class MadeUpWords {
 public:
  /// `language`: "nl" or "en".
  explicit MadeUpWords(std::string_view language);

  [[nodiscard]] std::string word(std::size_t number) const;

 private:
  std::vector<std::string> endings_;
  std::vector<std::string> components_;  // of compounds; empty: none are made
};

}  // namespace claimbase::bench

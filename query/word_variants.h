// Other ways in which texts write a word: British and American spellings, Greek letters by name, letters and digits
// apart.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// Immutable once made, from corpus/search/spellings.tsv.
class WordVariants {
 public:
  WordVariants();

  /// What else stands for `word` (folded), each once and none the word itself: "ischaemia" gives "ischemia", "il10"
  /// "il 10", "tnfα" "tnf α", "tnf alpha" and "tnfalpha". Cost: a look for each spelling of the file.
  [[nodiscard]] std::vector<std::string> of(std::string_view word) const;

 private:
  enum class Where : std::uint8_t { part, end, word };
  struct Spelling {
    std::string from;
    std::string to;
    Where where = Where::part;
  };
  [[nodiscard]] static std::string respelled(std::string_view word, const Spelling& spelling);
  std::vector<Spelling> spellings_;  // each pair both ways
};

}  // namespace claimbase

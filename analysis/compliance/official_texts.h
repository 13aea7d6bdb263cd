// The register's own sentences, to be recognised before anything is read into them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/stem_trie.h"
#include "analysis/compliance/copy_words.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// Words of copy that are an authorised entry's.
struct OfficialMatch {
  std::uint32_t entry = 0;  // index in the register
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  bool whole = true;      // else only the first sentence of an entry with two
  bool verbatim = false;  // else another form of a word: "bij aan"
  bool adapted = false;   // with a phrase of corpus/register/equal_phrases.tsv
};

/// "lower/reduce" as it may be said: "lower", "reduce" and both. Texts with a place to fill in (<name>, [nutrient])
/// are the words behind it.
[[nodiscard]] std::vector<std::string> said_as(std::string_view official);

/// The official text of an entry in a language ("nl": Dutch, any other: English); empty where there is none.
[[nodiscard]] std::string_view official_text(const RegisterEntry& entry, std::string_view language);

class OfficialTexts {
 public:
  /// The authorised of `entries`, in the reader's language. Adds stems to `reader`.
  OfficialTexts(std::span<const RegisterEntry> entries, CopyReader& reader);

  /// The longest at each place, in text order, not overlapping; small words may be others ("bij aan" for "bij tot").
  /// `units` may span several sentences.
  [[nodiscard]] std::vector<OfficialMatch> find(std::string_view text, std::span<const CopyUnit> units) const;

 private:
  struct Wording {
    std::uint32_t entry = 0;
    bool whole = true;
    bool adapted = false;
    std::string text;
    std::uint32_t leading = 0;  // small words before the first other: "De consumptie van"
  };
  void add(std::uint32_t entry, bool adapted, const std::string& text, CopyReader& reader);
  void add_wording(Wording wording, CopyReader& reader);

  StemTrie phrases_;  // values: in wordings_
  std::vector<Wording> wordings_;
};

}  // namespace claimbase

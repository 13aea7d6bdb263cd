// The stems of the built-in wordings, signals and official texts as bytes, so that no program analyses some five
// thousand phrases when it starts: the build does (tools/compile_wordings). Not a format for files that people keep:
// only what this very build wrote can be read.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// How a phrase is read (CopyReader); what it gives is another each time.
enum class PhraseReading : std::uint8_t { all_words, no_small_words, official };

/// By their numbers in the list of stems, counted from 1.
struct PhraseStems {
  std::vector<std::uint32_t> stems;
  std::uint32_t leading = 0;  // words before the first of them, with small ones
};

/// Notes what each phrase gave, for the build.
class PhraseStemsWriter {
 public:
  /// Throws std::logic_error where two phrases cannot be told apart by their hashes.
  void add(std::string_view phrase, PhraseReading reading, const PhraseStems& found);
  /// The next number's; those before it have been added.
  void add_stem(std::string_view stem) { stems_.emplace_back(stem); }
  [[nodiscard]] std::size_t stem_count() const { return stems_.size(); }
  [[nodiscard]] std::string bytes() const;

 private:
  struct Noted {
    std::string phrase;
    PhraseReading reading = PhraseReading::all_words;
    PhraseStems found;
  };
  std::vector<std::string> stems_;
  std::map<std::uint64_t, Noted> phrases_;  // by hash
};

/// A view of them; bytes that are none hold no phrase. Copies nothing.
class PhraseStemsView {
 public:
  PhraseStemsView() = default;
  /// `bytes` must outlive it.
  explicit PhraseStemsView(std::string_view bytes);
  /// By number.
  [[nodiscard]] std::vector<std::string_view> stems() const;
  /// False where the phrase is none of them. Cost: a search by halves.
  [[nodiscard]] bool find(std::string_view phrase, PhraseReading reading, PhraseStems& found) const;

 private:
  std::string_view phrases_;  // of equal size, by hash
  std::string_view numbers_;
  std::string_view stems_;
};

}  // namespace claimbase

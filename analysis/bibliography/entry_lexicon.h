// What the word lists know of a single word of an entry.
#pragma once

#include <cstdint>
#include <string_view>

namespace claimbase::entry {

/// Bits; their places are part of the model file.
enum class LexiconFlag : std::uint8_t {
  month,
  conjunction,
  et_al,
  particle,
  suffix,
  editor,
  volume,
  issue,
  page,
  supplement,
  chapter,
  organisation,
  publisher,
  edition,
  no_author,
  thesis,
  report,
  journal_word,  // a word of a journal's title: corpus/bibliography/journals.tsv
  journal_abbreviation,
  given_name,        // corpus/bibliography/given_names.tsv
  place,             // corpus/bibliography/places.tsv
  publisher_word,    // corpus/bibliography/publishers.tsv
  organisation_word  // corpus/bibliography/organisations.tsv
};
inline constexpr int kLexiconFlags = 23;

[[nodiscard]] constexpr std::uint32_t bit(LexiconFlag flag) {
  return std::uint32_t{1} << static_cast<unsigned>(flag);
}

/// The flags of a folded word, by the hash of hash_of_word; 0 for an unknown one. The lists are read once.
[[nodiscard]] std::uint32_t lexicon_flags(std::uint64_t word);

[[nodiscard]] std::uint64_t hash_of_word(std::string_view folded);

}  // namespace claimbase::entry

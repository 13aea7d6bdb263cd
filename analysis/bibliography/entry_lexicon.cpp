#include "analysis/bibliography/entry_lexicon.h"

#include <xxhash.h>

#include <array>
#include <unordered_map>
#include <utility>

#include "analysis/bibliography/names.h"
#include "analysis/language/resources.h"

namespace claimbase::entry {

namespace {

using Flags = std::unordered_map<std::uint64_t, std::uint32_t>;

void add_words(Flags& flags, std::string_view text, LexiconFlag flag) {
  for (const auto& word : folded_words(text)) flags[hash_of_word(word.text)] |= bit(flag);
}

// A phrase of several words ("et al", "edited by") counts word by word, but for what is too common alone.
void add_cues(Flags& flags) {
  constexpr std::array<std::pair<Cue, LexiconFlag>, 17> kCueFlags{{
      {Cue::month, LexiconFlag::month},
      {Cue::conjunction, LexiconFlag::conjunction},
      {Cue::et_al, LexiconFlag::et_al},
      {Cue::particle, LexiconFlag::particle},
      {Cue::suffix, LexiconFlag::suffix},
      {Cue::editor, LexiconFlag::editor},
      {Cue::volume, LexiconFlag::volume},
      {Cue::issue, LexiconFlag::issue},
      {Cue::page, LexiconFlag::page},
      {Cue::supplement, LexiconFlag::supplement},
      {Cue::chapter, LexiconFlag::chapter},
      {Cue::organisation, LexiconFlag::organisation},
      {Cue::publisher, LexiconFlag::publisher},
      {Cue::edition, LexiconFlag::edition},
      {Cue::no_author, LexiconFlag::no_author},
      {Cue::thesis, LexiconFlag::thesis},
      {Cue::report, LexiconFlag::report},
  }};
  for (const auto& [cue, flag] : kCueFlags) {
    for (const auto phrases : cue_phrases(cue)) add_words(flags, phrases, flag);
  }
}

void add_column(Flags& flags, std::string_view file, std::size_t column, LexiconFlag flag) {
  for (const auto& row : tsv_rows(resource(file))) {
    if (column < row.size()) add_words(flags, row[column], flag);
  }
}

Flags load() {
  Flags flags;
  add_cues(flags);
  add_column(flags, "bibliography/journals.tsv", 0, LexiconFlag::journal_word);
  add_column(flags, "bibliography/journals.tsv", 1, LexiconFlag::journal_abbreviation);
  add_column(flags, "bibliography/given_names.tsv", 0, LexiconFlag::given_name);
  add_column(flags, "bibliography/places.tsv", 0, LexiconFlag::place);
  add_column(flags, "bibliography/publishers.tsv", 0, LexiconFlag::publisher_word);
  add_column(flags, "bibliography/organisations.tsv", 0, LexiconFlag::organisation_word);
  add_column(flags, "bibliography/organisations.tsv", 1, LexiconFlag::organisation_word);
  return flags;
}

}  // namespace

std::uint32_t lexicon_flags(std::uint64_t word) {
  static const Flags flags = load();
  const auto found = flags.find(word);
  return found == flags.end() ? 0 : found->second;
}

std::uint64_t hash_of_word(std::string_view folded) {
  return XXH3_64bits(folded.data(), folded.size());
}

}  // namespace claimbase::entry

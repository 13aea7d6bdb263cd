#include "analysis/bibliography/name_sets.h"

#include "analysis/bibliography/word_reader.h"

namespace claimbase {

void NameSets::add(std::size_t set, std::string_view name, std::uint32_t id) {
  sets_[set].add(name, id);
  WordReader word(name);
  if (!word.next()) return;
  const auto first = word.hash();
  const auto beginning = word.next() ? pair_hash(first, word.hash()) : first;
  sets_of_[beginning] |= std::uint32_t{1} << set;
  beginnings_.add(beginning);
}

std::uint32_t NameSets::begun_by(std::uint64_t beginning) const {
  if (!beginnings_.may_contain(beginning)) return 0;
  const auto found = sets_of_.find(beginning);
  return found == sets_of_.end() ? 0 : found->second;
}

std::uint32_t NameSets::begun_in(std::string_view text) const {
  std::uint32_t sets = 0;
  std::uint64_t previous = kEmptyWordHash;
  for (WordReader word(text); word.next(); previous = word.hash())
    sets |= begun_by(word.hash()) | begun_by(pair_hash(previous, word.hash()));
  return sets;
}

std::uint32_t NameSets::begun_in(std::span<const FoldedWord> words) const {
  std::uint32_t sets = 0;
  std::uint64_t previous = kEmptyWordHash;
  for (const auto& word : words) {
    sets |= begun_by(word.hash) | begun_by(pair_hash(previous, word.hash));
    previous = word.hash;
  }
  return sets;
}

}  // namespace claimbase

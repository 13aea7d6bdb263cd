#include "analysis/compliance/phrase_stems.h"

#include <cstring>
#include <stdexcept>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace claimbase {
namespace {

// As the bytes have it: the sizes in bytes of the three parts, then those.
struct Sizes {
  std::uint32_t phrases = 0;
  std::uint32_t numbers = 0;
  std::uint32_t stems = 0;
};

struct Phrase {
  std::uint64_t hash = 0;
  std::uint32_t begin = 0;  // in the numbers
  std::uint16_t count = 0;
  std::uint16_t leading = 0;
};

template <typename Value>
void put(std::string& out, const Value& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Value>
Value value_at(std::string_view bytes, std::size_t at) {
  Value value;
  std::memcpy(&value, bytes.data() + at * sizeof value, sizeof value);
  return value;
}

std::uint64_t hash_of(std::string_view phrase, PhraseReading reading) {
  return XXH3_64bits_withSeed(phrase.data(), phrase.size(), static_cast<XXH64_hash_t>(reading));
}

}  // namespace

void PhraseStemsWriter::add(std::string_view phrase, PhraseReading reading, const PhraseStems& found) {
  const auto [place, is_new] =
      phrases_.try_emplace(hash_of(phrase, reading), Noted{std::string(phrase), reading, found});
  if (!is_new && (place->second.phrase != phrase || place->second.reading != reading))
    throw std::logic_error("two wordings with one hash: " + std::string(phrase));
}

std::string PhraseStemsWriter::bytes() const {
  std::string phrases;
  std::string numbers;
  for (const auto& [hash, noted] : phrases_) {
    const auto begin = static_cast<std::uint32_t>(numbers.size() / sizeof(std::uint32_t));
    put(phrases, Phrase{hash, begin, static_cast<std::uint16_t>(noted.found.stems.size()),
                        static_cast<std::uint16_t>(noted.found.leading)});
    for (const std::uint32_t stem : noted.found.stems) put(numbers, stem);
  }
  std::string stems;
  for (const std::string& stem : stems_) stems += stem + '\n';
  std::string all;
  put(all, Sizes{static_cast<std::uint32_t>(phrases.size()), static_cast<std::uint32_t>(numbers.size()),
                 static_cast<std::uint32_t>(stems.size())});
  return all + phrases + numbers + stems;
}

PhraseStemsView::PhraseStemsView(std::string_view bytes) {
  if (bytes.size() < sizeof(Sizes)) return;
  const auto sizes = value_at<Sizes>(bytes, 0);
  bytes.remove_prefix(sizeof(Sizes));
  if (bytes.size() != std::size_t{sizes.phrases} + sizes.numbers + sizes.stems) return;
  phrases_ = bytes.substr(0, sizes.phrases);
  numbers_ = bytes.substr(sizes.phrases, sizes.numbers);
  stems_ = bytes.substr(std::size_t{sizes.phrases} + sizes.numbers);
}

std::vector<std::string_view> PhraseStemsView::stems() const {
  std::vector<std::string_view> stems;
  for (std::string_view left = stems_; !left.empty();) {
    const std::size_t end = left.find('\n');
    stems.push_back(left.substr(0, end));
    left.remove_prefix(end + 1);
  }
  return stems;
}

bool PhraseStemsView::find(std::string_view phrase, PhraseReading reading, PhraseStems& found) const {
  if (phrases_.empty()) return false;
  const std::uint64_t hash = hash_of(phrase, reading);
  std::size_t first = 0;
  std::size_t last = phrases_.size() / sizeof(Phrase);
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    const auto there = value_at<Phrase>(phrases_, middle);
    if (there.hash == hash) {
      found.stems.resize(there.count);
      std::memcpy(found.stems.data(), numbers_.data() + there.begin * sizeof(std::uint32_t),
                  there.count * sizeof(std::uint32_t));
      found.leading = there.leading;
      return true;
    }
    (there.hash < hash ? first : last) = there.hash < hash ? middle + 1 : middle;
  }
  return false;
}

}  // namespace claimbase

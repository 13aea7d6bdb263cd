#include "analysis/language/function_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::size_t kSample = 2'000;  // bytes, as of detect_language
constexpr std::size_t kLongestWord = 8;
constexpr int kFewest = 3;
constexpr int kEnough = 6;
constexpr int kMargin = 4;

// A byte of a word as a small letter; 0 for one that is no letter.
constexpr std::array<std::uint8_t, 256> make_letters() {
  std::array<std::uint8_t, 256> letters{};
  for (std::size_t c = 0; c < letters.size(); ++c) {
    if ((c | 0x20U) - 'a' < 26U || c >= 0x80) letters[c] = static_cast<std::uint8_t>(c | 0x20U);
  }
  return letters;
}
constexpr std::array<std::uint8_t, 256> kLetters = make_letters();

struct Word {
  std::uint64_t letters = 0;  // of a word that is no longer than a number has bytes; 0: an empty slot
  std::uint8_t language = 0;  // index in languages()
  bool name = false;          // may be part of a person's name
};

// A hash table with room to spare: most words of a text are no function words, and end at an empty slot.
class Words {
 public:
  static constexpr std::size_t kMostLanguages = 4;

  Words() {
    for (const auto& row : tsv_rows(resource("language/function_words.tsv"))) {
      const std::string_view text = row.at(1);
      if (text.empty() || text.size() > kLongestWord)
        throw std::logic_error("data file language/function_words.tsv: a word too long");
      Word word{0, index_of(row.at(0)), row.size() > 2 && row[2] == "name"};
      for (const char c : text) word.letters = word.letters << 8U | kLetters[static_cast<unsigned char>(c)];
      std::size_t slot = slot_of(word.letters);
      while (slots_.at(slot).letters != 0) slot = (slot + 1) % kSlots;
      slots_.at(slot) = word;
    }
  }

  [[nodiscard]] const std::vector<std::string>& languages() const { return languages_; }

  [[nodiscard]] const Word* find(std::uint64_t letters) const {
    std::size_t slot = slot_of(letters);
    while (slots_[slot].letters != 0 && slots_[slot].letters != letters) slot = (slot + 1) % kSlots;
    return slots_[slot].letters == 0 ? nullptr : &slots_[slot];
  }

  /// The place of "nl" or "nl-BE" in languages(); their number for one that is not listed.
  [[nodiscard]] std::size_t place_of(std::string_view language) const {
    const auto names = [&](const std::string& listed) {
      return language.starts_with(listed) && (language.size() == listed.size() || language[listed.size()] == '-');
    };
    return static_cast<std::size_t>(std::ranges::find_if(languages_, names) - languages_.begin());
  }

 private:
  static constexpr std::size_t kSlots = 1024;

  static std::size_t slot_of(std::uint64_t letters) { return (letters * 0x9E3779B97F4A7C15U) >> 54U; }

  std::uint8_t index_of(std::string_view language) {
    auto found = std::ranges::find(languages_, language);
    if (found == languages_.end()) {
      if (languages_.size() == kMostLanguages)
        throw std::logic_error("data file language/function_words.tsv: too many languages");
      found = languages_.insert(languages_.end(), std::string(language));
    }
    return static_cast<std::uint8_t>(found - languages_.begin());
  }

  std::vector<std::string> languages_;
  std::array<Word, kSlots> slots_{};
};

const Words& known_words() {
  static const Words words;
  return words;
}

// What a text holds of each language.
struct Tally {
  std::array<int, Words::kMostLanguages> own{};
  std::array<int, Words::kMostLanguages> own_words{};  // in small letters, and no part of a name
  std::array<bool, Words::kMostLanguages> enough{};    // long before the end
  int all = 0;

  [[nodiscard]] bool outweighs(std::size_t language) const { return own[language] > kMargin * (all - own[language]); }
  [[nodiscard]] bool surely(std::size_t language) const {
    return enough[language] || (own[language] >= kFewest && outweighs(language));
  }
};

// Counts until `first` is sure, which may be no language of the table.
Tally tally(std::string_view text, std::size_t first) {
  const Words& words = known_words();
  text = text.substr(0, kSample);
  Tally found;
  std::uint64_t letters = 0;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::uint8_t letter = kLetters[static_cast<unsigned char>(text[at])];
    if (letter != 0) {
      letters = letters << 8U | letter;
      continue;
    }
    const std::size_t length = at - begin;
    const Word* const word = length > 1 && length <= kLongestWord ? words.find(letters) : nullptr;
    if (word != nullptr) {
      ++found.all;
      ++found.own[word->language];
      if (!word->name && static_cast<unsigned char>(text[begin]) >= 'a') ++found.own_words[word->language];
    }
    letters = 0;
    begin = at + 1;
    if (word == nullptr || found.own[word->language] < kEnough || !found.outweighs(word->language)) continue;
    found.enough[word->language] = true;
    if (word->language == first) break;
  }
  return found;
}

std::string_view sure_language(const Tally& found, std::size_t first) {
  const auto& languages = known_words().languages();
  if (first < languages.size() && found.surely(first)) return languages[first];
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (found.surely(i)) return languages[i];
  }
  return {};
}

}  // namespace

bool reads_as(std::string_view text, std::string_view language) {
  const std::size_t place = known_words().place_of(language);
  return place < known_words().languages().size() && tally(text, place).surely(place);
}

std::string_view read_language(std::string_view text, std::string_view first) {
  const std::size_t place = known_words().place_of(first);
  return sure_language(tally(text, place), place);
}

std::string_view read_whole_language(std::string_view text) {
  const auto& languages = known_words().languages();
  const Tally found = tally(text, languages.size());
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (found.own[i] >= kEnough && found.outweighs(i)) return languages[i];
  }
  return {};
}

std::string_view read_entry_language(std::string_view text, std::string_view first) {
  const std::size_t place = known_words().place_of(first);
  const Tally found = tally(text, place);
  const std::string_view sure = sure_language(found, place);
  if (!sure.empty()) return sure;
  const auto& languages = known_words().languages();
  for (std::size_t i = 0; i < languages.size(); ++i) {
    if (found.own_words[i] > 0 && found.own[i] == found.all) return languages[i];
  }
  return {};
}

}  // namespace claimbase

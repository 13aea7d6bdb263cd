#include "analysis/language/function_words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::size_t kSample = 2'000;  // bytes, as of detect_language
constexpr std::size_t kLongestWord = 8;
constexpr int kFewest = 3;
constexpr int kEnough = 6;
constexpr int kMargin = 4;

// The letters of a word, which is no longer than a number has bytes.
std::uint64_t with_letter(std::uint64_t word, char letter) {
  return word << 8U | (static_cast<std::uint64_t>(static_cast<unsigned char>(letter)) | 0x20U);
}

// A hash table with room to spare: most words of a text are no function words, and end at an empty slot.
class Words {
 public:
  Words() {
    for (const auto& row : tsv_rows(resource("language/function_words.tsv"))) {
      const std::string_view word = row.at(1);
      if (row.at(0).size() != 2 || word.empty() || word.size() > kLongestWord)
        throw std::logic_error("data file language/function_words.tsv: a word or language too long");
      std::uint64_t letters = 0;
      for (const char c : word) letters = with_letter(letters, c);
      std::size_t slot = slot_of(letters);
      while (slots_.at(slot).word != 0) slot = (slot + 1) % kSlots;
      slots_.at(slot) = {letters, code_of(row.at(0))};
    }
  }

  /// The language of the word; 0: none.
  [[nodiscard]] std::uint16_t language_of(std::uint64_t word) const {
    std::size_t slot = slot_of(word);
    while (slots_[slot].word != 0 && slots_[slot].word != word) slot = (slot + 1) % kSlots;
    return slots_[slot].word == 0 ? std::uint16_t{0} : slots_[slot].language;
  }

  static std::uint16_t code_of(std::string_view language) {
    return static_cast<std::uint16_t>(static_cast<unsigned char>(language[0]) << 8U |
                                      static_cast<unsigned char>(language[1]));
  }

 private:
  static constexpr std::size_t kSlots = 1024;
  struct Slot {
    std::uint64_t word = 0;
    std::uint16_t language = 0;
  };

  static std::size_t slot_of(std::uint64_t word) { return (word * 0x9E3779B97F4A7C15U) >> 54U; }

  std::array<Slot, kSlots> slots_{};
};

}  // namespace

bool reads_as(std::string_view text, std::string_view language) {
  static const Words words;
  if (language.size() < 2 || (language.size() > 2 && language[2] != '-')) return false;
  const std::uint16_t code = Words::code_of(language);
  text = text.substr(0, kSample);
  int own = 0;
  int other = 0;
  std::uint64_t word = 0;
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte | 0x20U) - 'a' < 26U || byte >= 0x80) {
      word = with_letter(word, c);
      ++length;
      continue;
    }
    if (length > 1 && length <= kLongestWord) {
      const std::uint16_t found = words.language_of(word);
      if (found != 0) ++(found == code ? own : other);
      if (own >= kEnough && own > kMargin * other) return true;
    }
    word = 0;
    length = 0;
  }
  return own >= kFewest && own > kMargin * other;
}

}  // namespace claimbase

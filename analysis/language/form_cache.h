// A map from the bytes of a word to its WordForm that allocates only for words it has not seen.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"

namespace claimbase {

/// Open addressing over a power of two. Pointers to forms stay valid until clear().
class FormCache {
 public:
  FormCache();

  struct Entry {
    const WordForm* form = nullptr;  // null: not known
    std::uint32_t number = 0;        // form->number
  };
  [[nodiscard]] Entry find(std::string_view raw) const;
  /// `form.folded` must be absent; it is found by that.
  Entry add(WordForm form);
  /// `raw` must be absent: what is printed otherwise than folded.
  void add_alias(std::string_view raw, Entry entry);

  [[nodiscard]] std::size_t size() const { return used_; }
  void clear();

 private:
  // What a word is looked up by. Two words of up to 16 bytes are the same if and only if their keys are: no look at the
  // bytes themselves is needed.
  struct Key {
    std::uint64_t head =
        0;  // the first eight bytes and the last eight, which may overlap; of a longer word its hash ...
    std::uint64_t tail = 0;  // ... and 0
    std::uint32_t size = 0;
  };
  struct Slot {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;  // as in the key; of a longer word its index in long_words_
    std::uint32_t size = 0;
    std::uint32_t number = 0;        // of the form, so that a look at a word need not be one at its form
    const WordForm* form = nullptr;  // null: free
  };
  // Many analyzers meet a handful of words: memory that is touched costs more than to grow.
  static constexpr unsigned kFirstBits = 8;

  [[nodiscard]] static Key key_of(std::string_view word);  // of up to 16 bytes
  [[nodiscard]] static Key key_of_long(std::string_view word);
  [[nodiscard]] static std::size_t first_slot(const Key& key, unsigned shift);
  template <typename Same>
  [[nodiscard]] Entry find(const Key& key, const Same& same) const;
  [[nodiscard]] Entry find_long(std::string_view raw) const;
  void grow();

  unsigned shift_ = 64 - kFirstBits;  // of a hash: leaves as many bits as there are slots
  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::deque<WordForm> forms_;
  std::deque<std::string> long_words_;
};

}  // namespace claimbase

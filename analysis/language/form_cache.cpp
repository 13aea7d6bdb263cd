#include "analysis/language/form_cache.h"

#include <cstring>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace claimbase {
namespace {

constexpr std::size_t kFirstSlots =
    256;  // many analyzers meet a handful of words: memory that is touched costs more than to grow
constexpr std::size_t kShort = 16;  // bytes that a key holds

template <typename Number>
std::uint64_t load(const char* at) {
  Number number = 0;
  std::memcpy(&number, at, sizeof number);
  return number;
}

}  // namespace

// Both inline: each word of each text is looked up.
inline FormCache::Key FormCache::key_of(std::string_view word) {
  const char* at = word.data();
  const std::size_t size = word.size();
  Key key;
  key.size = static_cast<std::uint32_t>(size);
  if (size > kShort) [[unlikely]] {
    key.head = XXH3_64bits(at, size);
  } else if (size >= 8) {
    key.head = load<std::uint64_t>(at);
    key.tail = load<std::uint64_t>(at + size - 8);
  } else if (size >= 4) {
    key.head = load<std::uint32_t>(at);
    key.tail = load<std::uint32_t>(at + size - 4);
  } else if (size > 0) {
    key.head = load<std::uint8_t>(at);
    key.tail = load<std::uint8_t>(at + size / 2) << 8U | load<std::uint8_t>(at + size - 1);
  }
  return key;
}

inline std::size_t FormCache::first_slot(const Key& key, std::size_t slots) {
  const std::uint64_t both[] = {key.head, key.tail};
  return static_cast<std::size_t>(XXH3_64bits_withSeed(both, sizeof both, key.size)) & (slots - 1);
}

FormCache::FormCache() : slots_(kFirstSlots) {}

FormCache::Entry FormCache::find(std::string_view raw) const {
  const Key key = key_of(raw);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = first_slot(key, slots_.size());; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.form == nullptr) return {};
    if (slot.head != key.head || slot.size != key.size) continue;
    if (key.size <= kShort ? slot.tail == key.tail : long_words_[slot.tail] == raw) return {slot.form, slot.number};
  }
}

FormCache::Entry FormCache::add(WordForm form) {
  form.number = static_cast<std::uint32_t>(forms_.size());
  const WordForm& kept = forms_.emplace_back(std::move(form));
  add_alias(kept.folded, {&kept, kept.number});
  return {&kept, kept.number};
}

void FormCache::add_alias(std::string_view raw, Entry entry) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const Key key = key_of(raw);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = first_slot(key, slots_.size());
  while (slots_[at].form != nullptr) at = (at + 1) & mask;
  slots_[at] = {key.head, key.tail, key.size, entry.number, entry.form};
  if (key.size > kShort) {
    slots_[at].tail = long_words_.size();
    long_words_.emplace_back(raw);
  }
  ++used_;
}

void FormCache::clear() {
  *this = FormCache();
}

void FormCache::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.form == nullptr) continue;
    const Key key{slot.head, slot.size > kShort ? 0 : slot.tail, slot.size};
    std::size_t at = first_slot(key, larger.size());
    while (larger[at].form != nullptr) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace claimbase

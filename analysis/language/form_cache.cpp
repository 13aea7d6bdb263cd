#include "analysis/language/form_cache.h"

#include <cstring>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace claimbase {
namespace {

constexpr std::size_t kShort = 16;  // bytes that a key holds

template <typename Number>
std::uint64_t load(const char* at) {
  Number number = 0;
  std::memcpy(&number, at, sizeof number);
  return number;
}

}  // namespace

// Inline: each word of each text is looked up. Of a long word the slow way is apart.
inline FormCache::Key FormCache::key_of(std::string_view word) {
  const char* at = word.data();
  const std::size_t size = word.size();
  Key key;
  key.size = static_cast<std::uint32_t>(size);
  if (size >= 8) {
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

FormCache::Key FormCache::key_of_long(std::string_view word) {
  return {XXH3_64bits(word.data(), word.size()), 0, static_cast<std::uint32_t>(word.size())};
}

// Products of both halves, of which only the high bits depend on all: they are mixed again, and those are taken.
inline std::size_t FormCache::first_slot(const Key& key, unsigned shift) {
  const std::uint64_t mixed = key.head * 0x9E3779B185EBCA87U + key.tail * 0xC2B2AE3D27D4EB4FU + key.size;
  return static_cast<std::size_t>((mixed ^ mixed >> 32U) * 0x165667B19E3779F9U >> shift);
}

template <typename Same>
inline FormCache::Entry FormCache::find(const Key& key, const Same& same) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = first_slot(key, shift_);; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.form == nullptr) return {};
    if (slot.head == key.head && slot.size == key.size && same(slot)) return {slot.form, slot.number};
  }
}

FormCache::FormCache() : slots_(std::size_t{1} << kFirstBits) {}

FormCache::Entry FormCache::find(std::string_view raw) const {
  if (raw.size() > kShort) return find_long(raw);
  const Key key = key_of(raw);
  return find(key, [&](const Slot& slot) { return slot.tail == key.tail; });
}

FormCache::Entry FormCache::find_long(std::string_view raw) const {
  return find(key_of_long(raw), [&](const Slot& slot) { return long_words_[slot.tail] == raw; });
}

FormCache::Entry FormCache::add(WordForm form) {
  form.number = static_cast<std::uint32_t>(forms_.size());
  const WordForm& kept = forms_.emplace_back(std::move(form));
  add_alias(kept.folded, {&kept, kept.number});
  return {&kept, kept.number};
}

void FormCache::add_alias(std::string_view raw, Entry entry) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const bool is_long = raw.size() > kShort;
  const Key key = is_long ? key_of_long(raw) : key_of(raw);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = first_slot(key, shift_);
  while (slots_[at].form != nullptr) at = (at + 1) & mask;
  slots_[at] = {key.head, key.tail, key.size, entry.number, entry.form};
  if (is_long) {
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
  --shift_;
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.form == nullptr) continue;
    const Key key{slot.head, slot.size > kShort ? 0 : slot.tail, slot.size};
    std::size_t at = first_slot(key, shift_);
    while (larger[at].form != nullptr) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

}  // namespace claimbase

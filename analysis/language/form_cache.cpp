#include "analysis/language/form_cache.h"

#include <cassert>
#include <cstring>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace claimbase {
namespace {

constexpr std::size_t kFirstSlots = 4096;
constexpr std::size_t kChunk = 64 * 1024;  // bytes

}  // namespace

FormCache::FormCache() : slots_(kFirstSlots) {}

std::uint64_t FormCache::hash(std::string_view raw) {
  return XXH3_64bits(raw.data(), raw.size());
}

const WordForm* FormCache::find(std::string_view raw, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.form == nullptr) return nullptr;
    if (slot.hash == hash && std::string_view(slot.key, slot.size) == raw) return slot.form;
  }
}

const WordForm* FormCache::find_folded(std::string_view folded) const {
  const auto found = by_folded_.find(folded);
  return found == by_folded_.end() ? nullptr : found->second;
}

const WordForm* FormCache::add(std::string_view raw, std::uint64_t hash, WordForm form) {
  form.number = static_cast<std::uint32_t>(forms_.size());
  const WordForm* kept = &forms_.emplace_back(std::move(form));
  by_folded_.emplace(kept->folded, kept);
  return add_alias(raw, hash, kept);
}

const WordForm* FormCache::add_alias(std::string_view raw, std::uint64_t hash, const WordForm* form) {
  if ((used_ + 1) * 2 > slots_.size()) grow();
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].form != nullptr) at = (at + 1) & mask;
  slots_[at] = {hash, keep(raw), static_cast<std::uint32_t>(raw.size()), form};
  ++used_;
  return form;
}

void FormCache::clear() {
  *this = FormCache();
}

void FormCache::grow() {
  std::vector<Slot> larger(slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.form == nullptr) continue;
    std::size_t at = slot.hash & mask;
    while (larger[at].form != nullptr) at = (at + 1) & mask;
    larger[at] = slot;
  }
  slots_ = std::move(larger);
}

const char* FormCache::keep(std::string_view raw) {
  assert(raw.size() <= kChunk);  // the analyzer cuts words at kMaxWordBytes
  if (raw.size() > chunk_left_) {
    chunks_.push_back(std::make_unique<char[]>(kChunk));
    chunk_left_ = kChunk;
  }
  char* at = chunks_.back().get() + (kChunk - chunk_left_);
  std::memcpy(at, raw.data(), raw.size());
  chunk_left_ -= raw.size();
  return at;
}

}  // namespace claimbase

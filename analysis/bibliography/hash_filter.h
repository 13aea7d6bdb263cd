// A set of word hashes that says "surely not" fast: one bit looked at for what is not in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace claimbase {

inline constexpr std::uint64_t kEmptyWordHash = 0xCBF29CE484222325U;

/// One step of FNV-1a (Fowler, Noll, Vo; 64 bits), for hashing a word while it is read.
[[nodiscard]] constexpr std::uint64_t hash_step(std::uint64_t hash, char byte) {
  return (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
}

[[nodiscard]] constexpr std::uint64_t word_hash(std::string_view word) {
  std::uint64_t hash = kEmptyWordHash;
  for (const char byte : word) hash = hash_step(hash, byte);
  return hash;
}

/// The hash of two words next to each other.
[[nodiscard]] constexpr std::uint64_t pair_hash(std::uint64_t first, std::uint64_t second) {
  return (first * 0x9E3779B97F4A7C15U) ^ second;
}

/// Exact on hashes; two words of one hash are one. Immutable once filled: then safe for all threads.
class HashFilter {
 public:
  void add(std::uint64_t hash) {
    if (!hashes_.insert(hash).second) return;
    if (hashes_.size() * kBitsPerHash <= bits_.size() * kBits) {
      set(hash);
      return;
    }
    bits_.assign(2 * bits_.size(), 0);
    mask_ = bits_.size() * kBits - 1;
    for (const auto each : hashes_) set(each);
  }
  void add(const HashFilter& others) {
    for (const auto each : others.hashes_) add(each);
  }
  [[nodiscard]] bool contains(std::uint64_t hash) const { return may_contain(hash) && hashes_.contains(hash); }
  /// Of one in sixteen of those that are not in it true as well, or fewer.
  [[nodiscard]] bool may_contain(std::uint64_t hash) const {
    const auto place = place_of(hash);
    return ((bits_[place / kBits] >> (place % kBits)) & 1U) != 0;
  }

 private:
  static constexpr std::size_t kBits = 64;
  static constexpr std::size_t kBitsPerHash = 16;

  [[nodiscard]] std::size_t place_of(std::uint64_t hash) const {
    return static_cast<std::size_t>(hash ^ (hash >> 32U)) & mask_;
  }
  void set(std::uint64_t hash) {
    const auto place = place_of(hash);
    bits_[place / kBits] |= std::uint64_t{1} << (place % kBits);
  }

  std::vector<std::uint64_t> bits_ = std::vector<std::uint64_t>(2);
  std::size_t mask_ = 2 * kBits - 1;  // the number of bits is a power of two
  std::unordered_set<std::uint64_t> hashes_;
};

}  // namespace claimbase

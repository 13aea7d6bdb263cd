// Draws that are the same on every machine: the engine's numbers are fixed by the C++ standard, its distributions' are
// not, so they are made here.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace claimbase::bench {

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014): cheap to seed, so that each
/// article, work and word has draws of its own.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }

  double uniform() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }
  bool chance(double share) { return uniform() < share; }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }
  template <typename List>
  const auto& of(const List& list) {
    return list[below(list.size())];
  }

  /// A rank from 0 to count-1 by Zipf's law with exponent 1: by inversion of the integral of 1/x.
  std::size_t zipf(std::size_t count) {
    const double rank = std::pow(static_cast<double>(count), uniform()) - 1.0;
    return std::min(static_cast<std::size_t>(rank), count - 1);
  }

  /// Mean 0, deviation 1: twelve uniform ones, so that no table or logarithm decides.
  double normal() {
    double sum = -6.0;
    for (int i = 0; i < 12; ++i) sum += uniform();
    return sum;
  }

 private:
  std::uint64_t state_;
};

}  // namespace claimbase::bench

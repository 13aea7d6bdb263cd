// Random choices that are the same with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase::training {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : engine_(seed) {}

  /// 0 to count - 1.
  [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  [[nodiscard]] int between(int least, int most) {
    return least + static_cast<int>(below(static_cast<std::size_t>(most - least + 1)));
  }
  [[nodiscard]] bool percent(int share) { return between(1, 100) <= share; }
  [[nodiscard]] const std::string& one_of(const std::vector<std::string>& all) { return all[below(all.size())]; }
  [[nodiscard]] std::string_view one_of(std::initializer_list<std::string_view> all) {
    return *(all.begin() + static_cast<std::ptrdiff_t>(below(all.size())));
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace claimbase::training

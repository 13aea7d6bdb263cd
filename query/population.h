// How the table `quantity` keeps a population: docs/store.md, docs/quantities.md.
#pragma once

#include <string_view>

namespace claimbase {

inline constexpr std::string_view kPopulationKind = "population";
// What low and high hold where no age is told.
inline constexpr double kNoLowestAge = 0;
inline constexpr double kNoHighestAge = 130;

struct PopulationName {
  std::string_view kind;   // "sex", "condition" ...
  std::string_view group;  // "women"; empty where only an age is told
};

/// "{sex:women}" in its parts; views into `unit`. What has no such form is taken whole as the kind.
[[nodiscard]] PopulationName population_name(std::string_view unit);

}  // namespace claimbase

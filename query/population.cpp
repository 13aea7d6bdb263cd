#include "query/population.h"

namespace claimbase {

PopulationName population_name(std::string_view unit) {
  if (unit.size() >= 2 && unit.front() == '{' && unit.back() == '}') unit = unit.substr(1, unit.size() - 2);
  const std::size_t colon = unit.find(':');
  if (colon == std::string_view::npos) return {unit, {}};
  return {unit.substr(0, colon), unit.substr(colon + 1)};
}

}  // namespace claimbase

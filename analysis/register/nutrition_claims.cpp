#include "analysis/register/nutrition_claims.h"

#include <stdexcept>
#include <utility>

#include "analysis/language/resources.h"
#include "analysis/register/cells.h"
#include "analysis/register/use_condition.h"

namespace claimbase {
namespace {

std::vector<NutritionClaim> load() {
  constexpr std::size_t kColumns = 10;
  std::vector<NutritionClaim> claims;
  for (const auto& row : tsv_rows(resource("register/nutrition_claims.tsv"))) {
    auto requirements = row.size() == kColumns ? parse_use_conditions(row[4]) : std::nullopt;
    if (!requirements || requirements->empty())
      throw std::logic_error("register/nutrition_claims.tsv: bad row " + std::string(row[0]));
    claims.push_back({row[0], row[1], row[2], row[3], *std::move(requirements), row[5],
                      registers::parts_of(row[6], registers::kSeveral),
                      registers::parts_of(row[7], registers::kSeveral)});
  }
  return claims;
}

}  // namespace

const std::vector<NutritionClaim>& nutrition_claims() {
  static const std::vector<NutritionClaim> claims = load();
  return claims;
}

}  // namespace claimbase

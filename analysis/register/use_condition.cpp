#include "analysis/register/use_condition.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analysis/register/cells.h"

namespace claimbase {
namespace {

using Kind = UseCondition::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 6> kKinds{{{Kind::source_of, "source-of"},
                                                                   {Kind::high, "high"},
                                                                   {Kind::at_least, "at-least"},
                                                                   {Kind::at_most, "at-most"},
                                                                   {Kind::stated, "stated"},
                                                                   {Kind::text, "text"}}};

bool has_amount(Kind kind) {
  return kind == Kind::at_least || kind == Kind::at_most || kind == Kind::stated;
}

}  // namespace

std::string_view to_string(UseCondition::Kind kind) {
  return std::ranges::find(kKinds, kind, &std::pair<Kind, std::string_view>::first)->second;
}

std::optional<UseCondition> parse_use_condition(std::string_view words) {
  const std::vector<std::string_view> parts = registers::parts_of(words, " ");
  if (parts.empty()) return std::nullopt;
  const auto kind = std::ranges::find(kKinds, parts[0], &std::pair<Kind, std::string_view>::second);
  if (kind == kKinds.end()) return std::nullopt;
  UseCondition made;
  made.kind = kind->first;
  const std::size_t expected = made.kind == Kind::text ? 1 : has_amount(made.kind) ? 5 : 2;
  if (parts.size() != expected) return std::nullopt;
  if (expected > 1) made.nutrient = parts[1];
  if (!has_amount(made.kind)) return made;
  made.amount = registers::amount_of(parts[2]);
  made.unit = parts[3];
  made.per = parts[4];
  return made.amount > 0 ? std::optional(made) : std::nullopt;
}

std::optional<std::vector<UseCondition>> parse_use_conditions(std::string_view cell) {
  std::vector<UseCondition> conditions;
  for (const std::string_view part : registers::parts_of(cell, registers::kSeveral)) {
    const auto condition = parse_use_condition(part);
    if (!condition) return std::nullopt;
    conditions.push_back(*condition);
  }
  return conditions;
}

}  // namespace claimbase

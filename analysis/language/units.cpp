#include "analysis/language/units.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <vector>

#include "analysis/language/form_walk.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::array<std::pair<std::string_view, UnitRole>, kUnitRoles> kRoles = {
    {{"unit", UnitRole::unit},
     {"per", UnitRole::per},
     {"noun", UnitRole::noun},
     {"scale", UnitRole::scale},
     {"times", UnitRole::times},
     {"interval", UnitRole::interval},
     {"joiner", UnitRole::joiner},
     {"pair", UnitRole::pair},
     {"repeat", UnitRole::repeat},
     {"label", UnitRole::label},
     {"sign-label", UnitRole::sign_label},
     {"void-label", UnitRole::void_label},
     {"bounds", UnitRole::bounds},
     {"copula", UnitRole::copula},
     {"equals", UnitRole::equals},
     {"between", UnitRole::between},
     {"age", UnitRole::age},
     {"daily", UnitRole::daily},
     {"change", UnitRole::change},
     {"respective", UnitRole::respective}}};

template <typename Value, typename Names>
Value named(std::string_view name, const Names& names, std::string_view form) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  throw std::logic_error("units: unknown word \"" + std::string(name) + "\" in the row of " + std::string(form));
}

struct Table {
  std::vector<QuantityWord> units;
  FormTrie forward;
  FormTrie backward;  // by the bytes of each form from its end
};

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

bool looked_for_backwards(UnitRole role) {
  return role >= UnitRole::label;
}

void load(std::string_view file, Table& table) {
  for (const auto& row : tsv_rows(resource(file))) {
    if (row.size() < 4) throw std::logic_error("units: a row with too few columns in " + std::string(file));
    QuantityWord unit{std::string(row[2]), named<UnitRole>(row[1], kRoles, row[0]), quantity_kind(row[3]), 0, {}};
    if (unit.role == UnitRole::scale || unit.role == UnitRole::repeat) {
      std::from_chars(row[2].data(), row[2].data() + row[2].size(), unit.value);
    }
    const bool label = unit.role == UnitRole::label || unit.role == UnitRole::bounds;
    if (label && std::ranges::none_of(row[0], is_lower)) unit.exact = row[0];
    const std::string form = fold(row[0]);
    if (form.empty()) throw std::logic_error("units: an empty form in " + std::string(file));
    const auto index = static_cast<std::uint32_t>(table.units.size());
    if (looked_for_backwards(unit.role)) {
      table.backward.add(std::string(form.rbegin(), form.rend()), index);
    } else {
      table.forward.add(form, index);
    }
    table.units.push_back(std::move(unit));
  }
}

const Table& table() {
  static const Table units = [] {
    Table made;
    load("language/units.tsv", made);
    load("language/effect_sizes.tsv", made);
    return made;
  }();
  return units;
}

void keep(const std::vector<std::uint32_t>& values, std::string_view printed, std::size_t end, FoundUnits& found) {
  for (const std::uint32_t value : values) {
    const QuantityWord& unit = table().units[value];
    if (unit.exact.empty() || unit.exact == printed) found.by_role[static_cast<std::size_t>(unit.role)] = {&unit, end};
  }
}

}  // namespace

FoundUnits units_at(std::string_view text, std::size_t at) {
  FoundUnits found;
  visit_forms_at(table().forward, text, at, [&](const std::vector<std::uint32_t>& values, std::size_t end) {
    keep(values, text.substr(at, end - at), end, found);
  });
  return found;
}

FoundUnits units_before(std::string_view text, std::size_t end) {
  FoundUnits found;
  visit_forms_before(table().backward, text, end, [&](const std::vector<std::uint32_t>& values, std::size_t begin) {
    keep(values, text.substr(begin, end - begin), begin, found);
  });
  return found;
}

FoundUnit unit_at(std::string_view text, std::size_t at, UnitRole role) {
  return units_at(text, at)[role];
}

FoundUnit unit_before(std::string_view text, std::size_t end, UnitRole role) {
  return units_before(text, end)[role];
}

}  // namespace claimbase

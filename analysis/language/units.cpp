#include "analysis/language/units.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <map>

#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestForm = 32;  // bytes, folded

struct Table {
  std::map<std::pair<UnitRole, std::string>, Unit> forms;
  std::array<std::size_t, 9> longest{};
};

template <typename Value, std::size_t Size>
Value named(std::string_view name, const std::array<std::pair<std::string_view, Value>, Size>& names, Value otherwise) {
  for (const auto& [known, value] : names) {
    if (known == name) return value;
  }
  return otherwise;
}

constexpr std::array<std::pair<std::string_view, UnitRole>, 9> kRoles = {{{"unit", UnitRole::unit},
                                                                          {"per", UnitRole::per},
                                                                          {"noun", UnitRole::noun},
                                                                          {"label", UnitRole::label},
                                                                          {"skip", UnitRole::skip},
                                                                          {"joiner", UnitRole::joiner},
                                                                          {"pair", UnitRole::pair},
                                                                          {"between", UnitRole::between},
                                                                          {"age", UnitRole::age}}};
constexpr std::array<std::pair<std::string_view, QuantityKind>, 7> kKinds = {{{"dose", QuantityKind::dose},
                                                                              {"percentage", QuantityKind::percentage},
                                                                              {"pressure", QuantityKind::pressure},
                                                                              {"duration", QuantityKind::duration},
                                                                              {"ratio", QuantityKind::ratio},
                                                                              {"count", QuantityKind::count},
                                                                              {"other", QuantityKind::other}}};

/// Labels are told apart by their capitals ("OR" is no "or"); all other forms are folded.
std::string key_of(UnitRole role, std::string_view form) {
  return role == UnitRole::label ? std::string(form) : fold(form);
}

Table load() {
  Table table;
  for (const auto& row : tsv_rows(resource("language/units.tsv"))) {
    if (row.size() < 4) continue;
    const UnitRole role = named(row[1], kRoles, UnitRole::unit);
    std::string key = key_of(role, row[0]);
    std::size_t& longest = table.longest[static_cast<std::size_t>(role)];
    longest = std::min(kLongestForm, std::max(longest, key.size()));
    table.forms.emplace(std::pair(role, std::move(key)), Unit{row[2], role, named(row[3], kKinds, QuantityKind::other)});
  }
  return table;
}

const Table& table() {
  static const Table units = load();
  return units;
}

bool is_word(char32_t c) { return u_isalnum(static_cast<UChar32>(c)) != 0; }

/// Where a form may end: not between two letters; a sign such as "%" needs no boundary.
bool boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !is_word(decode_utf8_before(text, at).value) || !is_word(decode_utf8(text, at).value);
}

const Unit* lookup(UnitRole role, std::string_view piece) {
  const auto& forms = table().forms;
  const auto found = forms.find({role, key_of(role, piece)});
  return found == forms.end() ? nullptr : &found->second;
}

}  // namespace

std::optional<FoundUnit> unit_at(std::string_view text, std::size_t at, UnitRole role) {
  const std::size_t longest = table().longest[static_cast<std::size_t>(role)];
  std::optional<FoundUnit> best;
  std::size_t folded = 0;
  for (std::size_t end = at; end < text.size() && folded <= longest; ++folded) {
    end += decode_utf8(text, end).size;
    if (!boundary(text, end)) continue;
    if (const Unit* unit = lookup(role, text.substr(at, end - at))) best = FoundUnit{*unit, end};
  }
  return best;
}

std::optional<FoundUnit> unit_before(std::string_view text, std::size_t end, UnitRole role) {
  const std::size_t longest = table().longest[static_cast<std::size_t>(role)];
  std::optional<FoundUnit> best;
  std::size_t folded = 0;
  for (std::size_t begin = end; begin > 0 && folded <= longest; ++folded) {
    begin -= decode_utf8_before(text, begin).size;
    if (!boundary(text, begin)) continue;
    if (const Unit* unit = lookup(role, text.substr(begin, end - begin))) best = FoundUnit{*unit, begin};
  }
  return best;
}

}  // namespace claimbase

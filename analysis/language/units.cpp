#include "analysis/language/units.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>

#include "analysis/language/fold_table.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kLongestForm = 32;  // bytes, folded

struct Forms {
  std::unordered_map<std::string, Unit> units;
  std::size_t longest = 0;
  std::bitset<256> first;  // bytes a form begins and ends with
  std::bitset<256> last;
};

struct Table {
  std::array<Forms, 9> roles;
  [[nodiscard]] const Forms& of(UnitRole role) const { return roles[static_cast<std::size_t>(role)]; }
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
    if (key.empty()) continue;
    Forms& forms = table.roles[static_cast<std::size_t>(role)];
    forms.longest = std::min(kLongestForm, std::max(forms.longest, key.size()));
    forms.first.set(static_cast<unsigned char>(key.front()));
    forms.last.set(static_cast<unsigned char>(key.back()));
    forms.units.emplace(std::move(key), Unit{row[2], role, named(row[3], kKinds, QuantityKind::other)});
  }
  return table;
}

const Table& table() {
  static const Table units = load();
  return units;
}

bool is_word(char32_t c) {
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

/// Where a form may end: not between two letters; a sign such as "%" needs no boundary.
bool boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !is_word(decode_utf8_before(text, at).value) || !is_word(decode_utf8(text, at).value);
}

const Unit* lookup(UnitRole role, const std::string& key) {
  const auto& forms = table().of(role).units;
  const auto found = forms.find(key);
  return found == forms.end() ? nullptr : &found->second;
}

void append_key(UnitRole role, std::string_view character, std::string& key) {
  if (role == UnitRole::label)
    key += character;
  else
    fold_characters(character, key);
}

}  // namespace

std::optional<FoundUnit> unit_at(std::string_view text, std::size_t at, UnitRole role) {
  const Forms& forms = table().of(role);
  std::optional<FoundUnit> best;
  std::string key;
  for (std::size_t end = at; end < text.size() && key.size() <= forms.longest;) {
    const std::size_t size = decode_utf8(text, end).size;
    append_key(role, text.substr(end, size), key);
    // Nearly all look-ups end here: no form begins so.
    if (end == at && (key.empty() || !forms.first.test(static_cast<unsigned char>(key[0])))) return std::nullopt;
    end += size;
    if (!boundary(text, end)) continue;
    if (const Unit* unit = lookup(role, key)) best = FoundUnit{*unit, end};
  }
  return best;
}

std::optional<FoundUnit> unit_before(std::string_view text, std::size_t end, UnitRole role) {
  const Forms& forms = table().of(role);
  std::optional<FoundUnit> best;
  std::string key;
  for (std::size_t begin = end; begin > 0 && end - begin <= forms.longest;) {
    const std::size_t size = decode_utf8_before(text, begin).size;
    begin -= size;
    std::string longer;
    append_key(role, text.substr(begin, size), longer);
    key.insert(0, longer);
    if (begin + size == end && (key.empty() || !forms.last.test(static_cast<unsigned char>(key.back())))) {
      return std::nullopt;
    }
    if (!boundary(text, begin)) continue;
    if (const Unit* unit = lookup(role, key)) best = FoundUnit{*unit, begin};
  }
  return best;
}

}  // namespace claimbase

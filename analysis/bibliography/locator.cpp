#include <algorithm>
#include <array>
#include <vector>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

constexpr auto kNone = std::string_view::npos;

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != kNone;
}

bool announces_number(std::string_view word) {
  const auto cues = cues_in(word);
  return std::ranges::any_of(std::array{Cue::volume, Cue::issue, Cue::page, Cue::supplement, Cue::month},
                             [&](Cue cue) { return cues.has(cue) && is_cue(word, cue); });
}

// A word that can stand in a locator: at least a digit and at most two letters in a row (e228, S12, 29S, F9–F13), or a
// cue (vol., pp., Suppl).
bool is_locator_word(std::string_view word) {
  const auto bare = scan::trim(word, ".,;:()[]");
  if (bare.empty()) return true;  // punctuation alone
  if (announces_number(bare)) return true;
  if (!has_digit(bare)) return scan::is_dash(scan::at(bare, 0).value) && scan::letters(bare) == 0;
  std::size_t run = 0;
  for (std::size_t i = 0; i < bare.size();) {
    const auto c = scan::at(bare, i);
    run = scan::is_letter(c.value) ? run + 1 : 0;
    if (run > 2) {
      // "2001;25(Suppl" and "May–Jun" carry cues inside
      for (const auto& word_part : folded_words(bare)) {
        const auto number = scan::number_at(word_part.text, 0);
        if (number.digits > 0 || word_part.text.size() <= 2) continue;
        if (!announces_number(word_part.text)) return false;
      }
      return true;
    }
    i += c.size;
  }
  return true;
}

enum class Kind { number, open, close, colon, semicolon, comma, word };

struct Item {
  Kind kind;
  std::string_view text;
};

// "8199–8226", "e1–e5", "CD001919", "1161-9" are one number.
std::vector<Item> items_of(std::string_view text) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = scan::at(text, i);
    const auto piece = text.substr(i, c.size);
    if (c.value == '(' || c.value == '[') items.push_back({Kind::open, piece});
    if (c.value == ')' || c.value == ']') items.push_back({Kind::close, piece});
    if (c.value == ':') items.push_back({Kind::colon, piece});
    if (c.value == ';') items.push_back({Kind::semicolon, piece});
    if (c.value == ',') items.push_back({Kind::comma, piece});
    if (!scan::is_word(c.value)) {
      i += c.size;
      continue;
    }
    auto end = i;
    while (end < text.size()) {
      const auto next = scan::at(text, end);
      auto beyond = end + next.size;
      if (scan::is_word(next.value)) {
        end = beyond;
        continue;
      }
      while (beyond < text.size() && (text[beyond] == ' ' || scan::is_dash(scan::at(text, beyond).value)))
        beyond += scan::at(text, beyond).size;
      const bool spaced = next.value == ' ' && scan::is_dash(scan::at(text, end + 1).value);
      const bool range = (scan::is_dash(next.value) || spaced) && has_digit(text.substr(i, end - i));
      if (!range || !scan::is_word(scan::at(text, beyond).value)) break;
      end = beyond;
    }
    const auto word = text.substr(i, end - i);
    items.push_back({has_digit(word) ? Kind::number : Kind::word, word});
    i = end;
  }
  return items;
}

bool is_year_item(const Item& item) {
  const auto number = scan::number_at(item.text, 0);
  const auto rest = item.text.size() - number.digits;
  return item.kind == Kind::number && scan::is_year(number) &&
         (rest == 0 || (rest == 1 && scan::is_letter(scan::at(item.text, 4).value)));
}

Locator interpret(const std::vector<Item>& items) {
  Locator locator;
  Kind last = Kind::comma;
  bool bracket = false;
  enum class Next { any, volume, issue, page } next = Next::any;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    switch (item.kind) {
      case Kind::open:
        bracket = true;
        break;
      case Kind::close:
        bracket = false;
        break;
      case Kind::colon:
        next = Next::page;
        break;
      case Kind::semicolon:
      case Kind::comma:
        break;
      case Kind::word:
        if (is_cue(item.text, Cue::volume))
          next = Next::volume;
        else if (is_cue(item.text, Cue::issue) && !item.text.empty() && !bracket)
          next = Next::issue;
        else if (is_cue(item.text, Cue::page))
          next = Next::page;
        else if (is_cue(item.text, Cue::supplement) && !locator.volume.empty())
          next = Next::issue;
        break;
      case Kind::number: {
        const bool semicolon_follows = i + 1 < items.size() && items[i + 1].kind == Kind::semicolon;
        const bool lone_bracket =
            bracket && last == Kind::open && i + 1 < items.size() && items[i + 1].kind == Kind::close;
        const bool first = locator.volume.empty() && locator.page.empty();
        if (is_year_item(item) && !locator.year && next != Next::page &&
            (semicolon_follows || lone_bracket || (first && next == Next::any && i + 1 < items.size()) ||
             i + 1 == items.size())) {
          locator.year = scan::number_at(item.text, 0).value;
          break;
        }
        if (is_year_item(item) && !locator.year && next == Next::page && i + 1 == items.size() &&
            !locator.page.empty()) {
          locator.year = scan::number_at(item.text, 0).value;
          break;
        }
        if (month_of(i > 0 ? items[i - 1].text : std::string_view{}) > 0 && locator.volume.empty() && semicolon_follows)
          break;  // "2012 Mar 5;"
        const auto value = number_range(item.text);
        // A number alone in brackets is an issue, with or without a volume: "Reviews, (3), CD1".
        if (bracket && (!locator.volume.empty() || lone_bracket) && next != Next::page) {
          if (locator.issue.empty()) locator.issue = value;
        } else if (next == Next::page) {
          if (locator.page.empty()) locator.page = value;
        } else if (next == Next::issue) {
          if (locator.issue.empty()) locator.issue = value;
        } else if (next == Next::volume || (locator.volume.empty() && locator.issue.empty())) {
          if (locator.volume.empty()) locator.volume = value;
        } else if (locator.page.empty()) {
          locator.page = value;
        }
        if (next != Next::page) next = Next::any;
        break;
      }
    }
    last = item.kind;
  }
  return locator;
}

}  // namespace

std::string number_range(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = scan::at(text, i);
    if (scan::is_dash(c.value)) {
      if (out.empty() || out.back() != '-') out += '-';
    } else if (c.value != ' ') {
      out.append(text.substr(i, c.size));
    }
    i += c.size;
  }
  return out;
}

Locator read_locator(std::string_view text) {
  auto begin = text.size();
  bool digits = false;
  while (begin > 0) {
    auto end = begin;
    while (end > 0 && text[end - 1] == ' ') --end;
    auto start = end;
    while (start > 0 && text[start - 1] != ' ') --start;
    const auto word = text.substr(start, end - start);
    if (word.empty() || !is_locator_word(word)) break;
    digits = digits || has_digit(word);
    begin = start;
  }
  Locator none;
  none.begin = text.size();
  if (!digits) return none;
  // A sentence end inside means that what stands before it is still text: "trial in 2010. 12: 3" never, "Title 2.
  // 1999;3:4" sometimes.
  auto locator = interpret(items_of(text.substr(begin)));
  locator.begin = begin;
  return locator;
}

}  // namespace claimbase::entry

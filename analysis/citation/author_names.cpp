#include "analysis/citation/author_names.h"

#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase {

namespace {

constexpr std::size_t kMostNames = 20;

std::size_t skip_spaces(std::string_view text, std::size_t position) {
  while (position < text.size() && (text[position] == ' ' || text.substr(position).starts_with("\xC2\xA0")))
    position += text[position] == ' ' ? 1 : 2;
  return position;
}

// The letters at `position`, with inner hyphens and apostrophes; a possessive "'s" is left out.
std::size_t end_of_word(std::string_view text, std::size_t position) {
  constexpr std::size_t kLongest = 64;
  auto end = position;
  while (end < text.size() && end - position < kLongest) {
    const auto c = scan::at(text, end);
    const auto next = scan::at(text, end + c.size).value;
    const bool apostrophe = c.value == '\'' || c.value == 0x2019;
    const bool joint = (scan::is_dash(c.value) || apostrophe) && end > position && scan::is_letter(next);
    const auto behind = scan::at(text, end + c.size + 1).value;
    if (apostrophe && next == 's' && !scan::is_letter(behind)) break;
    if (!scan::is_letter(c.value) && !joint) break;
    end += c.size;
  }
  return end;
}

// "J.", "A.B.", "A. B." from `position`; `position` itself: none.
std::size_t after_initials(std::string_view text, std::size_t position) {
  auto end = position;
  for (auto i = position; scan::is_upper(scan::at(text, i).value);) {
    const auto dot = i + scan::at(text, i).size;
    if (dot >= text.size() || text[dot] != '.') break;
    end = skip_spaces(text, dot + 1);
    i = end;
    if (i < text.size() && text[i] == '-') ++i;
  }
  return end;
}

struct Name {
  std::string family;
  std::size_t end = 0;
};

// Particles in either case, then a word with a capital.
Name read_name(std::string_view text, std::size_t position) {
  constexpr int kMostParticles = 3;
  const auto begin = after_initials(text, position);
  auto word = begin;
  for (int i = 0; i < kMostParticles; ++i) {
    const auto end = end_of_word(text, word);
    const auto next = skip_spaces(text, end);
    if (end == word || next == end || !is_cue(text.substr(word, end - word), Cue::particle)) break;
    word = next;
  }
  auto end = end_of_word(text, word);
  const auto family = text.substr(word, end - word);
  // "Smit-de Boer": the second name's particle hangs on the first.
  if (const auto hyphen = family.rfind('-'); hyphen != std::string_view::npos) {
    const auto second = skip_spaces(text, end);
    if (second > end && is_cue(family.substr(hyphen + 1), Cue::particle) &&
        scan::is_upper(scan::at(text, second).value))
      end = end_of_word(text, second);
  }
  if (!scan::is_upper(scan::at(text, word).value) || scan::letters(family) < 2) return {};
  return {std::string(text.substr(begin, end - begin)), end};
}

std::size_t after_et_al(std::string_view text, std::size_t position) {
  constexpr std::size_t kNear = 28;
  for (const auto& hit : find_cues(text.substr(position, kNear), Cue::et_al)) {
    if (!scan::trim(text.substr(position, hit.range.begin), ",").empty()) return position;
    const auto end = position + hit.range.end;
    return end < text.size() && text[end] == '.' ? end + 1 : end;
  }
  return position;
}

// Behind ", ", " & ", " en ", ", and "; `position` itself: none.
std::size_t after_separator(std::string_view text, std::size_t position) {
  auto i = skip_spaces(text, position);
  if (i < text.size() && text[i] == ',') i = skip_spaces(text, i + 1);
  if (i < text.size() && text[i] == '&') return skip_spaces(text, i + 1);
  const auto end = end_of_word(text, i);
  if (end > i && is_cue(text.substr(i, end - i), Cue::conjunction)) return skip_spaces(text, end);
  return i > position && text.substr(position, i - position).find(',') != std::string_view::npos ? i : position;
}

}  // namespace

AuthorNames read_author_names(std::string_view text, std::size_t position) {
  AuthorNames names;
  while (names.families.size() < kMostNames) {
    const auto name = read_name(text, position);
    if (name.end == 0) break;
    names.families.push_back(name.family);
    names.end = name.end;
    // "Smith, A. B., & Jones": initials behind the family name.
    auto behind = skip_spaces(text, name.end);
    if (behind < text.size() && text[behind] == ',') behind = skip_spaces(text, behind + 1);
    if (const auto initials = after_initials(text, behind); initials > behind) {
      names.end = initials;
      while (names.end > 0 && text[names.end - 1] == ' ') --names.end;
    }
    if (const auto et_al = after_et_al(text, names.end); et_al > names.end) {
      names.end = et_al;
      names.et_al = true;
      break;
    }
    const auto next = after_separator(text, names.end);
    if (next == names.end) break;
    position = next;
  }
  return names;
}

}  // namespace claimbase

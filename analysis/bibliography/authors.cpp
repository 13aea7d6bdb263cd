#include <algorithm>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/word_reader.h"

namespace claimbase::entry {

namespace {

constexpr auto kNone = std::string_view::npos;

std::size_t skip(std::string_view text, std::size_t position, std::string_view characters) {
  while (position < text.size() && characters.find(text[position]) != kNone) ++position;
  return position;
}

// Letters with inner hyphens and apostrophes: "Anjom-Shoae", "O’Keeffe".
std::size_t end_of_name_word(std::string_view text, std::size_t position) {
  while (position < text.size()) {
    const auto c = scan::at(text, position);
    const bool inner = scan::is_dash(c.value) || c.value == '\'' || c.value == 0x2019;
    if (!scan::is_letter(c.value) && !(inner && scan::is_letter(scan::at(text, position + c.size).value))) break;
    position += c.size;
  }
  return position;
}

bool all_upper(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto c = scan::at(word, i);
    if (!scan::is_upper(c.value) && !scan::is_dash(c.value)) return false;
    i += c.size;
  }
  return !word.empty();
}

bool is_initials(std::string_view word) {
  constexpr std::size_t kMostInitials = 5;
  return all_upper(word) && scan::letters(word) <= kMostInitials;
}

struct One {
  Author author;
  std::size_t end = 0;     // 0: no author here
  bool full_name = false;  // a given name written out: weaker evidence
};

// "e", "y" between the two halves of a family name: "Ramos e Costa". Followed by initials it divides two authors.
bool joins_names(std::string_view text, std::string_view word, std::size_t word_end) {
  if (word.size() != 1 || !is_cue(word, Cue::conjunction) || word_end >= text.size() || text[word_end] != ' ')
    return false;
  const auto next = text.substr(word_end + 1, end_of_name_word(text, word_end + 1) - word_end - 1);
  return !next.empty() && scan::is_upper(scan::at(next, 0).value) && !is_initials(next);
}

// "van der Veen", "El Ouadrani", "Ebrahimzadeh Attari": up to `stop`, where initials, a comma or something else stands.
std::size_t end_of_family(std::string_view text, std::size_t position, bool initials_end) {
  std::size_t end = 0;
  bool capital = false;
  for (int words = 0; words < 5; ++words) {
    const auto word_end = end_of_name_word(text, position);
    const auto word = text.substr(position, word_end - position);
    if (word.empty()) break;
    const bool upper = scan::is_upper(scan::at(word, 0).value) ||
                       (word.size() > 2 && scan::is_upper(scan::at(word, word.size() - scan::letters(word) + 1).value));
    if (capital && initials_end && is_initials(word)) break;
    if (!upper && !is_cue(word, Cue::particle) && !(capital && joins_names(text, word, word_end))) break;
    if (upper) {
      capital = true;
      end = word_end;
    }
    if (word_end >= text.size() || text[word_end] != ' ') break;
    position = word_end + 1;
  }
  return capital ? end : 0;
}

// "F. H.", "Y.-M.", "M", "J.A.", "H D": from `position`; 0: none. After a dotted initial only dotted ones follow:
// "Smith J. A new trial".
std::size_t end_of_initials(std::string_view text, std::size_t position) {
  std::size_t end = 0;
  bool all_dotted = false;
  for (int count = 0; count < 6; ++count) {
    const auto word_end = end_of_name_word(text, position);
    const auto word = text.substr(position, word_end - position);
    const bool dotted = word_end < text.size() && text[word_end] == '.';
    const auto length = scan::letters(word);
    const bool initial =
        length > 0 && ((is_initials(word) && length <= 3) || (dotted && length <= 2 && all_upper(word.substr(0, 1))));
    if (!initial || (all_dotted && !dotted)) break;
    all_dotted = dotted;
    end = word_end + (dotted ? 1 : 0);
    position = skip(text, end, " ");
    while (position < text.size() && scan::is_dash(scan::at(text, position).value))
      position += scan::at(text, position).size;
  }
  return end;
}

bool is_delimited(std::string_view text, std::size_t end) {
  const auto next = skip(text, end, " ");
  const auto word = text.substr(next, end_of_name_word(text, next) - next);
  return next >= text.size() || std::string_view(",;.:(&[").find(text[next]) != kNone ||
         is_cue(word, Cue::conjunction) || word == "et" || scan::is_digit(text[next]);
}

// "Hollander EL de", "Ouwerkerk, J. van": small words of a Dutch name behind the initials, up to a delimiter.
std::size_t end_of_trailing_particles(std::string_view text, std::size_t end) {
  auto last = end;
  for (int words = 0; words < 3 && last + 1 < text.size() && text[last] == ' '; ++words) {
    const auto word_end = end_of_name_word(text, last + 1);
    const auto word = text.substr(last + 1, word_end - last - 1);
    if (word.empty() || !scan::is_lower(scan::at(word, 0).value) || !is_cue(word, Cue::particle)) break;
    last = word_end;
    const bool closed = last >= text.size() || std::string_view(",;.&(").find(text[last]) != kNone ||
                        (text[last] == ' ' && std::string_view("&(").find(text[skip(text, last, " ")]) != kNone);
    if (closed) return last;
  }
  return end;
}

// "Abbasi B", "van der Veen C", "Chapin FS III"
One family_then_initials(std::string_view text, std::size_t position) {
  const auto family_end = end_of_family(text, position, true);
  if (family_end == 0 || family_end >= text.size() || text[family_end] != ' ') return {};
  const auto initials_begin = family_end + 1;
  auto end = end_of_name_word(text, initials_begin);
  const auto first = text.substr(initials_begin, end - initials_begin);
  if (!is_initials(first)) return {};
  if (const auto several = end_of_initials(text, initials_begin); several > end && is_delimited(text, several))
    end = several;
  end = end_of_trailing_particles(text, end);
  const auto initials = text.substr(initials_begin, end - initials_begin);
  if (end + 1 < text.size() && text[end] == ' ') {
    const auto suffix_end = end_of_name_word(text, end + 1);
    const auto suffix = text.substr(end + 1, suffix_end - end - 1);
    if (!suffix.empty() && is_cue(suffix, Cue::suffix)) end = suffix_end;
  }
  if (!is_delimited(text, end)) return {};
  return {{std::string(text.substr(position, family_end - position)), std::string(initials), ""}, end, false};
}

// "Nielsen, F. H.", "Pey, A. L.;", "Poole, David"
One family_comma_given(std::string_view text, std::size_t position) {
  auto family_end = end_of_family(text, position, false);
  if (family_end == 0) return {};
  const auto family = text.substr(position, family_end - position);
  if (family_end < text.size() && text[family_end] == '.') ++family_end;  // "Wimsatt Jr., William"
  if (family_end >= text.size() || text[family_end] != ',') return {};
  const auto given_begin = skip(text, family_end + 1, " ");
  if (const auto initials_end = end_of_initials(text, given_begin); initials_end > 0) {
    const auto end = end_of_trailing_particles(text, initials_end);
    return {{std::string(family), std::string(text.substr(given_begin, end - given_begin)), ""}, end, false};
  }
  auto end = given_begin;
  for (int words = 0; words < 3; ++words) {
    const auto word_end = end_of_name_word(text, skip(text, end, " "));
    const auto word = text.substr(skip(text, end, " "), word_end - skip(text, end, " "));
    if (word.empty() || !scan::is_upper(scan::at(word, 0).value)) break;
    end = word_end;
    if (scan::letters(word) == 1 && end < text.size() && text[end] == '.') ++end;
  }
  if (end == given_begin) return {};
  return {{std::string(family), std::string(text.substr(given_begin, end - given_begin)), ""}, end, true};
}

// "M. T. A. Saif"
One initials_then_family(std::string_view text, std::size_t position) {
  const auto initials_end = end_of_initials(text, position);
  if (initials_end == 0 || text[initials_end - 1] != '.') return {};
  constexpr std::size_t kMostTogether = 2;  // "NHG. Title" is no J.-P. Sartre
  if (scan::letters(text.substr(position, end_of_name_word(text, position) - position)) > kMostTogether) return {};
  const auto family_begin = skip(text, initials_end, " ");
  const auto end = end_of_family(text, family_begin, false);
  if (end == 0) return {};
  return {{std::string(text.substr(family_begin, end - family_begin)),
           std::string(text.substr(position, initials_end - position)), ""},
          end,
          false};
}

One read_one(std::string_view text, std::size_t position) {
  if (auto one = initials_then_family(text, position); one.end > 0) return one;
  if (auto one = family_then_initials(text, position); one.end > 0) return one;
  return family_comma_given(text, position);
}

// "et al.", "e.a.", "en anderen" from `position`, numbers before it aside; 0: none.
std::size_t end_of_et_al(std::string_view text, std::size_t position) {
  const auto window = text.substr(position, 24);
  WordReader first(window);
  while (first.next() && scan::letters(first.range().of(window)) == 0) {
  }
  const auto hit = cue_at_start(window.substr(first.range().begin), Cue::et_al);
  if (hit.range.empty()) return 0;
  const auto end = position + first.range().begin + hit.range.end;
  return end < text.size() && text[end] == '.' ? end + 1 : end;
}

// Skips ", ", "; ", " & ", ", and ", "... " between two authors; `position` itself where there is none.
std::size_t after_delimiter(std::string_view text, std::size_t position) {
  auto next = skip(text, position, " ,;&");
  while (next < text.size() && (text[next] == '.' || text.substr(next).starts_with("…")) && next > position) {
    next = skip(text, next + (text[next] == '.' ? 1 : 3), " ,;&");
  }
  const auto word_end = end_of_name_word(text, next);
  if (word_end > next && word_end < text.size() && text[word_end] == ' ' &&
      is_cue(text.substr(next, word_end - next), Cue::conjunction)) {
    return word_end + 1;
  }
  return skip(text, position, " ") == next ? position : next;
}

// Where a year in brackets opens: "(2015)", "(2016, March 3)", "(n.d.)"; npos: nowhere near.
std::size_t year_bracket(std::string_view text, std::size_t from) {
  for (auto open = text.find_first_of("([", from); open != kNone && open < 4000;
       open = text.find_first_of("([", open + 1)) {
    const auto number = scan::number_at(text, open + 1);
    const auto after = open + 1 + number.digits;
    if (scan::is_year(number) && after < text.size() && !scan::is_digit(text[after])) return open;
    const auto inside = text.substr(open + 1, 5);
    if (inside.starts_with("n.d.)") || inside.starts_with("z.d.)")) return open;
  }
  return kNone;
}

bool year_follows(std::string_view text, std::size_t position) {
  const auto next = skip(text, position, " .,(");
  return scan::is_year(scan::number_at(text, next));
}

AuthorList read_people(std::string_view text) {
  AuthorList list;
  bool full_names = false;
  std::size_t position = 0;
  while (list.authors.size() < 400) {
    const auto one = read_one(text, position);
    if (one.end == 0) break;
    list.authors.push_back(one.author);
    full_names = full_names || one.full_name;
    list.end = one.end;
    if (const auto end = end_of_et_al(text, skip(text, list.end, " ,;&.…")); end > 0) {
      list.et_al = true;
      list.end = end;
      break;
    }
    const auto next = after_delimiter(text, list.end);
    if (next == list.end) break;
    position = next;
  }
  if (!list.authors.empty() && !list.et_al && list.end < text.size()) {
    // A family name alone may close a list that goes on: "Sadeghi, O., Keshteli, et al."
    const auto next = after_delimiter(text, list.end);
    const auto family_end = next > list.end ? end_of_family(text, next, true) : 0;
    if (const auto end = family_end > 0 ? end_of_et_al(text, skip(text, family_end, " ,")) : 0; end > 0) {
      list.authors.push_back({std::string(text.substr(next, family_end - next)), "", ""});
      list.et_al = true;
      list.end = end;
    }
  }
  if (list.authors.empty()) return {};
  const auto after = skip(text, list.end, " ");
  const bool dotted = list.end > 0 && text[list.end - 1] == '.';
  const bool closed = after >= text.size() || dotted || year_follows(text, list.end) ||
                      std::string_view(".,:;([").find(text[after]) != kNone ||
                      scan::is_open_quote(scan::at(text, after).value);
  const auto first_word = text.substr(0, end_of_name_word(text, 0));
  if (!closed || (list.authors.size() == 1 && is_cue(first_word, Cue::no_author))) return {};
  // Written-out given names look like any two capitalised words: only a year or a second author makes them names.
  if (full_names && list.authors.size() == 1 && !year_follows(text, list.end)) {
    const auto quote = scan::at(text, skip(text, list.end, " .,"));
    if (!(text[after < text.size() ? after : 0] == '.' && text.size() > after + 20) &&
        !scan::is_open_quote(quote.value))
      return {};
  }
  return list;
}

std::size_t words_in(std::string_view text) {
  return count_words(text);
}

bool names_organisation(std::string_view segment) {
  return std::ranges::any_of(find_cues(segment, Cue::organisation), [&](const NameHit& hit) {
    return scan::is_upper(scan::at(segment, hit.range.begin).value);
  });
}

// " (NDA)" behind a name: an abbreviation, or the name written out; 0 where none stands at `position`.
std::size_t end_of_gloss(std::string_view text, std::size_t position) {
  constexpr std::size_t kLongestGloss = 120;
  const auto open = skip(text, position, " ");
  if (open >= text.size() || text[open] != '(') return 0;
  const auto close = text.find(')', open);
  if (close == kNone || close - open > kLongestGloss) return 0;
  const auto inside = text.substr(open + 1, close - open - 1);
  return scan::letters(inside) > 0 && inside.find_first_of("0123456789") == kNone ? close + 1 : 0;
}

// Part of a name that goes on: capitalised, or a small word between such.
bool is_name_word(std::string_view text, const FoldedWord& word) {
  return scan::is_upper(scan::at(text, word.range.begin).value) || is_cue(word.text, Cue::conjunction) ||
         is_cue(word.text, Cue::no_author) || is_cue(word.text, Cue::particle) || word.text == "of";
}

// Where a known name ends that goes on behind `end`: "Panel" "on Soil, Seeds and Crops", "Institute of Sleep",
// "Department of Dreams". It ends before a full stop, a number, a bracket or a colon; `end` where it does not go on.
std::size_t end_of_organisation(std::string_view text, std::size_t end) {
  constexpr std::size_t kLongest = 200;
  constexpr std::size_t kMostWords = 14;
  if (end >= text.size() || (text[end] != ',' && text[end] != ' ')) return end;
  const auto window = text.substr(0, end + kLongest);
  const auto stop = std::min(window.find(". ", end), window.find_first_of(":;([0123456789", end));
  if (stop == kNone) return end;
  const auto rest = scan::trim(text.substr(end, stop - end), ".,;:");
  const auto words = folded_words(rest);
  if (words.empty() || words.size() > kMostWords) return end;
  if (!std::ranges::all_of(words, [&](const FoldedWord& word) { return is_name_word(rest, word); })) return end;
  const bool body = names_organisation(text.substr(0, end));
  const bool list =
      std::ranges::any_of(words, [](const FoldedWord& word) { return is_cue(word.text, Cue::conjunction); });
  const bool field = scan::is_lower(scan::at(rest, 0).value);  // "on Soil", "voor Voeding"
  const bool goes_on = text[end] == ',' ? (body && list) || names_organisation(rest) : body && field;
  return goes_on ? static_cast<std::size_t>(rest.data() - text.data()) + rest.size() : end;
}

AuthorList organisation(std::string_view name, std::size_t end, bool separated) {
  AuthorList list;
  list.authors.push_back({"", "", std::string(scan::trim(name, ".,;:"))});
  list.organisation = true;
  list.separated = separated;
  list.end = end;
  return list;
}

AuthorList read_organisation(std::string_view text) {
  const auto hit = organisation_at_start(text);
  const auto bracket = year_bracket(text.substr(0, 300), 0);
  auto stop = text.find(". ");
  if (bracket != kNone && bracket < stop) stop = bracket;
  if (!hit.range.empty()) {
    auto end = end_of_organisation(text, hit.range.end);
    if (const auto gloss = end_of_gloss(text, end); gloss > 0 && skip(text, end, " ") != bracket) end = gloss;
    const auto after = skip(text, end, " ");
    const auto follower = scan::at(text, after);
    if (after >= text.size() || std::string_view(".,:;(|").find(text[after]) != kNone ||
        scan::is_dash(follower.value)) {
      return organisation(text.substr(0, end),
                          after < text.size() && text[after] != '(' ? after + follower.size : after, true);
    }
    if (stop != kNone && stop > end && words_in(text.substr(0, stop)) <= 16 &&
        names_organisation(text.substr(end, stop - end))) {
      return organisation(text.substr(0, stop), stop, true);
    }
    return organisation(text.substr(0, end), end, false);
  }
  if (stop == kNone) return {};
  const auto segment = text.substr(0, stop);
  const bool before_year = stop == bracket;
  const auto words = words_in(segment);
  const auto first = text.substr(0, end_of_name_word(text, 0));
  if (words == 0 || (is_cue(first, Cue::no_author) && !names_organisation(segment))) return {};
  if (before_year ? words <= 4 || (words <= 14 && names_organisation(segment))
                  : words <= 10 && names_organisation(segment)) {
    return organisation(segment, stop, true);
  }
  return {};
}

}  // namespace

AuthorList read_authors(std::string_view text) {
  auto list = read_people(text);
  // "Erasmus MC" looks like a person.
  const bool known = list.authors.size() == 1 && organisation_at_start(text).range.end >= list.end;
  if (list.authors.empty() || known) return read_organisation(text);
  // A group between the last person and the year is an author in its own right: "Smith J, the DASH Group (2001)".
  const auto bracket = year_bracket(text.substr(0, std::min<std::size_t>(text.size(), list.end + 160)), list.end);
  if (bracket != kNone && text.substr(list.end, bracket - list.end).find(". ") == kNone) {
    const auto group = scan::trim(text.substr(list.end, bracket - list.end), ".,;:&");
    if (words_in(group) >= 1 && words_in(group) <= 12 && names_organisation(group))
      list.authors.push_back({"", "", std::string(group)});
    if (words_in(group) <= 12) list.end = bracket;
  }
  return list;
}

}  // namespace claimbase::entry

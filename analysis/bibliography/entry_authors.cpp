#include <algorithm>

#include "analysis/bibliography/entry_fields.h"
#include "analysis/bibliography/entry_lexicon.h"
#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

constexpr auto kNone = std::string_view::npos;

struct Piece {
  std::string_view text;
  bool after_comma = false;  // a comma, not "and" or a semicolon, stands before it
};

bool is_initials_only(std::string_view text) {
  std::size_t letters = 0;
  for (const auto& word : folded_words(text)) {
    const auto printed = word.range.of(text);
    const bool upper = scan::is_upper(scan::at(printed, 0).value);
    const auto count = scan::letters(printed);
    if (!upper) return false;
    if (count > 3) return false;
    letters += count;
  }
  return letters > 0;
}

// "and", "en", "&", ";" and "," part the list.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  bool comma = false;
  const auto cut = [&](std::size_t end, std::size_t next, bool is_comma) {
    const auto piece = scan::trim(text.substr(begin, end - begin), ",;&.");
    const auto full = scan::trim(text.substr(begin, end - begin), ",;& ");
    if (!piece.empty()) {
      pieces.push_back({full, comma});
      comma = is_comma;
    } else {
      comma = comma && is_comma;
    }
    begin = next;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ',') cut(i, i + 1, true);
    if (text[i] == ';' || text[i] == '&' || text[i] == '|') cut(i, i + 1, false);
    if (text[i] != ' ' || i + 2 >= text.size()) continue;
    auto end = i + 1;
    while (end < text.size() && text[end] != ' ' && text[end] != ',' && end - i < 5) ++end;
    const auto word = text.substr(i + 1, end - i - 1);
    if (end < text.size() && text[end] == ' ' && word.size() > 1 && is_cue(word, Cue::conjunction)) {
      cut(i, end, false);
      i = end - 1;
    }
  }
  cut(text.size(), text.size(), false);
  return pieces;
}

// "Thomas F. LaPorta", "Vincent van Gogh", "Kaya B": given names first unless initials come last.
Author one_name(std::string_view text) {
  text = scan::trim(text, ",;:");
  const auto words = folded_words(text);
  if (words.size() <= 1) return {std::string(scan::trim(text, ".")), "", ""};
  std::size_t last = words.size() - 1;
  const auto printed = [&](std::size_t index) { return words[index].range.of(text); };
  const auto tail = text.substr(words[last].range.begin);
  const auto capitals = scan::letters(printed(last)) <= 3 && is_initials_only(printed(last));
  const bool dotted_first = words[0].range.end < text.size() && text[words[0].range.end] == '.';
  if (capitals && !dotted_first && scan::letters(printed(0)) > 1) {
    std::size_t first = last;
    while (first > 1 && is_initials_only(printed(first - 1)) && scan::letters(printed(first - 1)) <= 2) --first;
    return {std::string(scan::trim(text.substr(0, words[first].range.begin), " ,-.")),
            std::string(text.substr(words[first].range.begin)), ""};
  }
  std::string_view suffix;
  if (last > 1 && is_cue(scan::trim(tail, "."), Cue::suffix)) suffix = printed(last--);
  // Hyphens and apostrophes are inside a word of a name.
  std::size_t first = last;
  const auto glued = [&](std::size_t index) { return text.substr(0, words[index].range.begin).back() != ' '; };
  while (first > 0 && glued(first) && text[words[first].range.begin - 1] != '.') --first;
  while (first > 0 && is_cue(printed(first - 1), Cue::particle) &&
         scan::is_lower(scan::at(printed(first - 1), 0).value)) {
    --first;
  }
  if (first == 0) return {std::string(scan::trim(text, ".")), "", ""};
  return {
      std::string(scan::trim(text.substr(words[first].range.begin, words[last].range.end - words[first].range.begin))),
      std::string(scan::trim(text.substr(0, words[first].range.begin))), ""};
}

std::string_view without_et_al(std::string_view text, bool& et_al) {
  for (const auto& hit : find_cues(text, Cue::et_al)) {
    if (hit.range.begin == 0) continue;
    et_al = true;
    return scan::trim(text.substr(0, hit.range.begin), ",;&[(");
  }
  return text;
}

std::vector<Author> read_pieces(const std::vector<Piece>& pieces) {
  std::vector<Author> authors;
  // "Family, Given, Family, Given": where the second piece is given names, it is so for all.
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto name = pieces[i].text;
    const bool has_next = i + 1 < pieces.size() && pieces[i + 1].after_comma;
    const auto words = count_words(name);
    const bool single = words == 1 || is_cue(name.substr(0, name.find(' ')), Cue::particle) ||
                        (words == 2 && name.find('-') != kNone && name.find(' ') == kNone);
    if (has_next && (is_initials_only(pieces[i + 1].text) ||
                     (single && scan::letters(name) > 1 && count_words(pieces[i + 1].text) <= 3))) {
      authors.push_back({std::string(scan::trim(name)), std::string(pieces[i + 1].text), ""});
      ++i;
      continue;
    }
    authors.push_back(one_name(name));
  }
  return authors;
}

// "red.", "(Eds.)" behind the names.
std::string_view without_editor_mark(std::string_view text) {
  const auto hits = find_cues(text, Cue::editor);
  if (hits.empty() || hits.back().range.begin == 0) return text;
  const auto rest = scan::trim(text.substr(hits.back().range.end), ".,;:)]");
  return rest.empty() ? scan::trim(text.substr(0, hits.back().range.begin), ",;:([") : text;
}

// "Sportzorg.nl", "Examine.com"
bool is_site(std::string_view text) {
  const auto stop = scan::trim(text, ".").rfind('.');
  if (stop == kNone || stop == 0 || text.find(' ') != kNone) return false;
  const auto ending = scan::trim(text.substr(stop + 1), ".");
  return ending.size() >= 2 && ending.size() <= 4 &&
         std::ranges::all_of(ending, [](char c) { return c >= 'a' && c <= 'z'; });
}

// Written-out words without a comma, an initial or a given name in front: "Gezondheid en Wetenschap".
bool has_no_person(std::string_view text) {
  if (text.find(',') != kNone || text.find(';') != kNone) return false;
  for (const auto& piece : pieces_of(text)) {
    const auto words = folded_words(piece.text);
    if (words.empty()) continue;
    if ((lexicon_flags(hash_of_word(words.front().text)) & bit(LexiconFlag::given_name)) != 0) return false;
    for (const auto& word : words) {
      const auto printed = word.range.of(piece.text);
      if (scan::letters(printed) == 1 && scan::is_upper(scan::at(printed, 0).value)) return false;
    }
  }
  return true;
}

bool is_organisation(std::string_view names, bool page) {
  if (count_words(names) == 1 || is_site(names)) return true;
  const auto known = organisation_at_start(names);
  if (!known.range.empty() && (known.range.end >= names.size() || names.find(',') == kNone)) return true;
  const bool cue = std::ranges::any_of(find_cues(names, Cue::organisation), [&](const NameHit& hit) {
    return scan::is_upper(scan::at(names, hit.range.begin).value) && hit.range.size() > 2;
  });
  if (cue) return true;
  const bool joined = pieces_of(names).size() > 1;
  return has_no_person(names) && (page || (joined && count_words(names) <= 4));
}

}  // namespace

std::vector<Author> authors_in(std::string_view text, bool page, bool& et_al) {
  text = without_editor_mark(scan::trim(text, ",;:"));
  et_al = false;
  const auto bare = scan::trim(text, ".,;:");
  if (is_site(bare)) return {{"", "", std::string(bare)}};
  auto list = read_authors(text);
  const auto rest = list.end < text.size() ? scan::trim(text.substr(list.end), ".,;:&()[]") : std::string_view{};
  const bool whole = !list.authors.empty() && rest.empty();
  if (whole && !(page && list.authors.size() == 1 && list.authors.front().literal.empty() && has_no_person(bare))) {
    et_al = list.et_al;
    return list.authors;
  }
  const auto names = without_et_al(text, et_al);
  if (is_organisation(names, page)) return {{"", "", std::string(scan::trim(names, ".,;:"))}};
  auto authors = read_pieces(pieces_of(names));
  std::erase_if(authors, [](const Author& each) { return each.family.empty() && each.literal.empty(); });
  return authors;
}

}  // namespace claimbase::entry

#include <algorithm>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

constexpr auto kNone = std::string_view::npos;
constexpr std::string_view kEnds = " .,;:";

std::string_view tidy(std::string_view text) {
  return scan::trim(text, ".,;:");
}

// A title keeps its question mark and the brackets of a gap, not its full stop.
std::string title_text(std::string_view text) {
  return std::string(scan::trim(text, ".,;:"));
}

// The longest name is shorter; the limit keeps long entries linear.
bool known_journal(std::string_view name) {
  constexpr std::size_t kLongestName = 160;
  return name.size() <= kLongestName && journal_title(name).has_value();
}

bool names_publisher(std::string_view segment) {
  return std::ranges::any_of(find_cues(segment, Cue::publisher), [&](const NameHit& hit) {
    return scan::is_upper(scan::at(segment, hit.range.begin).value);
  });
}

// Where a new sentence starts: after ". ", "? ", "! " (a closing quote or bracket may stand between), before a capital
// or a known journal.
std::vector<std::size_t> sentence_starts(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (text[i] != '.' && text[i] != '?' && text[i] != '!') continue;
    auto next = i + 1;
    for (auto c = scan::at(text, next);
         c.size > 0 && (scan::is_close_quote(c.value) || c.value == ')' || c.value == ']'); c = scan::at(text, next)) {
      next += c.size;
    }
    if (next >= text.size() || text[next] != ' ') continue;
    const auto first = scan::at(text, next + 1);
    const bool initial =
        text[i] == '.' && i >= 1 && scan::is_upper(scan::before(text, i).value) && (i < 2 || text[i - 2] == ' ');
    const bool capital = scan::is_upper(first.value) || scan::is_open_quote(first.value) || first.value == '[' ||
                         (first.value < 0x80 && scan::is_digit(static_cast<char>(first.value)));
    const auto stop = text.find(". ", next);
    const bool known = !capital && known_journal(text.substr(next + 1, stop == kNone ? kNone : stop - next - 1));
    if ((capital && !initial) || (capital && initial && known_journal(tidy(text.substr(next + 1)))) || known)
      starts.push_back(next + 1);
  }
  return starts;
}

// Abbreviated journal names have full stops of their own: "Nat. Genet.", "Proc. Natl. Acad. Sci. USA".
bool is_abbreviated_part(std::string_view segment) {
  const auto words = folded_words(segment);
  if (words.empty() || words.size() > 2 || segment.find('.') == kNone) return false;
  return std::ranges::all_of(words, [&](const FoldedWord& word) {
    return word.text.size() <= 8 && scan::is_upper(scan::at(segment, word.range.begin).value);
  });
}

// The start of the container among `starts`; 0: none.
std::size_t container_start(std::string_view text, const std::vector<std::size_t>& starts) {
  for (const auto start : starts) {
    if (known_journal(tidy(text.substr(start)))) return start;
  }
  if (starts.empty()) return 0;
  auto index = starts.size() - 1;
  while (index > 0 && is_abbreviated_part(text.substr(starts[index - 1], starts[index] - starts[index - 1])) &&
         count_words(text.substr(0, std::min<std::size_t>(starts[index - 1], 120))) >= 3) {
    --index;
  }
  return starts[index];
}

void set_publisher(std::string_view segment, Reference& reference) {
  const auto colon = segment.find(": ");
  reference.publisher = std::string(tidy(colon == kNone ? segment : segment.substr(colon + 2)));
}

bool looks_like_publisher(std::string_view segment) {
  const auto words = count_words(segment);
  return (segment.find(": ") != kNone && words <= 12 && !known_journal(tidy(segment))) ||
         (names_publisher(segment) && words <= 8);
}

// “Title,” Container, ... : 0 where the text does not start with a quotation.
std::size_t end_of_quotation(std::string_view text) {
  const auto open = scan::at(text, 0);
  if (open.size == 0 || !scan::is_open_quote(open.value)) return 0;
  std::size_t end = 0;
  for (std::size_t i = open.size; i < text.size();) {
    const auto c = scan::at(text, i);
    const auto after = scan::at(text, i + c.size).value;
    const bool same_pair = open.value == '\'' || open.value == 0x2018 ? (c.value == '\'' || c.value == 0x2019)
                                                                      : (c.value != '\'' && c.value != 0x2019);
    const bool ends = after == 0 || after == ' ' || after == ',' || after == '.' || after == ';';
    if (scan::is_close_quote(c.value) && same_pair && ends && i > open.size) {
      end = i;
      break;
    }
    i += c.size;
  }
  return end;
}

// "In: Smith A, editor. Book title. Place: Publisher"
bool read_chapter(std::string_view text, Reference& reference) {
  std::size_t mark = kNone;
  for (const std::string_view cue :
       {". In: ", "? In: ", ". In ", ", in: ", ".” In ", "\" In ", "” In ", ",” in ", "’, in ", "', in ", " In: "}) {
    mark = text.find(cue);
    if (mark != kNone && mark > 0) {
      reference.title = title_text(text.substr(0, mark));
      auto rest = scan::trim(text.substr(mark + cue.size()));
      const auto editors = find_cues(rest, Cue::editor);
      const auto last =
          std::find_if(editors.rbegin(), editors.rend(), [](const auto& hit) { return hit.range.end <= 300; });
      if (last != editors.rend()) rest = scan::trim(rest.substr(last->range.end), ".,;:)]");
      const auto stop = rest.find(". ");
      const auto bracket = rest.find(" (");
      reference.container_title = std::string(tidy(rest.substr(0, std::min(stop, bracket))));
      if (stop != kNone) set_publisher(rest.substr(stop + 2), reference);
      reference.type = "chapter";
      return true;
    }
  }
  return false;
}

// An entry without punctuation between title and journal: the journal is found by name, the best hit being the longest,
// then the last.
bool read_by_journal_name(std::string_view text, Reference& reference) {
  const JournalHit* best = nullptr;
  const auto hits = find_journals(text);
  std::size_t best_words = 0;
  for (const auto& hit : hits) {
    if (hit.range.begin == 0) continue;
    const auto words = count_words(hit.range.of(text));
    const auto prior = folded_words(text.substr(0, hit.range.begin));
    if (prior.empty()) continue;
    const auto& previous = prior.back();
    const bool after_lower = !scan::is_upper(scan::at(text, previous.range.begin).value);
    if (words == 1 &&
        (!after_lower || is_cue(previous.text, Cue::no_author) || is_cue(previous.text, Cue::conjunction)))
      continue;
    if (words < best_words) continue;
    best = &hit;
    best_words = words;
  }
  if (best == nullptr) return false;
  reference.title = title_text(text.substr(0, best->range.begin));
  reference.container_title = std::string(best->range.of(text));
  const auto number = scan::number_at(
      text, best->range.end + (best->range.end < text.size() && text[best->range.end] == ' ' ? 1U : 0U));
  if (!reference.year && scan::is_year(number)) reference.year = number.value;
  return true;
}

void read_one_sentence(std::string_view text, const Locator& locator, const AuthorList& authors, Reference& reference) {
  if (locator.volume.empty() && locator.page.empty()) {
    if (!authors.authors.empty() && read_by_journal_name(text, reference)) return;
    reference.title = title_text(text);
    return;
  }
  if (known_journal(tidy(text))) {
    reference.container_title = std::string(tidy(text));
    return;
  }
  const auto hits = find_journals(text);
  if (!hits.empty() && hits.back().range.begin > 0 && tidy(text.substr(hits.back().range.end)).empty()) {
    reference.title = title_text(text.substr(0, hits.back().range.begin));
    reference.container_title = std::string(tidy(text.substr(hits.back().range.begin)));
    return;
  }
  const auto comma = tidy(text).rfind(", ");
  if (comma != kNone && comma > 0 && scan::is_upper(scan::at(text, comma + 2).value)) {
    reference.title = title_text(text.substr(0, comma));
    reference.container_title = std::string(tidy(text.substr(comma + 2)));
    return;
  }
  // Nothing divides it: a few capitalised words are a journal (astronomers print no titles), more are a title.
  if (count_words(text) <= 4 && !authors.authors.empty()) {
    reference.container_title = std::string(tidy(text));
  } else {
    reference.title = title_text(text);
  }
}

void read_sentences(std::string_view text, const Locator& locator, const AuthorList& authors,
                    const std::vector<std::size_t>& starts, Reference& reference) {
  const auto last = starts.back();
  const auto last_segment = tidy(text.substr(last));
  if (!locator.volume.empty() || !reference.doi.empty() || !reference.pmid.empty() || known_journal(last_segment)) {
    const bool book =
        looks_like_publisher(last_segment) && locator.issue.empty() && (locator.volume.empty() || locator.page.empty());
    if (!book) {
      const auto start = container_start(text, starts);
      reference.title = title_text(text.substr(0, start));
      reference.container_title = std::string(tidy(text.substr(start)));
      return;
    }
  }
  if (authors.organisation && !looks_like_publisher(last_segment)) {
    reference.title = title_text(text.substr(0, last));
    reference.container_title = std::string(last_segment);
    return;
  }
  if (!looks_like_publisher(last_segment) && !locator.page.empty()) {
    reference.title = title_text(text.substr(0, last));
    reference.container_title = std::string(last_segment);
    return;
  }
  if (authors.authors.empty()) {  // title first, then remarks
    reference.title = title_text(text.substr(0, starts.front()));
    return;
  }
  reference.title = title_text(text.substr(0, last));
  if (!reference.url.empty() && !looks_like_publisher(last_segment)) {
    reference.container_title = std::string(last_segment);
    return;
  }
  set_publisher(last_segment, reference);
}

void set_type(const AuthorList& authors, const Locator& locator, CueSet cues, Reference& reference) {
  if (!reference.type.empty()) return;
  if (cues.has(Cue::thesis) && !find_cues(reference.raw, Cue::thesis).empty()) {
    reference.type = "thesis";
  } else if (!reference.container_title.empty() && !authors.organisation &&
             (reference.url.empty() || !locator.volume.empty() || !reference.doi.empty())) {
    reference.type = "article-journal";
  } else if (!reference.container_title.empty() && !locator.volume.empty()) {
    reference.type = "article-journal";
  } else if (authors.organisation && !find_cues(reference.raw, Cue::report).empty()) {
    reference.type = "report";
  } else if (!reference.url.empty() || !reference.accessed.empty() || authors.organisation) {
    reference.type = "webpage";
  } else {
    reference.type = reference.publisher.empty() ? "document" : "book";
  }
}

}  // namespace

void read_title(std::string_view text, const Locator& locator, const AuthorList& authors, CueSet cues,
                Reference& reference) {
  text = scan::trim(text, ",;");
  if (const auto quotation = end_of_quotation(text); quotation > 0) {
    const auto open = scan::at(text, 0).size;
    const auto inside = text.substr(open, quotation - open);
    reference.title = title_text(inside);
    auto rest = scan::trim(text.substr(quotation + scan::at(text, quotation).size), kEnds);
    const auto first = rest.substr(0, rest.find_first_of(" :"));
    if (is_cue(first, Cue::chapter)) {
      reference.type = "chapter";
      rest = scan::trim(rest.substr(first.size()), kEnds);
      if (const auto stop = rest.find(". "); stop != kNone) rest = rest.substr(0, stop);
    }
    reference.container_title = std::string(tidy(rest));
  } else if (!read_chapter(text, reference)) {
    const auto starts = sentence_starts(text);
    if (starts.empty()) {
      read_one_sentence(text, locator, authors, reference);
    } else {
      read_sentences(text, locator, authors, starts, reference);
    }
  }
  // A page of an organisation's own: the organisation is where it is published.
  if (authors.organisation && authors.separated && reference.container_title.empty() && reference.publisher.empty() &&
      locator.volume.empty()) {
    reference.container_title = authors.authors.front().literal;
  }
  set_type(authors, locator, cues, reference);
}

}  // namespace claimbase::entry

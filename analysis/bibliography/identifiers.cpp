#include <algorithm>

#include "analysis/bibliography/entry_parts.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"

namespace claimbase::entry {

namespace {

constexpr auto kNone = std::string_view::npos;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_at(std::string_view text, std::size_t position, std::string_view lower_case) {
  if (position > text.size() || text.size() - position < lower_case.size()) return false;
  for (std::size_t i = 0; i < lower_case.size(); ++i) {
    if (lower(text[position + i]) != lower_case[i]) return false;
  }
  return true;
}

std::string in_lower_case(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(), lower);
  return made;
}

std::size_t end_of_word(std::string_view text, std::size_t position) {
  while (position < text.size() && !scan::is_space(text[position])) ++position;
  return position;
}

// Punctuation after an address belongs to the sentence; a closing bracket too, unless the address opened it.
std::string_view without_tail(std::string_view address) {
  while (!address.empty()) {
    const char last = address.back();
    const auto unbalanced = [&](char open, char close) {
      return last == close && std::ranges::count(address, open) < std::ranges::count(address, close);
    };
    if (std::string_view(".,;:'\"").find(last) == kNone && last != '>' && !unbalanced('(', ')') &&
        !unbalanced('[', ']'))
      break;
    address.remove_suffix(1);
  }
  return address;
}

// The last word before `position` and the first behind it; they may be one.
std::string_view words_around(std::string_view text, std::size_t position) {
  const auto is_word_at = [&](std::size_t place) { return scan::is_word(scan::at(text, place).value); };
  const auto is_word_before = [&](std::size_t place) { return scan::is_word(scan::before(text, place).value); };
  auto begin = position;
  while (begin > 0 && !is_word_before(begin)) begin -= scan::before(text, begin).size;
  while (begin > 0 && is_word_before(begin)) begin -= scan::before(text, begin).size;
  auto end = position;
  while (end < text.size() && is_word_at(end)) end += scan::at(text, end).size;
  while (end < text.size() && !is_word_at(end)) end += scan::at(text, end).size;
  while (end < text.size() && is_word_at(end)) end += scan::at(text, end).size;
  return text.substr(begin, end - begin);
}

// The entry as it gets shorter, and the cues that are still to be looked for in it.
struct Rest {
  std::string& text;
  CueSet& cues;

  void replace(std::size_t begin, std::size_t end, std::string_view by) {
    text.replace(begin, end - begin, by);
    cues.add(cues_in(words_around(text, begin)));
  }
};

std::vector<NameHit> find(const Rest& rest, Cue cue) {
  return rest.cues.has(cue) ? find_cues(rest.text, cue) : std::vector<NameHit>();
}

// Erases [begin, end) together with a cue before it ("doi:", "PubMed PMID:", "Available from:") and brackets that
// become empty.
void erase(Rest& rest, std::size_t begin, std::size_t end, Cue cue) {
  const std::string_view text(rest.text);
  auto head = begin;
  while (head > 0 && std::string_view(" :[(<").find(text[head - 1]) != kNone) --head;
  if (scan::is_word(scan::before(text, head).value)) {
    const auto window = head > 48 ? head - 48 : 0;
    const auto hits = find_cues(text.substr(window, head - window), cue);
    if (!hits.empty() && hits.back().range.end + window == head) begin = hits.back().range.begin + window;
  }
  while (begin > 0 && end < text.size() && std::string_view("[(<").find(text[begin - 1]) != kNone &&
         std::string_view("])>").find(text[end]) != kNone) {
    --begin;
    ++end;
  }
  rest.replace(begin, end, " ");
}

void take_doi(Rest& rest, Reference& reference) {
  const auto& text = rest.text;
  for (std::size_t i = text.find("10."); i != kNone; i = text.find("10.", i + 3)) {
    const auto registrant = scan::number_at(text, i + 3);
    const auto slash = i + 3 + registrant.digits;
    if (registrant.digits < 4 || (i > 0 && scan::is_digit(text[i - 1])) || slash >= text.size()) continue;
    if (text[slash] != '/' && text[slash] != '.') continue;
    const auto doi = without_tail(std::string_view(text).substr(i, end_of_word(text, i) - i));
    if (doi.find('/') == kNone || doi.back() == '/') continue;
    if (reference.doi.empty()) {
      reference.doi = doi;
      std::ranges::transform(reference.doi, reference.doi.begin(), lower);
    }
    auto begin = i;  // of a resolver's address, where one stands before it
    for (const std::string_view part : {"doi.org/", "dx.", "https://", "http://", "www."}) {
      if (begin >= part.size() && equal_at(text, begin - part.size(), part)) begin -= part.size();
    }
    erase(rest, begin, i + doi.size(), Cue::identifier);
    i = begin;
  }
}

void take_pubmed(Rest& rest, Reference& reference) {
  auto& text = rest.text;
  for (auto i = text.find("PMC"); i != kNone; i = text.find("PMC", i + 3)) {
    const auto number = scan::number_at(text, i + 3);
    if (number.digits < 4) continue;
    reference.pmcid = text.substr(i, 3 + number.digits);
    erase(rest, i, i + 3 + number.digits, Cue::identifier);
    break;
  }
  for (const std::string_view name : {"pmid", "pubmed"}) {
    const auto i = in_lower_case(text).find(name);
    if (i == kNone) continue;
    auto digits = i + name.size();
    while (digits < text.size() && (text[digits] == ':' || text[digits] == ' ')) ++digits;
    const auto number = scan::number_at(text, digits);
    if (number.digits < 5 || number.digits > 8) continue;
    reference.pmid = text.substr(digits, number.digits);
    erase(rest, digits, digits + number.digits, Cue::identifier);
  }
  // PLOS and others print the bare number last: "... doi: 10.1371/x 21888765."
  const auto tail = scan::trim(text, ".;,");
  const auto word = tail.rfind(' ');
  if (!reference.pmid.empty() || word == kNone) return;
  const auto number = scan::number_at(tail, word + 1);
  const auto prior = scan::trim(tail.substr(0, word));
  if ((number.digits == 7 || number.digits == 8) && word + 1 + number.digits == tail.size() && !prior.empty() &&
      (prior.back() == '.' || scan::is_digit(prior.back()) || !reference.doi.empty())) {
    reference.pmid = tail.substr(word + 1);
    text = prior;
  }
}

void take_access_date(Rest& rest, Reference& reference) {
  const auto& text = rest.text;
  for (const auto& hit : find(rest, Cue::access)) {
    const auto date = read_date(text, hit.range.end);
    if (date.end == 0) continue;
    reference.accessed = date.iso;
    auto end = date.end;
    if (const auto from = in_lower_case(std::string_view(text).substr(end, 8)).find("from"); from != kNone)
      end += from + 4;
    while (end < text.size() && std::string_view(",:").find(text[end]) != kNone) ++end;
    erase(rest, hit.range.begin, end, Cue::access);
    return;
  }
}

void take_urls(Rest& rest, Reference& reference) {
  const auto& text = rest.text;
  auto low = in_lower_case(text);
  for (const std::string_view start : {"http://", "https://", "www."}) {
    for (auto i = low.find(start); i != kNone; i = low.find(start, i + 1)) {
      const auto url = without_tail(std::string_view(text).substr(i, end_of_word(text, i) - i));
      if (reference.url.empty()) reference.url = url;
      erase(rest, i, i + url.size(), Cue::available);
      low = in_lower_case(text);
    }
  }
}

bool starts_sentence(std::string_view text, std::size_t position) {
  const auto head = scan::trim(text.substr(0, position));
  return head.empty() || std::string_view(".?!])").find(head.back()) != kNone;
}

// "Cereb Cortex: Epub ahead of print" is no sentence of its own.
bool starts_remark(std::string_view text, std::size_t position) {
  return starts_sentence(text, position) || scan::trim(text.substr(0, position)).ends_with(':');
}

bool ends_sentence(std::string_view text, std::size_t position) {
  return position >= text.size() || std::string_view(".]").find(text[position]) != kNone;
}

void drop_source_notes(Rest& rest, Reference& reference) {
  auto& text = rest.text;
  for (const auto& hit : find(rest, Cue::link_text)) {
    if (hit.range.begin == 0 || !ends_sentence(text, hit.range.end)) continue;
    const auto before = text[hit.range.begin - 1];
    if (before != '[' && !starts_sentence(text, hit.range.begin)) continue;
    text.resize(before == '[' ? hit.range.begin - 1 : hit.range.begin);
    break;
  }
  for (const auto& hit : find(rest, Cue::published)) {
    const auto digits = hit.range.end + 1U;
    const auto number = scan::number_at(text, digits);
    if (!starts_sentence(text, hit.range.begin) || !scan::is_year(number) ||
        !ends_sentence(text, digits + number.digits))
      continue;
    reference.year = number.value;
    rest.replace(hit.range.begin, std::min(digits + number.digits + 1, text.size()), "");
    break;
  }
  const auto notes = find(rest, Cue::source_note);
  std::for_each(notes.rbegin(), notes.rend(), [&](const auto& hit) {
    const auto begin = hit.range.begin;
    auto end = static_cast<std::size_t>(hit.range.end);
    const bool bracketed = begin > 0 && text[begin - 1] == '[' && end < text.size() && text[end] == ']';
    if (bracketed) {
      rest.replace(begin - 1, end + 1, "");
    } else if (begin > 0 && starts_remark(text, begin)) {
      while (end < text.size() && text[end] != '.') ++end;
      rest.replace(begin, std::min(end + 1, text.size()), "");
    }
  });
}

}  // namespace

void take_identifiers(std::string& text, CueSet& cues, Reference& reference) {
  Rest rest{text, cues};
  take_doi(rest, reference);
  take_access_date(rest, reference);
  take_urls(rest, reference);
  take_pubmed(rest, reference);
  drop_source_notes(rest, reference);
  text = scan::one_line(text);
}

}  // namespace claimbase::entry

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

std::size_t find_lower(std::string_view text, std::string_view lower_case, std::size_t from = 0) {
  for (std::size_t i = from; i + lower_case.size() <= text.size(); ++i) {
    if (lower(text[i]) == lower_case.front() && equal_at(text, i, lower_case)) return i;
  }
  return kNone;
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

// Erases [begin, end) together with a cue before it ("doi:", "PubMed PMID:", "Available from:") and brackets that
// become empty.
void erase(std::string& text, std::size_t begin, std::size_t end, Cue cue) {
  const std::string_view view(text);
  auto head = begin;
  while (head > 0 && std::string_view(" :[(<").find(view[head - 1]) != kNone) --head;
  const auto window = head > 48 ? head - 48 : 0;
  const auto hits = find_cues(view.substr(window, head - window), cue);
  if (!hits.empty() && hits.back().range.end + window == head) begin = hits.back().range.begin + window;
  while (begin > 0 && end < text.size() && std::string_view("[(<").find(text[begin - 1]) != kNone &&
         std::string_view("])>").find(text[end]) != kNone) {
    --begin;
    ++end;
  }
  text.replace(begin, end - begin, " ");
}

void take_doi(std::string& text, Reference& reference) {
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
    erase(text, begin, i + doi.size(), Cue::identifier);
    i = begin;
  }
}

void take_pubmed(std::string& text, Reference& reference) {
  for (auto i = text.find("PMC"); i != kNone; i = text.find("PMC", i + 3)) {
    const auto number = scan::number_at(text, i + 3);
    if (number.digits < 4) continue;
    reference.pmcid = text.substr(i, 3 + number.digits);
    erase(text, i, i + 3 + number.digits, Cue::identifier);
    break;
  }
  for (const std::string_view name : {"pmid", "pubmed"}) {
    const auto i = find_lower(text, name);
    if (i == kNone) continue;
    auto digits = i + name.size();
    while (digits < text.size() && (text[digits] == ':' || text[digits] == ' ')) ++digits;
    const auto number = scan::number_at(text, digits);
    if (number.digits < 5 || number.digits > 8) continue;
    reference.pmid = text.substr(digits, number.digits);
    erase(text, digits, digits + number.digits, Cue::identifier);
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

void take_access_date(std::string& text, Reference& reference) {
  for (const auto& hit : find_cues(text, Cue::access)) {
    const auto date = read_date(text, hit.range.end);
    if (date.end == 0) continue;
    reference.accessed = date.iso;
    auto end = date.end;
    if (const auto from = find_lower(text.substr(end, 8), "from"); from != kNone) end += from + 4;
    while (end < text.size() && std::string_view(",:").find(text[end]) != kNone) ++end;
    erase(text, hit.range.begin, end, Cue::access);
    return;
  }
}

void take_urls(std::string& text, Reference& reference) {
  for (const std::string_view start : {"http://", "https://", "www."}) {
    for (auto i = find_lower(text, start); i != kNone; i = find_lower(text, start, i + 1)) {
      const auto url = without_tail(std::string_view(text).substr(i, end_of_word(text, i) - i));
      if (reference.url.empty()) reference.url = url;
      erase(text, i, i + url.size(), Cue::available);
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

void drop_source_notes(std::string& text, Reference& reference) {
  for (const auto& hit : find_cues(text, Cue::link_text)) {
    if (hit.range.begin == 0 || !ends_sentence(text, hit.range.end)) continue;
    const auto before = text[hit.range.begin - 1];
    if (before != '[' && !starts_sentence(text, hit.range.begin)) continue;
    text.resize(before == '[' ? hit.range.begin - 1 : hit.range.begin);
    break;
  }
  for (const auto& hit : find_cues(text, Cue::published)) {
    const auto digits = hit.range.end + 1U;
    const auto number = scan::number_at(text, digits);
    if (!starts_sentence(text, hit.range.begin) || !scan::is_year(number) ||
        !ends_sentence(text, digits + number.digits))
      continue;
    reference.year = number.value;
    text.replace(hit.range.begin, std::min(digits + number.digits + 1, text.size()) - hit.range.begin, "");
    break;
  }
  const auto notes = find_cues(text, Cue::source_note);
  std::for_each(notes.rbegin(), notes.rend(), [&](const auto& hit) {
    const auto begin = hit.range.begin;
    auto end = static_cast<std::size_t>(hit.range.end);
    const bool bracketed = begin > 0 && text[begin - 1] == '[' && end < text.size() && text[end] == ']';
    if (bracketed) {
      text.replace(begin - 1, end + 1 - (begin - 1), "");
    } else if (begin > 0 && starts_remark(text, begin)) {
      while (end < text.size() && text[end] != '.') ++end;
      text.replace(begin, std::min(end + 1, text.size()) - begin, "");
    }
  });
}

}  // namespace

void take_identifiers(std::string& text, Reference& reference) {
  take_doi(text, reference);
  take_access_date(text, reference);
  take_urls(text, reference);
  take_pubmed(text, reference);
  drop_source_notes(text, reference);
  text = scan::one_line(text);
}

}  // namespace claimbase::entry

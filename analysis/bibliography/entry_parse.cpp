#include "analysis/bibliography/entry_parse.h"

#include <algorithm>
#include <utility>

#include "analysis/bibliography/entry_fields.h"
#include "analysis/bibliography/entry_labels.h"
#include "analysis/bibliography/entry_rules.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/study_design.h"

namespace claimbase::entry {

namespace {

bool has_label(const std::vector<LabelledWord>& words, Label label) {
  return std::ranges::any_of(words, [label](const LabelledWord& word) { return word.label == label; });
}

bool one_organisation(const Reference& reference) {
  return reference.authors.size() == 1 && !reference.authors.front().literal.empty();
}

std::string type_of(const Reference& reference, const std::vector<LabelledWord>& words) {
  if (!find_cues(reference.raw, Cue::thesis).empty()) return "thesis";
  const bool periodical = !reference.volume.empty() || !reference.issue.empty();
  if (!reference.container_title.empty()) {
    if (!periodical && (has_label(words, Label::editor) || !reference.publisher.empty())) return "chapter";
    if (periodical || !reference.doi.empty() || !reference.pmid.empty()) return "article-journal";
    if (!one_organisation(reference) && reference.url.empty()) return "article-journal";
  }
  if (one_organisation(reference) && !find_cues(reference.raw, Cue::report).empty()) return "report";
  if (!reference.url.empty() || !reference.accessed.empty()) return "webpage";
  if (!reference.publisher.empty()) return "book";
  return one_organisation(reference) ? "webpage" : "document";
}

bool reads_alike(const Reference& one, const Reference& other) {
  return one.title == other.title && one.container_title == other.container_title && one.volume == other.volume &&
         one.page == other.page && one.publisher == other.publisher;
}

// A page of an organisation's own: the organisation is where it is published. Without a place the last name is that of
// the site, not of a publisher.
void set_own_page(const std::vector<LabelledWord>& words, Reference& reference) {
  if (!one_organisation(reference) || !reference.container_title.empty() || !reference.volume.empty() ||
      !reference.page.empty() || has_label(words, Label::place))
    return;
  reference.container_title =
      reference.publisher.empty() ? reference.authors.front().literal : std::exchange(reference.publisher, {});
}

// Without any punctuation between title and journal there is nothing for the model to go by: the journal is found by
// its name or not at all.
bool is_bare(const std::vector<Token>& tokens, const RuleReading& reading) {
  return std::ranges::all_of(tokens, [&](const Token& token) {
    if (token.range.begin <= reading.body) return true;
    return token.before == Separator::space || token.before == Separator::dash ||
           token.before == Separator::apostrophe || token.before == Separator::slash;
  });
}

void set_design(Reference& reference) {
  if (reference.design == StudyDesign::unknown) reference.design = design_of(reference);
}

Reference by_rules(Reference reference) {
  set_design(reference);
  return reference;
}

// "& Martin- Facklam, M. Title": the authors did not end where the rules thought.
bool starts_well(std::string_view title) {
  const auto first = scan::at(title, 0).value;
  return scan::is_word(first) || scan::is_open_quote(first) || first == '[' || first == '(';
}

// One complete template: each word is accounted for by the rules, and the journal is one that is known by name.
bool fits_template(const RuleReading& reading) {
  const auto& reference = reading.reference;
  return !reference.authors.empty() && reference.year && starts_well(reference.title) && !reference.volume.empty() &&
         !reference.page.empty() && journal_title(reference.container_title).has_value() &&
         std::ranges::none_of(rule_labels(reading, word_ranges(reading.text)),
                              [](const RuleLabel& rule) { return rule.label == Label::other; });
}

bool is_unsure(const Reference& reference) {
  const auto& sure = reference.confidence;
  return std::min({sure.authors, sure.year, sure.title, sure.container_title, sure.volume, sure.page}) < kSureEnough;
}

}  // namespace

Reference parse_with(std::string_view text, const SequenceModel& model) {
  auto reading = read_by_rules(text);
  if (reading.complete) return std::move(reading.reference);
  if (fits_template(reading)) return by_rules(std::move(reading.reference));
  const auto entry = view_of(reading.text, reading);
  if (is_bare(entry.tokens, reading)) return by_rules(std::move(reading.reference));
  const auto words = label_words(entry, model);
  Reference reference = reading.reference;
  apply_labels(reading, entry.tokens, words, reference);
  if (reference.title.empty() && reference.container_title.empty()) {
    reference.title = reading.reference.title;
    reference.container_title = reading.reference.container_title;
    // A title that the model took for names: "Smit B. Onions. A press; 2012."
    if (!reading.reference.authors.empty()) reference.authors = reading.reference.authors;
  }
  set_own_page(words, reference);
  if (!reads_alike(reference, reading.reference)) reference.type = type_of(reference, words);
  set_design(reference);
  reference.unsure = is_unsure(reference);
  return reference;
}

Reference parse_with_rules(std::string_view text) {
  return by_rules(read_by_rules(text).reference);
}

}  // namespace claimbase::entry

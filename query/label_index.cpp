#include "query/label_index.h"

#include <algorithm>
#include <tuple>

namespace claimbase {
namespace {

constexpr std::string_view kLabelsOfStem =
    "SELECT rest, first_word, concept, inverse FROM label_words WHERE language = ?1 AND first_stem = ?2";

void take(std::vector<LabelMatch>& found, LabelMatch match) {
  const auto same = std::ranges::find_if(
      found, [&](const LabelMatch& other) { return other.range == match.range && !other.in_compound; });
  if (match.in_compound || same == found.end()) {
    found.push_back(std::move(match));
    return;
  }
  same->concepts.insert(same->concepts.end(), match.concepts.begin(), match.concepts.end());
}

void settle(std::vector<MatchedConcept>& concepts, ConceptTable& table) {
  std::ranges::sort(concepts, [&](const MatchedConcept& a, const MatchedConcept& b) {
    return a.key == b.key ? a.inverse < b.inverse : table.is_before(a.key, b.key);
  });
  concepts.erase(std::unique(concepts.begin(), concepts.end()), concepts.end());
}

// Longer matches win; parts of one compound have its range and stay together.
std::vector<LabelMatch> without_overlaps(std::vector<LabelMatch> found) {
  std::ranges::stable_sort(found, [](const LabelMatch& a, const LabelMatch& b) {
    return std::tuple(-static_cast<std::int64_t>(a.words), a.in_compound, a.range) <
           std::tuple(-static_cast<std::int64_t>(b.words), b.in_compound, b.range);
  });
  std::vector<LabelMatch> kept;
  for (LabelMatch& match : found) {
    const bool taken = std::ranges::any_of(kept, [&](const LabelMatch& other) {
      return other.range.overlaps(match.range) && !(match.in_compound && other.in_compound);
    });
    const bool twice = match.in_compound && std::ranges::any_of(kept, [&](const LabelMatch& other) {
                         return other.range == match.range && other.concepts == match.concepts;
                       });
    if (!taken && !twice) kept.push_back(std::move(match));
  }
  std::ranges::stable_sort(kept, {}, &LabelMatch::range);
  return kept;
}

}  // namespace

LabelIndex::LabelIndex(ConceptTable& table) : table_(table), labels_(2) {
  languages_.push_back({"nl", Analyzer("nl")});
  languages_.push_back({"en", Analyzer("en")});
  if (has_label_words(table.database())) {
    in_store_.emplace(table.database(), kLabelsOfStem);
    return;
  }
  for (const LabelRow& row : made_label_rows(table.database())) {
    add(row.language == "nl" ? 0 : 1, row.words, {row.concept_key, row.inverse});
  }
}

void LabelIndex::add(std::size_t language, const LabelWords& words, MatchedConcept concept_of) {
  const auto spaces = static_cast<std::size_t>(std::ranges::count(words.rest, ' '));
  longest_ = std::max(longest_, words.rest.empty() ? 1 : spaces + 2);
  Known& label = labels_[language].by_stems[words.first_stem + (words.rest.empty() ? "" : " ") + words.rest];
  if (std::ranges::find(label.concepts, concept_of) == label.concepts.end()) label.concepts.push_back(concept_of);
  if (std::ranges::find(label.first_words, words.first_word) == label.first_words.end()) {
    label.first_words.push_back(words.first_word);
  }
}

void LabelIndex::read(std::size_t language, std::string_view first) {
  if (!in_store_ || labels_[language].read.contains(first)) return;
  labels_[language].read.emplace(first);
  in_store_->bind(1, std::string_view(languages_[language].name)).bind(2, first);
  while (in_store_->step()) {
    add(language, {std::string(first), std::string(in_store_->text(0)), std::string(in_store_->text(1))},
        {in_store_->integer(2), in_store_->integer(3) != 0});
  }
}

const LabelIndex::Known* LabelIndex::known(std::size_t language, std::string_view first, std::string_view stems) {
  read(language, first);
  const auto found = labels_[language].by_stems.find(stems);
  return found == labels_[language].by_stems.end() ? nullptr : &found->second;
}

// "lowers blood pressure" has the stems of the label "lowered blood pressure" and says something else: a first word in
// another form than any label's, before words that are a label themselves, is not part of the name.
bool LabelIndex::is_verb_before_label(std::size_t language, const Known& label, std::span<const Word> words) {
  if (words.size() < 2) return false;
  if (std::ranges::find(label.first_words, words.front().form->folded) != label.first_words.end()) return false;
  std::string rest;
  for (const Word& word : words.subspan(1)) rest += (rest.empty() ? "" : " ") + word.form->stem;
  return known(language, words[1].form->stem, rest) != nullptr;
}

void LabelIndex::find_in(std::size_t language, std::string_view text, std::vector<LabelMatch>& found) {
  std::vector<Word> words;
  languages_[language].analyzer.words(text, words);
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const std::string& first = words[begin].form->stem;
    read(language, first);
    std::string key;
    for (std::size_t end = begin; end < words.size() && end - begin < longest_; ++end) {
      key += (end == begin ? "" : " ") + words[end].form->stem;
      const Known* const label = known(language, first, key);
      if (label == nullptr) continue;
      if (is_verb_before_label(language, *label, std::span(words).subspan(begin, end - begin + 1))) continue;
      take(found, {{words[begin].range.begin, words[end].range.end},
                   static_cast<std::uint32_t>(end - begin + 1),
                   false,
                   label->concepts});
    }
    for (const CompoundPart& part : words[begin].form->parts) {
      const Known* const label = known(language, part.stem, part.stem);
      if (label != nullptr) take(found, {words[begin].range, 1, true, label->concepts});
    }
  }
}

std::vector<LabelMatch> LabelIndex::find(std::string_view text) {
  std::vector<LabelMatch> found;
  for (std::size_t language = 0; language < languages_.size(); ++language) find_in(language, text, found);
  for (LabelMatch& match : found) settle(match.concepts, table_);
  return without_overlaps(std::move(found));
}

std::vector<std::string> LabelIndex::stems(std::string_view text, std::string_view name) {
  const auto language = std::ranges::find(languages_, name, &QueryLanguage::name);
  Analyzer& analyzer = (language == languages_.end() ? languages_.front() : *language).analyzer;
  std::vector<Word> words;
  analyzer.words(text, words);
  std::vector<std::string> stems;
  stems.reserve(words.size());
  for (const Word& word : words) stems.push_back(word.form->stem);
  return stems;
}

}  // namespace claimbase

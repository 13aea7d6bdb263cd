#include "query/label_index.h"

#include <algorithm>
#include <tuple>

namespace claimbase {
namespace {

void take(std::vector<LabelMatch>& found, LabelMatch match) {
  const auto same = std::ranges::find_if(
      found, [&](const LabelMatch& other) { return other.range == match.range && !other.in_compound; });
  if (match.in_compound || same == found.end()) {
    found.push_back(std::move(match));
    return;
  }
  same->concepts.insert(same->concepts.end(), match.concepts.begin(), match.concepts.end());
}

void settle(std::vector<MatchedConcept>& concepts) {
  std::ranges::sort(concepts);
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

LabelIndex::LabelIndex(const ConceptTable& table) : table_(table), labels_(2) {
  languages_.push_back({"nl", Analyzer("nl")});
  languages_.push_back({"en", Analyzer("en")});
  for (std::size_t i = 0; i < table.all().size(); ++i) {
    for (const ConceptLabel& label : table.at(i).labels) {
      for (std::size_t language = 0; language < languages_.size(); ++language) {
        if (!label.language.empty() && label.language != languages_[language].name) continue;
        add(language, label.text, {i, label.inverse});
      }
    }
    std::string words = table.at(i).id;  // an id typed as words is understood, whatever the labels are
    std::ranges::replace(words, '-', ' ');
    add(1, words, {i, false});
  }
}

void LabelIndex::add(std::size_t language, const std::string& text, MatchedConcept concept_of) {
  std::vector<Word> words;
  languages_[language].analyzer.words(text, words);
  std::string key;
  for (const Word& word : words) key += (key.empty() ? "" : " ") + word.form->stem;
  if (key.empty()) return;
  longest_ = std::max(longest_, words.size());
  Known& known = labels_[language][key];
  if (std::ranges::find(known.concepts, concept_of) == known.concepts.end()) known.concepts.push_back(concept_of);
  const std::string& first = words.front().form->folded;
  if (std::ranges::find(known.first_words, first) == known.first_words.end()) known.first_words.push_back(first);
}

// "lowers blood pressure" has the stems of the label "lowered blood pressure" and says something else: a first word in
// another form than any label's, before words that are a label themselves, is not part of the name.
bool LabelIndex::is_verb_before_label(const Labels& labels, const Known& known, std::span<const Word> words) {
  if (words.size() < 2) return false;
  if (std::ranges::find(known.first_words, words.front().form->folded) != known.first_words.end()) return false;
  std::string rest;
  for (const Word& word : words.subspan(1)) rest += (rest.empty() ? "" : " ") + word.form->stem;
  return labels.contains(rest);
}

void LabelIndex::find_in(std::size_t language, std::string_view text, std::vector<LabelMatch>& found) {
  std::vector<Word> words;
  languages_[language].analyzer.words(text, words);
  const Labels& labels = labels_[language];
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string key;
    for (std::size_t end = begin; end < words.size() && end - begin < longest_; ++end) {
      key += (end == begin ? "" : " ") + words[end].form->stem;
      const auto hit = labels.find(key);
      if (hit == labels.end()) continue;
      if (is_verb_before_label(labels, hit->second, std::span(words).subspan(begin, end - begin + 1))) continue;
      take(found, {{words[begin].range.begin, words[end].range.end},
                   static_cast<std::uint32_t>(end - begin + 1),
                   false,
                   hit->second.concepts});
    }
    for (const CompoundPart& part : words[begin].form->parts) {
      const auto hit = labels.find(part.stem);
      if (hit != labels.end()) take(found, {words[begin].range, 1, true, hit->second.concepts});
    }
  }
}

std::vector<LabelMatch> LabelIndex::find(std::string_view text) {
  std::vector<LabelMatch> found;
  for (std::size_t language = 0; language < languages_.size(); ++language) find_in(language, text, found);
  for (LabelMatch& match : found) settle(match.concepts);
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

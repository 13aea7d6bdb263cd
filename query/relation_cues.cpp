#include "query/relation_cues.h"

#include <algorithm>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::string_view kGap = "...";
constexpr std::size_t kLongestGap = 5;  // words that "..." of a cue may stand for

// The stems that a word of the text answers to.
struct TextWord {
  ByteRange range;
  std::vector<std::string> stems;
};

// A word of a cue: its stem, or a gap (empty).
using Cue = std::vector<std::string>;

std::vector<TextWord> text_words(std::string_view text, const std::vector<LabelMatch>& taken, Analyzer& analyzer) {
  std::vector<Word> words;
  analyzer.words(text, words);
  std::vector<TextWord> result;
  for (const Word& word : words) {
    TextWord made{word.range, {}};
    for (const CompoundPart& part : word.form->parts) made.stems.push_back(part.stem);
    const bool is_concept = std::ranges::any_of(
        taken, [&](const LabelMatch& match) { return !match.in_compound && match.range.overlaps(word.range); });
    if (!is_concept) made.stems.push_back(word.form->stem);
    result.push_back(std::move(made));
  }
  return result;
}

Cue cue_of(std::string_view phrase, Analyzer& analyzer) {
  Cue cue;
  while (!phrase.empty()) {
    const std::size_t gap = phrase.find(kGap);
    std::vector<Word> words;
    analyzer.words(phrase.substr(0, gap), words);
    for (const Word& word : words) cue.push_back(word.form->stem);
    if (gap == std::string_view::npos) break;
    cue.emplace_back();
    phrase.remove_prefix(gap + kGap.size());
  }
  while (!cue.empty() && cue.back().empty()) cue.pop_back();
  return cue;
}

// How many words of `cue` stand from words[at] on; 0: it does not.
std::uint32_t match_at(const std::vector<TextWord>& words, std::size_t at, const Cue& cue) {
  std::uint32_t matched = 0;
  std::size_t slack = 0;
  for (const std::string& stem : cue) {
    if (stem.empty()) {
      slack = kLongestGap;
      continue;
    }
    while (at < words.size() && slack > 0 && std::ranges::find(words[at].stems, stem) == words[at].stems.end()) {
      ++at;
      --slack;
    }
    if (at >= words.size() || std::ranges::find(words[at].stems, stem) == words[at].stems.end()) return 0;
    ++at;
    ++matched;
    slack = 0;
  }
  return matched;
}

std::uint32_t longest_match(const std::vector<TextWord>& words, std::string_view phrases, Analyzer& analyzer) {
  std::uint32_t longest = 0;
  constexpr std::string_view kSeparator = " | ";
  while (true) {
    const std::size_t end = phrases.find(kSeparator);
    const Cue cue = cue_of(phrases.substr(0, end), analyzer);
    for (std::size_t at = 0; !cue.empty() && at < words.size(); ++at) {
      longest = std::max(longest, match_at(words, at, cue));
    }
    if (end == std::string_view::npos) return longest;
    phrases.remove_prefix(end + kSeparator.size());
  }
}

}  // namespace

QuestionCues find_question_cues(std::string_view text, const std::vector<LabelMatch>& taken,
                                std::vector<QueryLanguage>& languages) {
  QuestionCues found;
  std::uint32_t longest = 0;
  for (QueryLanguage& language : languages) {
    const std::vector<TextWord> words = text_words(text, taken, language.analyzer);
    for (const auto& row : tsv_rows(resource("cues/" + language.name + ".tsv"))) {
      if (row.size() < 3) continue;
      const bool relation = row[0] == "verb" || row[0] == "noun" || row[0] == "tail";
      // Not class exposure: its "lower" and "reduced" are the relation of many a question.
      const bool lack = row[0] == "state" && row[1] == "deficiency";
      if (!relation && !lack) continue;
      const std::uint32_t matched = longest_match(words, row[2], language.analyzer);
      if (lack && matched > 0) found.deficiency = true;
      if (relation && matched > longest) {
        longest = matched;
        found.relation = row[1];
      }
    }
  }
  return found;
}

}  // namespace claimbase

// Finds the vocabulary's labels in what a person typed, in Dutch and in English: by stems, longest first.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/byte_range.h"
#include "query/concepts.h"

namespace claimbase {

/// One way to analyse text; a label of any language is in both.
struct QueryLanguage {
  std::string name;
  Analyzer analyzer;
};

struct MatchedConcept {
  std::size_t index = 0;  // in the ConceptTable
  bool inverse = false;   // by a label that names its lack
  // NOLINTNEXTLINE(modernize-use-nullptr): see byte_range.h
  friend auto operator<=>(const MatchedConcept&, const MatchedConcept&) = default;
};

/// Words of the text that are a label, or a part of a compound that is one.
struct LabelMatch {
  ByteRange range;
  std::uint32_t words = 0;
  bool in_compound = false;
  std::vector<MatchedConcept> concepts;
};

/// For one thread. `table` must outlive it. Making it analyses every label: some milliseconds.
class LabelIndex {
 public:
  explicit LabelIndex(const ConceptTable& table);

  /// Matches that do not overlap, in text order: a longer one before a shorter, a whole word before a part of one
  /// (parts of one compound may both match). Linear in `text` times the longest label.
  [[nodiscard]] std::vector<LabelMatch> find(std::string_view text);

  /// The stems of `text` in language `name` ("" or another: the first language), one a word.
  [[nodiscard]] std::vector<std::string> stems(std::string_view text, std::string_view name);

  [[nodiscard]] std::vector<QueryLanguage>& languages() { return languages_; }
  [[nodiscard]] const ConceptTable& table() const { return table_; }

 private:
  struct Known {
    std::vector<MatchedConcept> concepts;
    std::vector<std::string> first_words;  // folded, of the labels
  };
  using Labels = std::map<std::string, Known, std::less<>>;
  void add(std::size_t language, const std::string& text, MatchedConcept concept_of);
  void find_in(std::size_t language, std::string_view text, std::vector<LabelMatch>& found);
  [[nodiscard]] static bool is_verb_before_label(const Labels& labels, const Known& known, std::span<const Word> words);

  const ConceptTable& table_;
  std::vector<QueryLanguage> languages_;
  std::vector<Labels> labels_;  // by language: stems joined by spaces
  std::size_t longest_ = 1;     // label, in words
};

}  // namespace claimbase

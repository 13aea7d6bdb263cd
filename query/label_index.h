// Finds the vocabulary's labels in what a person typed, in Dutch and in English: by stems, longest first.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/byte_range.h"
#include "query/concepts.h"
#include "schema/label_words.h"

namespace claimbase {

/// One way to analyse text; a label of any language is in both.
struct QueryLanguage {
  std::string name;
  Analyzer analyzer;
};

struct MatchedConcept {
  std::int64_t key = 0;  // in the ConceptTable
  bool inverse = false;  // by a label that names its lack
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

/// For one thread. `table` must outlive it. Labels are looked up in the store by the first stem; where another analyzer
/// wrote them there, all are analysed when it is made: some tens of milliseconds.
class LabelIndex {
 public:
  explicit LabelIndex(ConceptTable& table);

  /// Matches that do not overlap, in text order: a longer one before a shorter, a whole word before a part of one
  /// (parts of one compound may both match). Linear in `text` times the longest label.
  [[nodiscard]] std::vector<LabelMatch> find(std::string_view text);

  /// The stems of `text` in language `name` ("" or another: the first language), one a word.
  [[nodiscard]] std::vector<std::string> stems(std::string_view text, std::string_view name);

  [[nodiscard]] std::vector<QueryLanguage>& languages() { return languages_; }
  [[nodiscard]] ConceptTable& table() const { return table_; }

 private:
  struct Known {
    std::vector<MatchedConcept> concepts;
    std::vector<std::string> first_words;  // folded, of the labels
  };
  /// What is known of one language's labels.
  struct Labels {
    std::map<std::string, Known, std::less<>> by_stems;  // joined by spaces
    std::set<std::string, std::less<>> read;             // first stems whose labels are there
  };
  void add(std::size_t language, const LabelWords& words, MatchedConcept concept_of);
  /// The labels with these stems; nullptr: there are none. `first` is the first of them.
  [[nodiscard]] const Known* known(std::size_t language, std::string_view first, std::string_view stems);
  void read(std::size_t language, std::string_view first);
  void find_in(std::size_t language, std::string_view text, std::vector<LabelMatch>& found);
  [[nodiscard]] bool is_verb_before_label(std::size_t language, const Known& label, std::span<const Word> words);

  ConceptTable& table_;
  std::optional<Statement> in_store_;  // absent: all labels are there
  std::vector<QueryLanguage> languages_;
  std::vector<Labels> labels_;  // by language
  std::size_t longest_ = 1;     // label, in words
};

}  // namespace claimbase

// The rows of tests/corpus_expectations.tsv; its head says what each kind holds.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

struct Expectation {
  std::string kind;                 // "article", "citation", "claim" ...
  std::string article;              // the file's name, without folder
  std::string words;                // the sentence's beginning; an article's title
  std::vector<std::string> fields;  // what stands behind, without "known"
  bool known = false;               // right, and not met yet
  std::string name;                 // of the test: letters, digits and underscores, no two the same

  /// The field, or "-" where the row is too short.
  [[nodiscard]] std::string_view field(std::size_t index) const;
};

void PrintTo(const Expectation& tested, std::ostream* out);

/// All rows, in the order of the file.
[[nodiscard]] std::vector<Expectation> read_expectations();

/// The bytes of an article of corpus/articles; empty where there is none.
[[nodiscard]] std::string read_article(std::string_view file);

/// White space runs to one blank, none at the ends.
[[nodiscard]] std::string folded_space(std::string_view text);

/// `text`, its white space folded, begins with `words` or holds them within its first 25 characters.
[[nodiscard]] bool begins_with(std::string_view text, std::string_view words);

/// `value` is `expected`, or one of its alternatives "a|b".
[[nodiscard]] bool is_one_of(std::string_view value, std::string_view expected);

}  // namespace claimbase

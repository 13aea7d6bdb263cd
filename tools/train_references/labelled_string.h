// Reference strings whose parts are known: what the model is trained on and measured with. docs/references.md has the
// format.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace claimbase::training {

struct LabelledString {
  std::string id;   // "article#entry": strings of one article go into the same half
  std::string raw;  // as printed
  std::vector<std::pair<std::string, std::string>> segments;  // label, text; in the order of raw
  // What a right reading gives; empty: the string has none.
  std::vector<std::string> authors;  // "Family, Given", or as printed
  std::string year;
  std::string title;
  std::string container;
  std::string volume;
  std::string issue;
  std::string pages;
};

/// One JSON object a line. Throws std::runtime_error, with file and line, for a file that cannot be read and for a line
/// that is none.
[[nodiscard]] std::vector<LabelledString> read_labelled_strings(const std::filesystem::path& file);

/// The part of the id before '#': the article.
[[nodiscard]] std::string_view article_of(const LabelledString& string);

/// In which of two halves the article's strings are; the same on every machine.
[[nodiscard]] int half_of(const LabelledString& string);

}  // namespace claimbase::training

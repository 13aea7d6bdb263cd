// Words whose stem no rule gives: corpus/language/<language>/stem_exceptions.tsv, "word <tab> word whose stem it
// takes". A word that stands for itself ("haring <tab> haring") is left as it is.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>

namespace claimbase {

class StemExceptions {
 public:
  /// `name` is a data file; the views live as long as the program.
  explicit StemExceptions(std::string_view name);

  struct Target {
    std::string_view word;
    bool literal = false;  // `word` is the stem; else its stem is to be found by rule
  };
  [[nodiscard]] std::optional<Target> find(std::string_view folded) const;

 private:
  std::unordered_map<std::string_view, std::string_view> words_;
};

}  // namespace claimbase

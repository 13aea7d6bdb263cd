#include "analysis/language/sentence_words.h"

#include <string>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

Abbreviation kind_of(std::string_view name) {
  if (name == "title") return Abbreviation::title;
  if (name == "number") return Abbreviation::number;
  return name == "last" ? Abbreviation::last : Abbreviation::middle;
}

}  // namespace

SentenceWords::SentenceWords(std::string_view language) {
  const std::string folder = "language/" + std::string(language);
  for (const auto& row : tsv_rows(resource(folder + "/abbreviations.tsv"))) {
    if (row.size() >= 2) abbreviations_.emplace(row[0], kind_of(row[1]));
  }
  for (const auto& row : tsv_rows(resource(folder + "/sentence_starters.tsv"))) {
    if (row.size() < 2) continue;
    if (row[1] == "letter")
      letter_words_.insert(row[0]);
    else
      starters_.insert(row[0]);
  }
}

std::optional<Abbreviation> SentenceWords::abbreviation(std::string_view token) const {
  const auto found = abbreviations_.find(token);
  if (found == abbreviations_.end()) return std::nullopt;
  return found->second;
}

const SentenceWords& sentence_words(std::string_view language) {
  static const SentenceWords dutch("nl");
  static const SentenceWords english("en");
  return language == "nl" ? dutch : english;
}

}  // namespace claimbase

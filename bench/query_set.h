// Queries to measure with, drawn from the sentences that are searched.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

namespace claimbase::bench {

/// How common a query's words are among the sentences of its language.
///   high: in one sentence of 200 or more; mid: of 5,000; low: rarer, but in two at least
struct BenchQuery {
  std::string kind;  // "term high", "term mid", "term low", "and 2", "and 3", "or 2" ... "or 5", "phrase"
  std::string language;
  std::vector<std::string> words;  // small letters; all of them stand in one sentence
};

/// `each` queries of every kind; the words of one are drawn from one sentence, four of ten common, four middling, two
/// rare, and none is a function word. The same corpus gives the same queries. Reads the whole corpus.
[[nodiscard]] std::vector<BenchQuery> draw_queries(const std::filesystem::path& folder, std::size_t each);

/// One query a line: kind, language, words separated by spaces; tabs between.
void write_queries(std::ostream& out, const std::vector<BenchQuery>& queries);
/// Throws std::runtime_error where the file cannot be read or is of another kind.
[[nodiscard]] std::vector<BenchQuery> read_queries(const std::filesystem::path& file);

}  // namespace claimbase::bench

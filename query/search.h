// The command `search`: sentences for words, widened through the vocabulary.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "query/filters.h"
#include "query/paint.h"
#include "query/place.h"
#include "query/record_writer.h"
#include "query/sentence_explain.h"
#include "query/suggestions.h"
#include "schema/database.h"

namespace claimbase {

struct SearchOptions {
  std::string typed;
  FilterOptions filters;
  std::size_t limit = 10;
  bool expand = true;
  bool explain = false;
};

struct SearchResult {
  struct Hit {
    SentencePlace place;
    std::string marked_text;  // hits between kHitBegin and kHitEnd
    std::string marked_heading;
    bool own = false;                                // by the typed words, not by what stands for them
    double score = 0;                                // higher is better
    std::optional<SentenceExplanation> explanation;  // with `explain`
    std::vector<std::string> missing{};              // parts of the query that it does not have
  };
  std::string typed;
  std::vector<std::string> notes;  // what the words were widened to
  std::vector<Hit> hits;
  std::int64_t total = 0;
  std::int64_t own_total = 0;
  std::vector<std::string> parts;  // where no sentence has all of these: the hits have most
  std::int64_t most_total = 0;     // how many have as many
  Suggestion suggestion;           // where next to nothing is found
};

/// Call it inside a read transaction. Throws StoreError, UnknownName. Anything may be typed; words without a letter or
/// digit find nothing.
[[nodiscard]] SearchResult search(const Database& db, const SearchOptions& options);

void print_search(std::ostream& out, const Paint& paint, const SearchResult& result);
[[nodiscard]] Json to_json(const SearchResult::Hit& hit);
void write_search(std::ostream& out, OutputFormat format, const SearchResult& result);

/// "-" stands for what is on `in` (its first megabyte).
[[nodiscard]] std::string query_text(const std::vector<std::string>& words, std::istream& in);

}  // namespace claimbase

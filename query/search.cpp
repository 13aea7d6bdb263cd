#include "query/search.h"

#include <algorithm>
#include <istream>
#include <utility>

#include "query/expansion.h"
#include "query/marked_sentences.h"
#include "query/sentence_search.h"

namespace claimbase {
namespace {

void explain_hits(const Database& db, const std::vector<QueryGroup>& groups, const SearchPage& page,
                  SearchResult& result) {
  SentenceIndexes indexes(db);
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    const auto index = std::ranges::find(indexes.all, page.hits[i].index,
                                         [](const SentenceIndex& each) { return kSentenceIndexes[each.number()]; });
    if (index != indexes.all.end()) result.hits[i].explanation = explain_sentence(*index, groups, page.hits[i].key);
  }
}

}  // namespace

SearchResult search(const Database& db, const SearchOptions& options) {
  ConceptTable table(db);
  LabelIndex index(table);
  std::vector<QueryGroup> groups = expand_query(options.typed, index, options.expand);
  SearchResult result;
  result.typed = options.typed;
  result.notes = expansion_notes(groups);
  const Filters filters = resolve(options.filters, table);
  if (groups.empty()) return result;
  SentenceSearch sentences(db, filters);
  SearchPage page = sentences.all(groups, options.limit);
  result.total = page.total;
  result.own_total = page.own_total;
  Marking marking = options.expand ? Marking::expanded : Marking::own;
  if (page.total == 0) {
    if (std::vector<QueryGroup> parts = separate_parts(groups, index); !parts.empty()) {
      page = sentences.most(parts, options.limit);
      result.most_total = page.most_total;
      for (const QueryGroup& part : groups.size() > 1 ? groups : parts) result.parts.push_back(own_text(part));
      groups = std::move(parts);
      marking = Marking::any;
    }
  }
  if (std::cmp_less(result.total, kFewResults)) result.suggestion = suggest(db, options.typed, sentence_texts(), index);
  PlaceReader reader(db);
  std::vector<MarkedSentence> marked = mark_hits(db, page.hits, groups, marking);
  result.hits.reserve(page.hits.size());
  for (std::size_t i = 0; i < page.hits.size(); ++i) {
    const SentenceHit& hit = page.hits[i];
    result.hits.push_back({reader.read(hit.key),
                           std::move(marked[i].text),
                           std::move(marked[i].heading),
                           hit.own,
                           -hit.score,
                           {},
                           hit.missing});
  }
  if (options.explain) explain_hits(db, groups, page, result);
  return result;
}

std::string query_text(const std::vector<std::string>& words, std::istream& in) {
  std::string text;
  if (words.size() == 1 && words.front() == "-") {
    constexpr std::size_t kMost = 1U << 20U;
    text.resize(kMost);
    in.read(text.data(), static_cast<std::streamsize>(kMost));
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
  }
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace claimbase

#include <nlohmann/json.hpp>
#include <ostream>

#include "query/place_json.h"
#include "query/search.h"

namespace claimbase {
namespace {

// Where the hits are, in bytes of the sentence.
Json ranges_of(std::string_view marked) {
  Json ranges = Json::array();
  std::size_t at = 0;
  std::size_t begin = 0;
  for (const char c : marked) {
    if (c == kHitBegin) {
      begin = at;
    } else if (c == kHitEnd) {
      ranges.push_back({begin, at});
    } else {
      ++at;
    }
  }
  return ranges;
}

template <typename Item>
Json list(const std::vector<Item>& items) {
  Json all = Json::array();
  for (const Item& item : items) all.push_back(to_json(item));
  return all;
}

Json to_json(const SentenceExplanation& why) {
  Json parts = Json::array();
  for (const SentencePart& part : why.parts) {
    parts.push_back({{"term", part.term},
                     {"origin", to_string(part.origin)},
                     {"weight", part.weight},
                     {"idf", part.idf},
                     {"in_sentence", part.in_sentence},
                     {"in_headings", part.in_headings},
                     {"frequency", part.frequency},
                     {"score", part.score}});
  }
  Json priors = Json::array();
  for (const SentencePrior& prior : why.priors) priors.push_back({{"name", prior.name}, {"factor", prior.factor}});
  return {{"score", why.score},
          {"parts", parts},
          {"priors", priors},
          {"length", why.length},
          {"mean_length", why.mean_length}};
}

}  // namespace

Json to_json(const SearchResult::Hit& hit) {
  const SentencePlace& place = hit.place;
  Json json{{"article", place.article},
            {"line", place.line},
            {"begin", place.begin},
            {"end", place.end},
            {"title", place.title},
            {"date", place.date},
            {"language", place.language},
            {"role", place.role},
            {"heading", place.heading},
            {"sentence", place.text},
            {"hits", ranges_of(hit.marked_text)},
            {"own_words", hit.own},
            {"score", hit.score},
            {"missing", hit.missing},
            {"claims", list(place.mentions)},
            {"references", list(place.references)},
            {"attributions", list(place.attributions)}};
  if (hit.explanation) json["explanation"] = to_json(*hit.explanation);
  return json;
}

void write_search(std::ostream& out, OutputFormat format, const SearchResult& result) {
  if (format == OutputFormat::json) {
    Json all{{"query", result.typed},           {"expanded", result.notes},
             {"total", result.total},           {"own_words", result.own_total},
             {"most_total", result.most_total}, {"suggestion", result.suggestion.query},
             {"hits", list(result.hits)}};
    out << to_text(all) << '\n';
    return;
  }
  RecordWriter writer(out, format,
                      {"article", "line", "begin", "end", "title", "date", "language", "role", "heading", "sentence",
                       "own_words", "score", "missing", "claims", "references", "attributions"});
  for (const SearchResult::Hit& hit : result.hits) {
    if (!writer.write(to_json(hit))) return;
  }
  writer.finish();
}

}  // namespace claimbase

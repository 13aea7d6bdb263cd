#include "indexer/analysis_json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "schema/position.h"

namespace claimbase {
namespace {

using Json = nlohmann::ordered_json;

Json index_or_null(int index) {
  return index < 0 ? Json(nullptr) : Json(index);
}

template <typename Value>
Json value_or_null(const std::optional<Value>& value) {
  return value ? Json(*value) : Json(nullptr);
}

template <typename Item, typename ToJson>
Json list_of(const std::vector<Item>& items, const ToJson& to_json_of) {
  Json list = Json::array();
  for (const Item& each : items) list.push_back(to_json_of(each));
  return list;
}

class Writer {
 public:
  Writer(const ArticleRecord& article, const ArticleAnalysis& analysis) : article_(article), analysis_(analysis) {}

  Json block(const BlockRecord& each) const {
    Json json = place(each.range, each.line);
    json.update({{"kind", each.kind},
                 {"role", each.role},
                 {"level", each.level},
                 {"number", each.number},
                 {"heading", index_or_null(each.heading)},
                 {"lead_in", index_or_null(each.lead_in)},
                 {"heading_path", each.heading_path}});
    return json;
  }

  Json sentence(const SentenceRecord& each) const {
    Json json = place(each.range, each.line);
    json.update({{"block", each.block}, {"language", each.language}, {"text", each.text}});
    return json;
  }

  // Names as in CSL-JSON, as far as it has them.
  Json reference(const ReferenceEntryRecord& each) const {
    const ReferenceRecord& work = each.work;
    Json json = place(each.range, each.line);
    json.update({{"number", each.number},     {"id", work.id},
                 {"type", work.type},         {"author", list_of(work.authors, author)},
                 {"et_al", work.et_al},       {"year", value_or_null(work.year)},
                 {"title", work.title},       {"container-title", work.container_title},
                 {"volume", work.volume},     {"issue", work.issue},
                 {"page", work.page},         {"publisher", work.publisher},
                 {"DOI", work.doi},           {"PMID", work.pmid},
                 {"PMCID", work.pmcid},       {"URL", work.url},
                 {"accessed", work.accessed}, {"study_design", work.study_design},
                 {"level", work.level},       {"raw", work.raw}});
    return json;
  }

  Json citation(const CitationRecord& each, std::uint32_t index) const {
    Json json = place(each.range, each.line);
    json.update({{"sentence", each.sentence},
                 {"kind", each.kind},
                 {"text", words(analysis_.citations[index].range)},
                 {"marker", each.marker},
                 {"reference", id_of(each.entry)},
                 {"attribution",
                  each.kind == "attribution" || each.kind == "author-year" ? attribution(each) : Json(nullptr)}});
    return json;
  }

  Json mention(const MentionRecord& each, std::uint32_t index) const {
    const SentenceRecord& said = article_.sentences[each.sentence];
    const Mention& read = analysis_.mentions[index];
    Json json = place(said.range, said.line);
    json.update({{"sentence", each.sentence},
                 {"claim", each.substance + ':' + each.relation + ':' + each.outcome},
                 {"substance", each.substance},
                 {"relation", each.relation},
                 {"outcome", each.outcome},
                 {"exposure", each.exposure},
                 {"polarity", each.polarity},
                 {"certainty", each.certainty},
                 {"inherited", each.inherited},
                 {"confidence", each.confidence},
                 {"substance_text", words(read.substance_range)},
                 {"outcome_text", words(read.outcome_range)},
                 {"cue_text", words(read.cue_range)},
                 {"quantities", list_of(each.quantities, quantity)},
                 {"evidence", evidence_of(index)}});
    return json;
  }

  static Json diagnostic(const DiagnosticRecord& each) {
    return {{"severity", each.severity},
            {"rule", each.rule},
            {"line", each.line == 0 ? Json(nullptr) : Json(each.line)},
            {"message", each.message}};
  }

 private:
  static Json place(ByteRange range, std::uint32_t line) {
    return {{"line", line}, {"begin", range.begin}, {"end", range.end}};
  }

  static Json author(const AuthorRecord& each) {
    if (!each.literal.empty()) return {{"literal", each.literal}};
    return {{"family", each.family}, {"given", each.given}};
  }

  static Json attribution(const CitationRecord& each) {
    return {{"journal", each.journal},  {"year", value_or_null(each.year)}, {"study_design", each.study_design},
            {"level", each.level},      {"authors", each.authors},          {"organisation", each.organisation},
            {"specific", each.specific}};
  }

  static Json quantity(const QuantityRecord& each) {
    return {{"kind", each.kind}, {"low", each.low}, {"high", each.high}, {"unit", each.unit}, {"text", each.printed}};
  }

  // Evidence is in the order of mentions.
  Json evidence_of(std::uint32_t mention) const {
    Json list = Json::array();
    auto at = std::ranges::lower_bound(article_.evidence, mention, {}, &EvidenceRecord::mention);
    for (; at != article_.evidence.end() && at->mention == mention; ++at) {
      const EvidenceRecord& each = *at;
      const int entry =
          each.citation < 0 ? each.entry : article_.citations[static_cast<std::size_t>(each.citation)].entry;
      list.push_back({{"link", to_string(each.link)},
                      {"weight", each.weight},
                      {"citation", index_or_null(each.citation)},
                      {"reference", id_of(entry)}});
    }
    return list;
  }

  Json id_of(int entry) const {
    return entry < 0 ? Json(nullptr) : Json(article_.references[static_cast<std::size_t>(entry)].work.id);
  }

  std::string words(ByteRange range) const { return std::string(range.of(analysis_.document.text)); }

  const ArticleRecord& article_;
  const ArticleAnalysis& analysis_;
};

}  // namespace

std::string to_json(const ArticleRecord& article, const ArticleAnalysis& analysis) {
  const Writer write(article, analysis);
  Json json = {{"path", article.path},
               {"title", article.title},
               {"alternative_title", article.alternative_title},
               {"date", article.date},
               {"publisher", article.publisher},
               {"language", article.language},
               {"encoding", article.encoding},
               {"format", article.format},
               {"unit", position_unit(article.format)},
               {"size", article.size},
               {"content_hash", article.content_hash}};
  json["blocks"] = list_of(article.blocks, [&](const auto& each) { return write.block(each); });
  json["sentences"] = list_of(article.sentences, [&](const auto& each) { return write.sentence(each); });
  json["references"] = list_of(article.references, [&](const auto& each) { return write.reference(each); });
  std::uint32_t index = 0;
  json["citations"] = list_of(article.citations, [&](const auto& each) { return write.citation(each, index++); });
  index = 0;
  json["mentions"] = list_of(article.mentions, [&](const auto& each) { return write.mention(each, index++); });
  json["diagnostics"] = list_of(article.diagnostics, Writer::diagnostic);
  constexpr int kIndent = 2;
  return json.dump(kIndent, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace claimbase

#include <nlohmann/json.hpp>
#include <ostream>

#include "query/run_diff.h"

namespace claimbase {
namespace {

Json source_json(const EvidenceImage& evidence) {
  return Json{{"link", evidence.link},
              {"marker", evidence.marker.empty() ? Json(nullptr) : Json(evidence.marker)},
              {"reference", evidence.reference.empty() ? Json(nullptr) : Json(evidence.reference)},
              {"printed", evidence.printed},
              {"notice", evidence.notice.empty() ? Json(nullptr) : Json(evidence.notice)}};
}

Json sources_json(const std::vector<EvidenceImage>& evidence) {
  Json list = Json::array();
  for (const EvidenceImage& each : evidence) list.push_back(source_json(each));
  return list;
}

Json to_json(const std::optional<MentionImage>& mention) {
  if (!mention) return nullptr;
  return Json{{"line", mention->line},
              {"heading", mention->heading},
              {"sentence", mention->sentence},
              {"exposure", mention->exposure},
              {"polarity", mention->polarity},
              {"certainty", mention->certainty},
              {"quantities", mention->quantities},
              {"evidence", sources_json(mention->evidence)}};
}

Json to_json(const MentionDiff& mention) {
  const char* change = "changed";
  if (!mention.before) change = "new";
  if (!mention.after) change = "lost";
  return Json{{"change", change},
              {"claim", mention.after ? mention.after->claim : mention.before->claim},
              {"lost_ground", mention.lost_ground()},
              {"before", to_json(mention.before)},
              {"after", to_json(mention.after)},
              {"lost_evidence", sources_json(mention.lost_evidence)},
              {"new_evidence", sources_json(mention.gained_evidence)}};
}

Json to_json(const EntryImage& entry, const char* change) {
  return Json{{"change", change},
              {"reference", entry.reference},
              {"number", entry.number},
              {"line", entry.line},
              {"raw", entry.raw}};
}

Json entries_of(const ArticleDiff& article) {
  Json list = Json::array();
  for (const EntryImage& each : article.lost_entries) list.push_back(to_json(each, "lost"));
  for (const EntryImage& each : article.gained_entries) list.push_back(to_json(each, "new"));
  return list;
}

Json to_json(const ClaimDiff& claim) {
  return Json{{"claim", claim.claim},
              {"mentions_before", claim.mentions_before},
              {"mentions_after", claim.mentions_after},
              {"evidence_before", claim.grounds_before},
              {"evidence_after", claim.grounds_after},
              {"lost_last_evidence", claim.lost_last_evidence()}};
}

Json to_json(const WorkDiff& work) {
  return Json{{"change", work.change},
              {"reference", work.reference},
              {"label", work.label},
              {"notice_before", work.notice_before.empty() ? Json(nullptr) : Json(work.notice_before)},
              {"notice", work.notice.empty() ? Json(nullptr) : Json(work.notice)},
              {"notice_date", work.notice_date},
              {"mentions", work.mentions}};
}

Json head_of(const ArticleDiff& article) {
  return Json{{"article", article.article},
              {"previous", article.previous.empty() ? Json(nullptr) : Json(article.previous)},
              {"change", change_of(article)},
              {"title", article.title}};
}

void write_record(std::ostream& out, const char* type, const Json& record, const std::string& article = "") {
  Json made{{"type", type}};
  if (!article.empty()) made["article"] = article;
  made.update(record);
  out << to_text(made) << '\n';
}

}  // namespace

Json to_json(const RunDiff& diff) {
  Json made{{"runs", Json::array()},  {"articles", Json::array()},   {"claims", Json::array()},
            {"works", Json::array()}, {"libraries", diff.libraries}, {"lost_evidence", lost_evidence(diff)}};
  for (const RecordedRun& each : diff.runs) made["runs"].push_back(to_json(each));
  for (const ArticleDiff& article : diff.articles) {
    Json head = head_of(article);
    head["mentions"] = Json::array();
    for (const MentionDiff& each : article.mentions) head["mentions"].push_back(to_json(each));
    head["references"] = entries_of(article);
    made["articles"].push_back(std::move(head));
  }
  for (const ClaimDiff& each : diff.claims) made["claims"].push_back(to_json(each));
  for (const WorkDiff& each : diff.works) made["works"].push_back(to_json(each));
  return made;
}

void write_diff_records(std::ostream& out, const RunDiff& diff) {
  for (const ArticleDiff& article : diff.articles) {
    write_record(out, "article", head_of(article));
    for (const MentionDiff& each : article.mentions) write_record(out, "mention", to_json(each), article.article);
    for (const Json& each : entries_of(article)) write_record(out, "reference", each, article.article);
  }
  for (const ClaimDiff& each : diff.claims) write_record(out, "claim", to_json(each));
  for (const WorkDiff& each : diff.works) write_record(out, "work", to_json(each));
}

}  // namespace claimbase

#include "schema/run_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace claimbase {
namespace {

using Json = nlohmann::ordered_json;

struct Field {
  const char* name;
  std::string EvidenceImage::*member;
};

constexpr Field kFields[] = {
    {"link", &EvidenceImage::link},       {"kind", &EvidenceImage::kind},
    {"marker", &EvidenceImage::marker},   {"reference", &EvidenceImage::reference},
    {"authors", &EvidenceImage::authors}, {"year", &EvidenceImage::year},
    {"title", &EvidenceImage::title},     {"notice", &EvidenceImage::notice},
    {"printed", &EvidenceImage::printed},
};

std::string to_text(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_in_words(const EvidenceImage& evidence) {
  return evidence.kind == "attribution" || evidence.kind == "author-year";
}

}  // namespace

bool EvidenceImage::is_ground() const {
  return !reference.empty() || is_in_words(*this);
}

// What words lead to is settled after the article is written: here they count as they are printed.
bool is_same_source(const EvidenceImage& a, const EvidenceImage& b) {
  if (a.link != b.link || a.is_ground() != b.is_ground()) return false;
  if (!a.is_ground()) return a.marker == b.marker;
  // "studies show": words that name nothing are the same words.
  if (a.reference.empty() && b.reference.empty()) return a.kind == b.kind && a.printed == b.printed;
  return (!a.reference.empty() && a.reference == b.reference) || (!a.printed.empty() && a.printed == b.printed);
}

bool rests_on_same(const MentionImage& a, const MentionImage& b) {
  return std::is_permutation(a.evidence.begin(), a.evidence.end(), b.evidence.begin(), b.evidence.end(),
                             is_same_source);
}

bool is_same(const MentionImage& a, const MentionImage& b) {
  return a.claim == b.claim && a.exposure == b.exposure && a.polarity == b.polarity && a.certainty == b.certainty &&
         a.sentence == b.sentence && a.quantities == b.quantities && rests_on_same(a, b);
}

bool is_same(const EntryImage& a, const EntryImage& b) {
  return a.raw == b.raw || a.reference == b.reference;
}

std::string to_json(const std::vector<std::string>& texts) {
  return to_text(Json(texts));
}

std::string to_json(const std::vector<EvidenceImage>& evidence) {
  Json list = Json::array();
  for (const EvidenceImage& each : evidence) {
    Json item = Json::object();
    for (const Field& field : kFields) {
      if (const std::string& value = each.*field.member; !value.empty()) item[field.name] = value;
    }
    list.push_back(std::move(item));
  }
  return to_text(list);
}

std::vector<std::string> parse_texts(std::string_view json) {
  const Json list = Json::parse(json, nullptr, false);
  std::vector<std::string> texts;
  if (!list.is_array()) return texts;
  for (const Json& each : list) {
    if (each.is_string()) texts.push_back(each.get<std::string>());
  }
  return texts;
}

std::vector<EvidenceImage> parse_evidence(std::string_view json) {
  const Json list = Json::parse(json, nullptr, false);
  std::vector<EvidenceImage> evidence;
  if (!list.is_array()) return evidence;
  for (const Json& each : list) {
    if (!each.is_object()) continue;
    EvidenceImage& made = evidence.emplace_back();
    for (const Field& field : kFields) {
      const auto found = each.find(field.name);
      if (found != each.end() && found->is_string()) made.*field.member = found->get<std::string>();
    }
  }
  return evidence;
}

}  // namespace claimbase

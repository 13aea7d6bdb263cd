#include "query/audit/baseline.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "query/audit/fingerprint.h"
#include "query/paint.h"
#include "query/record_writer.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kSentenceLength = 200;  // for people; the fingerprint is of all of it

// "name:line:column: " of a byte.
std::string at_byte(std::string_view name, std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return std::string(name) + ":" + std::to_string(std::ranges::count(before, '\n') + 1) + ":" +
         std::to_string(before.size() - line_start + 1) + ": ";
}

Json parse(std::string_view json, std::string_view name) {
  try {
    return Json::parse(json);
  } catch (const Json::parse_error& error) {
    throw UsageError(at_byte(name, json, error.byte == 0 ? 0 : error.byte - 1) + "this is not JSON");
  } catch (const Json::exception&) {  // a number that is out of range
    throw UsageError(std::string(name) + ": this is not JSON");
  }
}

std::string text_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace

Baseline read_baseline(std::string_view json, std::string_view name) {
  const Json file = parse(json, name);
  const auto refuse = [&](const std::string& message) { throw UsageError(std::string(name) + ": " + message); };
  if (!file.is_object() || !file.contains("findings") || !file["findings"].is_array()) {
    refuse("this is no baseline: it has no list of findings");
  }
  if (const auto version = file.find("version"); version == file.end() || *version != kVersion) {
    refuse("this baseline is of another version; make it anew with --write-baseline");
  }
  Baseline baseline;
  for (const Json& entry : file["findings"]) {
    if (!entry.is_object() || text_of(entry, "fingerprint").empty()) refuse("a finding has no fingerprint");
    baseline.push_back(
        {text_of(entry, "fingerprint"), text_of(entry, "rule"), text_of(entry, "path"), text_of(entry, "sentence")});
  }
  return baseline;
}

Baseline baseline_of(const AuditReport& report, const std::filesystem::path& folder) {
  Baseline baseline;
  for (const Finding& finding : report.findings) {
    if (finding.state == FindingState::muted) continue;
    baseline.push_back({finding.fingerprint, finding.rule, stable_path(finding.path, folder),
                        shortened(finding.sentence, kSentenceLength)});
  }
  std::ranges::sort(baseline, {}, [](const BaselineEntry& each) {
    return std::tie(each.path, each.rule, each.sentence, each.fingerprint);
  });
  return baseline;
}

std::string baseline_json(const Baseline& baseline) {
  std::string text = "{\"version\": " + std::to_string(kVersion) + ", \"findings\": [";
  for (const BaselineEntry& entry : baseline) {
    text += &entry == &baseline.front() ? "\n" : ",\n";
    text += to_text(Json{
        {"fingerprint", entry.fingerprint}, {"rule", entry.rule}, {"path", entry.path}, {"sentence", entry.sentence}});
  }
  return text + (baseline.empty() ? "" : "\n") + "]}\n";
}

}  // namespace claimbase

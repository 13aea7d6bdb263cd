#include "query/audit/mutes.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <tuple>

#include "query/audit/rules.h"
#include "query/audit/source_lines.h"
#include "query/audit/source_text.h"
#include "query/paint.h"

namespace claimbase {
namespace {

struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
};

/// The findings of one file by line, and where its blocks stand in the source.
class MutedFile {
 public:
  MutedFile(const AuditedFile& file, std::string_view source, std::vector<Finding*> findings)
      : file_(file), source_(source), lines_(source), findings_(std::move(findings)) {
    std::ranges::stable_sort(findings_, {}, [](const Finding* each) { return each->span.line; });
    for (const Finding* each : findings_) {
      if (each->span.end_line > each->span.line) tallest_ = std::max(tallest_, each->span.end_line - each->span.line);
    }
    blocks_.reserve(file.document.blocks.size());
    for (const Block& block : file.document.blocks) blocks_.push_back(file.document.source_of(block.range));
    std::ranges::sort(blocks_);
  }

  [[nodiscard]] LineRange reach(const Mute& mute) const {
    if (mute.reach == MuteReach::file) return {};
    if (mute.reach == MuteReach::line) return {mute.span.line, mute.span.line};
    const std::uint32_t end = mute.span.source.end;
    const auto next = std::ranges::lower_bound(blocks_, end, {}, &ByteRange::begin);
    const bool inside = next != blocks_.begin() && std::prev(next)->end > end && has_words(end, std::prev(next)->end);
    if (inside || next == blocks_.end()) return next_line(end);
    return {lines_.line_of(next->begin), lines_.line_of(std::max(next->end, next->begin + 1) - 1)};
  }

  /// Whether there was any that was not muted before.
  bool mute(const std::string& rule, LineRange range, const std::string& reason) {
    const std::uint32_t first = range.first > tallest_ ? range.first - tallest_ : 0;
    auto at = std::ranges::lower_bound(findings_, first, {}, [](const Finding* each) { return each->span.line; });
    bool any = false;
    for (; at != findings_.end() && (*at)->span.line <= range.last; ++at) {
      Finding& finding = **at;
      const bool reached = std::max(finding.span.line, finding.span.end_line) >= range.first;
      if (!reached || finding.state == FindingState::muted || !covers(rule, finding.rule)) continue;
      finding.state = FindingState::muted;
      finding.mute_reason = reason;
      any = true;
    }
    return any;
  }

  [[nodiscard]] Finding finding(const char* rule, const Mute& mute, std::string message) const {
    Finding made;
    made.rule = rule;
    made.path = file_.path;
    made.format = file_.document.format;
    made.span = mute.span;
    made.sentence = one_line(mute.span.source.of(source_));
    made.message = std::move(message);
    return made;
  }

 private:
  [[nodiscard]] bool has_words(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view text = source_.substr(begin, std::min<std::size_t>(end, source_.size()) - begin);
    return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
  }
  // The line of the first character behind `byte` that is not white space.
  [[nodiscard]] LineRange next_line(std::uint32_t byte) const {
    const std::size_t at = source_.find_first_not_of(" \t\r\n", byte);
    const std::uint32_t line = lines_.line_of(static_cast<std::uint32_t>(std::min(at, source_.size())));
    return {line, line};
  }

  const AuditedFile& file_;
  std::string_view source_;
  SourceLines lines_;
  std::vector<Finding*> findings_;
  std::vector<ByteRange> blocks_;
  std::uint32_t tallest_ = 0;  // lines that a finding goes on for
};

void apply_file(const AuditedFile& file, std::vector<Finding*> findings, std::vector<Finding>& made) {
  const std::string source = source_text(file);
  const std::vector<Mute> mutes = read_mutes(source);
  if (mutes.empty()) return;
  MutedFile muted(file, source, std::move(findings));
  std::set<std::string> muted_everywhere;
  for (const Mute& mute : mutes) {
    if (mute.reason.empty() || mute.rules.empty()) {
      const char* lack = mute.rules.empty() ? "this comment names no rule, and mutes nothing"
                                            : "this comment gives no reason, and mutes nothing";
      made.push_back(muted.finding("audit.mute-without-reason", mute, lack));
      continue;
    }
    const LineRange range = muted.reach(mute);
    for (const std::string& rule : mute.rules) {
      if (!is_rule_or_family(rule)) {
        made.push_back(muted.finding("audit.unknown-rule-muted", mute, "there is no rule " + with_nearest_rules(rule)));
        continue;
      }
      const bool fresh = mute.reach != MuteReach::file || muted_everywhere.insert(rule).second;
      if (!fresh || !muted.mute(rule, range, mute.reason)) {
        made.push_back(muted.finding("audit.mute-unused", mute, "nothing of " + rule + " is found there"));
      }
    }
  }
}

}  // namespace

void apply_mutes(AuditReport& report) {
  std::map<std::string_view, std::vector<Finding*>> by_path;
  for (Finding& finding : report.findings) by_path[finding.path].push_back(&finding);
  std::vector<Finding> made;
  for (const AuditedFile& file : report.files) {
    const auto found = by_path.find(file.path);
    apply_file(file, found == by_path.end() ? std::vector<Finding*>() : found->second, made);
  }
  report.findings.insert(report.findings.end(), std::make_move_iterator(made.begin()),
                         std::make_move_iterator(made.end()));
  sort_findings(report);
}

void sort_findings(AuditReport& report) {
  std::map<std::string, std::size_t> order;
  for (const AuditedFile& file : report.files) order.emplace(file.path, order.size());
  const auto place = [&](const Finding& finding) {
    const auto found = order.find(finding.path);
    return std::tuple(covers("site", finding.rule), found == order.end() ? order.size() : found->second,
                      finding.span.line, finding.span.column, std::string_view(finding.rule));
  };
  std::ranges::stable_sort(report.findings, {}, place);
}

}  // namespace claimbase

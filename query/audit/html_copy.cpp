#include <algorithm>
#include <array>
#include <ostream>

#include "query/audit/html_parts.h"
#include "query/audit/rules.h"

namespace claimbase::html {
namespace {

std::string_view slice(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const auto size = static_cast<std::uint32_t>(text.size());
  begin = std::min(begin, size);
  return text.substr(begin, std::clamp(end, begin, size) - begin);
}

bool is_claim(const AuditedSentence& sentence, const std::vector<NumberedFinding>& findings) {
  return !findings.empty() || !sentence.claims.empty() || sentence.law.law != LawClass::none;
}

// Of what counts still: what is muted or known is told in the panel.
std::string_view sentence_class(const std::vector<NumberedFinding>& findings) {
  const Finding* worst = nullptr;
  for (const NumberedFinding& each : findings) {
    if (each.finding->state != FindingState::active) continue;
    if (worst == nullptr || each.finding->severity > worst->severity) worst = each.finding;
  }
  return worst == nullptr ? "fine" : severity_class(worst->severity);
}

// In one line: what the judgements are.
std::string tag_of(const AuditedSentence& sentence) {
  std::string tag;
  if (sentence.law.law != LawClass::none) tag = law_label(sentence.law.law);
  for (const AuditedClaim& claim : sentence.claims) {
    const std::string verdict(to_string(claim.sources.verdict));
    if (tag.find(verdict) == std::string::npos) tag += (tag.empty() ? "" : ", ") + verdict;
  }
  return tag.empty() ? "finding" : tag;
}

void write_sentence(std::ostream& out, const AuditedFile& file, const std::string& id, const AuditedSentence& sentence,
                    const std::vector<NumberedFinding>& findings) {
  out << "<details class=\"claim " << sentence_class(findings) << "\" id=\"" << id << "\"><summary>";
  write_marked(out, file.document.text, sentence.span.text, findings);
  out << " <span class=\"tag\" lang=\"en\">" << escaped(tag_of(sentence)) << "</span></summary>";
  write_panel(out, sentence, findings);
  out << "</details>";
}

std::string block_class(const Block& block) {
  std::string name = "block " + std::string(to_string(block.kind));
  if (block.role != BlockRole::content) name += " aside";
  if (block.kind == BlockKind::list_item) name += " depth" + std::to_string(std::clamp(block.level, 0, 3));
  return name;
}

/// Findings by where they stand in the text, handed out sentence by sentence.
class FindingsByText {
 public:
  explicit FindingsByText(std::vector<NumberedFinding> findings) : findings_(std::move(findings)) {
    std::erase_if(findings_, [](const NumberedFinding& each) { return each.finding->span.text.empty(); });
    std::ranges::stable_sort(findings_, {}, begin_of);
  }
  [[nodiscard]] std::vector<NumberedFinding> in(ByteRange range) const {
    const auto first = std::ranges::lower_bound(findings_, range.begin, {}, begin_of);
    const auto last = std::ranges::lower_bound(findings_, range.end, {}, begin_of);
    std::vector<NumberedFinding> found(first, last);
    std::ranges::sort(found, {}, &NumberedFinding::number);
    return found;
  }

 private:
  static std::uint32_t begin_of(const NumberedFinding& each) { return each.finding->span.text.begin; }
  std::vector<NumberedFinding> findings_;
};

}  // namespace

// A sweep over the edges of the findings, with how many of each severity are open: linear but for the sorting.
void write_marked(std::ostream& out, std::string_view document_text, ByteRange range,
                  const std::vector<NumberedFinding>& findings) {
  struct Edge {
    std::uint32_t at;
    std::size_t severity;
    int change;
  };
  std::vector<Edge> edges;
  edges.reserve(2 * findings.size() + 1);
  for (const NumberedFinding& each : findings) {
    const auto severity = static_cast<std::size_t>(each.finding->severity);
    edges.push_back({std::clamp(each.finding->span.text.begin, range.begin, range.end), severity, 1});
    edges.push_back({std::clamp(each.finding->span.text.end, range.begin, range.end), severity, -1});
  }
  edges.push_back({range.end, 0, 0});
  std::ranges::stable_sort(edges, {}, &Edge::at);
  constexpr std::array kSeverities{Severity::note, Severity::warning, Severity::error};
  std::array<int, kSeverities.size()> open{};
  std::uint32_t at = range.begin;
  for (const Edge& edge : edges) {
    if (edge.at > at) {
      const std::string words = escaped(slice(document_text, at, edge.at));
      const auto worst = std::find_if(open.rbegin(), open.rend(), [](int count) { return count > 0; });
      if (worst == open.rend()) {
        out << words;
      } else {
        const Severity severity = kSeverities.at(static_cast<std::size_t>(open.rend() - worst) - 1);
        out << "<mark class=\"" << severity_class(severity) << "\">" << words << "</mark>";
      }
      at = edge.at;
    }
    open.at(edge.severity) += edge.change;
  }
}

void write_copy(std::ostream& out, const AuditedFile& file, std::size_t number, std::vector<NumberedFinding> findings) {
  const std::string_view text = file.document.text;
  const FindingsByText by_text(std::move(findings));
  out << "<div class=\"copy\"" << lang_attribute(file.document.language) << ">\n";
  std::size_t next = 0;  // sentences are in text order
  for (std::uint32_t index = 0; index < file.document.blocks.size(); ++index) {
    const Block& block = file.document.blocks[index];
    out << "<div class=\"" << block_class(block) << "\" dir=\"auto\"" << lang_attribute(block.language) << ">";
    std::uint32_t at = block.range.begin;
    // The sentence of a numbered heading begins with its number, which stands before the block.
    if (next < file.sentences.size() && file.sentences[next].block == index)
      at = std::min(at, file.sentences[next].span.text.begin);
    for (; next < file.sentences.size() && file.sentences[next].block <= index; ++next) {
      const AuditedSentence& sentence = file.sentences[next];
      const ByteRange range = sentence.span.text;
      if (range.begin < at || range.end > block.range.end) continue;
      const std::vector<NumberedFinding> here = by_text.in(range);
      if (!is_claim(sentence, here)) continue;
      out << escaped(slice(text, at, range.begin));
      write_sentence(out, file, sentence_id(number, next), sentence, here);
      at = range.end;
    }
    out << escaped(slice(text, at, block.range.end)) << "</div>\n";
  }
  out << "</div>\n";
}

}  // namespace claimbase::html

#include <algorithm>
#include <map>
#include <memory>
#include <ostream>

#include "query/audit/excerpt.h"
#include "query/audit/rules.h"
#include "query/audit/source_lines.h"
#include "query/audit/source_text.h"
#include "query/audit/write.h"
#include "schema/position.h"

namespace claimbase {
namespace {

constexpr std::size_t kExcerptWidth = 100;
constexpr std::uint32_t kMostLines = 4;  // of a span that goes over several
constexpr std::size_t kNumberWidth = 5;

// A file's text and lines, made when its first finding is printed. It must stay where it is.
struct OpenFile {
  explicit OpenFile(const AuditedFile& audited)
      : file(&audited), source(source_text(audited)), lines(std::string_view(source)) {}
  const AuditedFile* file;
  std::string source;
  SourceLines lines;
};

std::string in_color(const Paint& paint, Severity severity, std::string_view text) {
  switch (severity) {
    case Severity::error:
      return paint.error(text);
    case Severity::warning:
      return paint.warning(text);
    case Severity::note:
      return paint.note(text);
  }
  return std::string(text);
}

std::string gutter(const std::string& number) {
  return std::string(number.size() < kNumberWidth ? kNumberWidth - number.size() : 0, ' ') + number + " | ";
}

void print_excerpt(std::ostream& out, const Paint& paint, Severity severity, const std::string& number,
                   const Excerpt& excerpt) {
  const std::string before = gutter(number);
  out << paint.quiet(before) << excerpt.text << '\n';
  if (excerpt.marks.empty()) return;
  const std::size_t spaces = excerpt.marks.find('^');
  out << paint.quiet(gutter("")) << std::string(spaces, ' ') << in_color(paint, severity, excerpt.marks.substr(spaces))
      << '\n';
}

// Of bytes of the source, those in a line that begins at `start`.
ByteRange within(ByteRange source, std::uint32_t start, std::size_t size) {
  const auto inside = [&](std::uint32_t byte) {
    return byte < start ? 0U : std::min(byte - start, static_cast<std::uint32_t>(size));
  };
  return {inside(source.begin), inside(source.end)};
}

void print_lines(std::ostream& out, const Paint& paint, const Finding& finding, const OpenFile& open) {
  const CopySpan& span = finding.span;
  const std::uint32_t last = std::max(span.line, std::min(span.end_line, open.lines.count()));
  for (std::uint32_t line = span.line; line <= last; ++line) {
    if (line - span.line == kMostLines) {
      out << paint.quiet(gutter("...")) << '\n';
      return;
    }
    const std::string_view text = open.lines.text(line);
    ByteRange marked = within(span.source, open.lines.start(line), text.size());
    while (!marked.empty() && (text[marked.begin] == ' ' || text[marked.begin] == '\t')) ++marked.begin;  // the indent
    print_excerpt(out, paint, finding.severity, std::to_string(line), excerpt_of(text, marked, kExcerptWidth));
  }
}

// Where the source has no lines of text: the sentence, with marks under the words of the finding.
void print_sentence(std::ostream& out, const Paint& paint, const Finding& finding, const OpenFile* open) {
  if (finding.sentence.empty()) return;
  Excerpt excerpt = excerpt_of(finding.sentence, {0, 0}, kExcerptWidth);
  if (open != nullptr && !finding.span.text.empty()) {
    const std::vector<AuditedSentence>& sentences = open->file->sentences;
    const std::string_view text = open->file->document.text;
    const auto holds = [&](const AuditedSentence& each) { return each.span.text.contains(finding.span.text); };
    const auto found = std::ranges::find_if(sentences, holds);
    if (found != sentences.end() && found->span.text.end <= text.size()) {
      const ByteRange sentence = found->span.text;
      const std::string_view words = sentence.of(text);
      excerpt = excerpt_of(words, within(finding.span.text, sentence.begin, words.size()), kExcerptWidth);
    }
  }
  print_excerpt(out, paint, finding.severity, "", excerpt);
}

void print_remark(std::ostream& out, const Paint& paint, std::string_view name, const std::string& text) {
  if (text.empty()) return;
  constexpr std::string_view kIndent = "      = ";
  out << paint.quiet(std::string(kIndent) + std::string(name) + ": ") << one_line(text) << '\n';
}

void print_finding(std::ostream& out, const Paint& paint, const Finding& finding, const OpenFile* open) {
  const bool known = finding.state == FindingState::known;
  out << paint.strong(place_of(finding)) << ": "
      << in_color(paint, finding.severity, std::string(severity_name(finding.severity)) + (known ? " (known)" : ""))
      << ": " << one_line(finding.message) << ' ' << paint.quiet("[" + finding.rule + "]") << '\n';
  if (open != nullptr && has_lines(*open->file) && finding.span.line <= open->lines.count()) {
    print_lines(out, paint, finding, *open);
  } else {
    print_sentence(out, paint, finding, open);
  }
  print_remark(out, paint, "why", finding.why);
  for (const RelatedPlace& place : finding.related) {
    print_remark(out, paint, "see", place_of(place) + (place.message.empty() ? "" : ": " + place.message));
  }
  print_remark(out, paint, "suggestion", finding.suggestion);
  if (finding.certainty == FindingCertainty::needs_person)
    print_remark(out, paint, "certainty", "a person has to decide");
  out << '\n';
}

void print_muted(std::ostream& out, const Paint& paint, const Finding& finding) {
  out << paint.quiet(place_of(finding) + ": muted: " + one_line(finding.message) + " [" + finding.rule +
                     "]: " + one_line(finding.mute_reason))
      << '\n';
}

template <typename Name>
void add_count(std::string& line, std::int64_t count, Name name) {
  if (count == 0) return;
  if (!line.empty()) line += ", ";
  line += std::to_string(count) + " " + std::string(name);
}

void print_summary(std::ostream& out, const Paint& paint, const AuditReport& report, const AuditSummary& summary) {
  std::string found;
  if (summary.errors > 0) found += ", " + counted(summary.errors, "error");
  if (summary.warnings > 0) found += ", " + counted(summary.warnings, "warning");
  if (summary.notes > 0) found += ", " + counted(summary.notes, "note");
  add_count(found, summary.known, "known");
  add_count(found, summary.muted, "muted");
  add_count(found, summary.off, "turned off");
  out << counted(summary.files, "file") << ", " << counted(summary.sentences, "sentence") << ", "
      << counted(summary.claims, "claim") << ": "
      << paint.strong(found.empty()             ? "nothing found"
                      : found.starts_with(", ") ? found.substr(2)
                                                : found)
      << '\n';
  std::string law;
  for (std::size_t i = 0; i < kLawClasses; ++i) add_count(law, summary.classes[i], to_string(static_cast<LawClass>(i)));
  out << "law (register " << one_line(report.basis.register_name)
      << (report.basis.register_date.empty() ? "" : ", " + one_line(report.basis.register_date))
      << "): " << (law.empty() ? "no sentences" : law) << '\n';
  std::string sources;
  for (std::size_t i = 0; i < kSourceVerdicts; ++i)
    add_count(sources, summary.verdicts[i], to_string(static_cast<SourceVerdict>(i)));
  out << "sources ("
      << (report.basis.database.empty()
              ? "no store"
              : one_line(report.basis.database) + ", " + counted(report.basis.articles, "article"))
      << "): " << (sources.empty() ? "no claims" : sources) << '\n';
  if (summary.gone > 0) {
    out << summary.gone << " of the baseline " << (summary.gone == 1 ? "is" : "are") << " gone\n";
  }
  out << paint.quiet(kNoAdvice) << '\n';
}

}  // namespace

void write_audit_text(std::ostream& out, const Paint& paint, const AuditReport& report, const AuditSummary& summary) {
  std::map<std::string_view, const AuditedFile*> files;
  for (const AuditedFile& file : report.files) files.emplace(file.path, &file);
  std::map<std::string_view, std::unique_ptr<const OpenFile>> open;
  for (const Finding& finding : report.findings) {
    if (finding.state == FindingState::muted) continue;
    const auto found = files.find(finding.path);
    std::unique_ptr<const OpenFile>& file = open[finding.path];
    if (!file && found != files.end()) file = std::make_unique<const OpenFile>(*found->second);
    print_finding(out, paint, finding, file.get());
  }
  if (summary.muted > 0) {
    for (const Finding& finding : report.findings) {
      if (finding.state == FindingState::muted) print_muted(out, paint, finding);
    }
    out << '\n';
  }
  print_summary(out, paint, report, summary);
}

}  // namespace claimbase

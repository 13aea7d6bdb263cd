#include "indexer/article_task.h"

#include <algorithm>
#include <utility>

#include "analysis/article.h"
#include "analysis/convert/file_bytes.h"
#include "analysis/convert/pdf_text.h"
#include "analysis/document/format.h"
#include "indexer/mapping.h"
#include "indexer/settled_time.h"
#include "indexer/versions.h"

namespace claimbase {
namespace {

TaskResult failed(const PendingFile& pending, const FileBytes& read) {
  TaskResult made;
  made.problems.push_back({pending.file.shown.string(), 0, Severity::error,
                           read.too_large ? "document.too-large" : "document.unreadable", "not read: " + read.problem});
  return made;
}

TaskResult touched(std::int64_t modified) {
  return {TaskResult::Kind::touched, {}, modified, {}, 0};
}

bool is_same(const PendingFile& pending, const std::string& hash) {
  return pending.reason == Reason::touched && pending.stored_hash == hash;
}

bool is_unreadable(const ArticleAnalysis& article) {
  return article.document.blocks.empty() && std::ranges::any_of(article.diagnostics, [](const Diagnostic& each) {
           return each.severity == Severity::error;
         });
}

std::vector<FileProblem> problems_of(const ArticleAnalysis& article, const PendingFile& pending) {
  std::vector<FileProblem> problems;
  for (const Diagnostic& each : article.diagnostics) {
    const std::uint32_t line = each.range == ByteRange{} ? 0 : article.document.line_of(each.range.begin);
    problems.push_back(
        {pending.file.shown.string(), line, each.severity, each.rule, each.message, article.document.format});
  }
  return problems;
}

}  // namespace

TaskResult read_and_analyze(const PendingFile& pending, const std::function<ClaimExtractor&()>& extractor,
                            std::uint64_t largest, ReferenceMemo* memo) {
  const std::int64_t modified = settled_time(pending.file.modified, now_in_nanoseconds());
  const FileBytes read = read_file(pending.file.path, largest);
  if (!read.problem.empty()) return failed(pending, read);
  std::string hash = content_hash(read.bytes);
  if (is_same(pending, hash)) return touched(modified);
  const ArticleAnalysis article = analyze_article(read.bytes,
                                                  {.language = pending.file.language,
                                                   .path = pending.file.path.filename().string(),
                                                   .format = format_from_string(pending.file.format),
                                                   .convert_pdf = convert_pdf},
                                                  extractor(), memo);
  TaskResult made;
  made.bytes = read.bytes.size();
  made.problems = problems_of(article, pending);
  if (is_unreadable(article)) return made;
  made.kind = TaskResult::Kind::analysed;
  AnalysisVersions versions = pending.versions;
  versions.reader = reader_version_of(article.document.format);
  made.article =
      to_record(article, {pending.file.id, std::move(hash), pending.file.size, modified, pending.file.inode}, versions);
  return made;
}

HashedFile hash_file(const FoundFile& file, std::uint64_t largest) {
  const std::int64_t modified = settled_time(file.modified, now_in_nanoseconds());
  const FileBytes read = read_file(file.path, largest);
  if (!read.problem.empty()) return {};
  return {content_hash(read.bytes), modified};
}

TaskResult read_only_if_touched(const PendingFile& pending) {
  TaskResult made;
  made.kind = TaskResult::Kind::analysed;
  if (pending.reason != Reason::touched) return made;
  const FileBytes read = read_file(pending.file.path);
  if (!read.problem.empty()) return failed(pending, read);
  return is_same(pending, content_hash(read.bytes)) ? touched(pending.file.modified) : made;
}

}  // namespace claimbase

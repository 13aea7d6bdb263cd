#include <algorithm>
#include <ostream>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "analysis/convert/file_bytes.h"
#include "analysis/convert/pdf_text.h"
#include "indexer/analysis_json.h"
#include "indexer/commands.h"
#include "indexer/mapping.h"
#include "indexer/sources.h"
#include "indexer/versions.h"
#include "indexer/vocabulary_files.h"

namespace claimbase {

IndexExit run_analyze(const AnalyzeRequest& request, const Console& console) {
  const LoadedVocabulary loaded = load_vocabulary(request.vocabularies);
  for (const FileProblem& each : loaded.problems) console.err << to_line(each) << '\n';
  const FileBytes read =
      request.path == "-" ? read_stream(console.in, request.largest) : read_file(request.path, request.largest);
  if (!read.problem.empty()) {
    const auto* rule = read.too_large ? "document.too-large" : "document.unreadable";
    console.err << to_line({request.path, 0, Severity::error, rule, "not read: " + read.problem}) << '\n';
    return IndexExit::incomplete;
  }
  ClaimExtractor extractor(loaded.vocabulary);
  const ArticleAnalysis article = analyze_article(
      read.bytes,
      {.language = request.language, .path = request.path, .format = request.format, .convert_pdf = convert_pdf},
      extractor);
  const std::string forced =
      forced_settings(request.language, request.format ? to_string(*request.format) : std::string_view());
  const FileFacts facts{request.path, content_hash(read.bytes), static_cast<std::int64_t>(read.bytes.size()), 0};
  console.out << to_json(
      to_record(article, facts, current_versions(loaded.vocabulary.fingerprint(), forced, article.document.format)),
      article);
  const bool broken =
      std::ranges::any_of(article.diagnostics, [](const Diagnostic& each) { return each.severity == Severity::error; });
  return broken ? IndexExit::incomplete : IndexExit::ok;
}

}  // namespace claimbase

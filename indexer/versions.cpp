#include "indexer/versions.h"

#include <xxhash.h>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "analysis/document/reader_version.h"
#include "indexer/linker.h"

namespace claimbase {

int reader_version_of(std::string_view format) {
  const auto known = format_from_string(format);
  return known ? reader_version(*known) : kReaderVersion;
}

AnalysisVersions current_versions(std::uint64_t vocabulary, std::string_view forced, std::string_view format) {
  static const std::uint64_t made_by = analysis_fingerprint() + kLinkerVersion;
  return {reader_version_of(format), kExtractorVersion, XXH3_64bits_withSeed(forced.data(), forced.size(), made_by),
          vocabulary};
}

std::string why_outdated(const AnalysisVersions& stored, const AnalysisVersions& now,
                         const AnalysisVersions& settings_before) {
  std::string why;
  const auto add = [&why](std::string_view reason) { why.append(why.empty() ? "" : ", ").append(reason); };
  const bool other_settings = settings_before.analyzer != now.analyzer;
  const bool other_program = stored.analyzer != settings_before.analyzer || stored.extractor != now.extractor;
  if (other_program && (stored.analyzer != now.analyzer || stored.extractor != now.extractor)) add("other program");
  if (stored.reader != now.reader) add("other reader of its format");
  if (stored.vocabulary != now.vocabulary) add("other vocabulary");
  if (other_settings && stored.analyzer != now.analyzer) add("other language or format forced");
  return why;
}

}  // namespace claimbase

#include "indexer/versions.h"

#include <xxhash.h>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "analysis/document/reader.h"
#include "indexer/linker.h"

namespace claimbase {

AnalysisVersions current_versions(const Vocabulary& vocabulary, std::string_view forced) {
  const std::uint64_t made_by = analysis_fingerprint() + kLinkerVersion;
  return {kReaderVersion, kExtractorVersion, XXH3_64bits_withSeed(forced.data(), forced.size(), made_by),
          vocabulary.fingerprint()};
}

}  // namespace claimbase

// The sub-commands of claimbase-index, one file each. Each writes its result to console.out, all else to console.err,
// and throws UsageError or StoreError where it cannot do its work.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "analysis/convert/file_bytes.h"
#include "analysis/document/format.h"
#include "indexer/console.h"
#include "indexer/exit.h"
#include "indexer/update.h"

namespace claimbase {

/// update, rebuild, and status (a dry run that compares nothing: IndexExit::incomplete where there is something to do).
[[nodiscard]] IndexExit run_update(const UpdateRequest& request, bool json, bool quiet, const Console& console);

/// Updates the store whenever its sources change, until SIGINT or SIGTERM. `poll`: looks this often; 0: when told.
[[nodiscard]] IndexExit run_watch(const UpdateRequest& first, std::chrono::seconds poll, bool json, bool quiet,
                                  const Console& console);

struct AnalyzeRequest {
  std::string path;  // "-": standard input
  std::string language;
  std::optional<Format> format;  // absent: detected
  std::uint64_t largest = kLargestArticle;
  std::vector<std::filesystem::path> vocabularies;
};
/// Prints the analysis of one article as JSON. Touches no store.
[[nodiscard]] IndexExit run_analyze(const AnalyzeRequest& request, const Console& console);

struct ExplainCommandRequest {
  std::string sentence;
  std::string language;  // empty: detected
  std::string topic;     // id of the substance in focus; empty: none
  bool item = false;     // read as a list item
  std::vector<std::filesystem::path> vocabularies;
};
/// Prints why a sentence is read as it is: words, what is recognised, clauses, frames. Touches no store. Throws
/// UsageError for a topic that is no substance, and for a sentence whose language cannot be told.
[[nodiscard]] IndexExit run_explain(const ExplainCommandRequest& request, const Console& console);

/// Prints what is read from reference strings, one a line of the file ("-": standard input), as CSL-JSON, one a line.
/// Touches no store.
[[nodiscard]] IndexExit run_parse_references(const std::string& path, const Console& console);

/// Makes the store smaller and faster. The content stays.
[[nodiscard]] IndexExit run_optimize(const std::filesystem::path& database, std::chrono::seconds wait, bool quiet,
                                     const Console& console);

/// Prints what is wrong with the store and mends it: what is derived is made anew, damaged articles are read again;
/// where pages are damaged, or that does not help, the store is made anew from its recorded sources.
/// IndexExit::incomplete where something stays wrong.
[[nodiscard]] IndexExit run_repair(const std::filesystem::path& database, std::chrono::seconds wait, bool json,
                                   bool quiet, const Console& console);

/// Prints what is wrong with vocabulary files; IndexExit::incomplete where there is something.
[[nodiscard]] IndexExit run_vocabulary_check(const std::vector<std::filesystem::path>& files, bool alone,
                                             const Console& console);

}  // namespace claimbase

// The runs of the indexer that the store has on record.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/record_writer.h"
#include "schema/database.h"

namespace claimbase {

struct RecordedRun {
  std::int64_t number = 0;
  std::string command;
  std::string program;
  std::int64_t began = 0;             // nanoseconds since 1970
  std::optional<std::int64_t> ended;  // absent: it was cut short, or is under way
  bool complete = true;               // all that changed is listed
  std::int64_t added = 0, changed = 0, renamed = 0, removed = 0, unchanged = 0, failed = 0, libraries = 0;
};

/// By number.
[[nodiscard]] std::vector<RecordedRun> read_runs(const Database& db);

/// The runs that `diff` is about: run number `run`; or all after run `since`, or that began at `since`, a date (and
/// time) in ISO 8601, UTC, or later; without either: the last. Throws UsageError: no such run, no such date.
[[nodiscard]] std::vector<RecordedRun> select_runs(const std::vector<RecordedRun>& all, const std::string& run,
                                                   const std::string& since);

/// "2026-03-01 12:30:05" of UTC.
[[nodiscard]] std::string time_text(std::int64_t nanoseconds);
/// "1 article added, 2 changed", "nothing of an article changed".
[[nodiscard]] std::string work_line(const RecordedRun& run);
[[nodiscard]] Json to_json(const RecordedRun& run);

}  // namespace claimbase

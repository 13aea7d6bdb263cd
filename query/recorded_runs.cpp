#include "query/recorded_runs.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>

#include "query/paint.h"
#include "query/usage_error.h"

namespace claimbase {
namespace {

using Time = std::chrono::sys_time<std::chrono::nanoseconds>;

constexpr std::string_view kRuns =
    "SELECT number, command, program, began, ended, complete, added, changed, renamed, removed, unchanged, failed,"
    " libraries FROM run ORDER BY number";

// All of `text`, digits only.
std::optional<std::int64_t> number_in(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

// The part of `text` at `begin`; nothing where it is no number.
std::optional<unsigned> digits(std::string_view text, std::size_t begin, std::size_t length) {
  const auto number = begin + length <= text.size() ? number_in(text.substr(begin, length)) : std::nullopt;
  return number ? std::optional(static_cast<unsigned>(*number)) : std::nullopt;
}

// "2026-03-01", "2026-03-01T12:30", "2026-03-01 12:30:05".
std::optional<Time> time_in(std::string_view text) {
  if (text.size() != 10 && text.size() != 16 && text.size() != 19) return std::nullopt;
  if (text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  if (!date.ok()) return std::nullopt;
  Time time = std::chrono::sys_days(date);
  if (text.size() == 10) return time;
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  const auto second = text.size() == 19 ? digits(text, 17, 2) : std::optional(0U);
  if ((text[10] != 'T' && text[10] != ' ') || text[13] != ':' || (text.size() == 19 && text[16] != ':')) return {};
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return time + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

std::string known(const std::vector<RecordedRun>& all) {
  if (all.empty()) return "none is on record";
  return fmt::format("on record: {} to {}", all.front().number, all.back().number);
}

}  // namespace

std::vector<RecordedRun> read_runs(const Database& db) {
  std::vector<RecordedRun> runs;
  Statement rows(db, kRuns);
  while (rows.step()) {
    RecordedRun& run = runs.emplace_back();
    run.number = rows.integer(0);
    run.command = rows.text(1);
    run.program = rows.text(2);
    run.began = rows.integer(3);
    if (!rows.is_null(4)) run.ended = rows.integer(4);
    run.complete = rows.integer(5) != 0;
    std::int64_t* const counts[] = {&run.added,     &run.changed, &run.renamed,  &run.removed,
                                    &run.unchanged, &run.failed,  &run.libraries};
    int column = 6;
    for (std::int64_t* count : counts) *count = rows.integer(column++);
  }
  return runs;
}

std::vector<RecordedRun> select_runs(const std::vector<RecordedRun>& all, const std::string& run,
                                     const std::string& since) {
  std::vector<RecordedRun> chosen;
  if (!run.empty()) {
    const auto number = number_in(run);
    std::ranges::copy_if(all, std::back_inserter(chosen),
                         [&](const RecordedRun& each) { return each.number == number; });
    if (chosen.empty()) throw UsageError("there is no run " + run + " (" + known(all) + ")");
    return chosen;
  }
  if (since.empty()) {
    if (!all.empty()) chosen.push_back(all.back());
    return chosen;
  }
  if (const auto number = number_in(since)) {
    if (*number > 0 && std::ranges::find(all, *number, &RecordedRun::number) == all.end()) {
      throw UsageError("there is no run " + since + " (" + known(all) + ")");
    }
    std::ranges::copy_if(all, std::back_inserter(chosen),
                         [&](const RecordedRun& each) { return each.number > *number; });
    return chosen;
  }
  const auto time = time_in(since);
  if (!time) throw UsageError("neither a run nor a date like 2026-03-01 or 2026-03-01T12:30: " + since);
  const std::int64_t nanoseconds = time->time_since_epoch().count();
  std::ranges::copy_if(all, std::back_inserter(chosen),
                       [&](const RecordedRun& each) { return each.began >= nanoseconds; });
  return chosen;
}

std::string time_text(std::int64_t nanoseconds) {
  const auto since_1970 = std::chrono::floor<std::chrono::seconds>(std::chrono::nanoseconds(nanoseconds));
  return fmt::format("{:%Y-%m-%d %H:%M:%S}", fmt::gmtime(static_cast<std::time_t>(since_1970.count())));
}

std::string work_line(const RecordedRun& run) {
  std::string line;
  const auto add = [&line](std::int64_t count, std::string_view what) {
    if (count == 0) return;
    line += line.empty() ? counted(count, "article") : ", " + std::to_string(count);
    line += " ";
    line += what;
  };
  add(run.added, "added");
  add(run.changed, "changed");
  add(run.renamed, "renamed");
  add(run.removed, "removed");
  if (line.empty()) line = "no article changed";
  if (run.libraries > 0) {
    line += run.libraries == 1 ? ", 1 library changed" : fmt::format(", {} libraries changed", run.libraries);
  }
  if (run.failed > 0) line += fmt::format(", {} failed", run.failed);
  return line;
}

Json to_json(const RecordedRun& run) {
  return Json{{"run", run.number},
              {"command", run.command},
              {"program", run.program},
              {"began", time_text(run.began)},
              {"ended", run.ended ? Json(time_text(*run.ended)) : Json(nullptr)},
              {"complete", run.complete},
              {"added", run.added},
              {"changed", run.changed},
              {"renamed", run.renamed},
              {"removed", run.removed},
              {"unchanged", run.unchanged},
              {"failed", run.failed},
              {"libraries", run.libraries}};
}

}  // namespace claimbase

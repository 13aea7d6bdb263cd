#include <fmt/chrono.h>
#include <fmt/format.h>

#include <ctime>
#include <ostream>

#include "analysis/language/unicode.h"
#include "indexer/commands.h"
#include "indexer/watch.h"

namespace claimbase {
namespace {

std::string clock_time() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  ::localtime_r(&now, &parts);
  return fmt::format("{:%Y-%m-%d %H:%M:%S}", parts);
}

// "2 added, 1 changed, 0 removed, 812 unchanged; libraries: 1 changed; 1 failed; 118 ms".
std::string line_of(const Summary& summary) {
  std::string line = fmt::format("{} added, {} changed, {} removed, {} unchanged", summary.added, summary.changed,
                                 summary.removed, summary.unchanged);
  if (summary.moved > 0) line += fmt::format(", {} moved", summary.moved);
  const FileCounts& libraries = summary.libraries;
  if (libraries.added + libraries.changed + libraries.removed > 0) {
    line += fmt::format("; libraries: {} added, {} changed, {} removed", libraries.added, libraries.changed,
                        libraries.removed);
  }
  if (summary.failed > 0) line += fmt::format("; {} failed", summary.failed);
  if (summary.stopped) line += "; stopped before its end";
  constexpr double kMilliseconds = 1e3;
  return line + fmt::format("; {:.0f} ms", summary.seconds * kMilliseconds);
}

}  // namespace

IndexExit run_watch(const UpdateRequest& first, std::chrono::seconds poll, bool json, bool quiet,
                    const Console& console) {
  const StopSignal stop;
  WatchRequest request;
  request.first = first;
  request.poll = poll;
  WatchListener listener;
  const auto say = [&](const std::string& what) { console.err << clock_time() << ' ' << what << std::endl; };
  listener.on_update = [&](const Summary& summary, std::span<const FileProblem> problems) {
    for (const FileProblem& each : problems) {
      if (each.severity == Severity::note || (quiet && each.severity != Severity::error)) continue;
      console.err << to_line(each) << '\n';
    }
    if (json) console.out << to_json(summary) << std::flush;
    if (!quiet) say(line_of(summary));
  };
  listener.on_trouble = [&](const std::string& what) { say(printable(what)); };
  listener.on_ready = [&] {
    if (!quiet) say(fmt::format("watching for changes of {}", printable(first.database.string())));
  };
  watch(request, listener, stop);
  if (!quiet) say("stopped");
  return IndexExit::ok;
}

}  // namespace claimbase

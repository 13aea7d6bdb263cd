#include <ostream>

#include "indexer/commands.h"
#include "indexer/progress.h"

namespace claimbase {

IndexExit run_update(const UpdateRequest& request, bool json, bool quiet, const Console& console) {
  Progress progress(console.err, console.live && !quiet);
  UpdateListener listener;
  listener.on_problem = [&](const FileProblem& problem) {
    // Notes are counted; `analyze` shows them.
    if (problem.severity == Severity::note || (quiet && problem.severity != Severity::error)) return;
    progress.clear();
    console.err << to_line(problem) << '\n';
  };
  listener.on_progress = [&](std::size_t done, std::size_t total) { progress.show(done, total); };
  const Summary summary = update(request, listener);
  progress.clear();
  if (json) {
    console.out << to_json(summary);
  } else if (!quiet) {
    console.out << to_text(summary);
  }
  const bool is_status = request.dry_run && !request.compares;
  const bool something_to_do = is_status && (has_changes(summary) || summary.unfinished);
  return summary.failed > 0 || something_to_do ? IndexExit::incomplete : IndexExit::ok;
}

}  // namespace claimbase

#include "indexer/update.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "indexer/article_task.h"
#include "indexer/library_links.h"
#include "indexer/mapping.h"
#include "indexer/ordered_queue.h"
#include "indexer/plan.h"
#include "indexer/store_file.h"

namespace claimbase {
namespace {

class Update {
 public:
  Update(const UpdateRequest& request, const UpdateListener& listener) : request_(request), listener_(listener) {
    summary_.database = request.database.string();
    summary_.dry_run = request.dry_run;
  }

  Summary run() {
    const auto start = std::chrono::steady_clock::now();
    const Recorded recorded = read_recorded(request_);
    plan_ = make_plan(request_, recorded);
    for (const FileProblem& each : plan_.problems) tell(each);
    summary_.failed = plan_.failed;
    summary_.skipped = plan_.skipped;
    summary_.unchanged = plan_.changes.unchanged;
    summary_.removed = plan_.changes.gone.size();
    summary_.libraries.unchanged = plan_.libraries.unchanged;
    summary_.libraries.removed = plan_.libraries.gone.size();
    if (request_.dry_run) {
      look();
      summary_.store = recorded.counts;
    } else {
      write(request_.rebuild || (recorded.states.empty() && recorded.library_states.empty()));
    }
    summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return std::move(summary_);
  }

 private:
  void look() {
    for (const PendingLibrary& each : plan_.libraries.pending) {
      ++(each.is_new ? summary_.libraries.added : summary_.libraries.changed);
    }
    for (const std::string& each : plan_.changes.gone) note_change(each, "removed", "file gone");
    const auto make_worker = [this] {
      return [this](std::size_t item) { return read_only_if_touched(plan_.changes.pending[item]); };
    };
    each_pending(make_worker, [](const PendingFile&, const TaskResult&) {});
    std::ranges::stable_sort(summary_.changes, {}, &ArticleChange::article);
  }

  void write(bool clean_build) {
    StoreFile file(request_.database, clean_build);
    write_recorded(file.store(), plan_);
    file.store().put_vocabulary(to_records(plan_.vocabulary));
    write_libraries(file.store());
    for (const std::string& each : plan_.changes.gone) file.store().remove_article(each);
    const auto make_worker = [this] {
      return [this, extractor = ClaimExtractor(plan_.vocabulary)](std::size_t item) mutable {
        return read_and_analyze(plan_.changes.pending[item], extractor, request_.largest_article);
      };
    };
    each_pending(make_worker, [&](const PendingFile& pending, const TaskResult& result) {
      const FoundFile& found = pending.file;
      if (result.kind == TaskResult::Kind::touched) file.store().touch_article(found.id, found.size, found.modified);
      if (result.kind == TaskResult::Kind::analysed) file.store().replace_article(result.article);
    });
    link_library_works(file.store());
    file.finish();
    summary_.store = file.store().counts();
  }

  // Before the articles: their entries then find the works at once.
  void write_libraries(Store& store) {
    for (const std::string& each : plan_.libraries.gone) store.remove_library(each);
    for (const PendingLibrary& pending : plan_.libraries.pending) {
      const ReadLibrary read = read_library_file(pending);
      for (const FileProblem& each : read.problems) tell(each);
      switch (read.kind) {
        case ReadLibrary::Kind::touched:
          store.touch_library(pending.id, pending.size, pending.modified);
          ++summary_.libraries.unchanged;
          break;
        case ReadLibrary::Kind::failed:
          ++summary_.failed;
          break;
        case ReadLibrary::Kind::read:
          store.replace_library(read.file);
          ++(pending.is_new ? summary_.libraries.added : summary_.libraries.changed);
          break;
      }
    }
  }

  template <typename MakeWorker, typename Write>
  void each_pending(const MakeWorker& make_worker, const Write& write_result) {
    const std::size_t total = plan_.changes.pending.size();
    for_each_in_order<TaskResult>(total, request_.jobs, make_worker, [&](std::size_t item, const TaskResult& result) {
      const PendingFile& pending = plan_.changes.pending[item];
      write_result(pending, result);
      count(pending, result);
      if (listener_.on_progress) listener_.on_progress(item + 1, total);
    });
  }

  void count(const PendingFile& pending, const TaskResult& result) {
    for (const FileProblem& each : result.problems) tell(each);
    summary_.bytes += result.bytes;
    switch (result.kind) {
      case TaskResult::Kind::touched:
        ++summary_.unchanged;
        return;
      case TaskResult::Kind::failed:
        ++summary_.failed;
        return;
      case TaskResult::Kind::analysed:
        break;
    }
    const bool is_new = pending.reason == Reason::added;
    ++(is_new ? summary_.added : summary_.changed);
    note_change(pending.file.id, is_new ? "added" : "changed", to_string(pending.reason));
  }

  void note_change(const std::string& id, std::string_view change, std::string_view reason) {
    if (request_.dry_run) summary_.changes.push_back({id, std::string(change), std::string(reason)});
  }

  void tell(const FileProblem& problem) {
    switch (problem.severity) {
      case Severity::note:
        ++summary_.notes;
        break;
      case Severity::warning:
        ++summary_.warnings;
        break;
      case Severity::error:
        ++summary_.errors;
        break;
    }
    if (listener_.on_problem) listener_.on_problem(problem);
  }

  const UpdateRequest& request_;
  const UpdateListener& listener_;
  Plan plan_;
  Summary summary_;
};

}  // namespace

Summary update(const UpdateRequest& request, const UpdateListener& listener) {
  return Update(request, listener).run();
}

}  // namespace claimbase

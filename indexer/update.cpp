#include "indexer/update.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>

#include "indexer/article_task.h"
#include "indexer/library_links.h"
#include "indexer/mapping.h"
#include "indexer/moves.h"
#include "indexer/network_file_system.h"
#include "indexer/ordered_queue.h"
#include "indexer/plan.h"
#include "indexer/store_file.h"
#include "indexer/writer_lock.h"

namespace claimbase {
namespace {

std::int64_t nanoseconds_now() {
  const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since_1970).count();
}

struct Stopped {};  // leaves the work where it is: each article is whole, a clean build is thrown away

class Update {
 public:
  Update(const UpdateRequest& request, const UpdateListener& listener, PreparedVocabulary& prepared)
      : request_(request), listener_(listener), prepared_(prepared) {
    summary_.database = request.database.string();
    summary_.dry_run = request.dry_run;
  }

  Summary run() {
    const auto start = std::chrono::steady_clock::now();
    lock();
    const Recorded recorded = read_recorded(request_);
    plan_ = make_plan(request_, recorded, prepared_);
    find_moves(plan_.changes, recorded.states,
               [this](const FoundFile& file) { return hash_file(file, request_.largest_article); });
    for (const FileProblem& each : plan_.problems) tell(each);
    summary_.failed = plan_.failed;
    summary_.skipped = plan_.skipped;
    summary_.unchanged = plan_.changes.unchanged;
    summary_.removed = plan_.changes.gone.size();
    summary_.libraries.unchanged = plan_.libraries.unchanged;
    summary_.libraries.removed = plan_.libraries.gone.size();
    summary_.moved = plan_.changes.moved.size();
    const bool clean_build = request_.rebuild || (recorded.states.empty() && recorded.library_states.empty());
    const bool nothing_to_do = !clean_build && is_nothing_to_do(plan_, recorded);
    if (request_.dry_run) {
      look();
      summary_.unfinished = !nothing_to_do && !has_changes(summary_) && has_content(request_.database);
    } else if (!nothing_to_do) {
      try {
        write(clean_build, recorded);
      } catch (const Stopped&) {
        summary_.stopped = true;
      }
    }
    if (request_.dry_run || nothing_to_do) summary_.store = recorded.counts;
    summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return std::move(summary_);
  }

 private:
  // Before the first look at the store: what it says must still be so when it is written.
  void lock() {
    if (request_.dry_run) return;
    lock_.emplace(request_.database, request_.command, request_.wait);
    remove_unfinished_build(request_.database);
    if (const std::string_view network = network_file_system(request_.database); !network.empty()) {
      tell({request_.database.string(), 0, Severity::warning, "store.network",
            "the store lies on " + std::string(network) +
                ", where one machine at a time may use it; better a local disk"});
    }
    if (const auto& killed = lock_->killed_before()) {
      tell({request_.database.string(), 0, Severity::warning, "store.killed-writer",
            "the writer before (" + describe(*killed) + ") did not come to its end; what it left undone is done now"});
    }
  }

  void look() {
    for (const PendingLibrary& each : plan_.libraries.pending) {
      ++(each.is_new ? summary_.libraries.added : summary_.libraries.changed);
      summary_.library_changes.push_back({each.id, each.is_new ? "added" : "changed", each.why});
    }
    for (const std::string& each : plan_.libraries.gone) {
      summary_.library_changes.push_back({each, "removed", "file gone"});
    }
    for (const std::string& each : plan_.changes.gone) note_change(each, "removed", "file gone");
    for (const MovedFile& each : plan_.changes.moved) note_change(each.to.file.id, "moved", "moved from " + each.from);
    const auto make_worker = [this] {
      return [this](std::size_t item) {
        return request_.compares ? read_only_if_touched(plan_.changes.pending[item]) : TaskResult::would_be();
      };
    };
    each_pending(make_worker, [](const PendingFile&, const TaskResult&) {});
    std::ranges::stable_sort(summary_.changes, {}, &ArticleChange::article);
    std::ranges::stable_sort(summary_.library_changes, {}, &ArticleChange::article);
  }

  void write(bool clean_build, const Recorded& recorded) {
    StoreFile file(request_.database, clean_build);
    file.store().begin_run({request_.rebuild ? "rebuild" : request_.command, CLAIMBASE_VERSION, nanoseconds_now()});
    write_recorded(file.store(), plan_);
    put_vocabulary(file.store(), plan_, recorded, prepared_);
    write_libraries(file.store());
    move_articles(file.store());
    for (const std::string& each : plan_.changes.gone) file.store().remove_article(each);
    const auto make_worker = [this] {
      using Lease = PreparedVocabulary::Lease;
      return [this, own = std::optional<Lease>(), memo = ReferenceMemo()](std::size_t item) mutable {
        // For the first article that is really analysed: of those that were only touched none is.
        const auto extractor = [&]() -> ClaimExtractor& {
          if (!own) own.emplace(prepared_.lease(plan_.vocabulary_input));
          return own->extractor();
        };
        return read_and_analyze(plan_.changes.pending[item], extractor, request_.largest_article, &memo);
      };
    };
    each_pending(make_worker, [&](const PendingFile& pending, const TaskResult& result) {
      const FoundFile& found = pending.file;
      if (result.kind == TaskResult::Kind::touched)
        file.store().touch_article(found.id, found.size, result.modified, found.inode);
      if (result.kind == TaskResult::Kind::analysed) file.store().replace_article(result.article);
    });
    link_library_works(file.store());
    summary_.store = file.store().note_counts();
    file.end_run(run_end());
    file.finish();
    file.store().tidy(plan_.changes.pending.size() + plan_.changes.gone.size());
  }

  void move_articles(Store& store) {
    std::vector<MovedArticle> moves;
    moves.reserve(plan_.changes.moved.size());
    for (const MovedFile& each : plan_.changes.moved) {
      moves.push_back({each.from, each.to.file.id, each.to.file.size, each.modified, each.to.file.inode});
    }
    store.move_articles(moves);
  }

  [[nodiscard]] RunEnd run_end() const {
    const FileCounts& libraries = summary_.libraries;
    RunEnd end;
    end.ended = nanoseconds_now();
    end.added = summary_.added;
    end.changed = summary_.changed;
    end.renamed = summary_.moved;
    end.removed = summary_.removed;
    end.unchanged = summary_.unchanged;
    end.failed = summary_.failed;
    end.libraries = libraries.added + libraries.changed + libraries.removed;
    end.counts = to_json(summary_.store);
    return end;
  }

  // Before the articles: their entries then find the works at once.
  void write_libraries(Store& store) {
    for (const std::string& each : plan_.libraries.gone) store.remove_library(each);
    for (const PendingLibrary& pending : plan_.libraries.pending) {
      const ReadLibrary read = read_library_file(pending);
      for (const FileProblem& each : read.problems) tell(each);
      switch (read.kind) {
        case ReadLibrary::Kind::touched:
          store.touch_library(pending.id, pending.stat.size, read.modified, pending.stat.inode);
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
      if (listener_.should_stop && item + 1 < total && listener_.should_stop()) throw Stopped();
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
    if (pending.reason == Reason::touched && !request_.compares) {
      ++summary_.to_compare;
      note_change(pending.file.id, "compare", "size or time differ: the bytes will tell");
      return;
    }
    const bool is_new = pending.reason == Reason::added;
    ++(is_new ? summary_.added : summary_.changed);
    note_change(pending.file.id, is_new ? "added" : "changed", pending.why);
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
  PreparedVocabulary& prepared_;
  std::optional<WriterLock> lock_;
  Plan plan_;
  Summary summary_;
};

}  // namespace

Summary update(const UpdateRequest& request, const UpdateListener& listener) {
  PreparedVocabulary prepared;
  return update(request, listener, prepared);
}

Summary update(const UpdateRequest& request, const UpdateListener& listener, PreparedVocabulary& prepared) {
  return Update(request, listener, prepared).run();
}

}  // namespace claimbase

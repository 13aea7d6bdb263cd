#include "indexer/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <utility>

#include "indexer/article_task.h"
#include "indexer/changes.h"
#include "indexer/exit.h"
#include "indexer/mapping.h"
#include "indexer/ordered_queue.h"
#include "indexer/sources.h"
#include "indexer/store_file.h"
#include "indexer/versions.h"
#include "indexer/vocabulary_files.h"
#include "indexer/walk.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kSources = "sources";
constexpr std::string_view kVocabularies = "vocabularies";

// What the store on disk says of itself, before anything is changed.
struct Recorded {
  std::vector<Source> sources;
  std::vector<fs::path> vocabularies;
  ArticleStates states;
  StoreCounts counts;
};

Recorded read_recorded(const UpdateRequest& request) {
  Recorded recorded;
  if (!has_content(request.database)) return recorded;
  try {
    Store store = Store::open(request.database, request.dry_run ? StoreMode::read_only : StoreMode::read_write);
    recorded.sources = parse_sources(store.meta(kSources).value_or(""));
    recorded.vocabularies = parse_paths(store.meta(kVocabularies).value_or(""));
    recorded.counts = store.counts();
    if (!request.rebuild) recorded.states = store.article_states();
  } catch (const StoreError& error) {
    if (!request.rebuild || error.kind() != StoreErrorKind::corrupt) throw;
  }
  return recorded;
}

void record(Store& store, std::string_view name, const std::string& value) {
  if (store.meta(name) != value) store.set_meta(name, value);
}

class Update {
 public:
  Update(const UpdateRequest& request, const UpdateListener& listener) : request_(request), listener_(listener) {
    summary_.database = request.database.string();
    summary_.dry_run = request.dry_run;
  }

  Summary run() {
    const auto start = std::chrono::steady_clock::now();
    Recorded recorded = read_recorded(request_);
    set_vocabularies(recorded);
    loaded_ = load_vocabulary(vocabularies_);
    for (const FileProblem& each : loaded_.problems) tell(each);
    select(recorded);
    find(recorded.states);
    if (request_.dry_run) {
      summary_.store = recorded.counts;
      look();
    } else {
      write(recorded.states.empty());
    }
    summary_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return std::move(summary_);
  }

 private:
  void set_vocabularies(const Recorded& recorded) {
    vocabularies_ = recorded.vocabularies;
    if (!request_.vocabularies) return;
    vocabularies_.clear();
    for (const fs::path& each : *request_.vocabularies)
      vocabularies_.push_back(fs::weakly_canonical(fs::absolute(each)));
  }

  void select(const Recorded& recorded) {
    if (request_.paths.empty() && recorded.sources.empty()) {
      throw UsageError(fmt::format("update {}: it has no sources yet; name a folder of articles", summary_.database));
    }
    const bool fresh =
        request_.rebuild && !request_.paths.empty();  // a clean build of what is named, and of nothing else
    selection_ = select_sources(fresh ? std::vector<Source>() : recorded.sources, request_.paths, request_.root,
                                request_.language);
    if (!request_.paths.empty() && is_outdated(recorded.states)) {
      const auto all = select_sources(selection_.sources, {}, std::nullopt, std::nullopt);
      selection_.scopes = with_names_of(all.scopes);
    }
    for (const fs::path& each : selection_.missing) tell_missing(each);
  }

  // Claims that were read with another vocabulary do not agree with the concepts that are about to be written.
  bool is_outdated(const ArticleStates& states) {
    return std::ranges::any_of(states, [this](const auto& entry) {
      for (const Source& source : selection_.sources) {
        if (is_below(entry.first, name_of(source))) return entry.second.versions != versions(source.language);
      }
      return false;
    });
  }

  // The scopes of all sources, shown as the person wrote them where a source was named.
  std::vector<Scope> with_names_of(std::vector<Scope> all) const {
    for (Scope& each : all) {
      const auto named = std::ranges::find(selection_.scopes, each.path, &Scope::path);
      if (named != selection_.scopes.end()) each.shown = named->shown;
    }
    return all;
  }

  void find(const ArticleStates& states) {
    Walk found;
    std::vector<Scope> looked_at;
    for (const Scope& scope : selection_.scopes) {
      const std::string name = id_of(scope.source, scope.path);
      if (!scope.exists && scope.path == scope.source.path && !request_.prune) {
        tell({scope.shown.string(), 0, Severity::error, "source.missing",
              "not read: the source is gone; its articles stay, update --prune removes them"});
        ++summary_.failed;
        continue;
      }
      looked_at.push_back(scope);
      if (scope.exists) {
        add(found, walk(scope));
      } else if (std::ranges::none_of(states, [&](const auto& entry) { return is_below(entry.first, name); })) {
        tell_missing(scope.shown);
      }
    }
    std::ranges::sort(found.files, {}, &FoundFile::id);
    for (const FileProblem& each : found.problems) tell(each);
    summary_.failed += found.problems.size();
    summary_.skipped = found.skipped;
    changes_ = find_changes(std::move(found), looked_at, states, [this](std::string_view l) { return versions(l); });
    summary_.unchanged = changes_.unchanged;
    if (request_.prune) {
      std::erase_if(selection_.sources, [](const Source& each) { return !fs::exists(each.path); });
    }
  }

  static void add(Walk& all, Walk more) {
    std::ranges::move(more.files, std::back_inserter(all.files));
    std::ranges::move(more.unknown, std::back_inserter(all.unknown));
    std::ranges::move(more.problems, std::back_inserter(all.problems));
    all.skipped += more.skipped;
  }

  const AnalysisVersions& versions(std::string_view language) {
    const auto known = versions_.find(language);
    if (known != versions_.end()) return known->second;
    return versions_.emplace(language, current_versions(loaded_.vocabulary, language)).first->second;
  }

  void look() {
    const auto make_worker = [this] {
      return [this](std::size_t item) { return read_only_if_touched(changes_.pending[item]); };
    };
    for (const std::string& each : changes_.gone) note_change(each, "removed", "file gone");
    for_each_in_order<TaskResult>(changes_.pending.size(), request_.jobs, make_worker,
                                  [this](std::size_t item, TaskResult result) { count(item, result); });
    std::ranges::stable_sort(summary_.changes, {}, &ArticleChange::article);
    summary_.removed = changes_.gone.size();
  }

  void write(bool is_empty) {
    StoreFile file(request_.database, request_.rebuild || is_empty);
    record(file.store(), kVocabularies, to_json(vocabularies_));
    record(file.store(), kSources, to_json(selection_.sources));
    file.store().put_vocabulary(to_records(loaded_.vocabulary));
    for (const std::string& each : changes_.gone) file.store().remove_article(each);
    summary_.removed = changes_.gone.size();
    const auto make_worker = [this] {
      return [this, extractor = ClaimExtractor(loaded_.vocabulary)](std::size_t item) mutable {
        return read_and_analyze(changes_.pending[item], extractor);
      };
    };
    const auto consume = [&](std::size_t item, const TaskResult& result) {
      const FoundFile& found = changes_.pending[item].file;
      if (result.kind == TaskResult::Kind::touched) file.store().touch_article(found.id, found.size, found.modified);
      if (result.kind == TaskResult::Kind::analysed) file.store().replace_article(result.article);
      count(item, result);
      if (listener_.on_progress) listener_.on_progress(item + 1, changes_.pending.size());
    };
    for_each_in_order<TaskResult>(changes_.pending.size(), request_.jobs, make_worker, consume);
    file.finish();
    summary_.store = file.store().counts();
  }

  void count(std::size_t item, const TaskResult& result) {
    const PendingFile& pending = changes_.pending[item];
    for (const FileProblem& each : result.problems) tell(each);
    summary_.bytes += result.bytes;
    switch (result.kind) {
      case TaskResult::Kind::touched:
        ++summary_.unchanged;
        break;
      case TaskResult::Kind::failed:
        ++summary_.failed;
        break;
      case TaskResult::Kind::analysed:
        const bool is_new = pending.reason == Reason::added;
        ++(is_new ? summary_.added : summary_.changed);
        note_change(pending.file.id, is_new ? "added" : "changed", to_string(pending.reason));
        break;
    }
  }

  void note_change(const std::string& id, std::string_view change, std::string_view reason) {
    if (request_.dry_run) summary_.changes.push_back({id, std::string(change), std::string(reason)});
  }

  void tell_missing(const fs::path& shown) {
    tell({shown.string(), 0, Severity::error, "document.missing", "not indexed: no such file or folder"});
    ++summary_.failed;
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
  std::vector<fs::path> vocabularies_;
  LoadedVocabulary loaded_;
  std::map<std::string, AnalysisVersions, std::less<>> versions_;
  Selection selection_;
  Changes changes_;
  Summary summary_;
};

}  // namespace

Summary update(const UpdateRequest& request, const UpdateListener& listener) {
  return Update(request, listener).run();
}

}  // namespace claimbase

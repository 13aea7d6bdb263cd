#include "indexer/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "indexer/exit.h"
#include "indexer/versions.h"
#include "indexer/walk.h"

namespace claimbase {
namespace {

namespace fs = std::filesystem;

class Planner {
 public:
  Planner(const UpdateRequest& request, const Recorded& recorded, PreparedVocabulary& prepared)
      : request_(request), recorded_(recorded), prepared_(prepared) {}

  Plan run() && {
    load();
    made_.libraries = plan_libraries(request_, recorded_.libraries, recorded_.library_states);
    std::ranges::move(made_.libraries.problems, std::back_inserter(made_.problems));
    made_.failed += made_.libraries.failed;
    made_.skipped += made_.libraries.skipped;
    select();
    find();
    if (request_.prune) std::erase_if(made_.sources, [](const Source& each) { return !fs::exists(each.path); });
    return std::move(made_);
  }

 private:
  void load() {
    std::vector<fs::path> files = recorded_.vocabularies;
    if (request_.vocabularies) {
      files.clear();
      for (const fs::path& each : *request_.vocabularies) files.push_back(fs::weakly_canonical(fs::absolute(each)));
    }
    made_.vocabulary_input = read_vocabulary_files(files);
    if (!request_.rebuild && made_.vocabulary_input.key == recorded_.vocabulary_key) {
      made_.vocabulary_fingerprint = recorded_.vocabulary_fingerprint;
      return;
    }
    const LoadedVocabulary& loaded = prepared_.load(made_.vocabulary_input);
    made_.vocabulary_fingerprint = loaded.vocabulary.fingerprint();
    made_.vocabulary = &loaded.vocabulary;
    made_.problems = loaded.problems;
  }

  void select() {
    if (request_.paths.empty() && recorded_.sources.empty() && made_.libraries.sources.empty()) {
      throw UsageError(fmt::format("update {}: it has no sources yet; name a folder of articles or a library",
                                   request_.database.string()));
    }
    const bool fresh = request_.rebuild && !request_.paths.empty();  // what is named, and nothing else
    Selection selection = select_sources(fresh ? std::vector<Source>() : recorded_.sources, request_.paths,
                                         request_.root, request_.language, request_.format);
    made_.sources = std::move(selection.sources);
    scopes_ = std::move(selection.scopes);
    for (const fs::path& each : selection.missing) miss(each);
    if (!request_.paths.empty() && has_outdated_rows()) widen();
  }

  // Claims that were read with another vocabulary do not agree with the concepts that are about to be written.
  bool has_outdated_rows() {
    return std::ranges::any_of(recorded_.states, [this](const auto& entry) {
      const auto holder =
          std::ranges::find_if(made_.sources, [&](const Source& each) { return is_below(entry.first, name_of(each)); });
      return holder != made_.sources.end() &&
             entry.second.versions != versions(forced_settings(holder->language, holder->format), entry.second.format);
    });
  }

  // All sources instead of some, those that were named as the person wrote them.
  void widen() {
    Selection all = select_sources(made_.sources, {}, std::nullopt, std::nullopt);
    for (Scope& each : all.scopes) {
      const auto named = std::ranges::find(scopes_, each.path, &Scope::path);
      if (named != scopes_.end()) each.shown = named->shown;
    }
    std::erase_if(scopes_, [](const Scope& each) { return each.exists; });
    std::erase_if(all.scopes, [this](const Scope& each) {
      return std::ranges::find(scopes_, each.path, &Scope::path) != scopes_.end();
    });
    std::ranges::move(all.scopes, std::back_inserter(scopes_));
  }

  void find() {
    Walk found;
    std::vector<Scope> looked_at;
    for (const Scope& scope : scopes_) {
      if (!scope.exists && scope.path == scope.source.path && !request_.prune) {
        fail(scope.shown, "source.missing",
             "not read: the source is gone; its articles stay, update --prune removes them");
        continue;
      }
      looked_at.push_back(scope);
      if (scope.exists) {
        add(found, walk(scope));
      } else if (!is_stored(id_of(scope.source, scope.path))) {
        miss(scope.shown);
      }
    }
    if (!std::ranges::is_sorted(found.files, {}, &FoundFile::id)) std::ranges::sort(found.files, {}, &FoundFile::id);
    const auto same_id = [](const FoundFile& a, const FoundFile& b) { return a.id == b.id; };
    found.files.erase(std::unique(found.files.begin(), found.files.end(), same_id), found.files.end());
    made_.failed += found.problems.size();
    std::ranges::move(found.problems, std::back_inserter(made_.problems));
    made_.skipped += found.skipped;
    made_.changes =
        find_changes(std::move(found), looked_at, recorded_.states,
                     {[this](std::string_view forced, std::string_view format) { return versions(forced, format); },
                      [this](std::string_view id) { return forced_before(id); }});
  }

  static void add(Walk& all, Walk more) {
    std::ranges::move(more.files, std::back_inserter(all.files));
    std::ranges::move(more.unknown, std::back_inserter(all.unknown));
    std::ranges::move(more.problems, std::back_inserter(all.problems));
    all.skipped += more.skipped;
  }

  bool is_stored(std::string_view name) const {
    return std::ranges::any_of(recorded_.states, [&](const auto& entry) { return is_below(entry.first, name); });
  }

  AnalysisVersions versions(std::string_view forced, std::string_view format) const {
    return current_versions(made_.vocabulary_fingerprint, forced, format);
  }

  std::string forced_before(std::string_view id) const {
    const auto holder =
        std::ranges::find_if(recorded_.sources, [id](const Source& each) { return is_below(id, name_of(each)); });
    return holder == recorded_.sources.end() ? std::string() : forced_settings(holder->language, holder->format);
  }

  void miss(const fs::path& shown) {
    fail(shown, "document.missing", "not indexed: no such file or folder; check the path");
  }

  void fail(const fs::path& shown, std::string_view rule, std::string message) {
    made_.problems.push_back({shown.string(), 0, Severity::error, std::string(rule), std::move(message)});
    ++made_.failed;
  }

  const UpdateRequest& request_;
  const Recorded& recorded_;
  PreparedVocabulary& prepared_;
  std::vector<Scope> scopes_;
  Plan made_;
};

}  // namespace

bool is_nothing_to_do(const Plan& plan, const Recorded& recorded) {
  const Changes& articles = plan.changes;
  return articles.pending.empty() && articles.gone.empty() && articles.moved.empty() &&
         plan.libraries.pending.empty() && plan.libraries.gone.empty() && recorded.is_settled &&
         plan.sources == recorded.sources && plan.libraries.sources == recorded.libraries &&
         plan.vocabulary_input.files == recorded.vocabularies && plan.vocabulary_input.key == recorded.vocabulary_key;
}

Plan make_plan(const UpdateRequest& request, const Recorded& recorded, PreparedVocabulary& prepared) {
  return Planner(request, recorded, prepared).run();
}

}  // namespace claimbase

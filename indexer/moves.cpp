#include "indexer/moves.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "analysis/document/format.h"
#include "indexer/versions.h"

namespace claimbase {
namespace {

// An article of the store whose rows may be free for another file.
struct Held {
  const std::string* id;
  const ArticleState* state;
  bool is_free;  // its own file is gone, or surely has other bytes
};

struct SameSize {
  std::vector<Held> held;
  std::vector<std::size_t> files;  // indexes in Changes::pending
};

class MoveFinder {
 public:
  MoveFinder(Changes& changes, const ArticleStates& states,
             const std::function<HashedFile(const FoundFile& file)>& hash)
      : changes_(changes), states_(states), hash_(hash) {}

  void run() {
    for (auto& [size, same] : by_size()) {
      if (is_worth_a_look(same)) settle(same);
    }
    if (moved_.empty()) return;
    std::erase_if(changes_.gone, [this](const std::string& id) { return taken_.contains(id); });
    std::vector<PendingFile> left;
    left.reserve(changes_.pending.size());
    for (std::size_t i = 0; i < changes_.pending.size(); ++i) {
      PendingFile& file = changes_.pending[i];
      if (const auto found = moved_.find(i); found != moved_.end()) {
        found->second.to = std::move(file);
        changes_.moved.push_back(std::move(found->second));
        continue;
      }
      if (taken_.contains(file.file.id)) file.stored_hash.clear();  // its rows are another's now
      left.push_back(std::move(file));
    }
    changes_.pending = std::move(left);
  }

 private:
  std::map<std::int64_t, SameSize> by_size() const {
    std::map<std::int64_t, SameSize> sizes;
    for (const std::string& id : changes_.gone) {
      const auto state = states_.find(id);
      sizes[state->second.size].held.push_back({&state->first, &state->second, true});
    }
    for (std::size_t i = 0; i < changes_.pending.size(); ++i) {
      const PendingFile& each = changes_.pending[i];
      if (each.reason == Reason::outdated) continue;
      sizes[each.file.size].files.push_back(i);
      if (each.reason == Reason::added) continue;
      const auto state = states_.find(each.file.id);
      sizes[state->second.size].held.push_back({&state->first, &state->second, state->second.size != each.file.size});
    }
    return sizes;
  }

  // Not where a file of that size can have no other article than its own.
  bool is_worth_a_look(const SameSize& same) const {
    if (same.held.empty() || same.files.empty()) return false;
    return same.held.size() > 1 || same.files.size() > 1 ||
           *same.held.front().id != changes_.pending[same.files.front()].file.id;
  }

  void settle(SameSize& same) {
    std::map<std::string_view, Held*> by_id;
    for (Held& each : same.held) by_id.emplace(*each.id, &each);
    std::vector<std::pair<std::size_t, HashedFile>> open;
    for (const std::size_t at : same.files) {
      const PendingFile& file = changes_.pending[at];
      HashedFile hashed = hash_(file.file);
      if (hashed.hash.empty() || (file.reason == Reason::touched && hashed.hash == file.stored_hash)) continue;
      if (const auto own = by_id.find(file.file.id); own != by_id.end()) own->second->is_free = true;
      open.emplace_back(at, std::move(hashed));
    }
    std::map<std::string_view, std::vector<const Held*>> free;  // by hash
    for (const Held& each : same.held) {
      if (each.is_free) free[each.state->content_hash].push_back(&each);
    }
    for (const bool same_inode : {true, false}) {
      for (const auto& [at, hashed] : open) {
        if (const auto found = free.find(hashed.hash); found != free.end()) take(at, hashed, found->second, same_inode);
      }
    }
  }

  void take(std::size_t at, const HashedFile& hashed, std::vector<const Held*>& free, bool same_inode) {
    if (moved_.contains(at)) return;
    const PendingFile& file = changes_.pending[at];
    const auto found = std::ranges::find_if(free, [&](const Held* each) {
      return (!same_inode || (file.file.inode != 0 && file.file.inode == each->state->inode)) &&
             would_give_the_same(*each, file);
    });
    if (found == free.end()) return;
    taken_.insert(*(*found)->id);
    moved_.emplace(at, MovedFile{*(*found)->id, {}, hashed.modified});
    free.erase(found);
  }

  static bool would_give_the_same(const Held& held, const PendingFile& file) {
    AnalysisVersions now = file.versions;
    now.reader = reader_version_of(held.state->format);
    return held.state->versions == now && format_of_extension(*held.id) == format_of_extension(file.file.id);
  }

  Changes& changes_;
  const ArticleStates& states_;
  const std::function<HashedFile(const FoundFile& file)>& hash_;
  std::map<std::size_t, MovedFile> moved_;  // by index in Changes::pending
  std::set<std::string, std::less<>> taken_;
};

}  // namespace

void find_moves(Changes& changes, const ArticleStates& states,
                const std::function<HashedFile(const FoundFile& file)>& hash) {
  MoveFinder(changes, states, hash).run();
}

}  // namespace claimbase

// The system's word that something in some folders has changed (inotify on Linux; nothing elsewhere).
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>

#include "indexer/descriptor.h"

namespace claimbase {

class FolderEvents {
 public:
  /// Watches each of `targets`: a folder and all below it (names that begin with a dot and links to folders left out,
  /// as walk() does), or a file, by its name in its folder, so that one that is put in its place is seen too; one that
  /// is not there, until it comes. What is named like `store` in the store's folder is passed over.
  FolderEvents(std::span<const std::filesystem::path> targets, const std::filesystem::path& store);

  /// Why some of it is not watched; empty: all is.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// For poll(2): readable when there is something for take(). -1: never.
  [[nodiscard]] int descriptor() const { return events_.get(); }

  struct Taken {
    bool changed = false;  // something is to be looked at
    bool folders = false;  // folders came or went, or events were lost: watch anew, then look at everything
  };
  /// What has come since the last time. Does not wait.
  [[nodiscard]] Taken take();

 private:
  struct Watched {
    std::filesystem::path folder;
    bool whole = false;                        // every name in it counts
    std::set<std::string, std::less<>> names;  // else these
  };
  void add_tree(const std::filesystem::path& top);
  void add_name(std::filesystem::path path);
  /// Null: not watched.
  Watched* add_folder(const std::filesystem::path& folder);
  [[nodiscard]] bool counts(const Watched& watched, std::string_view name) const;

  Descriptor events_;
  std::map<int, Watched> watched_;  // by the number that the system gave
  std::filesystem::path store_;
  std::string problem_;
};

}  // namespace claimbase

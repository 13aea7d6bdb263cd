// The record of a run: what each change of an article or library did, written in the change's own transaction.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "schema/article_image.h"
#include "schema/cited_works.h"
#include "schema/database.h"
#include "schema/run_records.h"

namespace claimbase {

/// Of a run that has more mentions to tell, only the articles' names are kept from then on (run.complete is 0).
inline constexpr std::int64_t kMostRunMentions = 50'000;
/// Older runs are forgotten.
inline constexpr std::int64_t kMostRuns = 1'000;
/// So are the oldest of those that together have more mentions than this; the newest never.
inline constexpr std::int64_t kMostMentionsOfRuns = 200'000;

/// For one run. Every function but the constructor and end() is called inside a transaction; what such a one leaves in
/// memory may outlive its rollback.
class RunRows {
 public:
  /// `db` must outlive it. Writes nothing: a run that changes nothing leaves no row.
  RunRows(Database& db, RunStart start);

  /// Does `work`, which replaces or removes the article, and notes what that did.
  template <typename Work>
  void article(std::string_view path, const Work& work) {
    const auto before = images_.read(path);
    work();
    note_article(path, before, images_.read(path));
  }
  /// The article has another path now.
  void renamed(std::string_view from, std::string_view to);

  /// Does `work`, which replaces or removes the library.
  template <typename Work>
  void library(std::string_view path, const Work& work) {
    const bool was_there = has_library(path);
    begin_works();
    work();
    note_library(path, was_there);
    note_works();
  }
  /// Does `work`, which settles what words lead to.
  template <typename Work>
  void citations(const Work& work) {
    if (works_) begin_works();
    work();
    if (works_) note_works();
  }

  /// The run ends: counts are noted, and old runs forgotten. Nothing where there is no row of it.
  void end(const RunEnd& end);

  /// Of a clean build: copies the runs of `old`, which it takes the place of, and notes how it differs from that.
  /// Inside the build's transaction, at its end.
  void carry_from(const Database& old, const RunEnd& end);
  /// Of a first build: its counts alone.
  void first_build(const RunEnd& end);

 private:
  void write_row(bool complete);
  void write_end(const RunEnd& end);
  void forget_old_runs();
  bool has_library(std::string_view path);
  std::int64_t add_change(std::string_view kind, std::string_view change, std::string_view path,
                          std::string_view previous, const ArticleImage* image);
  void note_article(std::string_view path, const std::optional<ArticleImage>& before,
                    const std::optional<ArticleImage>& after);
  void note_difference(std::int64_t change, const ImageDifference& found);
  void add_mention(std::int64_t change, bool gained, const MentionImage& mention);
  void note_library(std::string_view path, bool was_there);
  void begin_works();
  void note_works();
  void note_work(const CitedWorkChange& change);
  void copy_runs(const Database& old);
  void note_articles(const Database& old);
  void note_notices(const Database& old);

  Database& db_;
  RunStart start_;
  std::int64_t number_;
  ArticleImageReader images_;
  std::optional<CitedWorks> works_;  // as of the last change of a library; absent before the first
  std::int64_t mentions_ = 0;
};

}  // namespace claimbase

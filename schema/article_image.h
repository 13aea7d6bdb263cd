// What an article says at one moment, and what differs between two.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/run_records.h"

namespace claimbase {

struct ArticleImage {
  std::string title;
  std::string format;
  std::string content_hash;
  std::vector<MentionImage> mentions;
  std::vector<EntryImage> entries;
};

/// Statements prepared once. `db` must outlive it.
class ArticleImageReader {
 public:
  explicit ArticleImageReader(const Database& db);
  /// Nothing: there is no such article. Cost: linear in its mentions, entries and links.
  [[nodiscard]] std::optional<ArticleImage> read(std::string_view path);

 private:
  void read_mentions(std::int64_t article, ArticleImage& image);
  void read_entries(std::int64_t article, ArticleImage& image);
  Statement article_;
  Statement mentions_;
  Statement quantities_;
  Statement evidence_;
  Statement entries_;
};

/// What of two images has no counterpart in the other.
struct ImageDifference {
  std::vector<MentionImage> lost_mentions;
  std::vector<MentionImage> gained_mentions;
  std::vector<EntryImage> lost_entries;
  std::vector<EntryImage> gained_entries;
  [[nodiscard]] bool empty() const {
    return lost_mentions.empty() && gained_mentions.empty() && lost_entries.empty() && gained_entries.empty();
  }
};
[[nodiscard]] ImageDifference difference(const ArticleImage& before, const ArticleImage& after);

}  // namespace claimbase

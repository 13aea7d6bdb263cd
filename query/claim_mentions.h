// The mentions of the claims on some substances and outcomes, in the order of the articles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/claim/valence.h"
#include "query/place.h"
#include "schema/database.h"

namespace claimbase {

struct ClaimMention {
  std::int64_t key = 0;
  std::int64_t sentence_key = 0;
  std::string_view article;  // of the reader
  std::string_view format;   // of the article: what `line` counts
  std::uint32_t line = 0;
  std::string sentence;
  MentionSummary claim;
  Valence valence = Valence::neutral;   // of its outcome
  std::vector<std::string> quantities;  // as printed, in the order of the text
};

/// Claims lead to their mentions, and these are put in order before anything else of them is read. For one thread; `db`
/// must outlive it.
class ClaimMentionReader {
 public:
  /// JSON lists of concept keys, and a GLOB over the path or its last part; empty: any.
  ClaimMentionReader(const Database& db, const std::string& substances, const std::string& outcomes,
                     const std::string& article);

  /// By path, then in the order of the article; nothing after the last.
  [[nodiscard]] std::optional<ClaimMention> next();

 private:
  struct Row {
    std::int64_t key = 0;
    std::int64_t article = 0;
    std::int64_t ordinal = 0;
    std::int64_t sentence = 0;
    std::int64_t claim = 0;
    std::string exposure;
    std::string polarity;
    std::string certainty;
  };
  struct Article {
    std::string path;
    std::string format;
  };
  struct Claim {
    MentionSummary summary;
    Valence valence = Valence::neutral;
  };
  void read_rows(const Database& db, const std::string& substances, const std::string& outcomes,
                 const std::string& article);
  void read_articles(const Database& db);
  [[nodiscard]] const Claim& claim(std::int64_t key);
  void read_sentence(ClaimMention& mention);
  void read_quantities(ClaimMention& mention);

  Statement claim_;
  Statement sentence_;
  Statement quantities_;
  std::vector<Row> rows_;
  std::size_t next_ = 0;
  std::unordered_map<std::int64_t, Article> articles_;
  std::unordered_map<std::int64_t, Claim> claims_;
};

}  // namespace claimbase

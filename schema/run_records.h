// What is kept of a run of the indexer: what articles said before and after (docs/store.md, Runs).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// A run that begins.
struct RunStart {
  std::string command;     // "update", "rebuild", "watch" ...
  std::string program;     // its version
  std::int64_t began = 0;  // nanoseconds since 1970
};

/// What it did.
struct RunEnd {
  std::int64_t ended = 0;                                                                   // nanoseconds since 1970
  std::size_t added = 0, changed = 0, renamed = 0, removed = 0, unchanged = 0, failed = 0;  // articles
  std::size_t libraries = 0;                                                                // added, changed or removed
  std::string counts = "{}";  // of the store now, one object in JSON
};

/// What one mention rests on.
struct EvidenceImage {
  std::string link;       // "marker" ...
  std::string kind;       // of the citation; empty: the reference list as a whole
  std::string marker;     // the printed number
  std::string reference;  // id; empty: leads to none
  std::string authors;
  std::string year;
  std::string title;
  std::string notice;   // "retraction" ...
  std::string printed;  // the entry, or what words name
  /// Not so where a marker leads to nothing.
  [[nodiscard]] bool is_ground() const;
  friend bool operator==(const EvidenceImage&, const EvidenceImage&) = default;
};

struct MentionImage {
  std::string claim;  // id
  std::string exposure;
  std::string polarity;
  std::string certainty;
  std::int64_t line = 0;
  std::string heading;
  std::string sentence;
  std::vector<std::string> quantities;  // as printed
  std::vector<EvidenceImage> evidence;
};

struct EntryImage {
  std::string reference;  // id
  std::int64_t number = 0;
  std::int64_t line = 0;
  std::string raw;
};

/// One work, as printed or by its id: what libraries say of works, and how they are numbered, makes no difference.
[[nodiscard]] bool is_same_source(const EvidenceImage& a, const EvidenceImage& b);
[[nodiscard]] bool rests_on_same(const MentionImage& a, const MentionImage& b);
/// Says the same on the same ground, wherever it stands.
[[nodiscard]] bool is_same(const MentionImage& a, const MentionImage& b);
[[nodiscard]] bool is_same(const EntryImage& a, const EntryImage& b);

/// The forms in which run_mention keeps them; what is no such JSON gives an empty list.
[[nodiscard]] std::string to_json(const std::vector<std::string>& texts);
[[nodiscard]] std::string to_json(const std::vector<EvidenceImage>& evidence);
[[nodiscard]] std::vector<std::string> parse_texts(std::string_view json);
[[nodiscard]] std::vector<EvidenceImage> parse_evidence(std::string_view json);

}  // namespace claimbase

// The full-text indexes. No triggers: this is the one place that writes them, always together with the rows they index,
// in the same transaction. An index entry must be taken out with exactly the text it was made from, or words are left
// behind that point at nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "schema/database.h"
#include "schema/prepared_words.h"

namespace claimbase {

/// A sentence as its index has it.
struct SentenceText {
  std::string_view language;
  std::string_view text;
  std::string_view heading;  // the headings above it
  std::string_view words;    // of `text` (analysis/language/index_words.h); empty: not known
};

/// A work as its index has it.
struct ReferenceText {
  std::string_view title;
  std::string_view abstract;
  std::string subjects;
  std::string_view authors;
  std::string_view container_title;
};

/// The words of a sentence that was indexed, valid until the next one is.
struct IndexedWords {
  std::size_t index = 0;  // in kSentenceIndexes
  std::string_view text;
  std::string_view heading;
};

class FullText {
 public:
  /// `db`, on which register_full_text was called, must outlive it.
  explicit FullText(Database& db);

  IndexedWords add_sentence(std::int64_t key, const SentenceText& sentence);
  /// Before the sentences' rows go.
  void remove_sentences_of(std::int64_t article);
  /// `text`: what the view reference_text has of the row, by which it is taken out again.
  void add_reference(std::int64_t key, const ReferenceText& text);
  /// Of all rows that there are, none of which was added before.
  void add_all_references();
  /// Before any of these change or go.
  void remove_reference(std::int64_t key);

 private:
  struct SentenceIndex {
    Statement add;
    Statement remove;
    Analyzer analyzer;
    std::string heading = {};  // of the sentence before: those that follow it stand under the same
    std::string heading_words = {};
  };
  std::string_view words_of(SentenceIndex& index, std::string_view text);
  Database& db_;
  PreparedWords& prepared_;
  std::array<SentenceIndex, 3> sentences_;
  Statement sentences_of_;
  Statement reference_columns_;
  Statement add_reference_;
  Statement remove_reference_;
  std::vector<Word> found_;  // reused
  std::string words_;        // of a sentence whose words were not known
};

/// The names of the full-text tables.
[[nodiscard]] std::vector<std::string> full_text_tables();

/// Writes out what is collected for the indexes, within a transaction, and frees it.
void flush_full_text(Database& db);

/// Merges the segments that changes have left, where a level has four or more. Outside of a transaction in short ones
/// of its own: readers and other writers come in between. At most about `pages` of each index.
void merge_full_text(Database& db, std::size_t pages);

/// Merges each index into one segment.
void optimize_full_text(Database& db);

/// Makes each index anew from the rows.
void rebuild_full_text(Database& db);

/// How the indexes are written (fts5.html, 6).
struct FullTextWriting {
  std::int64_t buffer;       // bytes at which collected words become a segment; undocumented: may be refused
  std::int64_t automerge;    // segments of a level that are merged bit by bit; 0: none
  std::int64_t crisismerge;  // segments of a level that are merged at once
};
void set_full_text_writing(Database& db, const FullTextWriting& writing);
inline constexpr FullTextWriting kFullTextWriting{1 << 20, 4, 16};  // FTS5's defaults
/// Few segments, and many of them are merged once, at the end: two or three are left alone (searches are no slower by
/// them, and to make them one takes a twentieth of the build).
inline constexpr FullTextWriting kFullTextBulkWriting{1 << 25, 0, 1000};

/// The names of the indexes that disagree with their rows. Writes nothing, but needs a connection that may write.
[[nodiscard]] std::vector<std::string> damaged_full_text(Database& db);

/// The analyzer that the indexes' words were made with, and the program's own. Where they differ the indexes must be
/// made anew.
[[nodiscard]] std::string full_text_analyzer();
inline constexpr std::string_view kFullTextAnalyzerMeta = "full_text_analyzer";

}  // namespace claimbase

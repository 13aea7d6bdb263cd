// The store: one SQLite file that holds articles, their claims and the evidence behind them (docs/store.md describes
// the format; claimbase.sql is its schema). The indexer writes through Store; the queries read through open_reader()
// with SQL of their own.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/library_citations.h"
#include "schema/records.h"
#include "schema/run_records.h"

namespace claimbase {

/// "Clmb"; PRAGMA application_id of every store.
inline constexpr std::int64_t kStoreApplicationId = 0x436c6d62;
/// PRAGMA user_version of the stores this program writes. Raised together with a migration (schema/migration.h).
inline constexpr int kStoreVersion = 6;

/// A connection for queries: read-only, query_only, tokenizer `claimbase` and function `claim_rank` registered. Readers
/// never wait for a writer; a read Transaction gives several statements one consistent state. A store on read-only
/// media is opened as immutable where its folder cannot take the files that write-ahead logging needs. Throws
/// StoreError: missing, not_a_store, newer_schema, older_schema, corrupt.
[[nodiscard]] Database open_reader(const std::filesystem::path& file);

enum class StoreMode : std::uint8_t {
  read_only,   // for check(), counts(), canonical_dump()
  read_write,  // made where missing; an older schema is migrated; WAL, synchronous NORMAL
  bulk,        // a new file (one that exists is an error) for a clean build: no journal, all in one transaction, until
               // finish_bulk()
};

/// What change detection needs of an article that is in the store.
struct ArticleState {
  std::string content_hash;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  AnalysisVersions versions;
  std::int64_t inode = 0;  // 0: not known
  std::string format;
};

/// The same of a library file.
struct LibraryState {
  std::string content_hash;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::uint64_t version = 0;
  std::int64_t inode = 0;  // 0: not known
};

/// An article whose file has another name now and the bytes of before.
struct MovedArticle {
  std::string from;
  std::string to;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t inode = 0;
};

struct StoreCounts {
  std::int64_t articles = 0, blocks = 0, sentences = 0, concepts = 0, claims = 0, mentions = 0, quantities = 0,
               references = 0, reference_entries = 0, citations = 0, unresolved_citations = 0, evidence = 0,
               diagnostics = 0, libraries = 0, library_records = 0, notices = 0, retracted = 0;
  friend bool operator==(const StoreCounts&, const StoreCounts&) = default;
};

/// For use by one thread at a time. Every function throws StoreError where the store cannot do it; the store is then as
/// it was before the call (in bulk mode: the file is of no use any more, and the destructor removes it).
class Store {
 public:
  [[nodiscard]] static Store open(const std::filesystem::path& file, StoreMode mode);
  /// Bulk mode without finish_bulk(): removes the file.
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  /// What is changed from here to end_run() is recorded as one run, each change in its own transaction (docs/store.md,
  /// Runs); of a first build its counts alone. A run that changes no article and no library leaves no record.
  void begin_run(RunStart start);
  /// Of a clean build: before finish_bulk(); `replaced` is the store whose place it will take, and whose runs go with
  /// it. One that is missing or damaged has none.
  void end_run(const RunEnd& end, const std::optional<std::filesystem::path>& replaced = std::nullopt);

  /// Makes the store's vocabulary equal to `concepts`, in one transaction; must come before the articles that use it.
  /// Concepts that are gone but that claims still use are kept, marked retired, until the last such claim goes. Does
  /// nothing where nothing differs.
  void put_vocabulary(std::span<const ConceptRecord> concepts);

  /// Puts an article in the place of the one with the same path, in one transaction: old rows and full-text entries
  /// out, new ones in; references that are the same work (same id) become one row; references, claims and retired
  /// concepts that nothing uses any more go. Indexes between rows (EvidenceRecord::mention ...) must be in range:
  /// std::out_of_range is thrown before anything is written. Cost: linear in the article's rows.
  void replace_article(const ArticleRecord& article);

  /// False: there was none.
  bool remove_article(std::string_view path);

  /// The file is unchanged but was touched: keeps the rows, notes the new size, time and inode.
  void touch_article(std::string_view path, std::int64_t size, std::int64_t modified, std::int64_t inode = 0);

  /// Gives articles other paths, all in one transaction, so that they may take each other's. The rows stay: they must
  /// be what an analysis under the new path would give. An article that has a path `to` and is not moved itself goes.
  void move_articles(std::span<const MovedArticle> moves);

  /// By path.
  [[nodiscard]] std::map<std::string, ArticleState, std::less<>> article_states();

  /// Puts a library (or a file of notices) in the place of the one with the same path, in one transaction. Its records
  /// become references of their own or enrich those that articles cite. Cost: linear in its records.
  void replace_library(const LibraryRecordFile& library);
  /// False: there was none.
  bool remove_library(std::string_view path);
  /// The file is unchanged but was touched.
  void touch_library(std::string_view path, std::int64_t size, std::int64_t modified, std::int64_t inode = 0);
  /// By path.
  [[nodiscard]] std::map<std::string, LibraryState, std::less<>> library_states();

  /// Whether nothing has changed since settle_library_citations().
  [[nodiscard]] bool library_citations_settled();
  /// What citations lead to in libraries is this, and nothing else. Until then a work that is gone is led to no more,
  /// and one that has come is not led to yet.
  void settle_library_citations(std::span<const LibraryCitation> links);

  [[nodiscard]] std::optional<std::string> meta(std::string_view name);
  void set_meta(std::string_view name, std::string_view value);

  /// Counts all rows: O(store).
  [[nodiscard]] StoreCounts counts();
  /// The same, and notes them; they are forgotten with the next change. Where they were noted before, and the changes
  /// since were made through this object, the rows are not counted again.
  StoreCounts note_counts();
  /// What was noted, at once; else counts.
  [[nodiscard]] StoreCounts known_counts();

  /// After a run of small changes: merges what has collected in the full-text indexes, in short transactions, and moves
  /// the write-ahead log into the file and empties it, unless a reader still needs it; never waits for one. The work is
  /// bounded by how many `articles` were written.
  void tidy(std::size_t articles);

  /// Merges the full-text indexes, refreshes the planner's statistics, moves the write-ahead log into the file.
  void optimize();

  /// What is wrong with the store, one sentence a finding; empty: nothing. Checks pages, foreign keys, full text
  /// against the rows it indexes, orphans and versions. Reads everything.
  [[nodiscard]] std::vector<std::string> check();

  /// The whole logical content as text: no rowids, no times of files, in an order that depends on the content only. Two
  /// stores with the same inputs give the same bytes, however they came to be. Full text is included as the terms of
  /// each index with their counts.
  void canonical_dump(std::ostream& out);

  /// Bulk mode: commits, merges, checks the full text, switches to write-ahead logging and syncs. The store stays open,
  /// in read_write mode.
  void finish_bulk();

  /// The connection, for reading.
  [[nodiscard]] Database& database();

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Puts the finished store `built` (closed) in the place of `live` and removes `built`: all or nothing, and readers of
/// `live` go on with the state they have. Where `live` is missing, empty or damaged, `built` is renamed; else its pages
/// are copied into `live` in one transaction, because a rename would part readers of `live` from its write-ahead log.
/// Both must be in one file system. Throws StoreError: locked, full; not_a_store, newer_schema: `live` is left alone.
void publish_store(const std::filesystem::path& built, const std::filesystem::path& live, int busy_timeout_ms = 5000);

}  // namespace claimbase

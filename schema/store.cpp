#include "schema/store.h"

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "schema/article_rows.h"
#include "schema/canonical_dump.h"
#include "schema/connection.h"
#include "schema/counts.h"
#include "schema/freed_memory.h"
#include "schema/full_text.h"
#include "schema/hexadecimal.h"
#include "schema/label_words.h"
#include "schema/late_indexes.h"
#include "schema/library_citations.h"
#include "schema/library_rows.h"
#include "schema/row_counter.h"
#include "schema/run_rows.h"
#include "schema/sentence_upkeep.h"
#include "schema/store_check.h"
#include "schema/vocabulary_rows.h"
#include "schema/work_rows.h"

namespace claimbase {

struct Store::State {
  State(Database opened, StoreMode mode_) : db(std::move(opened)), mode(mode_) {
    if (mode == StoreMode::bulk) gathered = std::make_unique<GatheredSentences>(db);
  }

  /// The statements that write; prepared when the first is needed.
  struct Writers {
    Writers(Database& to, StoreMode mode, GatheredSentences* gathered)
        : full_text(to),
          works(to, full_text, mode == StoreMode::bulk ? Settling::late : Settling::at_once),
          articles(to, full_text, works, gathered),
          libraries(to, works) {}
    FullText full_text;
    WorkRows works;
    ArticleRows articles;
    LibraryRows libraries;
  };

  Writers& rows() {
    if (!writers) writers = std::make_unique<Writers>(db, mode, gathered.get());
    return *writers;
  }

  /// All of `work` or nothing. A bulk build is one transaction already, and is thrown away as a whole.
  template <typename Work>
  void change(const Work& work) {
    if (mode == StoreMode::bulk) {
      if (!db.in_transaction()) db.execute("BEGIN IMMEDIATE");
      work();
      return;
    }
    follow_counts();
    Transaction transaction(db);
    try {
      work();
    } catch (...) {
      writers.reset();  // they remember what the failed change would have touched
      counter.reset();
      throw;
    }
    transaction.commit();
  }

  /// Before anything but changes of articles and libraries is done: rows of references may wait until then.
  void settle_works() {
    if (!writers) return;
    make_indexes(indexes_of_articles);
    writers->works.find_all();
    make_indexes(indexes_of_found_works);
    writers->works.settle_all();
  }

  /// Of a clean build, if they are not made yet. Sorting takes the place of what was collected for the full text.
  void make_indexes(std::optional<LateIndexes>& indexes) {
    if (!indexes) return;
    change([&] {
      flush_full_text(db);
      give_back_freed_memory();
      indexes->make(db);
    });
    indexes.reset();
  }

  /// `change` of the article at `path`, and what ranking knows of its sentences. A bulk build comes to that at its end.
  template <typename Change>
  void with_sentences(std::string_view path, const Change& change) {
    if (mode == StoreMode::bulk) {
      change();
      return;
    }
    SentenceUpkeep upkeep(db, path);
    change();
    upkeep.finish();
  }

  /// The record of the run, where one is kept of each change.
  RunRows* recording() { return run && mode == StoreMode::read_write ? run.get() : nullptr; }
  /// From the first change on, where the numbers of before are on record.
  void follow_counts();

  Database db;
  StoreMode mode;
  std::unique_ptr<GatheredSentences> gathered;        // of a clean build; after `db`: its statements end first
  std::unique_ptr<Writers> writers;                   // likewise, and before `gathered`
  std::unique_ptr<RunRows> run;                       // likewise
  std::unique_ptr<RowCounter> counter;                // likewise; absent: rows must be counted
  std::optional<LateIndexes> indexes_of_articles;     // of a clean build: by what they are works are found
  std::optional<LateIndexes> indexes_of_found_works;  // likewise: by them works are settled
  std::optional<LateIndexes> indexes_of_works;        // likewise: of what settling writes
};

namespace {

void write_meta(Database& db, std::string_view name, std::string_view value) {
  Statement write(
      db, "INSERT INTO meta(name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value");
  write.bind(1, name).bind(2, value).run();
}

std::optional<std::string> read_meta(const Database& db, std::string_view name) {
  Statement read(db, "SELECT value FROM meta WHERE name = ?1");
  read.bind(1, name);
  if (!read.step()) return std::nullopt;
  return std::string(read.text(0));
}

// There while what citations lead to in libraries is up to date; gone with the first change.
constexpr std::string_view kLibraryCitationsMeta = "library_citations_settled";

// Of tables that articles fill; of columns that change when works are found; of what is asked for by queries alone.
// Rows come in the order of the other indexes, or nearly: these grow at their end, which costs less than sorting.
constexpr std::array<std::string_view, 6> kIndexesOfArticles{"claim_outcome", "mention_sentence", "mention_claim",
                                                             "identity_doi",  "identity_pmid",    "identity_pmcid"};
constexpr std::array<std::string_view, 4> kIndexesOfFoundWorks{"identity_work", "reference_entry_best",
                                                               "citation_reference", "evidence_reference"};
constexpr std::array<std::string_view, 3> kIndexesOfWorks{"reference_year", "author_family", "identifier_value"};

constexpr std::size_t kPagesAnArticle = 16;  // some times what an article's words take in an index
constexpr int kBusyTimeout = 5000;           // milliseconds, as of every connection

void forget_counts(Database& db) {
  Statement forget(db, "DELETE FROM meta WHERE name = ?1");
  forget.bind(1, kCountsMeta).run();
}

void unsettle(Database& db) {
  Statement forget(db, "DELETE FROM meta WHERE name IN (?1, ?2)");
  forget.bind(1, kLibraryCitationsMeta).bind(2, kCountsMeta).run();
}

// Words that another version of the analyzer made could not be taken out again: the indexes are made anew before
// anything is written.
void renew_full_text(Database& db) {
  const std::string analyzer = full_text_analyzer();
  if (read_meta(db, kFullTextAnalyzerMeta) == analyzer) return;
  Transaction transaction(db);
  rebuild_full_text(db);
  rebuild_sentence_data(db);
  write_meta(db, kFullTextAnalyzerMeta, analyzer);
  transaction.commit();
}

// There where citations lead to no library's work: "0". Saves a look at all of them.
constexpr std::string_view kLibraryLinksMeta = "library_links";

Database open_for(const std::filesystem::path& file, StoreMode mode) {
  switch (mode) {
    case StoreMode::read_only:
      return open_read_only(file);
    case StoreMode::read_write:
      return open_read_write(file, store_migrations());
    case StoreMode::bulk:
      return open_bulk(file);
  }
  return open_read_only(file);
}

// False: the store that is replaced cannot be read, or has nothing to tell.
bool carried(RunRows& run, const std::filesystem::path& replaced, const RunEnd& end) {
  try {
    const Database old = open_read_only(replaced);
    if (old.integer("SELECT EXISTS (SELECT 1 FROM run) OR EXISTS (SELECT 1 FROM article)") != 1) return false;
    run.carry_from(old, end);
    return true;
  } catch (const StoreError&) {
    return false;
  }
}

}  // namespace

void Store::State::follow_counts() {
  if (counter) return;
  if (const auto before = noted_counts(db)) {
    counter = std::make_unique<RowCounter>(db, *before);
  }
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;

Store& Store::operator=(Store&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

Store Store::open(const std::filesystem::path& file, StoreMode mode) {
  Store store(std::make_unique<State>(open_for(file, mode), mode));
  if (mode == StoreMode::read_only) return store;
  renew_full_text(store.state_->db);
  renew_label_words(store.state_->db);
  renew_identity(store.state_->db);
  if (mode != StoreMode::bulk) renew_sentence_data(store.state_->db);
  if (mode == StoreMode::bulk) {
    set_full_text_writing(store.state_->db, kFullTextBulkWriting);
    store.state_->indexes_of_articles.emplace(store.state_->db, kIndexesOfArticles);
    store.state_->indexes_of_found_works.emplace(store.state_->db, kIndexesOfFoundWorks);
    store.state_->indexes_of_works.emplace(store.state_->db, kIndexesOfWorks);
  }
  return store;
}

Store::~Store() {
  if (!state_ || state_->mode != StoreMode::bulk) return;
  const std::filesystem::path file = state_->db.file();
  state_.reset();
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
}

void Store::begin_run(RunStart start) {
  state_->run = std::make_unique<RunRows>(state_->db, std::move(start));
}

void Store::end_run(const RunEnd& end, const std::optional<std::filesystem::path>& replaced) {
  const std::unique_ptr<RunRows> run = std::move(state_->run);
  if (!run) return;
  if (state_->mode != StoreMode::bulk) {
    run->end(end);
    return;
  }
  state_->settle_works();
  state_->change([&] {
    if (replaced && carried(*run, *replaced, end)) return;
    state_->db.execute("DELETE FROM run");  // what was copied before the damage was met
    run->first_build(end);
  });
}

void Store::put_vocabulary(std::span<const ConceptRecord> concepts) {
  const ConceptMap wanted = normalised(concepts);
  if (read_vocabulary(state_->db) == wanted) return;
  state_->settle_works();
  state_->writers.reset();  // they remember concepts
  state_->change([&] {
    forget_counts(state_->db);
    write_vocabulary(state_->db, wanted);
  });
}

void Store::replace_article(const ArticleRecord& article) {
  require_consistent(article);
  state_->change([&] {
    unsettle(state_->db);
    const auto replace = [&] {
      state_->with_sentences(article.path, [&] { state_->rows().articles.replace(article); });
    };
    RunRows* const run = state_->recording();
    run != nullptr ? run->article(article.path, replace) : replace();
  });
}

bool Store::remove_article(std::string_view path) {
  bool found = false;
  state_->change([&] {
    unsettle(state_->db);
    const auto remove = [&] { state_->with_sentences(path, [&] { found = state_->rows().articles.remove(path); }); };
    RunRows* const run = state_->recording();
    run != nullptr ? run->article(path, remove) : remove();
  });
  return found;
}

void Store::touch_article(std::string_view path, std::int64_t size, std::int64_t modified, std::int64_t inode) {
  state_->change([&] {
    Statement touch(state_->db, "UPDATE article SET size = ?2, modified = ?3, inode = ?4 WHERE path = ?1");
    touch.bind(1, path).bind(2, size).bind(3, modified).bind(4, inode).run();
  });
}

void Store::move_articles(std::span<const MovedArticle> moves) {
  if (moves.empty()) return;
  std::set<std::string_view> leaving;
  for (const MovedArticle& each : moves) leaving.insert(each.from);
  // No article's path begins with '/', so that none is in the way while all are between two names.
  const auto between = [](std::size_t index) { return "/" + std::to_string(index); };
  state_->change([&] {
    unsettle(state_->db);
    RunRows* const run = state_->recording();
    for (const MovedArticle& each : moves) {
      if (leaving.contains(each.to)) continue;
      const auto remove = [&] { state_->with_sentences(each.to, [&] { state_->rows().articles.remove(each.to); }); };
      run != nullptr ? run->article(each.to, remove) : remove();
    }
    Statement leave(state_->db, "UPDATE article SET path = ?2 WHERE path = ?1");
    Statement arrive(state_->db, "UPDATE article SET path = ?2, size = ?3, modified = ?4, inode = ?5 WHERE path = ?1");
    for (std::size_t i = 0; i < moves.size(); ++i) leave.bind(1, moves[i].from).bind_copy(2, between(i)).run();
    for (std::size_t i = 0; i < moves.size(); ++i) {
      const MovedArticle& each = moves[i];
      arrive.bind_copy(1, between(i))
          .bind(2, each.to)
          .bind(3, each.size)
          .bind(4, each.modified)
          .bind(5, each.inode)
          .run();
    }
    for (const MovedArticle& each : moves) {
      if (run != nullptr) run->renamed(each.from, each.to);
    }
  });
}

std::map<std::string, ArticleState, std::less<>> Store::article_states() {
  std::map<std::string, ArticleState, std::less<>> states;
  Statement rows(state_->db,
                 "SELECT path, content_hash, size, modified, reader_version, extractor_version, analyzer_version,"
                 " vocabulary_version, inode, format FROM article ORDER BY path");
  while (rows.step()) {
    ArticleState& state = states.emplace_hint(states.end(), std::string(rows.text(0)), ArticleState())->second;
    state.content_hash = rows.text(1);
    state.size = rows.integer(2);
    state.modified = rows.integer(3);
    state.versions.reader = static_cast<int>(rows.integer(4));
    state.versions.extractor = static_cast<int>(rows.integer(5));
    state.versions.analyzer = from_hexadecimal(rows.text(6));
    state.versions.vocabulary = from_hexadecimal(rows.text(7));
    state.inode = rows.integer(8);
    state.format = rows.text(9);
  }
  return states;
}

void Store::replace_library(const LibraryRecordFile& library) {
  state_->change([&] {
    unsettle(state_->db);
    const auto replace = [&] { state_->rows().libraries.replace(library); };
    RunRows* const run = state_->recording();
    run != nullptr ? run->library(library.path, replace) : replace();
  });
}

bool Store::remove_library(std::string_view path) {
  bool found = false;
  state_->change([&] {
    unsettle(state_->db);
    const auto remove = [&] { found = state_->rows().libraries.remove(path); };
    RunRows* const run = state_->recording();
    run != nullptr ? run->library(path, remove) : remove();
  });
  return found;
}

bool Store::library_citations_settled() {
  return read_meta(state_->db, kLibraryCitationsMeta).has_value();
}

void Store::settle_library_citations(std::span<const LibraryCitation> links) {
  state_->settle_works();
  state_->change([&] {
    forget_counts(state_->db);
    const auto settle = [&] {
      const bool had_links = read_meta(state_->db, kLibraryLinksMeta) != "0" && has_library_citations(state_->db);
      if (!links.empty() || had_links) write_library_citations(state_->db, links);
      write_meta(state_->db, kLibraryLinksMeta, links.empty() ? "0" : "1");
      settle_candidates(state_->db);
    };
    RunRows* const run = state_->recording();
    run != nullptr ? run->citations(settle) : settle();
    write_meta(state_->db, kLibraryCitationsMeta, "1");
  });
}

void Store::touch_library(std::string_view path, std::int64_t size, std::int64_t modified, std::int64_t inode) {
  state_->change([&] {
    Statement touch(state_->db, "UPDATE library SET size = ?2, modified = ?3, inode = ?4 WHERE path = ?1");
    touch.bind(1, path).bind(2, size).bind(3, modified).bind(4, inode).run();
  });
}

std::map<std::string, LibraryState, std::less<>> Store::library_states() {
  std::map<std::string, LibraryState, std::less<>> states;
  Statement rows(state_->db, "SELECT path, content_hash, size, modified, version, inode FROM library");
  while (rows.step()) {
    states[std::string(rows.text(0))] = {std::string(rows.text(1)), rows.integer(2), rows.integer(3),
                                         from_hexadecimal(rows.text(4)), rows.integer(5)};
  }
  return states;
}

std::optional<std::string> Store::meta(std::string_view name) {
  return read_meta(state_->db, name);
}

void Store::set_meta(std::string_view name, std::string_view value) {
  state_->change([&] { write_meta(state_->db, name, value); });
}

StoreCounts Store::counts() {
  state_->settle_works();
  return count_rows(state_->db);
}

StoreCounts Store::note_counts() {
  const StoreCounts counted = state_->counter ? state_->counter->now() : counts();
  if (const std::string text = to_text(counted); meta(kCountsMeta) != text) set_meta(kCountsMeta, text);
  return counted;
}

StoreCounts Store::known_counts() {
  const auto noted = noted_counts(state_->db);
  return noted ? *noted : counts();
}

void Store::tidy(std::size_t articles) {
  if (state_->mode != StoreMode::read_write) return;
  constexpr std::size_t kMostArticles = 400;
  merge_full_text(state_->db, kPagesAnArticle * std::min(articles, kMostArticles));
  if (are_common_words_stale(state_->db)) {
    Transaction transaction(state_->db);
    rebuild_common_words(state_->db);
    transaction.commit();
  }
  state_->db.set_busy_timeout(0);
  state_->db.execute("PRAGMA wal_checkpoint(TRUNCATE)");  // a reader in the way shows in its row, not as an error
  state_->db.set_busy_timeout(kBusyTimeout);
}

void Store::optimize() {
  state_->change([&] {
    optimize_full_text(state_->db);
    rebuild_sentence_data(state_->db);
  });
  if (state_->mode == StoreMode::bulk) return;
  state_->db.execute("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);");
}

std::vector<std::string> Store::check() {
  state_->settle_works();
  return check_store(state_->db, state_->mode != StoreMode::read_only);
}

void Store::canonical_dump(std::ostream& out) {
  state_->settle_works();
  write_canonical_dump(state_->db, out);
}

void Store::finish_bulk() {
  if (state_->mode != StoreMode::bulk) return;
  state_->settle_works();
  state_->make_indexes(state_->indexes_of_articles);
  state_->make_indexes(state_->indexes_of_found_works);
  state_->make_indexes(state_->indexes_of_works);
  Database& db = state_->db;
  set_full_text_writing(db, kFullTextWriting);
  merge_full_text(db, std::numeric_limits<std::size_t>::max());
  state_->gathered->write(db);
  state_->writers.reset();  // they settle late, and tell of sentences
  state_->gathered.reset();
  if (db.in_transaction()) db.execute("COMMIT");
  db.execute("PRAGMA analysis_limit = 1000; ANALYZE");  // rows of an index that are looked at: enough to choose by
  leave_bulk(db);
  state_->mode = StoreMode::read_write;
}

Database& Store::database() {
  state_->settle_works();
  return state_->db;
}

}  // namespace claimbase

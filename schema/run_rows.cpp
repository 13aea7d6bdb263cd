#include "schema/run_rows.h"

#include <utility>

namespace claimbase {
namespace {

constexpr std::string_view kWriteEnd =
    "UPDATE run SET ended = ?2, added = ?3, changed = ?4, renamed = ?5, removed = ?6, unchanged = ?7, failed = ?8,"
    " libraries = ?9, counts = ?10 WHERE number = ?1";

constexpr std::string_view kAddMention =
    "INSERT INTO run_mention(change, gained, claim, exposure, polarity, certainty, line, heading, sentence, quantities,"
    " evidence) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

constexpr std::string_view kAddEntry =
    "INSERT INTO run_entry(change, gained, reference, number, line, raw) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

constexpr std::string_view kAddReference =
    "INSERT INTO run_reference(run, change, reference, label, previous, notice, notice_date, mentions)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

// Runs beyond kMostRuns, and those before which the newer ones have kMostMentionsOfRuns already.
constexpr std::string_view kForget =
    "DELETE FROM run WHERE number < (SELECT max(number) FROM run) AND (number <= (SELECT max(number) FROM run) - ?1"
    " OR number IN (SELECT number FROM (SELECT number, sum(mentions) OVER (ORDER BY number DESC) AS together FROM"
    " (SELECT r.number AS number, (SELECT count(*) FROM run_change AS c JOIN run_mention AS m ON m.change = c.key"
    " WHERE c.run = r.number) AS mentions FROM run AS r)) WHERE together > ?2))";

void add_entry(const Database& db, std::int64_t change, bool gained, const EntryImage& entry) {
  Statement add(db, kAddEntry);
  add.bind(1, change).bind(2, gained).bind(3, std::string_view(entry.reference)).bind(4, entry.number);
  add.bind(5, entry.line).bind(6, std::string_view(entry.raw)).run();
}

}  // namespace

RunRows::RunRows(Database& db, RunStart start)
    : db_(db),
      start_(std::move(start)),
      number_(db.integer("SELECT max(number) FROM run").value_or(0) + 1),
      images_(db) {}

// Each transaction makes sure of it: the first may have been rolled back.
void RunRows::write_row(bool complete) {
  Statement add(db_,
                "INSERT OR IGNORE INTO run(number, command, program, began, complete) VALUES (?1, ?2, ?3, ?4, ?5)");
  add.bind(1, number_).bind(2, std::string_view(start_.command)).bind(3, std::string_view(start_.program));
  add.bind(4, start_.began).bind(5, complete).run();
}

std::int64_t RunRows::add_change(std::string_view kind, std::string_view change, std::string_view path,
                                 std::string_view previous, const ArticleImage* image) {
  write_row(true);
  Statement add(db_,
                "INSERT INTO run_change(run, kind, change, path, previous, title, format) VALUES (?1, ?2, ?3, ?4, ?5,"
                " ?6, ?7)");
  add.bind(1, number_).bind(2, kind).bind(3, change).bind(4, path).bind(5, previous);
  add.bind(6, image == nullptr ? std::string_view() : std::string_view(image->title));
  add.bind(7, image == nullptr ? std::string_view() : std::string_view(image->format)).run();
  return db_.last_insert_rowid();
}

void RunRows::note_article(std::string_view path, const std::optional<ArticleImage>& before,
                           const std::optional<ArticleImage>& after) {
  if (!before && !after) return;
  const ArticleImage none;
  const ImageDifference found = difference(before ? *before : none, after ? *after : none);
  // Read again by another version of the program, and the same came of it.
  if (before && after && found.empty() && before->content_hash == after->content_hash) return write_row(true);
  const char* change = "changed";
  if (!before) change = "added";
  if (!after) change = "removed";
  note_difference(add_change("article", change, path, "", after ? &*after : &*before), found);
}

void RunRows::note_difference(std::int64_t change, const ImageDifference& found) {
  mentions_ += static_cast<std::int64_t>(found.lost_mentions.size() + found.gained_mentions.size());
  if (mentions_ > kMostRunMentions) {
    Statement incomplete(db_, "UPDATE run SET complete = 0 WHERE number = ?1");
    incomplete.bind(1, number_).run();
    return;
  }
  for (const MentionImage& each : found.lost_mentions) add_mention(change, false, each);
  for (const MentionImage& each : found.gained_mentions) add_mention(change, true, each);
  for (const EntryImage& each : found.lost_entries) add_entry(db_, change, false, each);
  for (const EntryImage& each : found.gained_entries) add_entry(db_, change, true, each);
}

void RunRows::add_mention(std::int64_t change, bool gained, const MentionImage& mention) {
  const std::string quantities = to_json(mention.quantities);
  const std::string evidence = to_json(mention.evidence);
  Statement add(db_, kAddMention);
  add.bind(1, change).bind(2, gained).bind(3, std::string_view(mention.claim));
  add.bind(4, std::string_view(mention.exposure)).bind(5, std::string_view(mention.polarity));
  add.bind(6, std::string_view(mention.certainty)).bind(7, mention.line).bind(8, std::string_view(mention.heading));
  add.bind(9, std::string_view(mention.sentence)).bind(10, std::string_view(quantities));
  add.bind(11, std::string_view(evidence)).run();
}

void RunRows::renamed(std::string_view from, std::string_view to) {
  const auto image = images_.read(to);
  static_cast<void>(add_change("article", "renamed", to, from, image ? &*image : nullptr));
}

bool RunRows::has_library(std::string_view path) {
  Statement find(db_, "SELECT 1 FROM library WHERE path = ?1");
  bool found = false;
  for (find.bind(1, path); find.step();) found = true;
  return found;
}

void RunRows::note_library(std::string_view path, bool was_there) {
  const bool is_there = has_library(path);
  if (!was_there && !is_there) return;
  const char* change = is_there ? "changed" : "removed";
  if (!was_there) change = "added";
  static_cast<void>(add_change("library", change, path, "", nullptr));
}

// What articles cite may have changed since the last library: it is read anew.
void RunRows::begin_works() {
  works_ = read_cited_works(db_);
}

void RunRows::note_works() {
  CitedWorks after = read_cited_works(db_);
  for (const CitedWorkChange& each : changes_between(db_, *works_, after)) note_work(each);
  works_ = std::move(after);
}

void RunRows::note_work(const CitedWorkChange& change) {
  write_row(true);
  Statement add(db_, kAddReference);
  add.bind(1, number_).bind(2, std::string_view(change.change)).bind(3, std::string_view(change.work.id));
  add.bind(4, std::string_view(change.work.label)).bind(5, std::string_view(change.previous));
  add.bind(6, std::string_view(change.work.notice)).bind(7, std::string_view(change.work.notice_date));
  add.bind(8, change.mentions).run();
}

void RunRows::end(const RunEnd& end) {
  if (db_.integer("SELECT max(number) FROM run") != number_) return;
  Transaction transaction(db_);
  write_end(end);
  transaction.commit();
}

void RunRows::write_end(const RunEnd& end) {
  Statement write(db_, kWriteEnd);
  write.bind(1, number_).bind(2, end.ended).bind(3, end.added).bind(4, end.changed).bind(5, end.renamed);
  write.bind(6, end.removed).bind(7, end.unchanged).bind(8, end.failed).bind(9, end.libraries);
  write.bind(10, std::string_view(end.counts)).run();
  forget_old_runs();
}

void RunRows::forget_old_runs() {
  Statement forget(db_, kForget);
  forget.bind(1, kMostRuns).bind(2, kMostMentionsOfRuns).run();
}

void RunRows::first_build(const RunEnd& end) {
  write_row(false);
  write_end(end);
}

}  // namespace claimbase

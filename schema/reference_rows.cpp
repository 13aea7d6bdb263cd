#include "schema/reference_rows.h"

#include "schema/work_json.h"

namespace claimbase {
namespace {

constexpr std::string_view kAdd =
    "INSERT INTO reference(id, type, title, authors, et_al, container_title, volume, issue, page, publisher, url, "
    "accessed,"
    " abstract, raw, study_design, level, work) VALUES (?1, '', '', '', 0, '', '', '', '', '', '', '', '', '', '', 0, "
    "'')";

constexpr std::string_view kAddEntry =
    "INSERT INTO reference_entry(article, ordinal, reference, number, begin_byte, end_byte, line, raw, fields, work)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

// The names are those of to_json (work_json.cpp).
constexpr std::string_view kBest =
    "SELECT work, raw, work->>'type', work->>'title', work->>'container-title', work->>'volume', work->>'issue', "
    "work->>'page',"
    " work->>'publisher', work->>'DOI', work->>'PMID', work->>'PMCID', work->>'URL', work->>'accessed', "
    "work->>'abstract',"
    " work->>'study_design', work->>'et_al', work->>'year', work->>'level'"
    " FROM reference_entry WHERE reference = ?1 ORDER BY fields DESC, raw, work LIMIT 1";

constexpr std::string_view kBestAuthors =
    "SELECT value->>'family', value->>'given', value->>'literal' FROM json_each(?1, '$.author') ORDER BY key";

constexpr std::string_view kFill =
    "UPDATE reference SET type = ?2, title = ?3, authors = ?4, et_al = ?5, year = ?6, container_title = ?7, volume = "
    "?8,"
    " issue = ?9, page = ?10, publisher = ?11, url = ?12, accessed = ?13, abstract = ?14, raw = ?15, study_design = "
    "?16,"
    " level = ?17, work = ?18 WHERE key = ?1";

}  // namespace

ReferenceRows::ReferenceRows(Database& db, FullText& full_text)
    : full_text_(full_text),
      find_(db, "SELECT key FROM reference WHERE id = ?1"),
      add_(db, kAdd),
      add_entry_(db, kAddEntry),
      current_(db, "SELECT work, raw FROM reference WHERE key = ?1"),
      best_(db, kBest),
      best_authors_(db, kBestAuthors),
      fill_(db, kFill),
      remove_(db, "DELETE FROM reference WHERE key = ?1"),
      remove_authors_(db, "DELETE FROM author WHERE reference = ?1"),
      remove_identifiers_(db, "DELETE FROM identifier WHERE reference = ?1"),
      add_author_(db, "INSERT INTO author(reference, ordinal, family, given, literal) VALUES (?1, ?2, ?3, ?4, ?5)"),
      add_identifier_(db, "INSERT INTO identifier(reference, scheme, value) VALUES (?1, ?2, ?3)"),
      db_(db) {}

std::int64_t ReferenceRows::open(std::string_view id) {
  std::int64_t key = 0;
  find_.bind(1, id);
  while (find_.step()) key = find_.integer(0);
  if (key != 0) return key;
  add_.bind(1, id).run();
  return db_.last_insert_rowid();
}

void ReferenceRows::add_entry(std::int64_t article, std::size_t ordinal, std::int64_t reference,
                              const ReferenceEntryRecord& entry) {
  const std::string work = to_json(entry.work);
  add_entry_.bind(1, article).bind(2, ordinal).bind(3, reference).bind(4, entry.number);
  add_entry_.bind(5, entry.range.begin).bind(6, entry.range.end).bind(7, entry.line);
  add_entry_.bind(8, entry.work.raw).bind(9, count_fields(entry.work)).bind(10, work).run();
}

void ReferenceRows::settle(std::int64_t reference) {
  best_.bind(1, reference);
  if (!best_.step()) {
    remove(reference);
    return;
  }
  const ReferenceRecord work = parse_best();
  const std::string json(best_.text(0));
  best_.reset();
  bool same = false;
  bool filled = false;  // a row that open() has just made is in no index yet
  current_.bind(1, reference);
  while (current_.step()) {
    filled = !current_.text(0).empty();
    same = current_.text(0) == json && current_.text(1) == work.raw;
  }
  if (!same) fill(reference, work, json, filled);
}

ReferenceRecord ReferenceRows::parse_best() {
  ReferenceRecord work;
  std::string* const fields[] = {&work.raw,      &work.type,     &work.title,       &work.container_title,
                                 &work.volume,   &work.issue,    &work.page,        &work.publisher,
                                 &work.doi,      &work.pmid,     &work.pmcid,       &work.url,
                                 &work.accessed, &work.abstract, &work.study_design};
  int column = 1;
  for (std::string* field : fields) *field = best_.text(column++);
  work.et_al = best_.integer(16) != 0;
  if (!best_.is_null(17)) work.year = static_cast<int>(best_.integer(17));
  work.level = static_cast<int>(best_.integer(18));
  best_authors_.bind(1, best_.text(0));
  while (best_authors_.step()) {
    work.authors.push_back(
        {std::string(best_authors_.text(0)), std::string(best_authors_.text(1)), std::string(best_authors_.text(2))});
  }
  return work;
}

void ReferenceRows::fill(std::int64_t reference, const ReferenceRecord& work, std::string_view json, bool indexed) {
  if (indexed) full_text_.remove_reference(reference);
  const std::string authors = author_line(work);
  fill_.bind(1, reference)
      .bind(2, work.type)
      .bind(3, work.title)
      .bind(4, authors)
      .bind(5, work.et_al)
      .bind(6, work.year);
  fill_.bind(7, work.container_title).bind(8, work.volume).bind(9, work.issue).bind(10, work.page);
  fill_.bind(11, work.publisher).bind(12, work.url).bind(13, work.accessed).bind(14, work.abstract).bind(15, work.raw);
  fill_.bind(16, work.study_design).bind(17, work.level).bind(18, json).run();
  if (indexed) {
    remove_authors_.bind(1, reference).run();
    remove_identifiers_.bind(1, reference).run();
  }
  add_details(reference, work);
  full_text_.add_reference(reference);
}

void ReferenceRows::add_details(std::int64_t reference, const ReferenceRecord& work) {
  std::size_t ordinal = 0;
  for (const auto& author : work.authors) {
    add_author_.bind(1, reference).bind(2, ordinal++).bind(3, author.family).bind(4, author.given);
    add_author_.bind(5, author.literal).run();
  }
  const auto identify = [&](const char* scheme, const std::string& value) {
    if (!value.empty()) add_identifier_.bind(1, reference).bind(2, scheme).bind(3, value).run();
  };
  identify("doi", work.doi);
  identify("pmid", work.pmid);
  identify("pmcid", work.pmcid);
}

void ReferenceRows::remove(std::int64_t reference) {
  full_text_.remove_reference(reference);
  remove_.bind(1, reference).run();
}

}  // namespace claimbase

#include "schema/reference_rows.h"

#include <algorithm>
#include <utility>

#include "schema/work_json.h"

namespace claimbase {
namespace {

constexpr std::string_view kAdd =
    "INSERT INTO reference(id, type, title, authors, et_al, container_title, volume, issue, page, publisher, url, "
    "accessed, abstract, raw, study_design, level, work)"
    " VALUES (?1, '', '', '', 0, '', '', '', '', '', '', '', '', '', '', 0, '')";

// Best first; the least `work` of those that are alike is looked for among them, so that nothing is sorted.
constexpr std::string_view kBest =
    "SELECT fields, raw, work FROM reference_entry WHERE reference = ?1 ORDER BY fields DESC, raw";

constexpr std::string_view kRecords =
    "SELECT work FROM library_record WHERE reference = ?1 ORDER BY fields DESC, work LIMIT ?2";

constexpr std::string_view kHasRecords = "SELECT EXISTS (SELECT 1 FROM library_record WHERE reference = ?1)";

constexpr std::string_view kIdentifiers =
    "SELECT min(nullif(doi, '')), min(nullif(pmid, '')), min(nullif(pmcid, '')) FROM identity WHERE work = ?1";

constexpr std::string_view kNotices =
    "SELECT n.nature, n.date FROM identity AS i JOIN retraction_notice AS n ON n.identity = i.key WHERE i.work = ?1";

constexpr std::string_view kFill =
    "UPDATE reference SET type = ?2, title = ?3, authors = ?4, et_al = ?5, year = ?6, container_title = ?7,"
    " volume = ?8, issue = ?9, page = ?10, publisher = ?11, url = ?12, accessed = ?13, abstract = ?14, raw = ?15,"
    " study_design = ?16, level = ?17, work = ?18, date = ?19, language = ?20, issn = ?21, isbn = ?22, notice = ?23,"
    " notice_date = ?24 WHERE key = ?1";

/// Records of one work beyond so many add nothing.
constexpr int kMostRecords = 16;

// Reads the statement to its end, so that it holds no lock.
template <typename Use>
void each_row(Statement& statement, const Use& use) {
  while (statement.step()) use(statement);
}

void fill_gaps(ReferenceRecord& work, const ReferenceRecord& other) {
  for (const auto& field : text_fields()) {
    std::string& own = work.*field.member;
    if (own.empty()) own = other.*field.member;
  }
  for (const auto& field : list_fields()) {
    auto& own = work.*field.member;
    if (own.empty()) own = other.*field.member;
  }
  if (work.authors.empty()) {
    work.authors = other.authors;
    work.et_al = other.et_al;
  }
  if (work.editors.empty()) work.editors = other.editors;
  if (!work.year) work.year = other.year;
}

// As the view reference_text joins them.
std::string joined(const std::vector<std::string>& texts) {
  std::string made;
  for (std::size_t i = 0; i < texts.size(); ++i) made.append(i == 0 ? "" : "; ").append(texts[i]);
  return made;
}

void fill_design(ReferenceRecord& work, const ReferenceRecord& other) {
  const bool unknown = work.study_design.empty() || work.study_design == "unknown";
  if (!unknown || other.study_design.empty()) return;
  work.study_design = other.study_design;
  work.level = other.level;
}

}  // namespace

// OR FAIL: as in work_rows.cpp. +entry: the index of entries would find every row that has none.
ReferenceRows::ReferenceRows(Database& db, FullText& full_text)
    : full_text_(full_text),
      find_(db, "SELECT key FROM reference WHERE id = ?1"),
      id_(db, "SELECT id FROM reference WHERE key = ?1"),
      all_(db, "SELECT key FROM reference ORDER BY key"),
      add_(db, kAdd),
      current_(db, "SELECT work, raw, abstract, notice, notice_date FROM reference WHERE key = ?1"),
      best_(db, kBest),
      has_records_(db, kHasRecords),
      records_(db, kRecords),
      identifiers_(db, kIdentifiers),
      notices_(db, kNotices),
      fill_(db, kFill),
      remove_(db, "DELETE FROM reference WHERE key = ?1"),
      leave_citations_(db, "UPDATE OR FAIL citation SET reference = NULL WHERE reference = ?1 AND +entry IS NULL"),
      leave_evidence_(db, "UPDATE OR FAIL evidence SET reference = NULL WHERE reference = ?1 AND +entry IS NULL"),
      leave_candidates_(db, "DELETE FROM citation_candidate WHERE reference = ?1 AND +entry IS NULL"),
      add_author_(db, "author", "reference, ordinal, family, given, literal"),
      add_editor_(db, "editor", "reference, ordinal, family, given, literal"),
      add_identifier_(db, "INSERT INTO identifier(reference, scheme, value) VALUES (?1, ?2, ?3)"),
      add_keyword_(db, "INSERT INTO keyword(reference, ordinal, text) VALUES (?1, ?2, ?3)"),
      add_type_(db, "INSERT INTO publication_type(reference, ordinal, text) VALUES (?1, ?2, ?3)"),
      add_mesh_(db, "INSERT INTO mesh(reference, ordinal, text, descriptor, major) VALUES (?1, ?2, ?3, ?4, ?5)"),
      db_(db) {
  for (const std::string_view sql :
       {"DELETE FROM author WHERE reference = ?1", "DELETE FROM editor WHERE reference = ?1",
        "DELETE FROM identifier WHERE reference = ?1", "DELETE FROM keyword WHERE reference = ?1",
        "DELETE FROM publication_type WHERE reference = ?1", "DELETE FROM mesh WHERE reference = ?1"}) {
    remove_details_.emplace_back(db, sql);
  }
}

std::optional<std::int64_t> ReferenceRows::find(std::string_view id) {
  std::optional<std::int64_t> key;
  each_row(find_.bind(1, id), [&](const Statement& row) { key = row.integer(0); });
  return key;
}

std::vector<std::int64_t> ReferenceRows::all() {
  std::vector<std::int64_t> keys;
  each_row(all_, [&](const Statement& row) { keys.push_back(row.integer(0)); });
  return keys;
}

std::int64_t ReferenceRows::open(std::string_view id) {
  if (const auto key = find(id)) return *key;
  add_.bind(1, id).run();
  return db_.last_insert_rowid();
}

std::string ReferenceRows::id_of(std::int64_t reference) {
  std::string id;
  each_row(id_.bind(1, reference), [&](const Statement& row) { id = row.text(0); });
  return id;
}

std::optional<ReferenceRecord> ReferenceRows::best_entry(std::int64_t reference) {
  best_.bind(1, reference);
  if (!best_.step()) return std::nullopt;
  const std::int64_t fields = best_.integer(0);
  std::string raw(best_.text(1));
  std::string work(best_.text(2));
  bool more = best_.step();
  for (; more && best_.integer(0) == fields && best_.text(1) == raw; more = best_.step()) {
    if (best_.text(2) < work) work = best_.text(2);
  }
  if (more) best_.reset();
  ReferenceRecord best = parse_work(work);
  best.raw = std::move(raw);
  return best;
}

std::optional<ReferenceRecord> ReferenceRows::from_libraries(std::int64_t reference) {
  std::optional<ReferenceRecord> made;
  bool any = false;
  each_row(has_records_.bind(1, reference), [&](const Statement& row) { any = row.integer(0) != 0; });
  if (!any) return made;
  each_row(records_.bind(1, reference).bind(2, kMostRecords), [&](const Statement& row) {
    const ReferenceRecord record = parse_work(row.text(0));
    if (!made) {
      made = record;
      return;
    }
    fill_design(*made, record);  // before the gaps: they hold "unknown" too
    fill_gaps(*made, record);
  });
  return made;
}

void ReferenceRows::add_identifiers(ReferenceRecord& work) {
  each_row(identifiers_.bind(1, work.id), [&](const Statement& row) {
    if (work.doi.empty()) work.doi = row.text(0);
    if (work.pmid.empty()) work.pmid = row.text(1);
    if (work.pmcid.empty()) work.pmcid = row.text(2);
  });
}

// PubMed says it too, without a date.
Notice ReferenceRows::notice_on(const ReferenceRecord& work) {
  std::vector<Notice> notices;
  each_row(notices_.bind(1, work.id), [&](const Statement& row) {
    notices.push_back({std::string(row.text(0)), std::string(row.text(1))});
  });
  if (notices.empty() &&
      std::ranges::find(work.publication_types, "Retracted Publication") != work.publication_types.end()) {
    return {"retraction", ""};
  }
  return standing_notice(notices);
}

std::optional<ReferenceRows::Merged> ReferenceRows::merged(std::int64_t reference) {
  std::optional<ReferenceRecord> entry = best_entry(reference);
  std::optional<ReferenceRecord> work = from_libraries(reference);
  if (work && entry) {
    work->raw = entry->raw;
    fill_design(*work, *entry);
  }
  if (!work) work = std::move(entry);
  if (!work) return std::nullopt;
  work->id = id_of(reference);
  add_identifiers(*work);
  Notice notice = notice_on(*work);
  return Merged{std::move(*work), std::move(notice)};
}

bool ReferenceRows::holds(std::int64_t reference, const Merged& made, std::string_view json, bool& filled) {
  bool same = false;
  each_row(current_.bind(1, reference), [&](const Statement& row) {
    filled = !row.text(0).empty();  // a row that open() has just made is in no index yet
    same = row.text(0) == json && row.text(1) == made.work.raw && row.text(2) == made.work.abstract &&
           row.text(3) == made.notice.nature && row.text(4) == made.notice.date;
  });
  return same;
}

bool ReferenceRows::is_filled(std::int64_t reference) {
  bool filled = false;
  each_row(current_.bind(1, reference), [&](const Statement& row) { filled = !row.text(0).empty(); });
  return filled;
}

void ReferenceRows::settle(std::int64_t reference) {
  const std::optional<Merged> made = merged(reference);
  if (!made) {
    remove(reference);
    return;
  }
  const std::string json = reference_json(made->work);
  bool filled = false;
  if (!holds(reference, *made, json, filled)) fill(reference, *made, json, filled);
}

void ReferenceRows::fill(std::int64_t reference, const Merged& made, std::string_view json, bool indexed) {
  if (indexed) full_text_.remove_reference(reference);
  const ReferenceRecord& work = made.work;
  const std::string authors = author_line(work);
  fill_.bind(1, reference).bind(2, work.type).bind(3, work.title).bind(4, authors).bind(5, work.et_al);
  fill_.bind(6, work.year).bind(7, work.container_title).bind(8, work.volume).bind(9, work.issue).bind(10, work.page);
  fill_.bind(11, work.publisher).bind(12, work.url).bind(13, work.accessed).bind(14, work.abstract).bind(15, work.raw);
  fill_.bind(16, work.study_design).bind(17, work.level).bind(18, json).bind(19, work.date).bind(20, work.language);
  fill_.bind(21, work.issn).bind(22, work.isbn).bind(23, made.notice.nature).bind(24, made.notice.date).run();
  if (indexed) {
    for (Statement& each : remove_details_) each.bind(1, reference).run();
  }
  add_details(reference, work);
  full_text_.add_reference(reference, {work.title, work.abstract, joined(work.mesh) + "; " + joined(work.keywords),
                                       authors, work.container_title});
}

void ReferenceRows::add_names(RowInserter& add, std::int64_t reference, const std::vector<AuthorRecord>& names) {
  add.insert(names.size(), [&](RowValues& row, std::size_t i) {
    row.bind(1, reference).bind(2, i).bind(3, names[i].family).bind(4, names[i].given).bind(5, names[i].literal);
  });
}

void ReferenceRows::add_texts(Statement& add, std::int64_t reference, const std::vector<std::string>& texts) {
  std::size_t ordinal = 0;
  for (const auto& text : texts) add.bind(1, reference).bind(2, ordinal++).bind(3, text).run();
}

// "Hypertension/*drug therapy": a star marks what the paper is mainly about.
void ReferenceRows::add_mesh(std::int64_t reference, const std::vector<std::string>& headings) {
  std::size_t ordinal = 0;
  for (const std::string& heading : headings) {
    std::string_view descriptor = std::string_view(heading).substr(0, heading.find('/'));
    if (descriptor.starts_with('*')) descriptor.remove_prefix(1);
    const bool major = heading.starts_with('*') || heading.find("/*") != std::string::npos;
    add_mesh_.bind(1, reference).bind(2, ordinal++).bind(3, heading).bind(4, descriptor).bind(5, major).run();
  }
}

void ReferenceRows::add_details(std::int64_t reference, const ReferenceRecord& work) {
  add_names(add_author_, reference, work.authors);
  add_names(add_editor_, reference, work.editors);
  add_texts(add_keyword_, reference, work.keywords);
  add_texts(add_type_, reference, work.publication_types);
  add_mesh(reference, work.mesh);
  const auto identify = [&](const char* scheme, const std::string& value) {
    if (!value.empty()) add_identifier_.bind(1, reference).bind(2, scheme).bind(3, value).run();
  };
  identify("doi", work.doi);
  identify("pmid", work.pmid);
  identify("pmcid", work.pmcid);
}

// A row that was opened and never filled is in no index: taking it out of one would damage it. What leads to it as a
// library's work is looked at again by settle_library_citations.
void ReferenceRows::remove(std::int64_t reference) {
  if (is_filled(reference)) full_text_.remove_reference(reference);
  for (Statement& each : remove_details_) each.bind(1, reference).run();  // a bulk build follows no foreign keys
  for (Statement* each : {&leave_citations_, &leave_evidence_, &leave_candidates_}) each->bind(1, reference).run();
  remove_.bind(1, reference).run();
}

}  // namespace claimbase

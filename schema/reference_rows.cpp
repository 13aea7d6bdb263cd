#include "schema/reference_rows.h"

#include <algorithm>
#include <map>
#include <utility>

#include "schema/work_json.h"

namespace claimbase {
namespace {

// Numbered as the parameters of kFill.
constexpr const char* kColumns =
    "id, type, title, authors, et_al, year, container_title, volume, issue, page, publisher, url, accessed, abstract, "
    "raw, study_design, level, work, date, language, issn, isbn, notice, notice_date";

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

constexpr std::string_view kLookUp = "SELECT key, work, raw, abstract FROM reference WHERE id = ?1";

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

// PubMed says it too, without a date.
Notice notice_of(const ReferenceRecord& work) {
  const auto& types = work.publication_types;
  return std::ranges::find(types, "Retracted Publication") == types.end() ? Notice() : Notice{"retraction", ""};
}

// The columns behind the first, of an INSERT of kColumns and of kFill.
template <typename Row>
void bind_columns(Row& row, const ReferenceRecord& work, const std::string& authors, std::string_view raw,
                  std::string_view json, const Notice& notice) {
  row.bind(2, work.type).bind(3, work.title).bind(4, authors).bind(5, work.et_al).bind(6, work.year);
  row.bind(7, work.container_title).bind(8, work.volume).bind(9, work.issue).bind(10, work.page);
  row.bind(11, work.publisher).bind(12, work.url).bind(13, work.accessed).bind(14, work.abstract).bind(15, raw);
  row.bind(16, work.study_design).bind(17, work.level).bind(18, json).bind(19, work.date).bind(20, work.language);
  row.bind(21, work.issn).bind(22, work.isbn).bind(23, notice.nature).bind(24, notice.date);
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
      look_up_(db, kLookUp),
      id_(db, "SELECT id FROM reference WHERE key = ?1"),
      all_(db, "SELECT key FROM reference ORDER BY key"),
      add_(db, "reference", kColumns),
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
      details_(db) {}

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
  const ReferenceRecord nothing;
  const Notice none;
  return add_.insert(1, [&](RowValues& row, std::size_t) {
    row.bind(1, id);
    bind_columns(row, nothing, nothing.raw, "", "", none);
  });
}

struct ReferenceRows::NewRow {
  std::string_view id;
  const Description* description = nullptr;
  std::optional<ReferenceRecord> read_back;  // where it is not the description's
  std::string authors;
  std::string own_json;  // where it is not the description's
  Notice notice;
  std::int64_t key = 0;

  NewRow(std::string_view of, const Description& described) : id(of), description(&described) {
    // JSON has another character for U+0000, or the text has that one itself.
    if (described.json.find("\\ufffd") != std::string::npos) read_back = parse_work(described.json);
    if (read_back || !work().abstract.empty()) own_json = reference_json(work());
    authors = author_line(work());
    notice = notice_of(work());
  }
  [[nodiscard]] const ReferenceRecord& work() const { return read_back ? *read_back : *description->work; }
  [[nodiscard]] const std::string& json() const { return own_json.empty() ? description->json : own_json; }
};

ReferenceRows::Opened ReferenceRows::look_up(std::string_view id, const Description& description) {
  Opened opened;
  each_row(look_up_.bind(1, id), [&](const Statement& row) {
    const bool same = row.text(1) == description.json && row.text(2) == description.raw && row.text(3).empty();
    opened = {row.integer(0), same ? Found::same : Found::other};
  });
  return opened;
}

std::vector<ReferenceRows::Opened> ReferenceRows::open(std::span<const std::string> ids,
                                                       std::span<const Description> descriptions) {
  std::vector<Opened> opened(ids.size());
  std::vector<NewRow> rows;
  rows.reserve(ids.size());
  std::map<std::string_view, std::size_t> row_of;  // by id
  std::vector<std::size_t> rows_of(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    opened[i] = look_up(ids[i], descriptions[i]);
    if (opened[i].found != Found::nothing) continue;
    const auto [row, is_new] = row_of.try_emplace(ids[i], rows.size());
    rows_of[i] = row->second;
    if (is_new) {
      rows.emplace_back(ids[i], descriptions[i]);
    } else {
      const Description& first = *rows[row->second].description;
      const bool same = first.json == descriptions[i].json && first.raw == descriptions[i].raw;
      opened[i].found = same ? Found::same : Found::other;
    }
  }
  add(rows);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (opened[i].key == 0) opened[i].key = rows[rows_of[i]].key;
  }
  return opened;
}

void ReferenceRows::add(std::span<NewRow> rows) {
  std::int64_t key = add_.insert(rows.size(), [&](RowValues& values, std::size_t i) {
    const NewRow& row = rows[i];
    values.bind(1, row.id);
    bind_columns(values, row.work(), row.authors, row.description->raw, row.json(), row.notice);
  });
  std::vector<DescribedReference> filled;
  filled.reserve(rows.size());
  for (NewRow& row : rows) {
    row.key = key++;
    filled.push_back({row.key, &row.work()});
  }
  details_.add(filled);
  for (const NewRow& row : rows) index(row.key, row.work(), row.authors);
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

Notice ReferenceRows::notice_on(const ReferenceRecord& work) {
  std::vector<Notice> notices;
  each_row(notices_.bind(1, work.id), [&](const Statement& row) {
    notices.push_back({std::string(row.text(0)), std::string(row.text(1))});
  });
  return notices.empty() ? notice_of(work) : standing_notice(notices);
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

void ReferenceRows::fill(std::int64_t reference, const Merged& made, std::string_view json, bool filled) {
  if (filled && !index_held_) full_text_.remove_reference(reference);
  const ReferenceRecord& work = made.work;
  const std::string authors = author_line(work);
  fill_.bind(1, reference);
  bind_columns(fill_, work, authors, work.raw, json, made.notice);
  fill_.run();
  if (filled) details_.remove(reference);
  const DescribedReference row{reference, &work};
  details_.add({&row, 1});
  index(reference, work, authors);
}

void ReferenceRows::index(std::int64_t reference, const ReferenceRecord& work, std::string_view authors) {
  if (index_held_) return;
  full_text_.add_reference(reference, {work.title, work.abstract, joined(work.mesh) + "; " + joined(work.keywords),
                                       authors, work.container_title});
}

void ReferenceRows::index_all() {
  full_text_.add_all_references();
  index_held_ = false;
}

// A row that was opened and never filled is in no index: taking it out of one would damage it. What leads to it as a
// library's work is looked at again by settle_library_citations.
void ReferenceRows::remove(std::int64_t reference) {
  if (!index_held_ && is_filled(reference)) full_text_.remove_reference(reference);
  details_.remove(reference);  // a bulk build follows no foreign keys
  for (Statement* each : {&leave_citations_, &leave_evidence_, &leave_candidates_}) each->bind(1, reference).run();
  remove_.bind(1, reference).run();
}

}  // namespace claimbase

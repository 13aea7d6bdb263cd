#include "query/work.h"

#include <map>
#include <utility>

#include "query/paint.h"
#include "query/place.h"

namespace claimbase {
namespace {

constexpr std::string_view kWork =
    "SELECT id, type, title, authors, et_al, year, container_title, volume, issue, page, publisher, url, accessed,"
    " abstract, raw, study_design, level, date, language, issn, isbn, notice, notice_date FROM reference WHERE key = "
    "?1";
constexpr std::string_view kAuthors = "SELECT family, given, literal FROM author WHERE reference = ?1 ORDER BY ordinal";
constexpr std::string_view kIdentifiers = "SELECT scheme, value FROM identifier WHERE reference = ?1";
constexpr std::string_view kEditors = "SELECT family, given, literal FROM editor WHERE reference = ?1 ORDER BY ordinal";
constexpr std::string_view kNotices =
    "SELECT DISTINCT n.nature, n.date, n.doi, n.reasons FROM reference AS r JOIN identity AS i ON i.work = r.id"
    " JOIN retraction_notice AS n ON n.identity = i.key WHERE r.key = ?1 ORDER BY n.date, n.nature, n.doi, n.reasons";
constexpr std::string_view kLibraries =
    "SELECT DISTINCT l.path FROM library_record AS e JOIN library AS l ON l.key = e.library WHERE e.reference = ?1"
    " ORDER BY l.path";
constexpr std::string_view kCitedBy =
    "SELECT a.path, e.number, e.article, a.format, e.line FROM reference_entry AS e JOIN article AS a"
    " ON a.key = e.article WHERE e.reference = ?1 ORDER BY a.path, e.number, e.ordinal";
constexpr std::string_view kPlaces = "SELECT article, count(*) FROM citation WHERE reference = ?1 GROUP BY article";

void read_columns(const Statement& row, Work& work) {
  ReferenceRecord& record = work.record;
  record.id = row.text(0);
  record.type = row.text(1);
  record.title = row.text(2);
  work.author_line = row.text(3);
  record.et_al = row.integer(4) != 0;
  record.year = optional_integer(row, 5);
  record.container_title = row.text(6);
  record.volume = row.text(7);
  record.issue = row.text(8);
  record.page = row.text(9);
  record.publisher = row.text(10);
  record.url = row.text(11);
  record.accessed = row.text(12);
  record.abstract = row.text(13);
  record.raw = row.text(14);
  record.study_design = row.text(15);
  record.level = static_cast<int>(row.integer(16));
  record.date = row.text(17);
  record.language = row.text(18);
  record.issn = row.text(19);
  record.isbn = row.text(20);
  work.notice = row.text(21);
  work.notice_date = row.text(22);
}

void read_names(Statement& rows, std::int64_t key, std::vector<AuthorRecord>& names) {
  for (rows.bind(1, key); rows.step();) {
    names.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))});
  }
}

void read_texts(Statement& rows, std::int64_t key, std::vector<std::string>& texts) {
  for (rows.bind(1, key); rows.step();) texts.emplace_back(rows.text(0));
}

// "Nutrients, 13(1), 195"
std::string container_line(const ReferenceRecord& work) {
  std::string line = work.container_title;
  const auto add = [&line](const std::string& part) {
    if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
  };
  add(work.issue.empty() ? work.volume : work.volume + "(" + work.issue + ")");
  add(work.page);
  if (work.container_title.empty()) add(work.publisher);
  return line;
}

bool ends_sentence(const std::string& text) {
  return !text.empty() && (text.back() == '.' || text.back() == '?' || text.back() == '!');
}

}  // namespace

WorkReader::WorkReader(const Database& db)
    : work_(db, kWork),
      authors_(db, kAuthors),
      identifiers_(db, kIdentifiers),
      cited_by_(db, kCitedBy),
      places_(db, kPlaces),
      editors_(db, kEditors),
      keywords_(db, "SELECT text FROM keyword WHERE reference = ?1 ORDER BY ordinal"),
      mesh_(db, "SELECT text FROM mesh WHERE reference = ?1 ORDER BY ordinal"),
      types_(db, "SELECT text FROM publication_type WHERE reference = ?1 ORDER BY ordinal"),
      notices_(db, kNotices),
      libraries_(db, kLibraries) {}

Work WorkReader::read_line(std::int64_t key) {
  Work work;
  for (work_.bind(1, key); work_.step();) read_columns(work_, work);
  return work;
}

Work WorkReader::read(std::int64_t key) {
  Work work = read_line(key);
  read_names(authors_, key, work.record.authors);
  read_names(editors_, key, work.record.editors);
  read_texts(keywords_, key, work.record.keywords);
  read_texts(mesh_, key, work.record.mesh);
  read_texts(types_, key, work.record.publication_types);
  read_texts(libraries_, key, work.libraries);
  for (notices_.bind(1, key); notices_.step();) {
    work.notices.push_back({std::string(notices_.text(0)), std::string(notices_.text(1)), std::string(notices_.text(2)),
                            std::string(notices_.text(3))});
  }
  for (identifiers_.bind(1, key); identifiers_.step();) {
    const std::string_view scheme = identifiers_.text(0);
    std::string& value = scheme == "doi" ? work.record.doi : scheme == "pmid" ? work.record.pmid : work.record.pmcid;
    value = identifiers_.text(1);
  }
  std::map<std::int64_t, std::int64_t> places;  // citations, by article
  for (places_.bind(1, key); places_.step();) places[places_.integer(0)] = places_.integer(1);
  for (cited_by_.bind(1, key); cited_by_.step();) {
    EntryPlace entry{static_cast<int>(cited_by_.integer(1)), std::string(cited_by_.text(3)), cited_by_.integer(4)};
    const auto in_article = places.find(cited_by_.integer(2));
    work.cited_by.push_back(
        {std::string(cited_by_.text(0)), std::move(entry), in_article == places.end() ? 0 : in_article->second});
  }
  return work;
}

std::string notice_line(const Work& work) {
  return notice_line(work.notice, work.notice_date);
}

std::string citation_line(const Work& work) {
  const ReferenceRecord& record = work.record;
  if (record.title.empty()) return one_line(record.raw.empty() ? record.id : record.raw);
  std::string line = work.author_line;
  if (record.et_al) line += line.empty() ? "et al." : " et al.";
  if (record.year) line += (line.empty() ? "(" : " (") + std::to_string(*record.year) + ")";
  if (!line.empty()) line += ends_sentence(line) && !record.year ? " " : ". ";
  line += record.title;
  if (!ends_sentence(line)) line += '.';
  const std::string container = container_line(record);
  if (!container.empty()) line += " " + container + ".";
  return one_line(line);
}

}  // namespace claimbase

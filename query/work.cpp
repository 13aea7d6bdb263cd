#include "query/work.h"

#include "query/paint.h"
#include "query/place.h"

namespace claimbase {
namespace {

constexpr std::string_view kWork =
    "SELECT id, type, title, authors, et_al, year, container_title, volume, issue, page, publisher, url, accessed,"
    " abstract, raw, study_design, level FROM reference WHERE key = ?1";
constexpr std::string_view kAuthors = "SELECT family, given, literal FROM author WHERE reference = ?1 ORDER BY ordinal";
constexpr std::string_view kIdentifiers = "SELECT scheme, value FROM identifier WHERE reference = ?1";
constexpr std::string_view kCitedBy =
    "SELECT a.path, e.number, (SELECT count(*) FROM citation AS c WHERE c.reference = e.reference AND c.article ="
    " e.article) FROM reference_entry AS e JOIN article AS a ON a.key = e.article WHERE e.reference = ?1"
    " ORDER BY a.path, e.number, e.ordinal";

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
    : work_(db, kWork), authors_(db, kAuthors), identifiers_(db, kIdentifiers), cited_by_(db, kCitedBy) {}

Work WorkReader::read(std::int64_t key) {
  Work work;
  for (work_.bind(1, key); work_.step();) read_columns(work_, work);
  for (authors_.bind(1, key); authors_.step();) {
    work.record.authors.push_back(
        {std::string(authors_.text(0)), std::string(authors_.text(1)), std::string(authors_.text(2))});
  }
  for (identifiers_.bind(1, key); identifiers_.step();) {
    const std::string_view scheme = identifiers_.text(0);
    std::string& value = scheme == "doi" ? work.record.doi : scheme == "pmid" ? work.record.pmid : work.record.pmcid;
    value = identifiers_.text(1);
  }
  for (cited_by_.bind(1, key); cited_by_.step();) {
    work.cited_by.push_back(
        {std::string(cited_by_.text(0)), static_cast<int>(cited_by_.integer(1)), cited_by_.integer(2)});
  }
  return work;
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

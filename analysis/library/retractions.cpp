#include "analysis/library/retractions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "analysis/bibliography/scan.h"
#include "analysis/document/encoding.h"
#include "analysis/language/unicode.h"
#include "analysis/library/csv_rows.h"
#include "analysis/library/fields.h"

namespace claimbase {
namespace {

using library::clean;

enum class Column : std::uint8_t {
  record_id,
  title,
  journal,
  author,
  notice_date,
  notice_doi,
  notice_pmid,
  paper_date,
  paper_doi,
  paper_pmid,
  nature,
  reason
};

struct ColumnName {
  Column column;
  std::string_view name;  // folded, letters and digits only
};

constexpr std::array<ColumnName, 12> kColumns{{{Column::record_id, "recordid"},
                                               {Column::title, "title"},
                                               {Column::journal, "journal"},
                                               {Column::author, "author"},
                                               {Column::notice_date, "retractiondate"},
                                               {Column::notice_doi, "retractiondoi"},
                                               {Column::notice_pmid, "retractionpubmedid"},
                                               {Column::paper_date, "originalpaperdate"},
                                               {Column::paper_doi, "originalpaperdoi"},
                                               {Column::paper_pmid, "originalpaperpubmedid"},
                                               {Column::nature, "retractionnature"},
                                               {Column::reason, "reason"}}};

using Cells = std::vector<std::string>;

struct Header {
  std::array<std::size_t, kColumns.size()> places{};  // 0: no such column, else index + 1

  explicit Header(const Cells& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string name = fold_alphanumeric(cells[i]);
      const auto found = std::ranges::find(kColumns, name, &ColumnName::name);
      if (found != kColumns.end()) places[static_cast<std::size_t>(found->column)] = i + 1;
    }
  }
  [[nodiscard]] bool has(Column column) const { return places[static_cast<std::size_t>(column)] != 0; }
  [[nodiscard]] bool complete() const {
    return has(Column::nature) && has(Column::title) && (has(Column::paper_doi) || has(Column::paper_pmid));
  }
  [[nodiscard]] std::string_view of(const Cells& cells, Column column) const {
    const std::size_t place = places[static_cast<std::size_t>(column)];
    return place == 0 || place > cells.size() ? std::string_view() : std::string_view(cells[place - 1]);
  }
};

std::optional<NoticeNature> nature_of(std::string_view text) {
  const std::string folded = fold_alphanumeric(text);
  if (folded == "retraction") return NoticeNature::retraction;
  if (folded == "expressionofconcern") return NoticeNature::expression_of_concern;
  if (folded == "correction") return NoticeNature::correction;
  if (folded == "reinstatement") return NoticeNature::reinstatement;
  return std::nullopt;
}

// "1/15/2020 0:00": month, day, year. Other forms as everywhere.
std::string date_of(std::string_view text) {
  const scan::Number month = scan::number_at(text, 0);
  const std::size_t first = month.digits;
  const scan::Number day = scan::number_at(text, first + 1);
  const std::size_t second = first + 1 + day.digits;
  const scan::Number year = scan::number_at(text, second + 1);
  const bool american = first > 0 && first <= 2 && day.digits > 0 && day.digits <= 2 && year.digits == 4 &&
                        text[first] == '/' && text[second] == '/';
  if (!american) return library::date_of(text);
  return library::date_of(std::to_string(year.value) + "-" + std::to_string(month.value) + "-" +
                          std::to_string(day.value));
}

// "Unavailable" and 0 stand for none.
std::string pmid_of(std::string_view text) {
  return library::pmid_of(text);
}

void add_authors(Reference& work, std::string_view cell) {
  std::vector<std::string> names;
  library::add_items(names, cell);
  for (const std::string& name : names) {  // "Anna B Jansen": given names first
    const std::size_t space = name.rfind(' ');
    work.authors.push_back(space == std::string::npos ? Author{{}, {}, name}
                                                      : library::person(name.substr(space + 1), name.substr(0, space)));
  }
  std::erase_if(work.authors, [](const Author& each) { return each.family.empty() && each.literal.empty(); });
}

void add_reasons(std::vector<std::string>& reasons, std::string_view cell) {
  library::add_items(reasons, cell);
  for (std::string& reason : reasons) {
    if (reason.starts_with('+')) reason = std::string(scan::trim(reason.substr(1)));
  }
  std::erase(reasons, std::string());
}

RetractionNotice notice_of(const Header& header, const Cells& cells, NoticeNature nature) {
  RetractionNotice made;
  made.nature = nature;
  made.record_id = clean(header.of(cells, Column::record_id));
  made.date = date_of(header.of(cells, Column::notice_date));
  made.doi = library::doi_of(header.of(cells, Column::notice_doi));
  made.pmid = pmid_of(header.of(cells, Column::notice_pmid));
  add_reasons(made.reasons, header.of(cells, Column::reason));
  Reference& work = made.original;
  work.type = "article-journal";
  work.title = library::without_tags(header.of(cells, Column::title));
  work.container_title = clean(header.of(cells, Column::journal));
  work.doi = library::doi_of(header.of(cells, Column::paper_doi));
  work.pmid = pmid_of(header.of(cells, Column::paper_pmid));
  LibraryRecord dated;
  library::put_date(dated, date_of(header.of(cells, Column::paper_date)));
  work.year = dated.work.year;
  add_authors(work, header.of(cells, Column::author));
  return made;
}

}  // namespace

std::string_view to_string(NoticeNature nature) {
  switch (nature) {
    case NoticeNature::retraction:
      return "retraction";
    case NoticeNature::expression_of_concern:
      return "expression-of-concern";
    case NoticeNature::correction:
      return "correction";
    case NoticeNature::reinstatement:
      return "reinstatement";
  }
  return "";
}

bool is_retraction_file(std::string_view text) {
  bool known = false;
  library::each_csv_row(text.substr(0, std::min(text.find('\n'), text.size())), [&](const Cells& cells, std::size_t) {
    known = Header(cells).complete();
    return false;
  });
  return known;
}

RetractionFile read_retractions(std::string_view bytes) {
  RetractionFile file;
  const reading::DecodedText decoded = reading::decode(bytes);
  const std::string_view text =
      std::string_view(decoded.text).substr(std::min<std::size_t>(decoded.begin, decoded.text.size()));
  LibraryFile lines;
  library::Collector counter(lines, text);
  std::optional<Header> header;
  library::each_csv_row(text, [&](const Cells& cells, std::size_t offset) {
    if (!header) {
      header.emplace(cells);
      return header->complete();
    }
    const std::uint32_t line = counter.line_of(offset);
    const auto nature = nature_of(header->of(cells, Column::nature));
    if (!nature) {
      counter.say(Severity::warning, "retraction.unknown-nature", line, "a notice of no known nature: left out");
      return true;
    }
    RetractionNotice notice = notice_of(*header, cells, *nature);
    notice.line = line;
    if (notice.original.doi.empty() && notice.original.pmid.empty() && notice.original.title.empty()) {
      counter.say(Severity::warning, "retraction.no-paper", line, "a notice that names no paper: left out");
      return true;
    }
    file.notices.push_back(std::move(notice));
    return true;
  });
  file.known = header && header->complete();
  if (!file.known) {
    counter.say(Severity::error, "retraction.unknown-format", 0,
                "the first line does not name the columns RetractionNature, Title and OriginalPaperDOI");
  }
  file.diagnostics = std::move(lines.diagnostics);
  return file;
}

}  // namespace claimbase

// A bibliographic work of the store with where it is cited.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/entry_name.h"
#include "query/record_writer.h"
#include "schema/database.h"
#include "schema/records.h"

namespace claimbase {

struct CitedBy {
  std::string article;
  EntryPlace entry;
  std::int64_t places = 0;  // citations in that article
};

/// A notice that a paper was retracted, corrected ...
struct NoticeOnWork {
  std::string nature;  // "retraction", "expression-of-concern", "correction", "reinstatement"
  std::string date;    // ISO 8601; empty: not known
  std::string doi;     // of the notice
  std::string reasons;
  friend bool operator==(const NoticeOnWork&, const NoticeOnWork&) = default;
};

struct Work {
  ReferenceRecord record;
  std::string notice;  // the nature of the notice that stands; empty: none
  std::string notice_date;
  std::vector<NoticeOnWork> notices;   // all, by date
  std::vector<std::string> libraries;  // that hold it, by path
  std::string author_line;             // "Nielsen F. H.; Barbagallo M."
  std::vector<CitedBy> cited_by;       // by article and number
};

/// Statements prepared once; for one thread. `db` must outlive it.
class WorkReader {
 public:
  explicit WorkReader(const Database& db);
  /// `key` must be of a row.
  [[nodiscard]] Work read(std::int64_t key);
  /// Its row alone: enough for citation_line() and notice_line(), where works are many.
  [[nodiscard]] Work read_line(std::int64_t key);

 private:
  Statement work_;
  Statement authors_;
  Statement identifiers_;
  Statement cited_by_;
  Statement places_;
  Statement editors_;
  Statement keywords_;
  Statement mesh_;
  Statement types_;
  Statement notices_;
  Statement libraries_;
};

/// "Rosanoff A.; Costello R. B. (2021). Title. Nutrients, 13(1), 195." on one line, safe for a terminal.
[[nodiscard]] std::string citation_line(const Work& work);

/// "RETRACTED (2015-06-01)", "expression of concern", "corrected (2012-01)": what is said wherever the work is shown;
/// empty where there is no notice.
[[nodiscard]] std::string notice_line(const Work& work);

/// CSL-JSON with year, raw, study_design, level and cited_by added.
[[nodiscard]] Json csl_json(const Work& work);
/// CSV's columns of it.
[[nodiscard]] std::vector<std::string> reference_columns();

}  // namespace claimbase

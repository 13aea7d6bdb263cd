// A bibliographic work of the store with where it is cited.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/record_writer.h"
#include "schema/database.h"
#include "schema/records.h"

namespace claimbase {

struct CitedBy {
  std::string article;
  int number = 0;
  std::int64_t places = 0;  // citations in that article
};

struct Work {
  ReferenceRecord record;
  std::string author_line;        // "Nielsen F. H.; Barbagallo M."
  std::vector<CitedBy> cited_by;  // by article and number
};

/// Statements prepared once; for one thread. `db` must outlive it.
class WorkReader {
 public:
  explicit WorkReader(const Database& db);
  /// `key` must be of a row.
  [[nodiscard]] Work read(std::int64_t key);

 private:
  Statement work_;
  Statement authors_;
  Statement identifiers_;
  Statement cited_by_;
};

/// "Rosanoff A.; Costello R. B. (2021). Title. Nutrients, 13(1), 195." on one line, safe for a terminal.
[[nodiscard]] std::string citation_line(const Work& work);

/// CSL-JSON with year, raw, study_design, level and cited_by added.
[[nodiscard]] Json csl_json(const Work& work);
/// CSV's columns of it.
[[nodiscard]] std::vector<std::string> reference_columns();

}  // namespace claimbase

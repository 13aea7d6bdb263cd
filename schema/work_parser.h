// The JSON of a work (work_json.h) -> its record, by the JSON functions of SQLite.
#pragma once

#include <string_view>
#include <vector>

#include "schema/database.h"
#include "schema/records.h"

namespace claimbase {

class WorkParser {
 public:
  /// `db` must outlive it.
  explicit WorkParser(const Database& db);

  /// `id` and `raw` are not in it and stay empty. `json` must stay while this runs.
  [[nodiscard]] ReferenceRecord parse(std::string_view json);

 private:
  void read_authors(std::string_view json, std::string_view path, std::vector<AuthorRecord>& authors);
  Statement members_;
  Statement authors_;
  Statement texts_;
};

}  // namespace claimbase

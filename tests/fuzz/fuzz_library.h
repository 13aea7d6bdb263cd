// What the fuzz targets of library formats share: the promises that every reader keeps for any bytes.
#pragma once

#include <algorithm>
#include <string>

#include "analysis/language/unicode.h"
#include "analysis/library/readers.h"
#include "tests/fuzz/fuzz.h"

namespace claimbase::fuzz {

inline void require_clean(const std::string& text) {
  require(is_valid_utf8(text), "a text is UTF-8");
  require(std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; }), "a text is one line");
}

inline void require_names(const std::vector<Author>& names) {
  for (const Author& each : names) {
    require(each.family.empty() != each.literal.empty(), "a name is of a person or of an organisation");
    for (const std::string* part : {&each.family, &each.given, &each.literal}) require_clean(*part);
  }
}

inline void require_record(const LibraryRecord& record, std::uint32_t lines) {
  const Reference& work = record.work;
  for (const std::string* text :
       {&record.key, &record.date, &record.language, &record.abstract, &record.issn, &record.isbn, &work.type,
        &work.title, &work.container_title, &work.volume, &work.issue, &work.page, &work.publisher, &work.doi,
        &work.pmid, &work.pmcid, &work.url, &work.accessed}) {
    require_clean(*text);
  }
  for (const auto* list : {&record.keywords, &record.mesh, &record.publication_types}) {
    for (const std::string& each : *list) require_clean(each);
  }
  require_names(work.authors);
  require_names(record.editors);
  require(record.line >= 1 && record.line <= lines, "a record starts on a line of the file");
  require(!work.type.empty(), "a record has a type");
  require(record.date.empty() || work.year.has_value(), "a date has a year");
}

/// Reads `text` as one format and looks at what comes out.
template <typename Reader>
int check_library(const std::uint8_t* data, std::size_t size, const Reader& read) {
  const std::string_view text = as_text(data, size);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(text, '\n') + 1);
  LibraryFile file;
  library::Collector records(file, text);
  read(text, records);
  for (const LibraryRecord& each : file.records) require_record(each, lines);
  for (const LibraryDiagnostic& each : file.diagnostics) require(each.line <= lines, "a line of the file");
  return 0;
}

}  // namespace claimbase::fuzz

// What the readers of library formats share: values made clean, names, dates, identifiers. All are linear and take any
// bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/library/library.h"

namespace claimbase::library {

/// One line without control characters, white space runs to one space.
[[nodiscard]] std::string clean(std::string_view text);

/// `clean` without the mark-up that databases leave in titles and abstracts: <i>, <sub>, <jats:p> ... and &amp;.
[[nodiscard]] std::string without_tags(std::string_view text);

/// "10.1000/x" in lower case out of "https://doi.org/10.1000/X", "doi: 10.1000/X", "10.1000/x [doi]"; empty: no DOI.
[[nodiscard]] std::string doi_of(std::string_view text);
/// The number of "PMID: 123", "123"; at most eight digits; empty: none.
[[nodiscard]] std::string pmid_of(std::string_view text);
/// "PMC123" of "PMC123", "pmc123.1"; empty: none.
[[nodiscard]] std::string pmcid_of(std::string_view text);

/// ISO 8601 as far as it is known: "2019///" "2019-03" "2011/05/11" "2017 Nov 15" "May 2, 2010" "2018-08-07T04:42"; of
/// a range its begin; empty: no year from 1000 to 2999.
[[nodiscard]] std::string date_of(std::string_view text);
/// Sets `date` and `work.year`, unless `text` has no year or the record has a better date.
void put_date(LibraryRecord& record, std::string_view text);

/// "436S-439S": an ASCII hyphen for whatever dash.
[[nodiscard]] std::string pages_of(std::string_view text);

/// "Family, Given", "Family, Given, Jr.", "Family AB"; anything else without a comma is an organisation.
[[nodiscard]] Author author_of(std::string_view name);
/// A person whose family name stands apart; an organisation where `family` is empty. `suffix` joins the given name.
[[nodiscard]] Author person(std::string_view family, std::string_view given, std::string_view suffix = {});

/// Appends the items of a list that semicolons part; empty ones are left out.
void add_items(std::vector<std::string>& items, std::string_view list);
/// Sets `field` where it is empty.
void put(std::string& field, std::string_view value);

/// CSL type of a format's own name ("JOUR" of "ris"), from corpus/bibliography/record_types.tsv; "document" where it is
/// not known.
[[nodiscard]] std::string csl_type(std::string_view format, std::string_view name);

/// Collects the records of a file; lines are counted once, forwards.
class Collector {
 public:
  Collector(LibraryFile& file, std::string_view text) : file_(file), text_(text) {}

  /// The line of byte `offset`. Cheap where offsets do not fall.
  [[nodiscard]] std::uint32_t line_of(std::size_t offset);
  void say(Severity severity, std::string_view rule, std::uint32_t line, std::string message);
  /// Keeps the record, with its study design; one without title, author and identifier is refused.
  void add(LibraryRecord record);

 private:
  LibraryFile& file_;
  std::string_view text_;
  std::size_t counted_to_ = 0;
  std::uint32_t line_ = 1;
};

}  // namespace claimbase::library

#include "analysis/library/library.h"

#include <algorithm>
#include <array>

#include "analysis/bibliography/scan.h"
#include "analysis/document/encoding.h"
#include "analysis/library/readers.h"

namespace claimbase {
namespace {

constexpr auto kNone = std::string_view::npos;

// A tag line of RIS: "TY  - JOUR". Some programs write one space less.
bool is_ris_start(std::string_view line) {
  if (!line.starts_with("TY ")) return false;
  const std::size_t dash = line.find_first_not_of(' ', 2);
  return dash != kNone && dash <= 4 && line[dash] == '-';
}

// "PMID- 123", "PMID: 123" is prose.
bool is_medline_start(std::string_view line) {
  return line.starts_with("PMID-");
}

bool is_bibtex_start(std::string_view line) {
  line = scan::trim(line);
  if (!line.starts_with('@')) return false;
  const std::size_t open = line.find_first_of("{(");
  if (open == kNone || open < 2) return false;
  const std::string_view name = scan::trim(line.substr(1, open - 1));
  return !name.empty() &&
         std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

// One object a line, so that its names are on the first: {"_id": "12", "title": "...", "text": "..."}
bool is_beir_start(std::string_view text) {
  if (!text.starts_with('{')) return false;
  const std::string_view line = text.substr(0, text.find('\n'));
  return line.find("\"_id\"") != kNone && line.find("\"text\"") != kNone;
}

std::optional<LibraryFormat> xml_format(std::string_view text) {
  if (text.find("<PubmedArticle") != kNone || text.find("<PubmedBookArticle") != kNone)
    return LibraryFormat::pubmed_xml;
  const bool jats = text.find("<ref-list") != kNone || (text.find("<article") != kNone && text.find("<ref ") != kNone);
  return jats ? std::optional(LibraryFormat::jats) : std::nullopt;
}

void read_as(LibraryFormat format, std::string_view text, library::Collector& records) {
  switch (format) {
    case LibraryFormat::ris:
      return library::read_ris(text, records);
    case LibraryFormat::medline:
      return library::read_medline(text, records);
    case LibraryFormat::pubmed_xml:
      return library::read_pubmed_xml(text, records);
    case LibraryFormat::bibtex:
      return library::read_bibtex(text, records);
    case LibraryFormat::csl_json:
      return library::read_csl_json(text, records);
    case LibraryFormat::jats:
      return library::read_jats(text, records);
    case LibraryFormat::beir:
      return library::read_beir(text, records);
  }
}

}  // namespace

std::string_view to_string(LibraryFormat format) {
  switch (format) {
    case LibraryFormat::ris:
      return "ris";
    case LibraryFormat::medline:
      return "medline";
    case LibraryFormat::pubmed_xml:
      return "pubmed-xml";
    case LibraryFormat::bibtex:
      return "bibtex";
    case LibraryFormat::csl_json:
      return "csl-json";
    case LibraryFormat::jats:
      return "jats";
    case LibraryFormat::beir:
      return "beir";
  }
  return "";
}

std::optional<LibraryFormat> library_format(std::string_view text) {
  const std::string_view trimmed = scan::trim(text);
  if (trimmed.starts_with('<')) return xml_format(trimmed);
  if (is_beir_start(trimmed)) return LibraryFormat::beir;
  if (trimmed.starts_with('[') || trimmed.starts_with('{')) return LibraryFormat::csl_json;
  // Numbers, search histories and blank lines may stand before the first record.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    if (is_ris_start(line)) return LibraryFormat::ris;
    if (is_medline_start(line)) return LibraryFormat::medline;
    if (is_bibtex_start(line)) return LibraryFormat::bibtex;
    at = end + 1;
  }
  return std::nullopt;
}

LibraryFile read_library(std::string_view bytes) {
  LibraryFile file;
  const reading::DecodedText decoded = reading::decode(bytes);
  const std::string_view text =
      std::string_view(decoded.text).substr(std::min<std::size_t>(decoded.begin, decoded.text.size()));
  library::Collector records(file, text);
  if (!decoded.diagnostics.empty()) {
    const Diagnostic& first = decoded.diagnostics.front();
    const std::uint32_t line = decoded.binary ? 0 : records.line_of(first.range.begin);
    records.say(first.severity, first.rule, line, first.message);
  }
  file.format = library_format(text);
  if (!file.format) {
    records.say(Severity::error, "library.unknown-format", 0,
                scan::trim(text).empty()
                    ? "an empty file"
                    : "no RIS, MEDLINE, PubMed XML, BibTeX, CSL-JSON, JATS or BEIR was found in it");
    return file;
  }
  read_as(*file.format, text, records);
  if (file.records.empty()) records.say(Severity::warning, "library.no-records", 0, "not one record could be read");
  std::ranges::stable_sort(file.diagnostics, {}, &LibraryDiagnostic::line);
  return file;
}

}  // namespace claimbase

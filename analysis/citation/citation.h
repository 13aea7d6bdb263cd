// Places where a sentence points at a reference: by marker, or in words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/reference.h"
#include "analysis/diagnostic.h"
#include "analysis/document/document.h"
#include "analysis/document/sentence.h"

namespace claimbase {

enum class CitationKind : std::uint8_t { marker = 0, author_year = 1, link = 2, xref = 3, attribution = 4 };
[[nodiscard]] std::string_view to_string(CitationKind kind);  // "marker", "author-year", "link", "xref", "attribution"

/// A citation in words: "een meta-analyse uit 2016, gepubliceerd in Hypertension".
struct Attribution {
  std::string journal;  // by its standard title: "Hypertension"; empty: not named
  std::optional<int> year;
  StudyDesign design = StudyDesign::unknown;
  std::string authors;       // "Ebrahimzadeh Attari"
  std::string organisation;  // "EFSA", "Gezondheidsraad"
  bool specific = false;     // names a journal, year, author, authority or a single case; "studies show" does not
};

struct Citation {
  CitationKind kind = CitationKind::marker;
  std::uint32_t sentence = 0;              // index in the sentences given to find_citations
  ByteRange range;                         // the marker's digits with brackets, or the words of the attribution
  std::string marker;                      // the printed number, one citation a number: "8,9" gives "8" and "9"
  std::optional<std::uint32_t> reference;  // index in the references given; absent: unresolved
  std::vector<std::uint32_t> candidates;   // references that fit equally well; not empty: the citation is ambiguous
  std::optional<Attribution> attribution;  // what the words name; of attributions and of author-year citations
};

struct CitationResult {
  std::vector<Citation> citations;  // in text order
  // "citation.unresolved": a marker past the list's end; "citation.ambiguous": words that fit several references
  std::vector<Diagnostic> diagnostics;
};

/// Finds markers (glued or raised digits, brackets, parentheses, Markdown footnotes "[^1]"; lists and ranges),
/// author-year citations and attributions. What words name is resolved where exactly one reference fits, and is never
/// guessed where several do. "(Jansen, 2019)" that no reference fits is an unresolved author-year citation, if the
/// words alone make it one (lone_citation.h). A marker is taken only where the document's references and its style make
/// it one: never "vitamine B12", "CO2", "omega-3", "1,78 mm Hg", "type 2", years, or digits in a document that has no
/// reference list (footnotes and brackets excepted: unresolved).
[[nodiscard]] CitationResult find_citations(const Document& document, std::span<const Sentence> sentences,
                                            std::span<const Reference> references);

}  // namespace claimbase

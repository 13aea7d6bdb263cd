// The readers, one a format. Each reads UTF-8 text without a byte order mark; see read_library for what they promise.
#pragma once

#include <string_view>

#include "analysis/library/fields.h"

namespace claimbase::library {

/// RIS (Research Information Systems, 2001), with what EndNote, Zotero, Ovid, Scopus and ProQuest make of it.
void read_ris(std::string_view text, Collector& records);
/// MEDLINE display format of PubMed, also called NBIB.
void read_medline(std::string_view text, Collector& records);
/// PubmedArticleSet: PubmedArticle and PubmedBookArticle.
void read_pubmed_xml(std::string_view text, Collector& records);
/// BibTeX and BibLaTeX.
void read_bibtex(std::string_view text, Collector& records);
/// CSL-JSON: a list, an object, or one object a line; also what Crossref's API returns.
void read_csl_json(std::string_view text, Collector& records);
/// The corpus of a retrieval collection in BEIR's form: an object a line with `_id`, `title`, `text` and, in some,
/// `metadata`.
void read_beir(std::string_view text, Collector& records);
/// The reference lists of a JATS article.
void read_jats(std::string_view text, Collector& records);

}  // namespace claimbase::library

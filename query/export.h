// The exports: every row of the store, streamed. Their fields are a public format (docs/exports.md): names stay.
#pragma once

#include <iosfwd>

#include "query/format.h"
#include "schema/database.h"

namespace claimbase {

// Each reads in one pass in an order that depends on the content only: by article and position, references and claims
// by id. Call them inside a read transaction. Memory: one record. They stop where `out` fails.

/// jsonl, json or csv.
void export_mentions(const Database& db, std::ostream& out, OutputFormat format);
void export_citations(const Database& db, std::ostream& out, OutputFormat format);
void export_claims(const Database& db, std::ostream& out, OutputFormat format);
/// jsonl, json (both CSL-JSON records), csv, csl-json, bibtex or ris.
void export_references(const Database& db, std::ostream& out, OutputFormat format);

}  // namespace claimbase

// Audits copy: reads it, judges each claim by law and by sources, and collects the findings.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/extractor.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/compliance/law_judge.h"
#include "analysis/document/reader.h"
#include "query/audit/report.h"
#include "schema/database.h"

namespace claimbase {

/// What copy is held against. All must outlive the auditor.
struct AuditTools {
  const Vocabulary& vocabulary;
  ClaimExtractor& extractor;  // one that annotates copy
  LawJudge& judge;
  const Database* index = nullptr;  // null: by law only; every claim is then not checkable
};

/// Reads and judges one file. Never throws for what is in `bytes`; what could not be read is in
/// AuditedFile::document.diagnostics. Throws StoreError. Call it inside a read transaction.
[[nodiscard]] AuditedFile audit_file(const AuditTools& tools, std::string path, std::string bytes,
                                     const ReadOptions& options);

/// The findings on all files: by file, line, column and rule; those on the site as a whole last.
[[nodiscard]] std::vector<Finding> findings_of(const AuditTools& tools, const std::vector<AuditedFile>& files);

}  // namespace claimbase

// From what the judges found to what is reported: severities, mutes, fingerprints, what is known already.
#pragma once

#include <array>
#include <cstdint>

#include "query/audit/report.h"
#include "query/audit/settings.h"
#include "query/exit.h"

namespace claimbase {

inline constexpr std::size_t kSourceVerdicts = 6;
inline constexpr std::size_t kLawClasses = 12;

struct AuditSummary {
  std::int64_t files = 0, sentences = 0, claims = 0;
  std::int64_t errors = 0, warnings = 0, notes = 0;  // active findings
  std::int64_t known = 0, muted = 0;
  std::int64_t off = 0;   // left out, since settings turn their rule off
  std::int64_t gone = 0;  // entries of the baseline that are no longer met
  bool has_baseline = false;
  std::array<std::int64_t, kSourceVerdicts> verdicts{};  // of the claims, by SourceVerdict
  std::array<std::int64_t, kLawClasses> classes{};       // of the sentences, by LawClass
};

/// Makes the findings final, in this order: mutes of the copy (which may add findings), severities of catalogue and
/// settings (which may take findings out), `why` and `suggestion` of the catalogue where a finding has none, the less
/// certain of its certainty and the catalogue's, fingerprints, baseline. A finding of no rule of the catalogue keeps
/// what it has. Applying it twice is not meant.
AuditSummary apply_settings(AuditReport& report, const AuditSettings& settings);

/// failed: a file could not be read; no_match: there are active findings of `fail` or worse; else ok.
[[nodiscard]] Exit audit_exit(const AuditReport& report, FailOn fail);

}  // namespace claimbase

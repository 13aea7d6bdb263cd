// What may lawfully be said of a substance, and what the index holds for it: the command `compliance`.
#pragma once

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "analysis/compliance/judgement.h"
#include "analysis/compliance/stated_doses.h"
#include "analysis/register/register_entry.h"
#include "query/audit/report.h"
#include "query/paint.h"
#include "query/record_writer.h"
#include "schema/database.h"

namespace claimbase {

/// An entry with what is known of it here.
struct ComplianceEntry {
  const RegisterEntry* entry = nullptr;
  std::vector<ConditionCheck> conditions;   // of authorised ones, held against the dose
  std::optional<SourceJudgement> evidence;  // absent: no index, or an effect that the vocabulary has no outcome for
};

struct ComplianceAnswer {
  std::string substance;  // id
  std::string name_nl, name_en;
  std::string dose;                         // as typed; empty: none
  std::vector<ComplianceEntry> authorised;  // by the register's order
  std::vector<ComplianceEntry> on_hold;
  std::vector<ComplianceEntry> refused;  // and withdrawn
};

/// The substance with that id or label, in any language; null: the vocabulary has none.
[[nodiscard]] const Concept* substance_named(const Vocabulary& vocabulary, std::string_view name);

/// "300mg", "10 µg": the first amount in it. Nothing where there is none.
[[nodiscard]] std::optional<StatedDose> dose_of(std::string_view typed, std::string_view substance);

/// `index` may be null. `entries` must outlive the answer.
[[nodiscard]] ComplianceAnswer comply(std::span<const RegisterEntry> entries, const Vocabulary& vocabulary,
                                      const Concept& substance, std::string_view dose, const Database* index);

void print_compliance(std::ostream& out, const Paint& paint, const ComplianceAnswer& answer);
[[nodiscard]] Json to_json(const ComplianceAnswer& answer);

}  // namespace claimbase

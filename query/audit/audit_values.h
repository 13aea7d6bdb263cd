// Parts of an audit's report as JSON.
#pragma once

#include "query/audit/apply.h"
#include "query/audit/report.h"
#include "query/record_writer.h"

namespace claimbase {

[[nodiscard]] Json to_json(const Finding& finding);
[[nodiscard]] Json to_json(const LawJudgement& law);
[[nodiscard]] Json to_json(const SourceJudgement& sources);
[[nodiscard]] Json to_json(const AuditSummary& summary);

}  // namespace claimbase

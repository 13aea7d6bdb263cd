#include "query/audit/report.h"

namespace claimbase {

std::string_view to_string(SourceVerdict verdict) {
  switch (verdict) {
    case SourceVerdict::supported:
      return "supported";
    case SourceVerdict::overstated:
      return "overstated";
    case SourceVerdict::contradicted:
      return "contradicted";
    case SourceVerdict::mentioned_only:
      return "mentioned-only";
    case SourceVerdict::no_evidence:
      return "no-evidence";
    case SourceVerdict::not_checkable:
      return "not-checkable";
  }
  return "";
}

std::string_view to_string(FindingState state) {
  switch (state) {
    case FindingState::active:
      return "active";
    case FindingState::known:
      return "known";
    case FindingState::muted:
      return "muted";
  }
  return "";
}

std::string_view to_string(FindingCertainty certainty) {
  switch (certainty) {
    case FindingCertainty::rule:
      return "rule";
    case FindingCertainty::register_match:
      return "register-match";
    case FindingCertainty::needs_person:
      return "needs-person";
  }
  return "";
}

}  // namespace claimbase

#include "schema/records.h"

namespace claimbase {

std::string_view to_string(LinkKind kind) {
  switch (kind) {
    case LinkKind::marker:
      return "marker";
    case LinkKind::lead_in:
      return "lead-in";
    case LinkKind::attribution:
      return "attribution";
    case LinkKind::same_paragraph:
      return "same-paragraph";
    case LinkKind::reference_list:
      return "reference-list";
  }
  return "";
}

double link_weight(LinkKind kind) {
  switch (kind) {
    case LinkKind::marker:
      return 1.0;
    case LinkKind::lead_in:
      return 0.9;
    case LinkKind::attribution:
      return 0.8;
    case LinkKind::same_paragraph:
      return 0.5;
    case LinkKind::reference_list:
      return 0.2;
  }
  return 0;
}

}  // namespace claimbase

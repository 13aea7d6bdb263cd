#include "analysis/claim/mention.h"

namespace claimbase {

std::string_view to_string(Relation relation) {
  switch (relation) {
    case Relation::affects:
      return "affects";
    case Relation::lowers:
      return "lowers";
    case Relation::raises:
      return "raises";
    case Relation::prevents:
      return "prevents";
    case Relation::treats:
      return "treats";
    case Relation::supports:
      return "supports";
    case Relation::no_effect:
      return "no-effect";
  }
  return {};
}

std::string_view to_string(Exposure exposure) {
  switch (exposure) {
    case Exposure::intake:
      return "intake";
    case Exposure::supplement:
      return "supplement";
    case Exposure::food:
      return "food";
    case Exposure::form:
      return "form";
    case Exposure::deficiency:
      return "deficiency";
    case Exposure::excess:
      return "excess";
    case Exposure::topical:
      return "topical";
    case Exposure::intravenous:
      return "intravenous";
  }
  return {};
}

std::string_view to_string(Polarity polarity) {
  return polarity == Polarity::affirmed ? "affirmed" : "negated";
}

std::string_view to_string(Certainty certainty) {
  return certainty == Certainty::asserted ? "asserted" : "hedged";
}

}  // namespace claimbase

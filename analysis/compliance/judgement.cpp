#include "analysis/compliance/judgement.h"

namespace claimbase {

std::string_view to_string(LawClass law) {
  switch (law) {
    case LawClass::medicinal:
      return "medicinal";
    case LawClass::omission:
      return "article-12a";
    case LawClass::weight_loss:
      return "article-12b";
    case LawClass::endorsement:
      return "article-12c";
    case LawClass::disease_risk:
      return "disease-risk";
    case LawClass::child:
      return "child";
    case LawClass::on_hold:
      return "on-hold";
    case LawClass::function:
      return "function";
    case LawClass::evidence_reference:
      return "evidence-reference";
    case LawClass::general:
      return "general";
    case LawClass::nutrition:
      return "nutrition";
    case LawClass::none:
      return "none";
  }
  return "";
}

std::string_view to_string(WordingDistance wording) {
  switch (wording) {
    case WordingDistance::verbatim:
      return "verbatim";
    case WordingDistance::trivial:
      return "trivial";
    case WordingDistance::same_meaning:
      return "same-meaning";
    case WordingDistance::normal_dropped:
      return "normal-dropped";
    case WordingDistance::stronger:
      return "stronger";
    case WordingDistance::other_effect:
      return "other-effect";
    case WordingDistance::wrong_nutrient:
      return "wrong-nutrient";
    case WordingDistance::product:
      return "product";
    case WordingDistance::none:
      return "none";
  }
  return "";
}

std::string_view to_string(ConditionState state) {
  switch (state) {
    case ConditionState::met:
      return "met";
    case ConditionState::not_met:
      return "not-met";
    case ConditionState::unknown:
      return "unknown";
  }
  return "";
}

}  // namespace claimbase

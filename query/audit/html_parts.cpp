#include "query/audit/html_parts.h"

#include <algorithm>

#include "analysis/language/unicode.h"
#include "query/audit/rules.h"

namespace claimbase::html {

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string lang_attribute(std::string_view language) {
  constexpr std::size_t kLongest = 35;  // RFC 5646, 4.4.1
  const auto is_part = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  const bool known = !language.empty() && language != "und" && language.size() <= kLongest;
  if (!known || !std::ranges::all_of(language, is_part)) return "";
  return " lang=\"" + std::string(language) + "\"";
}

std::string_view severity_class(Severity severity) {
  return severity_name(severity);
}

std::string_view law_label(LawClass law) {
  switch (law) {
    case LawClass::medicinal:
      return "medicinal claim";
    case LawClass::omission:
      return "suggests harm without the food";
    case LawClass::weight_loss:
      return "rate or amount of weight loss";
    case LawClass::endorsement:
      return "recommended by a professional";
    case LawClass::disease_risk:
      return "disease risk claim";
    case LawClass::child:
      return "claim on children";
    case LawClass::on_hold:
      return "claim on hold";
    case LawClass::function:
      return "function claim";
    case LawClass::evidence_reference:
      return "reference to evidence";
    case LawClass::general:
      return "general health phrase";
    case LawClass::nutrition:
      return "nutrition claim";
    case LawClass::none:
      return "no claim by law";
  }
  return "";
}

std::string sentence_id(std::size_t file, std::size_t sentence) {
  return "s" + std::to_string(file) + "-" + std::to_string(sentence);
}

std::string finding_id(std::size_t number) {
  return "f" + std::to_string(number);
}

}  // namespace claimbase::html

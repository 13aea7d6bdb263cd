// The catalogue of audit rules: corpus/audit/rules.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// Views into built-in data: they live as long as the program.
struct Rule {
  std::string_view name;  // "law.medicinal-claim"
  Severity severity = Severity::warning;
  FindingCertainty certainty = FindingCertainty::rule;
  std::string_view title;    // a few words, lower case, no full stop
  std::string_view meaning;  // one or two sentences
  std::string_view why;      // the article of law, or the principle of evidence
  std::string_view mend;     // what to do about it
};

/// All of them, in the catalogue's order. Read once. Throws std::logic_error where the built-in table is wrong.
[[nodiscard]] std::span<const Rule> rules();
/// Null where there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view name);

/// Whether `name` is `rule` or a family that it belongs to: "evidence" and "evidence.overstated" cover
/// "evidence.overstated.hedge-dropped".
[[nodiscard]] bool covers(std::string_view name, std::string_view rule);
/// Whether `name` covers any rule.
[[nodiscard]] bool is_rule_or_family(std::string_view name);

/// `given` as part of a sentence, then the nearest rule names: "law.medical (nearest: law.medicinal-claim)".
[[nodiscard]] std::string with_nearest_rules(std::string_view given);

/// What a rule's findings count as.
enum class RuleLevel : std::uint8_t { off, note, warning, error };
[[nodiscard]] std::optional<RuleLevel> rule_level(std::string_view name);
[[nodiscard]] std::string_view severity_name(Severity severity);  // "note", "warning", "error"

}  // namespace claimbase

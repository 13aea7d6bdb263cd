#include "query/audit/law_findings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/audit/new_finding.h"

namespace claimbase {
namespace {

/// Findings of one sentence.
class SentenceFindings {
 public:
  SentenceFindings(const AuditedFile& file, const AuditedSentence& sentence, const Vocabulary& vocabulary,
                   std::vector<Finding>& findings)
      : file_(file), sentence_(sentence), vocabulary_(vocabulary), findings_(findings) {}

  void add_classes() {
    const LawJudgement& law = sentence_.law;
    if (has(LawClass::medicinal)) {
      const ByteRange where = range_of({"medicinal", "remedy", "at-ailment", "ailment"});
      Finding& made =
          add("law.medicinal-claim", where,
              fmt::format("a food may not be said to prevent, treat or cure a disease: '{}'", words(where)));
      if (is_question()) {
        made.certainty = FindingCertainty::needs_person;
        made.message =
            fmt::format("a question after complaints that leads to a product is a medicinal claim: '{}'", words(where));
      }
    }
    if (has(LawClass::omission))
      add("law.article-12a-omission", range_of({"omission"}),
          "copy may not suggest that health suffers without the food, or name what a lack of it leads to");
    if (has(LawClass::weight_loss))
      add("law.article-12b-weight-loss", range_of({"slimming"}),
          "copy may not name a rate or an amount of weight loss");
    if (has(LawClass::endorsement))
      add("law.article-12c-endorsement", range_of({"endorsement"}),
          "copy may not lean on the advice of a doctor or another health professional");
    if (has(LawClass::disease_risk)) add_disease_risk();
    if (has(LawClass::child) && !matched("14(1)(b)"))
      add("law.child-claim-not-authorised", range_of({"child"}),
          "a claim on the development or health of children needs an entry of its own (Art. 14(1)(b))");
    for (const Signal& signal : law.signals) {
      if (signal.name == "unlisted")
        add("law.unlisted-word", signal.range,
            fmt::format("'{}' is a health claim in itself, and not authorised", signal.words));
      if (signal.name == "evidence")
        add("law.evidence-reference", signal.range,
            fmt::format("'{}' leans on science: it needs an authorised claim, and proof at hand", signal.words));
    }
  }

  void add_matches() {
    // One finding for all nutrients of which the same is to be said.
    std::map<std::pair<std::string, std::uint32_t>, std::vector<const RegisterMatch*>> by_rule;
    for (const RegisterMatch& match : sentence_.law.matches) {
      if (has(LawClass::medicinal) && match.wording >= WordingDistance::other_effect) continue;
      if (has(LawClass::child) && !matched("14(1)(b)") && match.wording >= WordingDistance::stronger) continue;
      if (is_risk_told(match)) continue;
      by_rule[{rule_of(match), match.range.begin}].push_back(&match);
    }
    for (const auto& [key, matches] : by_rule) {
      if (!key.first.empty()) add_match(key.first, matches);
    }
  }

  // `told`: entries of whose conditions the file's findings have spoken.
  void add_conditions(std::set<std::string>& told) {
    for (const RegisterMatch& match : sentence_.law.matches) {
      if (match.legal_basis == "Annex" || match.conditions.empty() || !told.insert(match.entry).second) continue;
      std::string unknown;
      for (const ConditionCheck& check : match.conditions) {
        if (check.state == ConditionState::not_met)
          add("law.condition-not-met", match.range,
              fmt::format("{}; the copy states {} ({})", check.condition, check.stated, match.entry));
        if (check.state != ConditionState::unknown) continue;
        if (check.statement)
          add("law.condition-statement-missing", match.range,
              fmt::format("missing: {} ({})", check.condition, match.entry));
        else
          unknown += (unknown.empty() ? "" : "; ") + check.condition;
      }
      if (!unknown.empty())
        add("law.condition-unknown", match.range,
            fmt::format("the copy does not tell whether this is met: {} ({})", unknown, match.entry));
    }
  }

 private:
  [[nodiscard]] bool has(LawClass law) const {
    return sentence_.law.law == law || std::ranges::find(sentence_.law.also, law) != sentence_.law.also.end();
  }

  [[nodiscard]] bool is_question() const { return sentence_.text.ends_with('?'); }

  [[nodiscard]] bool matched(std::string_view basis) const {
    return std::ranges::any_of(sentence_.law.matches, [&](const RegisterMatch& match) {
      return match.legal_basis == basis && match.status == "authorised" && match.wording <= WordingDistance::stronger;
    });
  }

  // From the first to the last of those signals; the sentence where there is none.
  [[nodiscard]] ByteRange range_of(const std::vector<std::string_view>& names) const {
    ByteRange range;
    for (const Signal& signal : sentence_.law.signals) {
      if (std::ranges::find(names, signal.name) == names.end()) continue;
      if (range.empty()) range = signal.range;
      range = {std::min(range.begin, signal.range.begin), std::max(range.end, signal.range.end)};
    }
    return range.empty() ? sentence_.span.text : range;
  }

  [[nodiscard]] std::string words(ByteRange range) const {
    return file_.document.text.substr(range.begin, range.size());
  }

  [[nodiscard]] std::string name_of(std::string_view nutrient) const {
    const Concept* found = vocabulary_.find(ConceptScheme::substance, nutrient);
    return std::string(found == nullptr ? nutrient : found->preferred_label(sentence_.language));
  }

  Finding& add(std::string_view rule, ByteRange range, std::string message) {
    Finding& finding = findings_.emplace_back(new_finding(file_, sentence_, rule, range, std::move(message)));
    if (!sentence_.law.alternative.empty() && finding.severity != Severity::note)
      finding.suggestion = fmt::format("\"{}\" ({})", sentence_.law.alternative, sentence_.law.alternative_entry);
    return finding;
  }

  // law.disease-risk-not-authorised speaks of its words.
  [[nodiscard]] bool is_risk_told(const RegisterMatch& match) const {
    if (!has(LawClass::disease_risk) || matched("14(1)(a)") || has(LawClass::medicinal)) return false;
    return std::ranges::any_of(sentence_.law.signals, [&](const Signal& signal) {
      return signal.name == "lowers" && signal.range.begin < match.range.end && match.range.begin < signal.range.end;
    });
  }

  void add_disease_risk() {
    const auto own = std::ranges::find_if(sentence_.law.matches, [](const RegisterMatch& match) {
      return match.legal_basis == "14(1)(a)" && match.status == "authorised" &&
             match.wording <= WordingDistance::same_meaning;
    });
    if (own == sentence_.law.matches.end()) {
      if (!has(LawClass::medicinal) || matched("14(1)(a)"))
        add("law.disease-risk-not-authorised", range_of({"lowers", "risk", "remedy", "ailment"}),
            "lowering a risk factor of a disease may be claimed only in the words of an entry under Art. 14(1)(a)");
      return;
    }
    if (!own->complete) {
      Finding& made = add("law.disease-risk-incomplete", own->range,
                          "the sentence that says what is a risk factor of which disease is missing");
      made.suggestion = fmt::format("\"{}\" ({})", own->official, own->entry);
    }
  }

  // "": nothing to be said.
  [[nodiscard]] std::string rule_of(const RegisterMatch& match) const {
    if (match.legal_basis == "Annex") return "law.nutrition-claim-condition";
    switch (match.wording) {
      case WordingDistance::verbatim:
      case WordingDistance::trivial:
        return match.complete ? "law.authorised" : "";
      case WordingDistance::same_meaning:
        return "law.wording-adapted";
      case WordingDistance::normal_dropped:
        return "law.wording-normal-dropped";
      case WordingDistance::stronger:
        return "law.wording-stronger";
      case WordingDistance::other_effect:
        return "law.other-effect";
      case WordingDistance::wrong_nutrient:
        return "law.wrong-nutrient";
      case WordingDistance::product:
        return "law.product-instead-of-nutrient";
      case WordingDistance::none:
        break;
    }
    if (match.status == "on-hold" || (match.entry.empty() && has(LawClass::on_hold))) return "law.on-hold";
    return match.entry.empty() ? "law.not-authorised" : "law.refused";
  }

  void add_match(const std::string& rule, const std::vector<const RegisterMatch*>& matches) {
    const RegisterMatch& first = *matches.front();
    std::vector<std::string> nutrients;  // each once: a nutrient may match by several entries
    for (const RegisterMatch* each : matches) {
      std::string name = name_of(each->nutrient);
      if (!name.empty() && std::ranges::find(nutrients, name) == nutrients.end()) nutrients.push_back(std::move(name));
    }
    Finding& made = add(rule, first.range, message_of(rule, first, fmt::to_string(fmt::join(nutrients, ", "))));
    // What may be said of this effect; the sentence's alternative is on one of them.
    const bool offers = first.status == "authorised" && first.language == sentence_.language &&
                        !first.official.empty() && first.wording >= WordingDistance::same_meaning &&
                        first.wording <= WordingDistance::other_effect;
    if (offers && made.severity != Severity::note)
      made.suggestion = fmt::format("\"{}\" ({})", first.official, first.entry);
    if (!first.entry.empty())
      made.why += fmt::format("; register: {} \"{}\" ({})", first.entry, first.official, first.status);
  }

  [[nodiscard]] std::string message_of(const std::string& rule, const RegisterMatch& match,
                                       const std::string& nutrients) const {
    const std::string said = words(match.range);
    if (rule == "law.nutrition-claim-condition") {
      std::string conditions;
      for (const ConditionCheck& check : match.conditions)
        conditions += fmt::format("; {}: {}", to_string(check.state), check.condition);
      return fmt::format("'{}' is a nutrition claim ({}){}", said, match.official, conditions);
    }
    if (rule == "law.authorised")
      return fmt::format("an authorised claim of {}, in the register's own words", nutrients);
    if (rule == "law.wording-adapted")
      return fmt::format("'{}' of {}: near the authorised wording, in words of your own", said, nutrients);
    if (rule == "law.wording-normal-dropped")
      return fmt::format("'{}' of {}: the authorised claim is on what is normal, and the copy drops that", said,
                         nutrients);
    if (rule == "law.wording-stronger")
      return fmt::format("'{}' of {}: stronger than, or beyond, what is authorised", said, nutrients);
    if (rule == "law.other-effect")
      return fmt::format("'{}' is not an authorised effect of {}; another effect is", said, nutrients);
    if (rule == "law.wrong-nutrient")
      return fmt::format("'{}' is an authorised effect of other nutrients, not of {}", said, nutrients);
    if (rule == "law.product-instead-of-nutrient")
      return fmt::format("'{}' is said of the product: name the nutrient that does it", said);
    if (rule == "law.on-hold")
      return fmt::format("claims on {} are on hold: '{}' is not authorised",
                         nutrients.empty() ? "this botanical" : nutrients, said);
    if (rule == "law.refused") return fmt::format("'{}' of {} was refused", said, nutrients);
    return fmt::format("'{}' is not an authorised effect of {}", said, nutrients.empty() ? "this product" : nutrients);
  }

  const AuditedFile& file_;
  const AuditedSentence& sentence_;
  const Vocabulary& vocabulary_;
  std::vector<Finding>& findings_;
};

bool is_specific(const AuditedSentence& sentence) {
  return std::ranges::any_of(sentence.law.matches, [](const RegisterMatch& match) {
    return match.status == "authorised" && match.wording <= WordingDistance::normal_dropped;
  });
}

// Art. 10(3): a specific authorised claim stands with it: in its block, or in the one before or behind under the same
// heading (CJEU C-524/18, 40: next to or following it).
bool is_accompanied(const AuditedFile& file, const AuditedSentence& general) {
  const int heading = file.document.blocks[general.block].heading;
  return std::ranges::any_of(file.sentences, [&](const AuditedSentence& other) {
    if (!is_specific(other)) return false;
    const std::uint32_t apart = other.block > general.block ? other.block - general.block : general.block - other.block;
    if (apart == 0) return true;
    const bool under_it = static_cast<int>(general.block) == file.document.blocks[other.block].heading;
    return apart == 1 && (under_it || file.document.blocks[other.block].heading == heading);
  });
}

}  // namespace

std::vector<Finding> law_findings(const AuditedFile& file, const Vocabulary& vocabulary) {
  std::vector<Finding> findings;
  std::set<std::string> told;
  for (const AuditedSentence& sentence : file.sentences) {
    SentenceFindings of_sentence(file, sentence, vocabulary, findings);
    of_sentence.add_classes();
    of_sentence.add_matches();
    of_sentence.add_conditions(told);
    for (const Signal& signal : sentence.law.signals) {
      if (signal.name != "general" || is_accompanied(file, sentence)) continue;
      findings.push_back(new_finding(
          file, sentence, "law.general-claim-alone", signal.range,
          fmt::format("'{}' speaks of health in general: a specific authorised claim has to stand next to it",
                      signal.words)));
      break;  // once a sentence
    }
  }
  return findings;
}

}  // namespace claimbase

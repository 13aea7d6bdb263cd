// An entry of the EU register of nutrition and health claims made on foods (Regulation (EC) No 1924/2006, Article 20).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// The article of Regulation (EC) No 1924/2006 under which a claim was judged. Printed as "13(1)", "14(1)(a)" ...
enum class LegalBasis : std::uint8_t { function_13_1, function_13_5, risk_14_1_a, children_14_1_b };
enum class ClaimStatus : std::uint8_t { authorised, not_authorised, on_hold, withdrawn };

[[nodiscard]] std::string_view to_string(LegalBasis basis);    // "13(1)", "13(5)", "14(1)(a)", "14(1)(b)"
[[nodiscard]] std::string_view to_string(ClaimStatus status);  // "authorised", "not-authorised", "on-hold", "withdrawn"

/// What a food must be or state to bear the claim, where it can be read from the text of the conditions.
struct UseCondition {
  enum class Kind : std::uint8_t {
    source_of,  ///< at least a "source of" the nutrient: 15 % of its reference value a portion (1169/2011, Annex XIII)
    high,       ///< "high" in it: twice that
    at_least,   ///< `amount` `unit` a day or a portion
    at_most,    ///< no more than that
    stated,     ///< the copy must say that the effect is obtained with `amount` `unit` a day
    text        ///< none of these: RegisterEntry::conditions says it in words
  };
  Kind kind = Kind::text;
  std::string nutrient;  // concept id or, where the vocabulary has none, its name; of what the amount is
  double amount = 0;
  std::string unit;  // UCUM: "mg", "ug", "g"; empty for source_of, high, text
  std::string per;   // "day", "portion", "100g", "meal"; empty: not said
  friend bool operator==(const UseCondition&, const UseCondition&) = default;
};

struct RegisterEntry {
  std::string id;                     // ours: "13-1/calcium/normal-bones"; of an export: "eu/" and its entry id
  std::string nutrient;               // as the register names it
  std::vector<std::string> concepts;  // substance ids of the vocabulary that it is; empty: none
  std::string claim_en;
  std::string claim_nl;  // empty: not known
  LegalBasis basis = LegalBasis::function_13_1;
  ClaimStatus status = ClaimStatus::authorised;
  std::string conditions;                  // of use, as the register says them
  std::vector<UseCondition> requirements;  // read from `conditions`
  std::string restrictions;                // and warnings
  std::string regulation;                  // "Commission Regulation (EU) 432/2012"
  std::string date;                        // of it, ISO 8601; empty: not known
  std::string health_relationship;
  std::string target;                  // "adults", "women of child-bearing age" ...; empty: everybody
  std::vector<std::string> opinions;   // EFSA: "2010;8(10):1807"
  std::vector<std::string> entry_ids;  // of the EU's list
  std::string verified_en;             // how the wording was checked
  std::string verified_nl;
};

}  // namespace claimbase

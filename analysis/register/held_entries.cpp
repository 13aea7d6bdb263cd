#include "analysis/register/held_entries.h"

#include "analysis/language/unicode.h"
#include "analysis/register/register.h"

namespace claimbase::registers {
namespace {

std::string claim_key(const RegisterEntry& entry) {
  return std::string(to_string(entry.basis)) + " " + fold_alphanumeric(entry.claim_en);
}

// Refused claims are often told by their effect alone, which several nutrients share.
std::string full_key(const RegisterEntry& entry) {
  return claim_key(entry) + " " + fold_alphanumeric(entry.nutrient);
}

}  // namespace

HeldEntries::HeldEntries() {
  for (const RegisterEntry& each : built_in_register()) {
    by_claim_.emplace(full_key(each), &each);
    if (each.status == ClaimStatus::authorised) by_claim_.emplace(claim_key(each), &each);
    if (!each.concepts.empty()) by_nutrient_.emplace(fold_alphanumeric(each.nutrient), &each);
  }
}

void HeldEntries::complete(RegisterEntry& entry) const {
  auto held = by_claim_.find(full_key(entry));
  if (held == by_claim_.end()) held = by_claim_.find(claim_key(entry));
  if (held != by_claim_.end()) {
    const RegisterEntry& known = *held->second;
    entry.claim_nl = known.claim_nl;
    entry.verified_nl = known.verified_nl;
    entry.concepts = known.concepts;
    entry.target = known.target;
    if (fold_alphanumeric(known.conditions) == fold_alphanumeric(entry.conditions))
      entry.requirements = known.requirements;
  } else if (const auto nutrient = by_nutrient_.find(fold_alphanumeric(entry.nutrient));
             nutrient != by_nutrient_.end()) {
    entry.concepts = nutrient->second->concepts;
  }
  if (entry.requirements.empty() && !entry.conditions.empty()) entry.requirements.emplace_back();
}

}  // namespace claimbase::registers

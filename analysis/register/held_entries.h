// What the built-in register knows of an entry that an export does not say.
#pragma once

#include <map>
#include <string>

#include "analysis/register/register_entry.h"

namespace claimbase::registers {

/// The built-in register by claim and by nutrient.
class HeldEntries {
 public:
  HeldEntries();
  /// Adds to an entry of an export the Dutch wording, target and vocabulary ids of the built-in entry with the same
  /// claim on the same basis, and its testable requirements where the conditions are the same; else vocabulary ids by
  /// nutrient. Requirements that are not known are a condition in words.
  void complete(RegisterEntry& entry) const;

 private:
  std::map<std::string, const RegisterEntry*> by_claim_;
  std::map<std::string, const RegisterEntry*> by_nutrient_;
};

}  // namespace claimbase::registers

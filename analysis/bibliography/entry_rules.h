// An entry as the rules read it: the first opinion, and a feature of the sequence model.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/entry_label.h"
#include "analysis/bibliography/entry_tokens.h"
#include "analysis/bibliography/names.h"
#include "analysis/bibliography/reference.h"

namespace claimbase::entry {

struct RuleReading {
  Reference reference;          // raw, identifiers, and what the rules make of the rest
  std::string text;             // the entry without list number, identifiers, addresses and access date
  std::size_t authors_end = 0;  // in text
  std::size_t body = 0;         // behind the year that follows the authors
  std::size_t locator = 0;      // volume, issue, pages begin here
  CueSet cues;                  // that the entry as printed may have
  bool complete = false;        // nothing else is to be read in it: a regulation
  bool organisation = false;    // an organisation is the only author
  bool people = false;          // the authors end where authors_end says: "Kaya B, Smit C. ...", "Kaya B (2001) ..."
};

/// Never fails.
[[nodiscard]] RuleReading read_by_rules(std::string_view printed);

/// What the rules say of a word; `sure` where the words before the locator are all accounted for.
struct RuleLabel {
  Label label = Label::other;
  bool begins = false;  // the field begins here
};
[[nodiscard]] std::vector<RuleLabel> rule_labels(const RuleReading& reading, const std::vector<ByteRange>& words);

}  // namespace claimbase::entry

// Comments in the copy that set findings aside: <!-- claimbase: ignore RULE reason -->.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/audit/report.h"

namespace claimbase {

/// What a comment mutes.
enum class MuteReach : std::uint8_t {
  line,  ///< the line that it stands on, behind text
  next,  ///< the block or line that follows: it stands alone, or before text
  file
};

struct Mute {
  std::vector<std::string> rules;  // or families; as written
  std::string reason;              // empty: none, and nothing is muted
  MuteReach reach = MuteReach::next;
  CopySpan span;  // of the comment; `text` is empty
};

/// The mutes in a file's bytes, in order. A comment that begins "<!-- claimbase:" and is not one gives none. Linear.
[[nodiscard]] std::vector<Mute> read_mutes(std::string_view source);

/// Puts spaces in the place of the mutes of a plain text, which would else be read as part of it; line ends stay, and
/// so does every byte's place.
void blank_mutes(std::string& plain_text);

/// Sets the state of the findings of its files that a mute reaches, and adds those of the rules
/// audit.mute-without-reason, audit.unknown-rule-muted and audit.mute-unused. Findings must be in the report's order,
/// and are again.
void apply_mutes(AuditReport& report);

/// Orders findings by file, line, column and rule; findings of files not in the report come last.
void sort_findings(AuditReport& report);

}  // namespace claimbase

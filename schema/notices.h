// Which of the notices on a paper stands.
#pragma once

#include <span>
#include <string>

namespace claimbase {

struct Notice {
  std::string nature;  // "retraction", "expression-of-concern", "correction", "reinstatement"; empty: none
  std::string date;    // ISO 8601; empty: not known
};

/// A retraction, unless a reinstatement of the same day or later ends it; else an expression of concern, unless a
/// reinstatement ends it; else a reinstatement; else a correction. Of several of one kind the latest. Independent of
/// their order.
[[nodiscard]] Notice standing_notice(std::span<const Notice> notices);

}  // namespace claimbase

// Whether two descriptions are of one work, where no identifier says so: an entry of a reference list and a record of a
// library, say. After Fellegi and Sunter, "A Theory for Record Linkage" (JASA 64, 1969): each field that agrees speaks
// for it, each that differs against, with weights from how often that happens among the same and among different works.
// docs/libraries.md has the weights, the threshold and the data they come from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace claimbase {

/// What identifies a work, made comparable.
struct WorkIdentity {
  std::string doi;     // lower case
  std::string pmid;    // digits
  std::string pmcid;   // "PMC123"
  std::string title;   // folded words, one space between
  std::string family;  // of the first author, or the organisation: folded letters and digits
  std::optional<int> year;
  std::string container;  // standard title of a known journal, else as given: folded words
  std::string volume;     // folded letters and digits
  std::string page;       // the first one, folded letters and digits
  friend bool operator==(const WorkIdentity&, const WorkIdentity&) = default;
};

/// The fields as a person wrote them.
struct WorkFields {
  std::string_view doi, pmid, pmcid, title;
  std::string_view first_author;  // family name, or organisation
  std::optional<int> year;
  std::string_view container, volume, page;
};
[[nodiscard]] WorkIdentity identity_of(const WorkFields& fields);

/// 32 hexadecimal digits that stand for all fields of `identity`, and for `own`, the name the work has by itself.
[[nodiscard]] std::string identity_name(const WorkIdentity& identity, std::string_view own);

/// Hashes of which two descriptions of one work nearly always share one: of the title's first words, of the first
/// author with each of the longest words of the title, and of the place in a volume. At most five; none for a
/// description that nothing can be found by.
[[nodiscard]] std::vector<std::int64_t> match_keys(const WorkIdentity& identity);

/// How likely both are one work, 0 to 1. 0 where they have different DOIs, PMIDs or PMCIDs. Symmetric. Linear in the
/// titles.
[[nodiscard]] double match_score(const WorkIdentity& a, const WorkIdentity& b);
/// False: match_score is below kMatchThreshold, which was seen without comparing titles.
[[nodiscard]] bool may_match(const WorkIdentity& a, const WorkIdentity& b);

/// From this score on two descriptions are taken for one work.
inline constexpr double kMatchThreshold = 0.95;
/// Two works of different identifiers whose scores are this near leave a description that fits both unmatched.
inline constexpr double kMatchMargin = 0.04;
/// Raised whenever the same descriptions may be matched otherwise.
inline constexpr int kIdentityVersion = 3;

}  // namespace claimbase

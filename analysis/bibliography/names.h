// The names that bibliography and citation know by heart, from the data files of corpus/bibliography.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/bibliography/name_index.h"

namespace claimbase {

/// Journals and registers: corpus/bibliography/journals.tsv (title, abbreviations separated by '|').
struct JournalHit {
  ByteRange range;
  std::string_view title;    // standard title; lives as long as the program
  bool common_word = false;  // a title that is also an outcome or an everyday word: Sleep, Pain, Hypertension
};
/// Journal names in `text` that are written with a capital.
[[nodiscard]] std::vector<JournalHit> find_journals(std::string_view text);
/// The same, where the words of `text` are at hand.
[[nodiscard]] std::vector<JournalHit> find_journals(std::string_view text, std::span<const FoldedWord> words);
/// The standard title of the journal that `name` names as a whole.
[[nodiscard]] std::optional<std::string_view> journal_title(std::string_view name);

enum class OrganisationKind : std::uint8_t { authority, university, publisher };

/// Authorities, universities, publishers: corpus/bibliography/organisations.tsv (name, aliases separated by '|',
/// language, kind).
struct OrganisationHit {
  ByteRange range;
  std::string_view name;  // standard short name; lives as long as the program
  OrganisationKind kind = OrganisationKind::authority;
};
[[nodiscard]] std::vector<OrganisationHit> find_organisations(std::string_view text);
[[nodiscard]] std::vector<OrganisationHit> find_organisations(std::string_view text, std::span<const FoldedWord> words);
/// An organisation at the very start of `text`; range empty: none.
[[nodiscard]] OrganisationHit organisation_at_start(std::string_view text);

/// What a cue word of reference entries stands for: corpus/bibliography/cues.tsv (cue, phrase, value).
enum class Cue : std::uint8_t {
  access,
  month,
  conjunction,
  et_al,
  particle,
  suffix,
  editor,
  volume,
  issue,
  page,
  supplement,
  chapter,
  organisation,
  publisher,
  edition,
  link_text,
  published,
  no_author,
  source_note,
  thesis,
  report,
  regulation,
  identifier,
  available
};
inline constexpr std::size_t kCues = 24;

/// A set of cues.
class CueSet {
 public:
  [[nodiscard]] static CueSet all() { return CueSet(~std::uint32_t{0}); }
  CueSet() = default;
  explicit CueSet(std::uint32_t bits) : bits_(bits) {}  // by the places of Cue
  void add(CueSet others) { bits_ |= others.bits_; }
  [[nodiscard]] bool has(Cue cue) const { return (bits_ >> static_cast<unsigned>(cue) & 1U) != 0; }

 private:
  std::uint32_t bits_ = 0;
};
/// The cues that two words next to each other in `text` may begin a phrase of. Of all others find_cues finds none. One
/// pass for all.
[[nodiscard]] CueSet cues_in(std::string_view text);
[[nodiscard]] CueSet cues_in(std::span<const FoldedWord> words);

/// The phrases of one cue in `text`, in order; NameHit::id is the value (months: 1 to 12).
[[nodiscard]] std::vector<NameHit> find_cues(std::string_view text, Cue cue);
[[nodiscard]] std::vector<NameHit> find_cues(std::span<const FoldedWord> words, Cue cue);
/// The one at the very start of `text`; range empty: none.
[[nodiscard]] NameHit cue_at_start(std::string_view text, Cue cue);
/// Whether `word` as a whole is a phrase of the cue.
[[nodiscard]] bool is_cue(std::string_view word, Cue cue);
/// The phrases of a cue as the data file has them, separated by '|', one text for each of its rows.
[[nodiscard]] std::vector<std::string_view> cue_phrases(Cue cue);
/// 1 to 12, or 0.
[[nodiscard]] int month_of(std::string_view word);

}  // namespace claimbase

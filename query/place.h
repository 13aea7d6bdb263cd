// A sentence of an article with what was read from it: where it stands, its claims, what it cites.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "schema/database.h"

namespace claimbase {

struct MentionSummary {
  std::string claim;  // "magnesium:lowers:blood-pressure"
  std::string substance;
  std::string relation;
  std::string outcome;
  std::string exposure;
  std::string polarity;
  std::string certainty;
  friend bool operator==(const MentionSummary&, const MentionSummary&) = default;
};

struct ReferenceSummary {
  std::string id;
  int number = 0;  // in the list of the article at hand; 0: not in it
  std::string first_author;
  std::string authors;  // "Nielsen F. H.; Barbagallo M."
  bool et_al = false;
  std::optional<int> year;
  std::string title;
  std::string container_title;
  std::string study_design;
  int level = 0;
  std::string notice;  // "retraction" ...; empty: none
  std::string notice_date;
};

/// A citation in words, or what is known of one by author and year that leads to no work.
struct AttributionSummary {
  std::string journal;
  std::optional<int> year;
  std::string study_design;
  std::string authors;
  std::string organisation;
  bool specific = false;
  std::vector<ReferenceSummary> candidates;  // works that fit equally well: it may be any of them
};

struct SentencePlace {
  std::string article;
  std::string format;  // of the article: what `line` counts
  std::string title;
  std::string date;
  std::uint32_t line = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string language;
  std::string role;
  std::string heading;
  std::string text;
  std::vector<MentionSummary> mentions;
  std::vector<ReferenceSummary> references;      // cited in the sentence, or linked to one of its mentions
  std::vector<AttributionSummary> attributions;  // and author-year citations, that lead to no work
};

/// The works that a citation may mean, in order. `number` is that of the article's list.
class CandidateReader {
 public:
  explicit CandidateReader(const Database& db);
  [[nodiscard]] std::vector<ReferenceSummary> read(std::int64_t citation);

 private:
  Statement candidates_;
};

/// Statements prepared once; for one thread. `db` must outlive it.
class PlaceReader {
 public:
  explicit PlaceReader(const Database& db);
  [[nodiscard]] SentencePlace read(std::int64_t sentence);

 private:
  Statement sentence_;
  Statement mentions_;
  Statement references_;
  Statement attributions_;
  CandidateReader candidates_;
};

/// "lowers blood-pressure" of magnesium with its marks: "magnesium lowers blood-pressure (hedged, negated)".
[[nodiscard]] std::string claim_line(const MentionSummary& mention);
/// "Rosanoff 2021": as people name a work; the title's start where it has no author.
[[nodiscard]] std::string short_name(const ReferenceSummary& reference);
/// "Yang 2006 [3], or Yang 2007": works by name and number; empty for none.
[[nodiscard]] std::string candidates_line(const std::vector<ReferenceSummary>& candidates);
/// "meta-analysis, 2016, Hypertension".
[[nodiscard]] std::string attribution_line(const AttributionSummary& attribution);
/// "systematic-review, level 1"; "design unknown".
[[nodiscard]] std::string design_line(const std::string& study_design, int level);

/// "RETRACTED (2015-06-01)", "expression of concern", "corrected (2012-01)", "reinstated"; empty for no notice.
[[nodiscard]] std::string notice_line(const std::string& nature, const std::string& date);

[[nodiscard]] std::optional<int> optional_integer(const Statement& statement, int column);

}  // namespace claimbase

// One bibliographic work as a reference list prints it. Field names follow CSL-JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// Study designs, best first. Numbers are part of the stored format: never change an existing one.
enum class StudyDesign : std::uint8_t {
  unknown = 0,
  meta_analysis = 1,
  systematic_review = 2,
  randomised_trial = 3,
  controlled_trial = 4,
  cohort = 5,
  case_control = 6,
  cross_sectional = 7,
  case_report = 8,
  narrative_review = 9,
  guideline = 10,
  animal = 11,
  in_vitro = 12,
  observational = 13,
  clinical_study = 14,
  regulation = 15
};

[[nodiscard]] std::string_view to_string(
    StudyDesign design);  // "meta-analysis", "systematic-review", "randomised-trial" ...
[[nodiscard]] StudyDesign study_design_from_string(std::string_view name);  // unknown where no such name

/// Level of evidence for a treatment question, 1 (best) to 5, 0 unknown; Oxford Centre for Evidence-Based Medicine,
/// "The Oxford 2011 Levels of Evidence". Narrative reviews, guidelines, animal and in-vitro work are mechanism-based
/// reasoning or opinion: 5.
[[nodiscard]] int ocebm_level(StudyDesign design);

/// The design a title or a phrase ("een dubbelblinde, placebogecontroleerde studie") names. Cues are data:
/// corpus/bibliography/study_designs.tsv (design, language, phrase).
[[nodiscard]] StudyDesign study_design_of(std::string_view text);

struct Author {
  std::string family;
  std::string given;    // as printed: "F. H.", "GK"
  std::string literal;  // an organisation; then family and given are empty
  friend bool operator==(const Author&, const Author&) = default;
};

/// How sure the reading of each field is, 0 to 1: the probability that the sequence model gives to the least sure of
/// its words. Of an empty field: that it is not there.
struct FieldConfidence {
  float authors = 1;
  float year = 1;
  float title = 1;
  float container_title = 1;
  float volume = 1;
  float issue = 1;
  float page = 1;
  float publisher = 1;
};

struct Reference {
  std::string raw;   // as printed, white space runs to one space, list number left out
  ByteRange range;   // of the entry in its article
  int number = 0;    // in the list; entries without a printed number are counted from 1; 0: in no list, only linked to
  std::string type;  // CSL: article-journal, webpage, book, chapter, report, legislation, thesis, document
  std::vector<Author> authors;
  bool et_al = false;
  std::optional<int> year;
  std::string title;
  std::string container_title;
  std::string volume;
  std::string issue;
  std::string page;  // "8199-8226", the dash an ASCII hyphen
  std::string publisher;
  std::string doi;  // lower case, without resolver
  std::string pmid;
  std::string pmcid;  // "PMC123"
  std::string url;
  std::string accessed;  // ISO 8601
  StudyDesign design = StudyDesign::unknown;
  FieldConfidence confidence;
  bool unsure = false;  // a field that identifies the work may be wrong: `raw` is what to go by
};

/// The reference in `text`, one printed entry. Never fails: what cannot be read stays in `raw` with empty fields.
/// Styles: APA, Vancouver, AMA, Harvard; organisations as authors; "[...]" gaps; Dutch and English access dates;
/// degraded entries without punctuation, whose journal is found by name (corpus/bibliography/journals.tsv).
[[nodiscard]] Reference parse_reference(std::string_view text);

/// A name for the work that is the same wherever it is cited: "doi:10...." , else "pmid:...", else "ref:" and 16 hex
/// digits of a hash over folded first author, year and title (or raw, where there is no title).
[[nodiscard]] std::string reference_id(const Reference& reference);

}  // namespace claimbase

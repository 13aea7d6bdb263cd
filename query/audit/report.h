// What an audit finds in copy: its sentences, how each claim is judged, and the findings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/compliance/judgement.h"
#include "analysis/diagnostic.h"
#include "analysis/document/document.h"
#include "analysis/language/quantity.h"
#include "query/place.h"

namespace claimbase {

/// A place in a file of copy. For DOCX and PDF a line is a paragraph or a page (schema/position.h) and columns are 1.
struct CopySpan {
  std::uint32_t line = 1;    // from 1
  std::uint32_t column = 1;  // from 1, in characters (code points) of the source's line
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;  // the first character behind it
  ByteRange source;              // bytes of the source
  ByteRange text;                // bytes of Document::text
};

/// How a claim of the copy stands against the articles and works of the index.
enum class SourceVerdict : std::uint8_t {
  supported,
  overstated,      ///< the sources say less
  contradicted,    ///< the sources deny it, or find no effect or the opposite
  mentioned_only,  ///< articles say it, with no reference
  no_evidence,     ///< nothing in the index
  not_checkable    ///< no substance or no outcome that the vocabulary knows
};
[[nodiscard]] std::string_view to_string(SourceVerdict verdict);  // "supported" ... "not-checkable"

/// A sentence of the index that speaks of the claim, and one thing it rests on.
struct EvidenceItem {
  std::string article;
  std::string format;  // of the article: what `line` counts
  std::uint32_t line = 0;
  std::string sentence;
  std::string claim;                          // as that sentence makes it: "magnesium lowers blood-pressure (hedged)"
  std::string stance;                         // "for", "denied", "no effect", "the other way"
  std::optional<ReferenceSummary> reference;  // with study design, level and notice
  std::optional<AttributionSummary> attribution;  // a source named in words, where there is no reference
  std::string link;                               // "marker" ...; empty: it rests on nothing
  double weight = 0;
};

struct SourceJudgement {
  SourceVerdict verdict = SourceVerdict::not_checkable;
  std::vector<std::string> reasons;    // rules: "evidence.overstated.hedge-dropped"
  std::vector<std::string> details;    // of each reason: what copy and sources say
  std::vector<EvidenceItem> evidence;  // the best first, a few
  std::int64_t mentions = 0;           // of the claim, of those that were weighed (IndexedMentionReader)
};

/// A claim that a sentence of the copy makes.
struct AuditedClaim {
  MentionSummary claim;
  CopySpan span;
  std::vector<std::string> quantities;  // as printed
  std::vector<Quantity> amounts;        // the same, read
  SourceJudgement sources;
};

struct AuditedSentence {
  CopySpan span;
  std::string text;
  std::string language;
  std::uint32_t block = 0;  // in AuditedFile::document
  std::vector<AuditedClaim> claims;
  LawJudgement law;
};

/// `known`: in the baseline. `muted`: by a comment in the copy, with its reason.
enum class FindingState : std::uint8_t { active, known, muted };
/// Whether a rule decides it, a comparison with the register's wording, or a person has to.
enum class FindingCertainty : std::uint8_t { rule, register_match, needs_person };
[[nodiscard]] std::string_view to_string(FindingState state);          // "active", "known", "muted"
[[nodiscard]] std::string_view to_string(FindingCertainty certainty);  // "rule", "register-match", "needs-person"

/// Another place that has to do with a finding: evidence, or the other file of a contradiction.
struct RelatedPlace {
  std::string path;
  std::string format;
  std::uint32_t line = 0;
  std::string message;
};

struct Finding {
  std::string rule;  // "law.medicinal-claim"; the catalogue (rules.h) has them all
  Severity severity = Severity::warning;
  std::string path;
  std::string format;  // of the file: what lines count
  CopySpan span;
  std::string sentence;    // the text of the sentence it stands in
  std::string message;     // what is wrong here
  std::string why;         // the article of law, or what the evidence says
  std::string suggestion;  // empty: none
  FindingCertainty certainty = FindingCertainty::rule;
  std::vector<RelatedPlace> related;
  std::string fingerprint;  // 16 hexadecimal digits; the same while rule, file and sentence stay (fingerprint.h)
  FindingState state = FindingState::active;
  std::string mute_reason;
};

struct AuditedFile {
  std::string path;
  std::string source;  // the bytes as given
  Document document;
  std::vector<AuditedSentence> sentences;  // those of every block, in text order
};

/// What the copy was held against.
struct AuditBasis {
  std::string database;  // as named by the user; empty: none
  std::int64_t articles = 0, references = 0;
  std::string register_name;  // "built in" or the user's file
  std::string register_date;
  std::int64_t register_entries = 0;
};

struct AuditReport {
  AuditBasis basis;
  std::vector<AuditedFile> files;  // in the order given
  std::vector<Finding> findings;   // by file, line, column, rule; then those of the site as a whole
};

}  // namespace claimbase

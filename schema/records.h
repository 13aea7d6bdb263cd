// The rows of the store as plain values: what the indexer hands to Store::replace_article. Rows of one article point at
// each other by their index in the vectors of ArticleRecord; nothing here knows a rowid. Enumerations of the analysis
// are kept by name (docs/store.md lists the names).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// What produced an article's rows. Rows made by another version are out of date.
struct AnalysisVersions {
  int reader = 0;
  int extractor = 0;
  std::uint64_t analyzer = 0;    // analyzer_fingerprint()
  std::uint64_t vocabulary = 0;  // Vocabulary::fingerprint()
  friend bool operator==(const AnalysisVersions&, const AnalysisVersions&) = default;
};

struct BlockRecord {
  std::string kind;  // "paragraph", "list_item" ...
  std::string role;  // "content", "navigation" ...
  ByteRange range;
  std::uint32_t line = 1;  // 1-based, of the first byte
  int level = 0;
  int number = 0;
  int heading = -1;          // index in ArticleRecord::blocks; -1: none
  int lead_in = -1;          // index in ArticleRecord::blocks; -1: none
  std::string heading_path;  // the texts of the headings above, outermost first, joined by " > "
};

struct SentenceRecord {
  std::uint32_t block = 0;  // index in ArticleRecord::blocks
  ByteRange range;
  std::uint32_t line = 1;
  std::string language;  // "nl", "en", other BCP-47, "und"; decides the full-text table
  std::string text;      // the bytes of the range
  std::string words;     // of `text`, as analysis/language/index_words.h has them; empty: the store finds them
};

struct QuantityRecord {
  std::string kind;  // "dose", "percentage", "pressure", "duration", "ratio", "count", "other"
  ByteRange range;
  double low = 0;
  double high = 0;
  std::string unit;     // UCUM
  std::string printed;  // the bytes of the range
};

struct MentionRecord {
  std::uint32_t sentence = 0;  // index in ArticleRecord::sentences
  std::string substance;       // concept ids; both must be in the vocabulary given to Store::put_vocabulary
  std::string relation;        // "lowers" ...
  std::string outcome;
  std::string exposure;   // "intake" ...
  std::string polarity;   // "affirmed", "negated"
  std::string certainty;  // "asserted", "hedged"
  bool inherited = false;
  double confidence = 1.0;
  ByteRange substance_range;
  ByteRange outcome_range;
  ByteRange cue_range;
  std::vector<QuantityRecord> quantities;
};

struct AuthorRecord {
  std::string family;
  std::string given;
  std::string literal;  // an organisation; then family and given are empty
  friend bool operator==(const AuthorRecord&, const AuthorRecord&) = default;
};

/// One bibliographic work; field names as in CSL-JSON.
struct ReferenceRecord {
  std::string id;  // reference_id(): "doi:...", "pmid:...", "ref:..."
  std::string type;
  std::vector<AuthorRecord> authors;
  bool et_al = false;
  std::optional<int> year;
  std::string title;
  std::string container_title;
  std::string volume;
  std::string issue;
  std::string page;
  std::string publisher;
  std::string doi;
  std::string pmid;
  std::string pmcid;
  std::string url;
  std::string accessed;  // ISO 8601
  std::string abstract;
  std::string raw;           // as printed
  std::string study_design;  // "meta-analysis" ...; "unknown"
  int level = 0;             // OCEBM 2011: 1 (best) to 5; 0: unknown
  // What only libraries give.
  std::string date;  // of publication, ISO 8601
  std::string language;
  std::string issn;
  std::string isbn;
  std::vector<AuthorRecord> editors;
  std::vector<std::string> keywords;
  std::vector<std::string> mesh;  // as MEDLINE prints them: "*Hypertension/drug therapy"
  std::vector<std::string> publication_types;
};

/// A reference where an article's reference list prints it.
struct ReferenceEntryRecord {
  int number = 0;
  ByteRange range;
  std::uint32_t line = 1;
  ReferenceRecord work;  // as this entry gives it; Store merges the entries of one id
};

struct CitationRecord {
  std::uint32_t sentence = 0;  // index in ArticleRecord::sentences
  std::string kind;            // "marker", "author-year", "link", "xref", "attribution"
  ByteRange range;
  std::uint32_t line = 1;
  std::string marker;           // the printed number; empty for an attribution
  int entry = -1;               // index in ArticleRecord::references of what it resolves to; -1: unresolved
  std::vector<int> candidates;  // indexes in ArticleRecord::references of several that fit; then entry is -1
  // The attribution's words; all empty for other kinds.
  std::string journal;
  std::optional<int> year;
  std::string study_design;  // of the attribution; "" or "unknown" where it names none
  int level = 0;             // OCEBM level of study_design
  std::string authors;
  std::string organisation;
  bool specific = false;
};

/// How a mention and a source were linked, surest first. The numbers are part of the stored format (table link_kind):
/// never change an existing one.
enum class LinkKind : std::uint8_t {
  marker = 1,       // a marker, author-year, link or xref in the mention's own sentence
  lead_in = 2,      // a marker in the lead-in of the list (or the header of the table) that the mention is an item of
  attribution = 3,  // an attribution in the mention's own sentence, resolved to a reference or not
  same_paragraph = 4,  // a citation at most two sentences on in the same paragraph
  reference_list = 5,  // the article has a reference list and no markers at all
};
[[nodiscard]] std::string_view to_string(
    LinkKind kind);  // "marker", "lead-in", "attribution", "same-paragraph", "reference-list"
[[nodiscard]] double link_weight(LinkKind kind);  // 1.0, 0.9, 0.8, 0.5, 0.2

/// At least one of `citation` and `entry` is given. Where the citation resolves, its reference is evidence without
/// `entry` being set.
struct EvidenceRecord {
  std::uint32_t mention = 0;  // index in ArticleRecord::mentions
  int citation = -1;          // index in ArticleRecord::citations; -1: none (reference_list)
  int entry = -1;             // index in ArticleRecord::references; -1: the citation's
  LinkKind link = LinkKind::marker;
  double weight = 1.0;  // link_weight(link), unless the linker knows better
};

struct DiagnosticRecord {
  std::string severity;  // "note", "warning", "error"
  std::string rule;
  ByteRange range;
  std::uint32_t line = 0;  // 0: the whole file
  std::string message;
};

/// Everything the store keeps of one article.
struct ArticleRecord {
  std::string path;  // relative to the corpus root, '/' between parts: the article's id
  std::string title;
  std::string alternative_title;
  std::string date;
  std::string publisher;
  std::string language;
  std::string encoding;
  std::string format;
  std::string content_hash;   // hexadecimal, of the file's bytes
  std::int64_t size = 0;      // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970; a hint for change detection, no part of the logical content
  std::int64_t inode = 0;     // of the file; 0: not known; a hint likewise
  AnalysisVersions versions;
  std::vector<BlockRecord> blocks;
  std::vector<SentenceRecord> sentences;
  std::vector<ReferenceEntryRecord> references;
  std::vector<CitationRecord> citations;
  std::vector<MentionRecord> mentions;
  std::vector<EvidenceRecord> evidence;
  std::vector<DiagnosticRecord> diagnostics;
};

/// A record of a library file.
struct LibraryRecordRow {
  std::uint32_t line = 1;
  std::string name;  // the file's own name for it
  ReferenceRecord work;
};

/// A notice on a published paper.
struct RetractionRecord {
  std::uint32_t line = 1;
  std::string record_id;
  std::string nature;  // "retraction", "expression-of-concern", "correction", "reinstatement"
  std::string date;    // ISO 8601
  std::string doi;     // of the notice
  std::string pmid;
  std::string reasons;    // joined by "; "
  ReferenceRecord paper;  // what identifies it
};

struct LibraryDiagnosticRecord {
  std::string severity;
  std::string rule;
  std::uint32_t line = 0;  // 0: the whole file
  std::string message;
};

/// Everything the store keeps of one library file, or of one file of notices.
struct LibraryRecordFile {
  std::string path;  // the library's id, as an article's
  std::string format;
  std::string content_hash;
  std::int64_t size = 0;
  std::int64_t modified = 0;
  std::int64_t inode = 0;
  std::uint64_t version = 0;  // of the reader and its data
  std::vector<LibraryRecordRow> records;
  std::vector<RetractionRecord> notices;
  std::vector<LibraryDiagnosticRecord> diagnostics;
};

struct LabelRecord {
  std::string text;
  std::string language;  // "nl", "en"; "": any
  std::string kind;      // "preferred", "alternative", "hidden", "suffix", "place"
  bool inverse = false;
  friend bool operator==(const LabelRecord&, const LabelRecord&) = default;
};

struct ConceptRecord {
  std::string id;                        // slug
  std::string scheme;                    // "substance", "outcome"
  std::string valence;                   // "neutral", "good", "bad"
  std::string kind;                      // "none", "disease" ... "drug": to_string(ConceptKind), "none" for none
  std::vector<std::string> broader;      // ids
  std::vector<std::string> exact_match;  // IRIs
  std::vector<LabelRecord> labels;
  friend bool operator==(const ConceptRecord&, const ConceptRecord&) = default;
};

}  // namespace claimbase

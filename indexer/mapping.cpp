#include "indexer/mapping.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/linker.h"

namespace claimbase {
namespace {

std::string bytes_of(const Document& document, ByteRange range) {
  return std::string(range.of(document.text));
}

// At most `limit` bytes of UTF-8, cut between characters.
std::string_view cut(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  constexpr unsigned kContinuation = 0x80;
  constexpr unsigned kTopBits = 0xC0;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & kTopBits) == kContinuation) --limit;
  return text.substr(0, limit);
}

BlockRecord to_record(const Document& document, const Block& block) {
  return {std::string(to_string(block.kind)),
          std::string(to_string(block.role)),
          document.source_of(block.range),
          document.line_of(block.range.begin),
          block.level,
          block.number,
          block.heading,
          block.lead_in,
          heading_path(document, block)};
}

SentenceRecord to_record(const Document& document, const Sentence& sentence, std::string_view words) {
  const Block& block = document.blocks[sentence.block];
  return {sentence.block,
          document.source_of(sentence.range),
          document.line_of(sentence.range.begin),
          block.language.empty() ? document.language : block.language,
          bytes_of(document, sentence.range),
          std::string(words)};
}

ReferenceEntryRecord to_entry(const Document& document, const Reference& reference) {
  return {reference.number, document.source_of(reference.range), document.line_of(reference.range.begin),
          to_record(reference)};
}

CitationRecord to_record(const Document& document, const Citation& citation) {
  CitationRecord made;
  made.sentence = citation.sentence;
  made.kind = to_string(citation.kind);
  made.range = document.source_of(citation.range);
  made.line = document.line_of(citation.range.begin);
  made.marker = citation.marker;
  made.entry = citation.reference ? static_cast<int>(*citation.reference) : -1;
  made.candidates.assign(citation.candidates.begin(), citation.candidates.end());
  if (const auto& words = citation.attribution) {
    made.journal = words->journal;
    made.year = words->year;
    made.study_design = to_string(words->design);
    made.level = ocebm_level(words->design);
    made.authors = words->authors;
    made.organisation = words->organisation;
    made.specific = words->specific;
  }
  return made;
}

MentionRecord to_record(const Document& document, const Mention& mention) {
  MentionRecord made;
  made.sentence = mention.sentence;
  made.substance = mention.substance;
  made.relation = to_string(mention.relation);
  made.outcome = mention.outcome;
  made.exposure = to_string(mention.exposure);
  made.polarity = to_string(mention.polarity);
  made.certainty = to_string(mention.certainty);
  made.inherited = mention.inherited;
  made.confidence = mention.confidence;
  made.substance_range = document.source_of(mention.substance_range);
  made.outcome_range = document.source_of(mention.outcome_range);
  made.cue_range = document.source_of(mention.cue_range);
  for (const Quantity& each : mention.quantities) {
    made.quantities.push_back({std::string(to_string(each.kind)), document.source_of(each.range), each.low, each.high,
                               each.unit, bytes_of(document, each.range)});
  }
  return made;
}

DiagnosticRecord to_record(const Document& document, const Diagnostic& diagnostic) {
  const bool whole_file = diagnostic.range == ByteRange{};
  return {std::string(to_string(diagnostic.severity)), diagnostic.rule,
          whole_file ? ByteRange{} : document.source_of(diagnostic.range),
          whole_file ? 0 : document.line_of(diagnostic.range.begin), diagnostic.message};
}

// Empty for all kinds that name their concept only in context: a search would find too much by them.
std::string_view name_of(Label::Kind kind) {
  if (kind == Label::Kind::preferred) return "preferred";
  if (kind == Label::Kind::alternative) return "alternative";
  return kind == Label::Kind::hidden ? "hidden" : "";
}

}  // namespace

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string heading_path(const Document& document, const Block& block) {
  constexpr std::size_t kLongestHeading = 200;
  constexpr std::size_t kDeepestHeading = 8;
  std::vector<std::string_view> headings;
  for (int at = block.heading; at >= 0 && headings.size() < kDeepestHeading;) {
    const Block& heading = document.blocks[static_cast<std::size_t>(at)];
    headings.push_back(cut(heading.range.of(document.text), kLongestHeading));
    at = heading.heading;
  }
  std::ranges::reverse(headings);
  std::string path;
  for (const std::string_view each : headings) {
    if (!path.empty()) path += " > ";
    path += each;
  }
  return path;
}

ReferenceRecord to_record(const Reference& reference) {
  ReferenceRecord made;
  made.id = reference_id(reference);
  made.type = reference.type;
  for (const Author& author : reference.authors) made.authors.push_back({author.family, author.given, author.literal});
  made.et_al = reference.et_al;
  made.year = reference.year;
  made.title = reference.title;
  made.container_title = reference.container_title;
  made.volume = reference.volume;
  made.issue = reference.issue;
  made.page = reference.page;
  made.publisher = reference.publisher;
  made.doi = reference.doi;
  made.pmid = reference.pmid;
  made.pmcid = reference.pmcid;
  made.url = reference.url;
  made.accessed = reference.accessed;
  made.raw = reference.raw;
  made.study_design = to_string(reference.design);
  made.level = ocebm_level(reference.design);
  return made;
}

ReferenceRecord to_record(const LibraryRecord& record) {
  ReferenceRecord made = to_record(record.work);
  made.raw.clear();
  made.date = record.date;
  made.language = record.language;
  made.issn = record.issn;
  made.isbn = record.isbn;
  made.abstract = record.abstract;
  for (const Author& editor : record.editors) made.editors.push_back({editor.family, editor.given, editor.literal});
  made.keywords = record.keywords;
  made.mesh = record.mesh;
  made.publication_types = record.publication_types;
  return made;
}

RetractionRecord to_record(const RetractionNotice& notice) {
  RetractionRecord made;
  made.line = notice.line;
  made.record_id = notice.record_id;
  made.nature = to_string(notice.nature);
  made.date = notice.date;
  made.doi = notice.doi;
  made.pmid = notice.pmid;
  for (const std::string& reason : notice.reasons) made.reasons += (made.reasons.empty() ? "" : "; ") + reason;
  made.paper = to_record(notice.original);
  return made;
}

ArticleRecord to_record(const ArticleAnalysis& article, const FileFacts& file, const AnalysisVersions& versions) {
  const Document& document = article.document;
  ArticleRecord made;
  made.path = file.id;
  made.title = document.title;
  made.alternative_title = document.alternative_title;
  made.date = document.date;
  made.publisher = document.publisher;
  made.language = document.language;
  made.encoding = document.encoding;
  made.format = document.format;
  made.content_hash = file.content_hash;
  made.size = file.size;
  made.modified = file.modified;
  made.inode = file.inode;
  made.versions = versions;
  made.blocks.reserve(document.blocks.size());
  for (const Block& each : document.blocks) made.blocks.push_back(to_record(document, each));
  made.sentences.reserve(article.sentences.size());
  for (const Sentence& each : article.sentences) {
    const std::size_t index = made.sentences.size();
    made.sentences.push_back(
        to_record(document, each, index < article.words.size() ? article.words[index] : std::string_view()));
    // The sentence of a numbered heading begins with its number; so does its row.
    ByteRange& block = made.blocks[each.block].range;
    block.begin = std::min(block.begin, made.sentences.back().range.begin);
  }
  for (const Reference& each : article.references) made.references.push_back(to_entry(document, each));
  for (const Citation& each : article.citations) made.citations.push_back(to_record(document, each));
  for (const Mention& each : article.mentions) made.mentions.push_back(to_record(document, each));
  for (const Diagnostic& each : article.diagnostics) made.diagnostics.push_back(to_record(document, each));
  made.evidence = link_evidence(article);
  return made;
}

std::vector<ConceptRecord> to_records(const Vocabulary& vocabulary) {
  std::vector<ConceptRecord> records;
  records.reserve(vocabulary.concepts().size());
  for (const Concept& each : vocabulary.concepts()) {
    ConceptRecord made;
    made.id = each.id;
    made.scheme = to_string(each.scheme);
    made.valence = to_string(each.valence);
    made.kind = each.kind == ConceptKind::none ? "none" : to_string(each.kind);
    made.broader = each.broader;
    made.exact_match = each.exact_match;
    for (const Label& label : each.labels) {
      const std::string_view kind = name_of(label.kind);
      if (!kind.empty()) made.labels.push_back({label.text, label.language, std::string(kind), label.inverse});
    }
    records.push_back(std::move(made));
  }
  return records;
}

}  // namespace claimbase

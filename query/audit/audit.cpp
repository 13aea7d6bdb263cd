#include "query/audit/audit.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "analysis/article.h"
#include "analysis/bibliography/reference.h"
#include "query/audit/copy_language.h"
#include "query/audit/copy_places.h"
#include "query/audit/indexed_mentions.h"
#include "query/audit/law_findings.h"
#include "query/audit/mutes.h"
#include "query/audit/new_finding.h"
#include "query/audit/overstatement.h"
#include "query/audit/site_findings.h"
#include "query/audit/source_findings.h"
#include "query/audit/source_judge.h"

namespace claimbase {
namespace {

/// Judges by sources; the answer of the index to one substance and outcome is kept, since copy repeats itself.
class SourceLookup {
 public:
  SourceLookup(const Database& db, const Vocabulary& vocabulary) : reader_(db), vocabulary_(vocabulary) {}

  SourceJudgement judge(CopyClaim claim) {
    const auto key = std::pair(claim.claim.substance, claim.claim.outcome);
    auto known = answers_.find(key);
    if (known == answers_.end()) known = answers_.emplace(key, reader_.read(key.first, key.second)).first;
    const Concept* outcome = vocabulary_.find(ConceptScheme::outcome, claim.claim.outcome);
    if (outcome != nullptr) claim.valence = outcome->valence;
    return judge_by_sources(claim, known->second, reader_);
  }

 private:
  IndexedMentionReader reader_;
  const Vocabulary& vocabulary_;
  std::map<std::pair<std::string, std::string>, std::vector<IndexedMention>> answers_;
};

MentionSummary summary_of(const Mention& mention) {
  return {mention.substance + ":" + std::string(to_string(mention.relation)) + ":" + mention.outcome,
          mention.substance,
          std::string(to_string(mention.relation)),
          mention.outcome,
          std::string(to_string(mention.exposure)),
          std::string(to_string(mention.polarity)),
          std::string(to_string(mention.certainty))};
}

ByteRange span_of(const Mention& mention, ByteRange sentence) {
  ByteRange span = mention.outcome_range;
  for (const ByteRange range : {mention.cue_range, mention.substance_range}) {
    if (range.empty() || range.begin < sentence.begin || range.end > sentence.end) continue;
    span = {std::min(span.begin, range.begin), std::max(span.end, range.end)};
  }
  return span;
}

// How well a food is taken up differs with what it is taken with, and is no effect on health: one article's "better"
// and another's "less" do not speak of the same.
bool is_uptake(const AuditTools& tools, std::string_view outcome) {
  if (!tools.judge.is_no_effect(outcome)) return false;
  const Concept* named = tools.vocabulary.find(ConceptScheme::outcome, outcome);
  return named != nullptr && named->valence != Valence::bad;
}

bool names_no_humans(std::string_view sentence) {
  const StudyDesign design = study_design_of(sentence);
  return design == StudyDesign::animal || design == StudyDesign::in_vitro;
}

}  // namespace

AuditedFile audit_file(const AuditTools& tools, std::string path, std::string bytes, const ReadOptions& options) {
  AuditedFile file;
  file.path = std::move(path);
  file.source = std::move(bytes);
  // In plain text a mute would be read as part of it.
  std::string readable = file.source;
  if (options.format.value_or(detect_format(readable, options.path)) == Format::text) blank_mutes(readable);
  // References and citations of copy judge nothing: they are not read.
  ArticleAnalysis article;
  article.document = read_document(readable, options);
  if (article.document.language == "und" && options.language.empty()) {
    ReadOptions told = options;
    told.language = likeliest_language(tools.extractor, readable, options);
    if (!told.language.empty()) article.document = read_document(readable, told);
  }
  article.sentences = sentences_of(article.document);
  article.mentions = tools.extractor.extract(article.document, article.sentences);
  if (options.language.empty() && settle_block_languages(tools.extractor, article.sentences, article.document))
    article.mentions = tools.extractor.extract(article.document, article.sentences);
  std::vector<LawJudgement> law = tools.judge.judge(article, tools.extractor.annotations());
  file.document = std::move(article.document);
  std::optional<SourceLookup> sources;
  if (tools.index != nullptr) sources.emplace(*tools.index, tools.vocabulary);
  file.sentences.reserve(article.sentences.size());
  for (std::size_t s = 0; s < article.sentences.size(); ++s) {
    const Sentence& sentence = article.sentences[s];
    const Block& block = file.document.blocks[sentence.block];
    AuditedSentence& made = file.sentences.emplace_back();
    made.span = place_of(file, sentence.range);
    made.text = file.document.text.substr(sentence.range.begin, sentence.range.size());
    made.language = block.language.empty() ? file.document.language : block.language;
    made.block = sentence.block;
    made.law = std::move(law[s]);
  }
  for (const Mention& mention : article.mentions) {
    AuditedSentence& sentence = file.sentences[mention.sentence];
    AuditedClaim& claim = sentence.claims.emplace_back();
    claim.claim = summary_of(mention);
    claim.span = place_of(file, span_of(mention, sentence.span.text));
    claim.amounts = mention.quantities;
    for (const Quantity& quantity : mention.quantities)
      claim.quantities.push_back(file.document.text.substr(quantity.range.begin, quantity.range.size()));
    if (!sources || is_uptake(tools, mention.outcome)) continue;
    CopyClaim asked;
    asked.claim = claim.claim;
    asked.quantities = mention.quantities;
    asked.claims_consensus =
        std::ranges::any_of(sentence.law.signals, [](const Signal& signal) { return signal.name == "consensus"; });
    asked.names_no_humans = names_no_humans(sentence.text);
    asked.names_observation = is_observation(to_string(study_design_of(sentence.text)));
    claim.sources = sources->judge(std::move(asked));
  }
  return file;
}

std::vector<Finding> findings_of(const AuditTools& tools, const std::vector<AuditedFile>& files) {
  std::vector<Finding> findings;
  for (const AuditedFile& file : files) {
    std::vector<Finding> own = law_findings(file, tools.vocabulary);
    if (tools.index != nullptr) std::ranges::move(source_findings(file), std::back_inserter(own));
    std::ranges::stable_sort(own, [](const Finding& a, const Finding& b) {
      return std::tie(a.span.line, a.span.column, a.rule) < std::tie(b.span.line, b.span.column, b.rule);
    });
    std::ranges::move(own, std::back_inserter(findings));
  }
  std::ranges::move(site_findings(files, tools.vocabulary), std::back_inserter(findings));
  return findings;
}

}  // namespace claimbase

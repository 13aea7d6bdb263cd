#include "analysis/citation/word_citations.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analysis/citation/attribution.h"
#include "analysis/citation/author_year.h"
#include "analysis/citation/lone_citation.h"
#include "analysis/citation/reference_fit.h"

namespace claimbase {

namespace {

bool carries_words(const Block& block) {
  return block.role == BlockRole::content && block.kind != BlockKind::reference && block.kind != BlockKind::title &&
         block.kind != BlockKind::heading && block.kind != BlockKind::question && block.kind != BlockKind::table_header;
}

// A work that the list has twice is one.
bool are_one_work(const std::vector<std::uint32_t>& fits, std::span<const Reference> references) {
  constexpr std::size_t kMost = 20;
  if (fits.size() > kMost) return false;
  std::set<std::string> ids;
  for (const auto fit : fits) ids.insert(reference_id(references[fit]));
  return ids.size() == 1;
}

std::string numbers_of(const std::vector<std::uint32_t>& fits, std::span<const Reference> references) {
  std::string out;
  for (std::size_t i = 0; i < fits.size(); ++i) {
    if (i > 0) out += i + 1 == fits.size() ? " and " : ", ";
    out += std::to_string(references[fits[i]].number);
  }
  return out;
}

void resolve(Citation& citation, std::vector<std::uint32_t> fits, std::span<const Reference> references,
             CitationResult& result) {
  if (fits.empty()) return;
  if (are_one_work(fits, references)) {
    citation.reference = fits.front();
    return;
  }
  result.diagnostics.push_back(
      {Severity::warning, "citation.ambiguous", citation.range,
       fmt::format("the words fit entries {} of the reference list", numbers_of(fits, references))});
  citation.candidates = std::move(fits);
}

ByteRange in_document(ByteRange in_sentence, const Sentence& sentence) {
  return {sentence.range.begin + in_sentence.begin, sentence.range.begin + in_sentence.end};
}

Citation to_citation(const AuthorYear& cited) {
  Citation citation;
  citation.kind = CitationKind::author_year;
  Attribution words;
  words.authors = cited.families.front();
  words.year = cited.year;
  words.specific = true;
  citation.attribution = std::move(words);
  return citation;
}

// The author and year that an author-year citation of the sentence says already.
bool is_said(const AttributionHit& hit, const std::vector<ByteRange>& author_years) {
  return hit.attribution.journal.empty() && hit.attribution.organisation.empty() &&
         std::ranges::any_of(author_years, [&](ByteRange range) { return range.overlaps(hit.range); });
}

// "Zhang et al. (2017) in Hypertension": the attribution says the same, and more.
bool says_more(const AttributionHit& hit, const AuthorYear& lone) {
  return hit.range.overlaps(lone.range) && hit.attribution.authors == lone.families.front() &&
         hit.attribution.year == lone.year;
}

class SentenceReader {
 public:
  SentenceReader(const Document& document, std::span<const Reference> references, const OnlyCited& only,
                 CitationResult& result)
      : document_(document), references_(references), fit_(references), only_(only), result_(result) {}

  void read(std::uint32_t index, const Sentence& sentence) {
    const auto text = sentence.range.of(document_.text);
    std::vector<ByteRange> author_years;
    std::vector<AuthorYear> lone;
    std::optional<SentenceView> view;
    for (auto& cited : find_author_years(text)) {
      auto fits = references_.empty() ? std::vector<std::uint32_t>{} : fit_.fits(cited);
      if (fits.empty()) {
        if (!view) view = view_of(text);
        if (!is_plainly_cited(*view, cited)) continue;
        author_years.push_back(cited.range);
        lone.push_back(std::move(cited));
        continue;
      }
      auto citation = to_citation(cited);
      place(citation, index, cited.range, sentence);
      resolve(citation, std::move(fits), references_, result_);
      author_years.push_back(cited.range);
      result_.citations.push_back(std::move(citation));
    }
    const auto hit = find_attribution(text);
    const bool attributed = hit && !is_said(*hit, author_years);
    if (attributed) {
      Citation citation;
      citation.kind = CitationKind::attribution;
      citation.attribution = hit->attribution;
      place(citation, index, hit->range, sentence);
      resolve(citation, fit_.fits(hit->attribution), references_, result_);
      take_marked(citation);
      result_.citations.push_back(std::move(citation));
    }
    for (const auto& cited : lone) {
      if (attributed && says_more(*hit, cited)) continue;
      auto citation = to_citation(cited);
      place(citation, index, cited.range, sentence);
      if (lone.size() == 1 && author_years.size() == 1) take_marked(citation);
      result_.citations.push_back(std::move(citation));
    }
  }

 private:
  static void place(Citation& citation, std::uint32_t index, ByteRange in_sentence, const Sentence& sentence) {
    citation.sentence = index;
    citation.range = in_document(in_sentence, sentence);
  }

  // What no entry fits takes that of the sentence's only marker.
  void take_marked(Citation& citation) const {
    if (citation.reference || !citation.candidates.empty()) return;
    if (const auto marked = only_.find(citation.sentence); marked != only_.end()) citation.reference = marked->second;
  }

  const Document& document_;
  std::span<const Reference> references_;
  ReferenceFit fit_;
  const OnlyCited& only_;
  CitationResult& result_;
};

}  // namespace

void find_word_citations(const Document& document, std::span<const Sentence> sentences,
                         std::span<const Reference> references, const OnlyCited& only, CitationResult& result) {
  SentenceReader reader(document, references, only, result);
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    const Sentence& sentence = sentences[i];
    if (sentence.block < document.blocks.size() && carries_words(document.blocks[sentence.block]))
      reader.read(i, sentence);
  }
}

}  // namespace claimbase

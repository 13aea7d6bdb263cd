#include "analysis/citation/word_citations.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "analysis/citation/attribution.h"
#include "analysis/citation/author_year.h"
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

}  // namespace

void find_word_citations(const Document& document, std::span<const Sentence> sentences,
                         std::span<const Reference> references, const OnlyCited& only, CitationResult& result) {
  ReferenceFit fit(references);
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].block >= document.blocks.size() || !carries_words(document.blocks[sentences[i].block])) continue;
    const auto text = sentences[i].range.of(document.text);
    std::vector<ByteRange> author_years;
    const auto named = references.empty() ? std::vector<AuthorYear>{} : find_author_years(text);
    for (const auto& cited : named) {
      auto fits = fit.fits(cited);
      if (fits.empty()) continue;
      auto citation = to_citation(cited);
      citation.sentence = i;
      citation.range = in_document(cited.range, sentences[i]);
      resolve(citation, std::move(fits), references, result);
      author_years.push_back(cited.range);
      result.citations.push_back(std::move(citation));
    }
    const auto hit = find_attribution(text);
    if (!hit || is_said(*hit, author_years)) continue;
    Citation citation;
    citation.kind = CitationKind::attribution;
    citation.sentence = i;
    citation.range = in_document(hit->range, sentences[i]);
    citation.attribution = hit->attribution;
    resolve(citation, fit.fits(hit->attribution), references, result);
    if (const auto marked = only.find(i); !citation.reference && citation.candidates.empty() && marked != only.end())
      citation.reference = marked->second;
    result.citations.push_back(std::move(citation));
  }
}

}  // namespace claimbase

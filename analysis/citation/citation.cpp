#include "analysis/citation/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/citation/attribution.h"
#include "analysis/citation/marker.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

bool carries_citations(const Block& block) {
  if (block.kind == BlockKind::reference || block.kind == BlockKind::title) return false;
  return block.role != BlockRole::references && block.role != BlockRole::metadata &&
         block.role != BlockRole::contents && block.role != BlockRole::navigation && block.role != BlockRole::keywords;
}

bool carries_attributions(const Block& block) {
  return carries_citations(block) && block.kind != BlockKind::heading && block.kind != BlockKind::question &&
         block.kind != BlockKind::table_header && (block.role == BlockRole::content);
}

// In headings and in rows whose cells were glued a digit behind a word is no marker.
bool may_glue(const Block& block, MarkerStyle style) {
  const bool tight =
      block.kind == BlockKind::heading || block.kind == BlockKind::table_header || block.kind == BlockKind::table_row;
  return !tight || (style != MarkerStyle::word && (style != MarkerStyle::glued || block.kind == BlockKind::table_row));
}

bool same_author(const std::string& folded, const Author& author) {
  const auto family = fold_alphanumeric(author.family.empty() ? author.literal : author.family);
  return !family.empty() && (folded.find(family) != std::string::npos || family.find(folded) != std::string::npos);
}

// The only reference that fits what the words name; several: none.
std::optional<std::uint32_t> only_fit(const Attribution& attribution, std::span<const Reference> references) {
  const auto authors = fold_alphanumeric(attribution.authors);
  const auto journal = fold_alphanumeric(attribution.journal);
  if (authors.empty() && journal.empty()) return std::nullopt;
  std::optional<std::uint32_t> fit;
  for (std::uint32_t i = 0; i < references.size(); ++i) {
    const auto& reference = references[i];
    if (!authors.empty() && (reference.authors.empty() || !same_author(authors, reference.authors.front()))) continue;
    if (!journal.empty() && fold_alphanumeric(reference.container_title) != journal) continue;
    if (attribution.year && reference.year != attribution.year) continue;
    if (fit) return std::nullopt;
    fit = i;
  }
  return fit;
}

struct Numbered {
  explicit Numbered(std::span<const Reference> references) {
    for (std::uint32_t i = 0; i < references.size(); ++i) index.try_emplace(references[i].number, i);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(int number) const {
    const auto found = index.find(number);
    return found == index.end() ? std::nullopt : std::optional(found->second);
  }
  [[nodiscard]] std::size_t highest() const {
    return index.empty() || index.rbegin()->first < 0 ? 0 : static_cast<std::size_t>(index.rbegin()->first);
  }
  std::map<int, std::uint32_t> index;
};

}  // namespace

std::string_view to_string(CitationKind kind) {
  switch (kind) {
    case CitationKind::marker:
      return "marker";
    case CitationKind::author_year:
      return "author-year";
    case CitationKind::link:
      return "link";
    case CitationKind::xref:
      return "xref";
    case CitationKind::attribution:
      return "attribution";
  }
  return "marker";
}

CitationResult find_citations(const Document& document, std::span<const Sentence> sentences,
                              std::span<const Reference> references) {
  CitationResult result;
  const Numbered numbered(references);
  std::vector<Sentence> readable;
  std::vector<std::uint32_t> origin;  // of a readable sentence, its index in `sentences`
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].block >= document.blocks.size() || !carries_citations(document.blocks[sentences[i].block]))
      continue;
    readable.push_back(sentences[i]);
    origin.push_back(i);
  }
  std::map<std::uint32_t, std::uint32_t> cited;  // sentence -> the one reference its markers name
  std::map<std::uint32_t, int> markers_in;
  for (const auto& marker : find_markers(document.text, readable, numbered.highest())) {
    const auto sentence = origin[marker.sentence];
    if (!may_glue(document.blocks[sentences[sentence].block], marker.style)) continue;
    Citation citation;
    citation.kind = CitationKind::marker;
    citation.sentence = sentence;
    citation.range = marker.range;
    citation.marker = std::to_string(marker.number);
    citation.reference = numbered.find(marker.number);
    if (!citation.reference) {
      result.diagnostics.push_back(
          {Severity::warning, "citation.unresolved", marker.range,
           references.empty() ? fmt::format("marker {} and no reference list", marker.number)
                              : fmt::format("marker {} names no entry of the reference list", marker.number)});
    } else if (++markers_in[sentence] == 1) {
      cited[sentence] = *citation.reference;
    }
    result.citations.push_back(std::move(citation));
  }
  for (std::uint32_t i = 0; i < sentences.size(); ++i) {
    if (sentences[i].block >= document.blocks.size() || !carries_attributions(document.blocks[sentences[i].block]))
      continue;
    const auto hit = find_attribution(sentences[i].range.of(document.text));
    if (!hit) continue;
    Citation citation;
    citation.kind = CitationKind::attribution;
    citation.sentence = i;
    citation.range = {sentences[i].range.begin + hit->range.begin, sentences[i].range.begin + hit->range.end};
    citation.reference = only_fit(hit->attribution, references);
    if (!citation.reference && markers_in[i] == 1) citation.reference = cited[i];
    citation.attribution = hit->attribution;
    result.citations.push_back(std::move(citation));
  }
  std::ranges::stable_sort(result.citations, {}, [](const Citation& c) { return c.range.begin; });
  return result;
}

}  // namespace claimbase

#include "analysis/citation/citation.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "analysis/citation/marker.h"
#include "analysis/citation/word_citations.h"

namespace claimbase {

namespace {

bool carries_citations(const Block& block) {
  if (block.kind == BlockKind::reference || block.kind == BlockKind::title) return false;
  return block.role != BlockRole::references && block.role != BlockRole::metadata &&
         block.role != BlockRole::contents && block.role != BlockRole::navigation && block.role != BlockRole::keywords;
}

// In headings and in rows whose cells were glued a digit behind a word is no marker.
bool may_glue(const Block& block, MarkerStyle style) {
  const bool tight =
      block.kind == BlockKind::heading || block.kind == BlockKind::table_header || block.kind == BlockKind::table_row;
  return !tight || (style != MarkerStyle::word && (style != MarkerStyle::glued || block.kind == BlockKind::table_row));
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
  OnlyCited only;
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
    } else if (const auto [place, first] = only.try_emplace(sentence, citation.reference); !first) {
      place->second.reset();
    }
    result.citations.push_back(std::move(citation));
  }
  find_word_citations(document, sentences, references, only, result);
  std::ranges::stable_sort(result.citations, {}, [](const Citation& c) { return c.range.begin; });
  return result;
}

}  // namespace claimbase

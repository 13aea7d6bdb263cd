#include "analysis/article.h"

#include <xxhash.h>

#include <algorithm>
#include <string>
#include <utility>

#include "analysis/bibliography/reference_list.h"
#include "analysis/claim/extractor.h"
#include "analysis/language/analyzer.h"
#include "analysis/language/resources.h"
#include "analysis/language/sentences.h"

namespace claimbase {
namespace {

// A row of a table, a heading or an entry of a reference list is one thing to read and to cite, full stops or not.
bool is_one_sentence(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
    case BlockKind::heading:
    case BlockKind::table_header:
    case BlockKind::table_row:
    case BlockKind::reference:
      return true;
    case BlockKind::paragraph:
    case BlockKind::list_item:
    case BlockKind::question:
    case BlockKind::answer:
    case BlockKind::caption:
      return false;
  }
  return false;
}

// A numbered heading is shown and cited with its number: "3. Goed voor het hart". Where its sentence begins.
std::uint32_t with_printed_number(std::string_view text, const Block& block) {
  std::uint32_t begin = block.range.begin;
  if (block.kind != BlockKind::heading || block.number == 0) return begin;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '.' || text[begin - 1] == ')')) --begin;
  const std::uint32_t digits_end = begin;
  while (begin > 0 && text[begin - 1] >= '0' && text[begin - 1] <= '9') --begin;
  return begin < digits_end ? begin : block.range.begin;
}

void append(std::vector<Diagnostic>& all, std::vector<Diagnostic> more) {
  std::ranges::move(more, std::back_inserter(all));
}

}  // namespace

std::vector<Sentence> sentences_of(const Document& document) {
  std::vector<Sentence> sentences;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.range.empty()) continue;
    if (is_one_sentence(block.kind)) {
      sentences.push_back({i, {with_printed_number(document.text, block), block.range.end}});
      continue;
    }
    const std::string& language = block.language.empty() ? document.language : block.language;
    for (const ByteRange range : split_sentences(document.text, block.range, language)) sentences.push_back({i, range});
  }
  return sentences;
}

ArticleAnalysis analyze_article(std::string_view bytes, const ReadOptions& options, ClaimExtractor& extractor,
                                ReferenceMemo* memo) {
  ArticleAnalysis made;
  made.document = read_document(bytes, options);
  made.sentences = sentences_of(made.document);
  ReferenceList list = read_references(made.document, memo);
  made.references = std::move(list.references);
  CitationResult cited = find_citations(made.document, made.sentences, made.references);
  made.citations = std::move(cited.citations);
  made.mentions = extractor.extract(made.document, made.sentences);
  made.words = extractor.take_index_words();

  made.diagnostics = made.document.diagnostics;
  append(made.diagnostics, std::move(list.diagnostics));
  append(made.diagnostics, std::move(cited.diagnostics));
  std::ranges::stable_sort(made.diagnostics, {}, &Diagnostic::range);
  return made;
}

std::uint64_t analysis_fingerprint() {
  const std::uint64_t analyzer = analyzer_fingerprint();
  const int versions[] = {kReaderVersion, kExtractorVersion, kAnalysisVersion};
  std::uint64_t hash = XXH3_64bits_withSeed(versions, sizeof versions, analyzer);
  for (const std::string_view name : resource_names("")) {
    // Vocabulary::fingerprint() speaks for the first; the others judge copy and read no article.
    if (name.starts_with("vocabulary/") || name.starts_with("register/") || name.starts_with("audit/")) continue;
    const std::string_view bytes = resource(name);
    hash = XXH3_64bits_withSeed(bytes.data(), bytes.size(), XXH3_64bits_withSeed(name.data(), name.size(), hash));
  }
  return hash;
}

}  // namespace claimbase

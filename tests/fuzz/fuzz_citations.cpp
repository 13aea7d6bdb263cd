// find_citations on a whole article: each citation points at a sentence and a reference that are there.
#include "analysis/bibliography/reference_list.h"
#include "analysis/citation/citation.h"
#include "analysis/document/reader.h"
#include "analysis/language/sentences.h"
#include "tests/fuzz/fuzz.h"

using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

namespace {

std::vector<claimbase::Sentence> sentences_of(const claimbase::Document& document) {
  std::vector<claimbase::Sentence> sentences;
  for (std::size_t index = 0; index < document.blocks.size(); ++index) {
    const claimbase::Block& block = document.blocks[index];
    for (const claimbase::ByteRange range : claimbase::split_sentences(document.text, block.range, block.language)) {
      sentences.push_back({static_cast<std::uint32_t>(index), range});
    }
  }
  return sentences;
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const claimbase::Document document = claimbase::read_document(claimbase::fuzz::as_text(data, size));
  const std::vector<claimbase::Sentence> sentences = sentences_of(document);
  const claimbase::ReferenceList list = claimbase::read_references(document);
  const claimbase::CitationResult result = claimbase::find_citations(document, sentences, list.references);
  for (const auto& citation : result.citations) {
    require(citation.sentence < sentences.size(), "a citation stands in a sentence");
    require(lies_in(citation.range, document.text), "a citation lies in the text");
    require(!citation.reference || *citation.reference < list.references.size(), "a citation points at a reference");
    const bool in_words =
        citation.kind == claimbase::CitationKind::attribution || citation.kind == claimbase::CitationKind::author_year;
    require(in_words == citation.attribution.has_value(), "words, and nothing else, say what they name");
    require(!citation.reference || citation.candidates.empty(), "what is resolved is not ambiguous");
    for (const auto candidate : citation.candidates) {
      require(candidate < list.references.size(), "a candidate is a reference");
    }
  }
  for (const auto& diagnostic : result.diagnostics) {
    require(lies_in(diagnostic.range, document.text), "a diagnostic lies in the text");
  }
  return 0;
}

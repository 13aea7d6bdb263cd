#include "query/audit/copy_language.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/built_in_vocabulary.h"
#include "analysis/language/detect.h"

namespace claimbase {
namespace {

constexpr std::size_t kLeastWords = 3;   // of a block that is worth a second look
constexpr std::size_t kMostKnown = 1;    // words of it that are known in the document's language
constexpr std::size_t kClearlyMore = 2;  // that are known in another one besides

std::size_t words_known(ClaimExtractor& extractor, std::string_view bytes, const ReadOptions& options) {
  const Document document = read_document(bytes, options);
  (void)extractor.extract(document, sentences_of(document));
  std::size_t known = 0;
  for (const Annotation& annotation : extractor.annotations()) known += annotation.items.size();
  return known;
}

struct Known {
  std::size_t words = 0;
  std::size_t known = 0;
};

// What the last extract() knew of each block.
std::vector<Known> known_by_block(const ClaimExtractor& extractor, std::span<const Sentence> sentences,
                                  std::size_t blocks) {
  std::vector<Known> known(blocks);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Annotation& annotation = extractor.annotations()[s];
    Known& block = known[sentences[s].block];
    block.words += annotation.units.size();
    block.known += annotation.items.size();
  }
  return known;
}

}  // namespace

std::string likeliest_language(ClaimExtractor& extractor, std::string_view bytes, ReadOptions options) {
  std::string likeliest;
  std::size_t most = 0;
  for (std::string& language : cue_languages()) {
    options.language = language;
    const std::size_t known = words_known(extractor, bytes, options);
    if (known <= most) continue;
    most = known;
    likeliest = std::move(language);
  }
  return likeliest;
}

bool settle_block_languages(ClaimExtractor& extractor, std::span<const Sentence> sentences, Document& document) {
  const std::vector<Known> known = known_by_block(extractor, sentences, document.blocks.size());
  ReadOptions options;
  options.format = Format::text;
  bool asked = false;
  for (std::size_t b = 0; b < known.size(); ++b) {
    Block& block = document.blocks[b];
    if (block.language != document.language || known[b].words < kLeastWords || known[b].known > kMostKnown) continue;
    const std::string_view text = block.range.of(document.text);
    if (detect_language(text) != "und") continue;
    asked = true;
    options.language = likeliest_language(extractor, text, options);
    if (options.language.empty() || options.language == document.language) continue;
    if (words_known(extractor, text, options) < known[b].known + kClearlyMore) continue;
    block.language = options.language;
  }
  return asked;
}

}  // namespace claimbase

#include "query/audit/copy_language.h"

#include <cstddef>

#include "analysis/article.h"
#include "analysis/claim/built_in_vocabulary.h"

namespace claimbase {

std::string likeliest_language(ClaimExtractor& extractor, std::string_view bytes, ReadOptions options) {
  std::string likeliest;
  std::size_t most = 0;
  for (std::string& language : cue_languages()) {
    options.language = language;
    const Document document = read_document(bytes, options);
    (void)extractor.extract(document, sentences_of(document));
    std::size_t known = 0;
    for (const Annotation& annotation : extractor.annotations()) known += annotation.items.size();
    if (known <= most) continue;
    most = known;
    likeliest = std::move(language);
  }
  return likeliest;
}

}  // namespace claimbase

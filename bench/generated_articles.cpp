#include "bench/generated_articles.h"

#include "bench/article_parts.h"
#include "bench/article_writer.h"

namespace claimbase::bench {

ArticleGenerator::ArticleGenerator(const Vocabulary& vocabulary)
    : parts_{article_parts(vocabulary, "nl"), article_parts(vocabulary, "en")},
      words_{MadeUpWords("nl"), MadeUpWords("en")},
      works_(vocabulary) {}

std::string ArticleGenerator::article(std::uint64_t number) const {
  return write_article({parts_[number % 2], words_[number % 2], works_}, number);
}

std::vector<std::string> ArticleGenerator::articles(std::size_t bytes) const {
  std::vector<std::string> made;
  for (std::size_t total = 0; total < bytes; total += made.back().size()) made.push_back(article(made.size()));
  return made;
}

}  // namespace claimbase::bench

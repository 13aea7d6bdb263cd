// Writes one generated article.
#pragma once

#include <cstdint>
#include <string>

#include "bench/generated_articles.h"

namespace claimbase::bench {

struct ArticleSource {
  const ArticleParts& parts;
  const MadeUpWords& words;
  const MadeUpWorks& works;
};

[[nodiscard]] std::string write_article(const ArticleSource& source, std::uint64_t number);

}  // namespace claimbase::bench

// What a heading that names no substance speaks of: "For strong bones" on a page about magnesium.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"

namespace claimbase {

/// The substances that titles and headings name.
class HeadingTopics {
 public:
  /// `article` must outlive it. `annotations`: by sentence.
  HeadingTopics(const ArticleAnalysis& article, std::span<const Annotation> annotations);

  /// Of the nearest heading above `block` that names any, else of the title. Empty where there are none, or so many
  /// that the page is on none of them.
  [[nodiscard]] std::vector<std::string> of(std::uint32_t block) const;

 private:
  const Document& document_;
  std::map<std::uint32_t, std::vector<std::string>> named_;  // by block
  std::vector<std::string> title_;
};

}  // namespace claimbase

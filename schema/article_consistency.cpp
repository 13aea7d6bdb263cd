#include <stdexcept>
#include <string>

#include "schema/article_rows.h"

namespace claimbase {
namespace {

class Checker {
 public:
  explicit Checker(const ArticleRecord& article) : article_(article) {}

  void required(std::int64_t index, std::size_t count, const char* what) const {
    if (index >= 0 && static_cast<std::uint64_t>(index) < count) return;
    throw std::out_of_range("article " + article_.path + ": no " + what + " " + std::to_string(index));
  }
  void optional(std::int64_t index, std::size_t count, const char* what) const {
    if (index != -1) required(index, count, what);
  }

 private:
  const ArticleRecord& article_;
};

}  // namespace

void require_consistent(const ArticleRecord& article) {
  const Checker check(article);
  for (const auto& block : article.blocks) {
    check.optional(block.heading, article.blocks.size(), "heading block");
    check.optional(block.lead_in, article.blocks.size(), "lead-in block");
  }
  for (const auto& sentence : article.sentences) check.required(sentence.block, article.blocks.size(), "block");
  for (const auto& citation : article.citations) {
    check.required(citation.sentence, article.sentences.size(), "sentence");
    check.optional(citation.entry, article.references.size(), "reference entry");
    for (const int each : citation.candidates) check.required(each, article.references.size(), "reference entry");
  }
  for (const auto& mention : article.mentions) check.required(mention.sentence, article.sentences.size(), "sentence");
  for (const auto& evidence : article.evidence) {
    check.required(evidence.mention, article.mentions.size(), "mention");
    check.optional(evidence.entry, article.references.size(), "reference entry");
    check.optional(evidence.citation, article.citations.size(), "citation");
    if (evidence.entry == -1) check.required(evidence.citation, article.citations.size(), "citation");
  }
}

}  // namespace claimbase

#include "analysis/compliance/heading_topics.h"

#include <algorithm>

namespace claimbase {
namespace {

constexpr std::size_t kMostTopics = 3;

bool is_topic(const Item& item) {
  if (item.kind != ItemKind::substance || item.suffix) return false;
  return item.named->kind != ConceptKind::drug && item.named->kind != ConceptKind::group;
}

}  // namespace

HeadingTopics::HeadingTopics(const ArticleAnalysis& article, std::span<const Annotation> annotations)
    : document_(article.document) {
  for (std::size_t s = 0; s < article.sentences.size(); ++s) {
    const std::uint32_t block = article.sentences[s].block;
    const BlockKind kind = document_.blocks[block].kind;
    if (kind != BlockKind::title && kind != BlockKind::heading) continue;
    for (const Item& item : annotations[s].items) {
      if (!is_topic(item)) continue;
      std::vector<std::string>& names = named_[block];
      if (std::ranges::find(names, item.named->id) == names.end()) names.push_back(item.named->id);
    }
    const auto found = named_.find(block);
    if (kind == BlockKind::title && title_.empty() && found != named_.end()) title_ = found->second;
  }
}

std::vector<std::string> HeadingTopics::of(std::uint32_t block) const {
  for (int above = document_.blocks[block].heading; above >= 0;
       above = document_.blocks[static_cast<std::size_t>(above)].heading) {
    const auto found = named_.find(static_cast<std::uint32_t>(above));
    if (found != named_.end()) return found->second.size() <= kMostTopics ? found->second : std::vector<std::string>();
  }
  return title_.size() <= kMostTopics ? title_ : std::vector<std::string>();
}

}  // namespace claimbase

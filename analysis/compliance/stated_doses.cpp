#include "analysis/compliance/stated_doses.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>

#include "analysis/language/quantity.h"

namespace claimbase {
namespace {

struct Named {
  const Concept* substance = nullptr;
  ByteRange range;
};

std::vector<Named> substances_of(const Annotation& annotation) {
  std::vector<Named> named;
  for (const Item& item : annotation.items) {
    if (item.kind == ItemKind::substance && item.named->kind != ConceptKind::drug &&
        item.named->kind != ConceptKind::group)
      named.push_back({item.named, annotation.range_of(item)});
  }
  return named;
}

// What stands behind an amount belongs to it before what stands in front: "200 mg magnesium en 15 mg zink".
std::uint32_t distance(ByteRange amount, ByteRange name) {
  if (name.begin >= amount.end) return name.begin - amount.end;
  return amount.begin >= name.end ? amount.begin - name.end + 1 : 0;
}

const Concept* nearest(const std::vector<Named>& named, ByteRange amount) {
  const Concept* best = nullptr;
  std::uint32_t least = std::numeric_limits<std::uint32_t>::max();
  for (const Named& each : named) {
    const std::uint32_t away = distance(amount, each.range);
    if (away >= least) continue;
    least = away;
    best = each.substance;
  }
  return best;
}

/// The substance that was spoken of last, by block.
class Focus {
 public:
  explicit Focus(const Document& document) : document_(document) {}

  void note(std::uint32_t block, const Concept* substance) {
    by_block_[block] = substance;
    const BlockKind kind = document_.blocks[block].kind;
    if (kind == BlockKind::title && title_ == nullptr) title_ = substance;
  }

  [[nodiscard]] const Concept* at(std::uint32_t block) const {
    for (int b = static_cast<int>(block); b >= 0; b = document_.blocks[static_cast<std::size_t>(b)].heading) {
      const auto found = by_block_.find(static_cast<std::uint32_t>(b));
      if (found != by_block_.end()) return found->second;
    }
    return title_;
  }

 private:
  const Document& document_;
  std::map<std::uint32_t, const Concept*> by_block_;
  const Concept* title_ = nullptr;
};

}  // namespace

std::vector<StatedDose> stated_doses(const ArticleAnalysis& article, std::span<const Annotation> annotations) {
  const Document& document = article.document;
  Focus focus(document);
  std::vector<StatedDose> doses;
  for (std::uint32_t s = 0; s < article.sentences.size(); ++s) {
    const Sentence& sentence = article.sentences[s];
    const Block& block = document.blocks[sentence.block];
    const std::vector<Named> named = substances_of(annotations[s]);
    const std::string& language = block.language.empty() ? document.language : block.language;
    for (const Quantity& quantity : find_quantities(document.text, sentence.range, language)) {
      if (quantity.kind != QuantityKind::dose && quantity.kind != QuantityKind::equivalent) continue;
      const Concept* substance = named.empty() ? focus.at(sentence.block) : nearest(named, quantity.range);
      if (substance == nullptr) continue;
      doses.push_back({substance->id, quantity.low, quantity.unit.substr(0, quantity.unit.find('/')),
                       document.text.substr(quantity.range.begin, quantity.range.size()), s});
    }
    if (!named.empty()) focus.note(sentence.block, named.back().substance);
  }
  return doses;
}

}  // namespace claimbase

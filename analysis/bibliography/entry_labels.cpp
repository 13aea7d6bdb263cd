#include "analysis/bibliography/entry_labels.h"

namespace claimbase::entry {

namespace {

// So much that no feature outweighs it, and small enough to stay finite in sums.
constexpr float kRuledOut = -60.0F;

// Where the rules are certain of the authors, the model is not asked.
void keep_people(const EntryView& entry, std::vector<LabelScores>& node) {
  if (entry.people == 0) return;
  for (std::size_t i = 0; i < node.size(); ++i) {
    for (std::size_t label = 0; label < kLabels; ++label) {
      if ((label == index_of(Label::author)) != (i < entry.people)) node[i][label] += kRuledOut;
    }
  }
}

}  // namespace

std::vector<LabelledWord> label_words(const EntryView& entry, const SequenceModel& model) {
  const auto count = entry.tokens.size();
  Features features;
  LabelSums shared{};
  Chain chain;
  chain.node.resize(count);
  chain.edge.reserve(count);
  std::vector<LabelMatrix> factors;
  factors.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!shares_features(entry, i)) {
      read_shared_features(entry, i, features);
      shared = {};
      model.add(features, shared);
    }
    read_own_features(entry, i, features);
    LabelSums sums = shared;
    model.add(features, sums);
    chain.node[i] = model.scores(sums);
    const auto junction = junction_of(entry, i);
    chain.edge.push_back(model.transition(junction));
    factors.push_back(model.factor(junction));
  }
  keep_people(entry, chain.node);
  const auto best = best_labels(chain);
  const auto posterior = posterior_of(chain.node, factors);
  std::vector<LabelledWord> words(count);
  for (std::size_t i = 0; i < count; ++i) words[i] = {best[i], posterior.node[i]};
  return words;
}

}  // namespace claimbase::entry

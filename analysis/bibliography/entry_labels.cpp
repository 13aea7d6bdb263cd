#include "analysis/bibliography/entry_labels.h"

namespace claimbase::entry {

std::vector<LabelledWord> label_words(const EntryView& entry, const SequenceModel& model) {
  const auto count = entry.tokens.size();
  Chain chain;
  chain.node.resize(count);
  chain.edge.reserve(count);
  std::vector<LabelMatrix> factors;
  factors.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    model.add_scores(features_of(entry, i), chain.node[i]);
    chain.edge.push_back(model.transition(entry.tokens[i]));
    factors.push_back(model.factor(entry.tokens[i]));
  }
  const auto best = best_labels(chain);
  const auto posterior = posterior_of(chain.node, factors);
  std::vector<LabelledWord> words(count);
  for (std::size_t i = 0; i < count; ++i) words[i] = {best[i], posterior.node[i]};
  return words;
}

}  // namespace claimbase::entry

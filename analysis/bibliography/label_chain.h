// A linear chain of labels: the most likely sequence, and how likely each label is at each place (Lafferty, McCallum
// and Pereira, "Conditional Random Fields", ICML 2001; the recursions are those of Rabiner, Proc. IEEE 77(2), 1989).
// All are O(places x labels^2).
#pragma once

#include <array>
#include <vector>

#include "analysis/bibliography/entry_label.h"

namespace claimbase::entry {

/// A number for each label, and one to spare: twelve fill three registers.
using LabelScores = std::array<float, kLabels + 1>;
using LabelMatrix = std::array<LabelScores, kLabels>;  // [previous][next]

/// Scores are logarithms; `edge[i]` leads from place i - 1 to i, edge[0] counts for nothing.
struct Chain {
  std::vector<LabelScores> node;
  std::vector<LabelMatrix> edge;
};

/// The sequence with the highest sum of scores (Viterbi).
[[nodiscard]] std::vector<Label> best_labels(const Chain& chain);

/// Forward and backward sums, scaled at each place so that they neither vanish nor overflow.
struct Posterior {
  std::vector<LabelScores> node;      // the probability of each label at each place
  std::vector<LabelScores> forward;   // each sums to 1
  std::vector<LabelScores> backward;  // with the weights of the places behind
  std::vector<LabelScores> weight;    // exp of the node scores, each scaled to at most 1
  double log_sum = 0;                 // the logarithm of the sum over all sequences
};
/// `factor[i]` is exp of edge[i]: whoever knows the edges beforehand computes it once.
[[nodiscard]] Posterior posterior_of(const std::vector<LabelScores>& node, const std::vector<LabelMatrix>& factor);

}  // namespace claimbase::entry

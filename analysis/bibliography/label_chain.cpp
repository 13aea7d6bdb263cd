#include "analysis/bibliography/label_chain.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace claimbase::entry {

namespace {

float sum_of(const LabelScores& values) {
  float sum = 0;
  for (const float value : values) sum += value;
  return sum;
}

void scale(LabelScores& values, float factor) {
  for (float& value : values) value *= factor;
}

// Of the labels, not of what is to spare.
std::size_t highest(const LabelScores& values) {
  return static_cast<std::size_t>(std::max_element(values.begin(), values.begin() + kLabels) - values.begin());
}

// These two are written for vectors of labels: the label in the outer loop, all of a row in the inner.
LabelScores best_before(const LabelScores& best, const LabelMatrix& edge) {
  LabelScores made{};
  for (std::size_t label = 0; label < made.size(); ++label) {
    float most = -1e30F;
    for (std::size_t previous = 0; previous < kLabels; ++previous)
      most = std::max(most, best[previous] + edge[previous][label]);
    made[label] = most;
  }
  return made;
}

LabelScores mass_before(const LabelScores& mass, const LabelMatrix& factor) {
  LabelScores made{};
  for (std::size_t label = 0; label < made.size(); ++label) {
    float sum = 0;
    for (std::size_t previous = 0; previous < kLabels; ++previous) sum += mass[previous] * factor[previous][label];
    made[label] = sum;
  }
  return made;
}

}  // namespace

// Where the best sequence came from is found on the way back, along that sequence only.
std::vector<Label> best_labels(const Chain& chain) {
  const auto places = chain.node.size();
  if (places == 0) return {};
  std::vector<LabelScores> best = chain.node;
  for (std::size_t i = 1; i < places; ++i) {
    const auto most = best_before(best[i - 1], chain.edge[i]);
    for (std::size_t label = 0; label < most.size(); ++label) best[i][label] += most[label];
  }
  std::vector<Label> labels(places);
  auto label = highest(best.back());
  for (std::size_t i = places - 1; i > 0; --i) {
    labels[i] = static_cast<Label>(label);
    LabelScores score{};
    for (std::size_t previous = 0; previous < kLabels; ++previous)
      score[previous] = best[i - 1][previous] + chain.edge[i][previous][label];
    label = highest(score);
  }
  labels.front() = static_cast<Label>(label);
  return labels;
}

Posterior posterior_of(const std::vector<LabelScores>& node, const std::vector<LabelMatrix>& factor) {
  const auto places = node.size();
  Posterior made;
  if (places == 0) return made;
  made.node.resize(places);
  made.forward.resize(places);
  made.backward.resize(places);
  made.weight.resize(places);
  for (std::size_t i = 0; i < places; ++i) {
    const float most = node[i][highest(node[i])];
    for (std::size_t label = 0; label < kLabels; ++label) made.weight[i][label] = std::exp(node[i][label] - most);
    LabelScores arriving{};
    if (i == 0) {
      arriving.fill(1.0F);
    } else {
      arriving = mass_before(made.forward[i - 1], factor[i]);
    }
    for (std::size_t label = 0; label < arriving.size(); ++label)
      made.forward[i][label] = arriving[label] * made.weight[i][label];
    const float sum = std::max(sum_of(made.forward[i]), 1e-30F);
    scale(made.forward[i], 1.0F / sum);
    made.log_sum += static_cast<double>(most) + std::log(static_cast<double>(sum));
  }
  made.backward[places - 1].fill(1.0F);
  for (std::size_t i = places - 1; i-- > 0;) {
    LabelScores leaving{};
    for (std::size_t label = 0; label < leaving.size(); ++label)
      leaving[label] = made.weight[i + 1][label] * made.backward[i + 1][label];
    for (std::size_t previous = 0; previous < kLabels; ++previous) {
      float sum = 0;
      for (std::size_t label = 0; label < kLabels; ++label) sum += factor[i + 1][previous][label] * leaving[label];
      made.backward[i][previous] = sum;
    }
    scale(made.backward[i], 1.0F / std::max(sum_of(made.backward[i]), 1e-30F));
  }
  for (std::size_t i = 0; i < places; ++i) {
    for (std::size_t label = 0; label < made.node[i].size(); ++label)
      made.node[i][label] = made.forward[i][label] * made.backward[i][label];
    scale(made.node[i], 1.0F / std::max(sum_of(made.node[i]), 1e-30F));
  }
  return made;
}

}  // namespace claimbase::entry

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

}  // namespace

std::vector<Label> best_labels(const Chain& chain) {
  const auto places = chain.node.size();
  if (places == 0) return {};
  std::vector<std::array<std::uint8_t, kLabels>> came_from(places);
  LabelScores best = chain.node.front();
  for (std::size_t i = 1; i < places; ++i) {
    LabelScores next{};
    next.fill(-1e30F);
    for (std::size_t previous = 0; previous < kLabels; ++previous) {
      for (std::size_t label = 0; label < kLabels; ++label) {
        const float score = best[previous] + chain.edge[i][previous][label];
        if (score <= next[label]) continue;
        next[label] = score;
        came_from[i][label] = static_cast<std::uint8_t>(previous);
      }
    }
    for (std::size_t label = 0; label < kLabels; ++label) best[label] = next[label] + chain.node[i][label];
  }
  std::vector<Label> labels(places);
  auto label = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (std::size_t i = places; i-- > 0;) {
    labels[i] = static_cast<Label>(label);
    label = came_from[i][label];
  }
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
    const float most = *std::max_element(node[i].begin(), node[i].end());
    for (std::size_t label = 0; label < kLabels; ++label) made.weight[i][label] = std::exp(node[i][label] - most);
    LabelScores arriving{};
    if (i == 0) {
      arriving.fill(1.0F);
    } else {
      for (std::size_t previous = 0; previous < kLabels; ++previous) {
        const float mass = made.forward[i - 1][previous];
        for (std::size_t label = 0; label < kLabels; ++label) arriving[label] += mass * factor[i][previous][label];
      }
    }
    for (std::size_t label = 0; label < kLabels; ++label)
      made.forward[i][label] = arriving[label] * made.weight[i][label];
    const float sum = std::max(sum_of(made.forward[i]), 1e-30F);
    scale(made.forward[i], 1.0F / sum);
    made.log_sum += static_cast<double>(most) + std::log(static_cast<double>(sum));
  }
  made.backward[places - 1].fill(1.0F);
  for (std::size_t i = places - 1; i-- > 0;) {
    LabelScores leaving{};
    for (std::size_t label = 0; label < kLabels; ++label)
      leaving[label] = made.weight[i + 1][label] * made.backward[i + 1][label];
    for (std::size_t previous = 0; previous < kLabels; ++previous) {
      float sum = 0;
      for (std::size_t label = 0; label < kLabels; ++label) sum += factor[i + 1][previous][label] * leaving[label];
      made.backward[i][previous] = sum;
    }
    scale(made.backward[i], 1.0F / std::max(sum_of(made.backward[i]), 1e-30F));
  }
  for (std::size_t i = 0; i < places; ++i) {
    for (std::size_t label = 0; label < kLabels; ++label)
      made.node[i][label] = made.forward[i][label] * made.backward[i][label];
    scale(made.node[i], 1.0F / std::max(sum_of(made.node[i]), 1e-30F));
  }
  return made;
}

}  // namespace claimbase::entry

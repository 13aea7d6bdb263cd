// Trains the sequence model: maximum conditional likelihood by stochastic gradient steps with a rate of its own for
// each weight (AdaGrad: Duchi, Hazan and Singer, JMLR 12, 2011) and L2 regularisation. One thread, no clock: the same
// strings in the same order give the same model.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "analysis/bibliography/sequence_model.h"
#include "tools/train_references/alignment.h"

namespace claimbase::training {

struct TrainingOptions {
  int epochs = 8;
  int rounds = 1;  // models trained from the start, in other orders: the mean of several errs less than each
  float rate = 0.15F;
  float decay = 2e-5F;                  // L2
  float without_rules = 0.2F;           // share of entries that are shown without what the rules say
  std::uint32_t least_count = 3;        // features seen in fewer words are left out
  std::size_t most_features = 110'000;  // the heaviest stay
  std::uint64_t seed = 1;
};

using Report = std::function<void(int epoch, double log_likelihood_per_word)>;

[[nodiscard]] entry::TrainedModel train(const std::vector<LabelledEntry>& entries, const TrainingOptions& options,
                                        const Report& report);

}  // namespace claimbase::training

#include "analysis/bibliography/label_chain.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace claimbase::entry {
namespace {

constexpr std::size_t kPlaces = 3;

Chain made_chain(unsigned seed) {
  std::mt19937 random(seed);
  const auto score = [&random] { return static_cast<float>(random() % 2001) / 500.0F - 2.0F; };
  Chain chain;
  chain.node.resize(kPlaces);
  chain.edge.resize(kPlaces);
  for (auto& node : chain.node) {
    for (auto& each : node) each = score();
  }
  for (auto& matrix : chain.edge) {
    for (auto& row : matrix) {
      for (auto& each : row) each = score();
    }
  }
  return chain;
}

double score_of(const Chain& chain, const std::array<std::size_t, kPlaces>& labels) {
  double sum = 0;
  for (std::size_t i = 0; i < kPlaces; ++i) {
    sum += static_cast<double>(chain.node[i][labels[i]]);
    if (i > 0) sum += static_cast<double>(chain.edge[i][labels[i - 1]][labels[i]]);
  }
  return sum;
}

template <class Visit>
void for_each_sequence(Visit visit) {
  for (std::size_t a = 0; a < kLabels; ++a) {
    for (std::size_t b = 0; b < kLabels; ++b) {
      for (std::size_t c = 0; c < kLabels; ++c) visit(std::array<std::size_t, kPlaces>{a, b, c});
    }
  }
}

std::vector<LabelMatrix> factors_of(const Chain& chain) {
  auto factors = chain.edge;
  for (auto& matrix : factors) {
    for (auto& row : matrix) {
      for (auto& each : row) each = std::exp(each);
    }
  }
  return factors;
}

class LabelChain : public testing::TestWithParam<unsigned> {};

TEST_P(LabelChain, BestIsTheBestOfAllSequences) {
  const Chain chain = made_chain(GetParam());
  std::array<std::size_t, kPlaces> best{};
  for_each_sequence([&](const auto& labels) {
    if (score_of(chain, labels) > score_of(chain, best)) best = labels;
  });
  const auto found = best_labels(chain);
  ASSERT_EQ(found.size(), kPlaces);
  for (std::size_t i = 0; i < kPlaces; ++i) EXPECT_EQ(index_of(found[i]), best[i]) << i;
}

TEST_P(LabelChain, ProbabilitiesAreSumsOverAllSequences) {
  const Chain chain = made_chain(GetParam());
  double all = 0;
  std::array<std::array<double, kLabels>, kPlaces> sums{};
  for_each_sequence([&](const auto& labels) {
    const double weight = std::exp(score_of(chain, labels));
    all += weight;
    for (std::size_t i = 0; i < kPlaces; ++i) sums[i][labels[i]] += weight;
  });
  const auto posterior = posterior_of(chain.node, factors_of(chain));
  EXPECT_NEAR(posterior.log_sum, std::log(all), 1e-3);
  for (std::size_t i = 0; i < kPlaces; ++i) {
    for (std::size_t label = 0; label < kLabels; ++label)
      EXPECT_NEAR(static_cast<double>(posterior.node[i][label]), sums[i][label] / all, 1e-4) << i << ' ' << label;
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, LabelChain, testing::Values(1U, 2U, 3U, 4U));

TEST(LabelChainEdges, NothingGivesNothingAndLongChainsDoNotVanish) {
  EXPECT_TRUE(best_labels({}).empty());
  EXPECT_TRUE(posterior_of({}, {}).node.empty());
  const std::vector<LabelScores> node(5000, LabelScores{-40.0F, 30.0F});
  LabelMatrix factor{};
  for (auto& row : factor) row.fill(1.0F);
  const auto posterior = posterior_of(node, std::vector<LabelMatrix>(5000, factor));
  EXPECT_NEAR(posterior.node[4999][1], 1.0F, 1e-5F);
  EXPECT_NEAR(posterior.node[0][1], 1.0F, 1e-5F);
}

}  // namespace
}  // namespace claimbase::entry

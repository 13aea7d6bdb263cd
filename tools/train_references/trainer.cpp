#include "tools/train_references/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <unordered_map>

namespace claimbase::training {

namespace {

using entry::kLabels;
using entry::LabelMatrix;
using entry::LabelScores;

struct Word {
  std::uint32_t begin = 0;  // features in Prepared::features
  std::uint32_t rules = 0;  // from here on: what the rules say
  std::uint32_t end = 0;
  entry::Junction junction;
  std::uint8_t label = 0;
};

struct Prepared {
  std::vector<std::uint64_t> names;     // index -> feature
  std::vector<std::uint32_t> features;  // of all words
  std::vector<Word> words;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  // words
};

template <class Visit>
void for_each_feature(const std::vector<LabelledEntry>& entries, Visit visit) {
  entry::Features features;
  for (const auto& each : entries) {
    for (std::size_t i = 0; i < each.labels.size(); ++i) {
      entry::read_features(each.view, i, features);
      for (const auto feature : features) visit(feature);
    }
  }
}

Prepared prepare(const std::vector<LabelledEntry>& entries, std::uint32_t least_count) {
  std::unordered_map<std::uint64_t, std::uint32_t> seen;
  for_each_feature(entries, [&](std::uint64_t feature) { ++seen[feature]; });
  Prepared made;
  std::unordered_map<std::uint64_t, std::uint32_t> index;
  entry::Features all;
  for (const auto& each : entries) {
    const auto first = static_cast<std::uint32_t>(made.words.size());
    for (std::size_t i = 0; i < each.labels.size(); ++i) {
      Word word;
      word.junction = entry::junction_of(each.view, i);
      word.label = static_cast<std::uint8_t>(each.labels[i]);
      word.begin = static_cast<std::uint32_t>(made.features.size());
      entry::read_features(each.view, i, all, false);
      const auto plain_count = all.end() - all.begin();
      entry::read_features(each.view, i, all);
      word.rules = 0;
      for (const auto* feature = all.begin(); feature != all.end(); ++feature) {
        if (feature - all.begin() == plain_count) word.rules = static_cast<std::uint32_t>(made.features.size());
        if (seen[*feature] < least_count) continue;
        const auto [found, fresh] = index.try_emplace(*feature, static_cast<std::uint32_t>(made.names.size()));
        if (fresh) made.names.push_back(*feature);
        made.features.push_back(found->second);
      }
      word.end = static_cast<std::uint32_t>(made.features.size());
      if (word.rules == 0) word.rules = word.end;
      made.words.push_back(word);
    }
    made.entries.emplace_back(first, static_cast<std::uint32_t>(made.words.size()));
  }
  return made;
}

// Keeps the first steps small.
constexpr float kFirstSquares = 0.5F;

struct Learned {
  LabelScores weight{};
  LabelScores squares{};
  LabelScores sum{};  // of the weights after each of the later epochs: their mean swings less than the last
};

struct LearnedMatrix {
  LabelMatrix weight{};
  LabelMatrix squares{};
  LabelMatrix sum{};
};

void add_to(LabelScores& sum, const LabelScores& more) {
  for (std::size_t label = 0; label < kLabels; ++label) sum[label] += more[label];
}

LabelScores divided(LabelScores scores, float by) {
  for (float& score : scores) score /= by;
  return scores;
}

LabelMatrix divided(LabelMatrix matrix, float by) {
  for (auto& row : matrix) row = divided(row, by);
  return matrix;
}

class Trainer {
 public:
  Trainer(const Prepared& data, const TrainingOptions& options)
      : data_(data),
        options_(options),
        rows_(data.names.size()),
        separators_(entry::kSeparators),
        shapes_(entry::kShapes),
        rules_(entry::kRuleSteps),
        names_(entry::kNameSteps) {}

  /// One gradient step on one entry; the log likelihood of its labels.
  double step(std::size_t index, bool rules) {
    const auto [first, last] = data_.entries[index];
    const std::size_t count = last - first;
    std::vector<LabelScores> node(count);
    std::vector<LabelMatrix> edge(count);
    std::vector<LabelMatrix> factor(count);
    for (std::size_t i = 0; i < count; ++i) {
      const auto& word = data_.words[first + i];
      for (auto k = word.begin; k < (rules ? word.end : word.rules); ++k) {
        const auto& weight = rows_[data_.features[k]].weight;
        for (std::size_t label = 0; label < kLabels; ++label) node[i][label] += weight[label];
      }
      if (i == 0) continue;
      edge[i] = edges(word, rules);
      for (std::size_t from = 0; from < kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) factor[i][from][to] = std::exp(edge[i][from][to]);
      }
    }
    const auto posterior = entry::posterior_of(node, factor);
    double likelihood = -posterior.log_sum;
    for (std::size_t i = 0; i < count; ++i) {
      const auto& word = data_.words[first + i];
      likelihood += static_cast<double>(node[i][word.label]);
      if (i > 0) likelihood += static_cast<double>(edge[i][data_.words[first + i - 1].label][word.label]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const auto& word = data_.words[first + i];
      auto gradient = posterior.node[i];
      gradient[word.label] -= 1.0F;
      for (auto k = word.begin; k < (rules ? word.end : word.rules); ++k) {
        auto& row = rows_[data_.features[k]];
        for (std::size_t label = 0; label < kLabels; ++label)
          adjust(row.weight[label], row.squares[label], gradient[label]);
      }
      if (i > 0) step_edges(posterior, factor[i], i, word, data_.words[first + i - 1].label, rules);
    }
    return likelihood;
  }

  /// Forgets the weights, not what was remembered of them.
  void start_over() {
    const auto reset = [](auto& learned) {
      learned.weight = {};
      learned.squares = {};
    };
    for (auto& row : rows_) reset(row);
    for (auto* matrices : {&separators_, &shapes_, &rules_, &names_}) {
      for (auto& matrix : *matrices) reset(matrix);
    }
  }

  /// Counts the present weights into the result.
  void remember() {
    remembered_ += 1.0F;
    for (auto& row : rows_) add_to(row.sum, row.weight);
    for (auto* matrices : {&separators_, &shapes_, &rules_, &names_}) {
      for (auto& matrix : *matrices) {
        for (std::size_t from = 0; from < kLabels; ++from) add_to(matrix.sum[from], matrix.weight[from]);
      }
    }
  }

  /// The mean of what was remembered.
  [[nodiscard]] entry::TrainedModel result() const {
    entry::TrainedModel made;
    std::vector<std::pair<float, std::size_t>> heaviest;
    heaviest.reserve(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto [least, most] = std::minmax_element(rows_[i].sum.begin(), rows_[i].sum.begin() + kLabels);
      if (*most - *least > 0) heaviest.emplace_back(*least - *most, i);
    }
    std::sort(heaviest.begin(), heaviest.end());
    if (heaviest.size() > options_.most_features) heaviest.resize(options_.most_features);
    made.rows.reserve(heaviest.size());
    for (const auto& [spread, i] : heaviest) made.rows.push_back({data_.names[i], divided(rows_[i].sum, remembered_)});
    made.by_separator = means(separators_);
    made.by_shape = means(shapes_);
    made.by_rule = means(rules_);
    made.by_name = means(names_);
    return made;
  }

 private:
  [[nodiscard]] std::vector<LabelMatrix> means(const std::vector<LearnedMatrix>& matrices) const {
    std::vector<LabelMatrix> made;
    made.reserve(matrices.size());
    for (const auto& matrix : matrices) made.push_back(divided(matrix.sum, remembered_));
    return made;
  }

  // Entries that are shown without the rules are so at the transitions too.
  [[nodiscard]] static std::size_t rule_of(const Word& word, bool rules) { return rules ? word.junction.rule : 0; }

  [[nodiscard]] LabelMatrix edges(const Word& word, bool rules) const {
    LabelMatrix sum = separators_[word.junction.separator].weight;
    for (const auto* matrix :
         {&shapes_[word.junction.shape], &rules_[rule_of(word, rules)], &names_[word.junction.name]}) {
      for (std::size_t from = 0; from < kLabels; ++from) add_to(sum[from], matrix->weight[from]);
    }
    return sum;
  }

  void adjust(float& weight, float& squares, float gradient) const {
    const float slope = gradient + options_.decay * weight;
    if (std::abs(slope) < 1e-7F) return;
    squares += slope * slope;
    weight -= options_.rate * slope / std::sqrt(squares + kFirstSquares);
  }

  void step_edges(const entry::Posterior& posterior, const LabelMatrix& factor, std::size_t i, const Word& word,
                  std::size_t gold_from, bool rules) {
    const std::array<LearnedMatrix*, 4> matrices{&separators_[word.junction.separator], &shapes_[word.junction.shape],
                                                 &rules_[rule_of(word, rules)], &names_[word.junction.name]};
    LabelMatrix expected{};
    float sum = 0;
    for (std::size_t from = 0; from < kLabels; ++from) {
      for (std::size_t to = 0; to < kLabels; ++to) {
        expected[from][to] =
            posterior.forward[i - 1][from] * factor[from][to] * posterior.weight[i][to] * posterior.backward[i][to];
        sum += expected[from][to];
      }
    }
    for (std::size_t from = 0; from < kLabels; ++from) {
      for (std::size_t to = 0; to < kLabels; ++to) {
        float gradient = expected[from][to] / std::max(sum, 1e-30F);
        if (from == gold_from && to == word.label) gradient -= 1.0F;
        for (auto* matrix : matrices) adjust(matrix->weight[from][to], matrix->squares[from][to], gradient);
      }
    }
  }

  const Prepared& data_;
  const TrainingOptions& options_;
  std::vector<Learned> rows_;
  std::vector<LearnedMatrix> separators_;
  std::vector<LearnedMatrix> shapes_;
  std::vector<LearnedMatrix> rules_;
  std::vector<LearnedMatrix> names_;
  float remembered_ = 0;
};

// std::shuffle may differ between standard libraries; this does not.
void shuffle(std::vector<std::size_t>& order, std::mt19937_64& random) {
  for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
}

}  // namespace

entry::TrainedModel train(const std::vector<LabelledEntry>& entries, const TrainingOptions& options,
                          const Report& report) {
  const auto data = prepare(entries, options.least_count);
  Trainer trainer(data, options);
  std::mt19937_64 random(options.seed);
  std::vector<std::size_t> order(data.entries.size());
  std::iota(order.begin(), order.end(), 0U);
  for (int round = 0; round < options.rounds; ++round) {
    trainer.start_over();
    for (int epoch = 1; epoch <= options.epochs; ++epoch) {
      shuffle(order, random);
      double likelihood = 0;
      for (const auto index : order) {
        const auto chance = static_cast<double>(random() >> 11U) * 0x1.0p-53;
        likelihood += trainer.step(index, chance >= static_cast<double>(options.without_rules));
      }
      if (2 * epoch > options.epochs) trainer.remember();
      report(round * options.epochs + epoch,
             likelihood / static_cast<double>(std::max<std::size_t>(1, data.words.size())));
    }
  }
  return trainer.result();
}

}  // namespace claimbase::training

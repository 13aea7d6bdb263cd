#include "analysis/bibliography/sequence_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase::entry {

namespace {

static_assert(std::endian::native == std::endian::little, "the model file is read in place");

constexpr std::string_view kMagic = "CBREFSM1";
constexpr std::size_t kRowBytes = sizeof(std::uint32_t) + 12;  // a fingerprint, eleven weights, one byte to spare

struct Head {
  std::uint32_t labels = 0;
  std::uint32_t separators = 0;
  std::uint32_t shapes = 0;
  std::uint32_t rows = 0;
  float scale = 0;
};

constexpr std::size_t kHeadBytes = kMagic.size() + sizeof(Head);
constexpr std::size_t kMatrixBytes = sizeof(LabelMatrix);

// 0 marks an empty row.
std::uint32_t fingerprint(std::uint64_t feature) {
  const auto high = static_cast<std::uint32_t>(feature >> 32U);
  return high == 0 ? 1 : high;
}

std::size_t slot(std::uint64_t feature, std::uint64_t rows) {
  return static_cast<std::size_t>((feature & 0xFFFFFFFFU) * rows >> 32U);
}

template <class Value>
void append(std::string& bytes, const Value& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <class Value>
Value value_at(std::string_view bytes, std::size_t position) {
  Value value{};
  std::memcpy(&value, bytes.data() + position, sizeof value);
  return value;
}

}  // namespace

SequenceModel::SequenceModel(std::string_view bytes) {
  const auto refuse = [] { throw std::runtime_error("not a model of reference entries of this version"); };
  if (bytes.size() < kHeadBytes || !bytes.starts_with(kMagic)) refuse();
  const auto head = value_at<Head>(bytes, kMagic.size());
  if (head.labels != kLabels || head.separators != kSeparators || head.shapes != kShapes || head.rows == 0) refuse();
  if (bytes.size() != kHeadBytes + kMatrixBytes * (kSeparators + kShapes) + kRowBytes * head.rows) refuse();
  row_count_ = head.rows;
  scale_ = head.scale;
  const auto matrix = [&](std::size_t index) {
    return value_at<LabelMatrix>(bytes, kHeadBytes + kMatrixBytes * index);
  };
  transitions_.reserve(kSeparators * kShapes);
  factors_.reserve(kSeparators * kShapes);
  for (std::size_t separator = 0; separator < kSeparators; ++separator) {
    for (std::size_t shape = 0; shape < kShapes; ++shape) {
      auto sum = matrix(separator);
      auto factor = sum;
      const auto other = matrix(kSeparators + shape);
      for (std::size_t from = 0; from < kLabels; ++from) {
        for (std::size_t to = 0; to < kLabels; ++to) {
          sum[from][to] += other[from][to];
          factor[from][to] = std::exp(sum[from][to]);
        }
      }
      transitions_.push_back(sum);
      factors_.push_back(factor);
    }
  }
  rows_ = bytes.substr(kHeadBytes + kMatrixBytes * (kSeparators + kShapes));
}

void SequenceModel::add_scores(const Features& features, LabelScores& scores) const {
  std::array<int, kLabels> sums{};
  for (const auto feature : features) {
    const auto wanted = fingerprint(feature);
    auto row = slot(feature, row_count_);
    for (std::uint64_t probes = 0; probes < row_count_; ++probes) {
      const auto found = value_at<std::uint32_t>(rows_, row * kRowBytes);
      if (found == 0) break;
      if (found == wanted) {
        std::array<std::int8_t, kLabels> weights{};
        std::memcpy(weights.data(), rows_.data() + row * kRowBytes + sizeof wanted, kLabels);
        for (std::size_t label = 0; label < kLabels; ++label) sums[label] += weights[label];
        break;
      }
      row = row + 1 == row_count_ ? 0 : row + 1;
    }
  }
  for (std::size_t label = 0; label < kLabels; ++label) scores[label] += scale_ * static_cast<float>(sums[label]);
}

const LabelMatrix& SequenceModel::transition(const Token& token) const {
  return transitions_[static_cast<std::size_t>(token.before) * kShapes + static_cast<std::size_t>(token.shape)];
}

const LabelMatrix& SequenceModel::factor(const Token& token) const {
  return factors_[static_cast<std::size_t>(token.before) * kShapes + static_cast<std::size_t>(token.shape)];
}

const SequenceModel& built_in_model() {
  static const SequenceModel model(resource("bibliography/references.model"));
  return model;
}

std::string model_bytes(const TrainedModel& model) {
  float most = 1e-6F;
  for (const auto& row : model.rows) {
    for (const float weight : row.weights) most = std::max(most, std::abs(weight));
  }
  constexpr float kMostByte = 127.0F;
  Head head{kLabels, kSeparators, kShapes, static_cast<std::uint32_t>(model.rows.size() * 8 / 7 + 8), most / kMostByte};
  std::string bytes(kMagic);
  append(bytes, head);
  for (const auto& matrix : model.by_separator) append(bytes, matrix);
  for (const auto& matrix : model.by_shape) append(bytes, matrix);
  std::string rows(std::size_t{head.rows} * kRowBytes, '\0');
  for (const auto& row : model.rows) {
    auto place = slot(row.feature, head.rows);
    while (value_at<std::uint32_t>(rows, place * kRowBytes) != 0) place = place + 1 == head.rows ? 0 : place + 1;
    const auto mark = fingerprint(row.feature);
    std::memcpy(rows.data() + place * kRowBytes, &mark, sizeof mark);
    for (std::size_t label = 0; label < kLabels; ++label) {
      const auto weight = static_cast<std::int8_t>(std::lround(row.weights[label] / head.scale));
      rows[place * kRowBytes + sizeof mark + label] = static_cast<char>(weight);
    }
  }
  return bytes + rows;
}

}  // namespace claimbase::entry

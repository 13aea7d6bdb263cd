#include "analysis/bibliography/sequence_model.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <stdexcept>

#include "analysis/language/resources.h"

namespace claimbase::entry {

namespace {

static_assert(std::endian::native == std::endian::little, "the model file is read in place");

constexpr std::string_view kMagic = "CBREFSM3";
constexpr unsigned kBucketBits = 16;  // of a feature: one to two rows a bucket of the built-in model
constexpr std::size_t kBuckets = std::size_t{1} << kBucketBits;

struct Head {
  std::uint32_t labels = 0;
  std::uint32_t separators = 0;
  std::uint32_t shapes = 0;
  std::uint32_t rows = 0;
  float scale = 0;
};

// Eleven weights, a byte to spare, and a mark, of the bits of a feature that its bucket leaves over.
using Row = std::array<std::int8_t, std::tuple_size_v<LabelSums>>;
using Mark = std::uint32_t;
constexpr std::size_t kMarkAt = sizeof(Row) - sizeof(Mark);
static_assert(kLabels <= kMarkAt);

constexpr std::size_t kHeadBytes = kMagic.size() + sizeof(Head);
constexpr std::size_t kMatrixBytes = sizeof(LabelMatrix);
constexpr std::size_t kMatrices = kSeparators + kShapes + kRuleSteps + kNameSteps;
constexpr std::size_t kBeginBytes = sizeof(std::uint32_t);

std::size_t bucket_of(std::uint64_t feature) {
  return static_cast<std::size_t>(feature >> (64U - kBucketBits));
}

Mark mark_of(std::uint64_t feature) {
  return static_cast<Mark>(feature >> (32U - kBucketBits));
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

std::uint32_t begin_of(std::string_view begins, std::size_t bucket) {
  return value_at<std::uint32_t>(begins, bucket * kBeginBytes);
}

Mark mark_at(const char* row) {
  Mark mark = 0;
  std::memcpy(&mark, row + kMarkAt, sizeof mark);
  return mark;
}

template <class Operation>
LabelMatrix combined(const LabelMatrix& one, const LabelMatrix& other, Operation operation) {
  LabelMatrix made;
  for (std::size_t from = 0; from < kLabels; ++from) {
    for (std::size_t to = 0; to < made[from].size(); ++to) made[from][to] = operation(one[from][to], other[from][to]);
  }
  return made;
}

std::size_t form_of(const Junction& junction) {
  return std::size_t{junction.separator} * kShapes + junction.shape;
}

std::size_t knowledge_of(const Junction& junction) {
  return std::size_t{junction.rule} * kNameSteps + junction.name;
}

}  // namespace

SequenceModel::SequenceModel(std::string_view bytes) {
  const auto refuse = [] { throw std::runtime_error("not a model of reference entries of this version"); };
  if (bytes.size() < kHeadBytes || !bytes.starts_with(kMagic)) refuse();
  const auto head = value_at<Head>(bytes, kMagic.size());
  if (head.labels != kLabels || head.separators != kSeparators || head.shapes != kShapes || head.rows == 0) refuse();
  constexpr std::size_t kRowsAt = kHeadBytes + kMatrixBytes * kMatrices + kBeginBytes * (kBuckets + 1);
  if (bytes.size() != kRowsAt + sizeof(Row) * (head.rows + std::size_t{1})) refuse();
  scale_ = head.scale;
  begins_ = bytes.substr(kHeadBytes + kMatrixBytes * kMatrices, kBeginBytes * (kBuckets + 1));
  rows_ = bytes.substr(kRowsAt);
  for (std::size_t bucket = 0; bucket <= kBuckets; ++bucket) {
    const auto end = bucket == kBuckets ? head.rows : begin_of(begins_, bucket + 1);
    if (begin_of(begins_, bucket) > end) refuse();
  }
  const auto matrix = [&](std::size_t index) {
    return value_at<LabelMatrix>(bytes, kHeadBytes + kMatrixBytes * index);
  };
  const auto pair_of = [&](std::size_t first, std::size_t rows, std::size_t columns) {
    Pair pair;
    pair.transition.reserve(rows * columns);
    pair.factor.reserve(rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t column = 0; column < columns; ++column) {
        const auto sum = combined(matrix(first + row), matrix(first + rows + column), std::plus<>());
        pair.transition.push_back(sum);
        pair.factor.push_back(combined(sum, sum, [](float score, float) { return std::exp(score); }));
      }
    }
    return pair;
  };
  by_form_ = pair_of(0, kSeparators, kShapes);
  by_knowledge_ = pair_of(kSeparators + kShapes, kRuleSteps, kNameSteps);
}

// Rows stand in the order of bucket and mark: where one of a greater mark comes, there is none. One that is met in the
// next bucket is as unlikely to have the mark as any other. All bytes of a row are added up, the mark's too: that takes
// fewer instructions than eleven of them.
void SequenceModel::add(const Features& features, LabelSums& sums) const {
  LabelSums made = sums;
  for (const auto feature : features) {
    const char* row = rows_.data() + std::size_t{begin_of(begins_, bucket_of(feature))} * sizeof(Row);
    const auto mark = mark_of(feature);
    while (mark_at(row) < mark) row += sizeof(Row);
    if (mark_at(row) != mark) continue;
    for (std::size_t i = 0; i < made.size(); ++i)
      made[i] = static_cast<std::int16_t>(made[i] + static_cast<std::int8_t>(row[i]));
  }
  sums = made;
}

LabelScores SequenceModel::scores(const LabelSums& sums) const {
  LabelScores made{};
  for (std::size_t label = 0; label < kLabels; ++label) made[label] = scale_ * static_cast<float>(sums[label]);
  return made;
}

LabelMatrix SequenceModel::transition(const Junction& junction) const {
  return combined(by_form_.transition[form_of(junction)], by_knowledge_.transition[knowledge_of(junction)],
                  std::plus<>());
}

LabelMatrix SequenceModel::factor(const Junction& junction) const {
  return combined(by_form_.factor[form_of(junction)], by_knowledge_.factor[knowledge_of(junction)],
                  std::multiplies<>());
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
  Head head{kLabels, kSeparators, kShapes, static_cast<std::uint32_t>(model.rows.size()), most / kMostByte};
  std::string bytes(kMagic);
  append(bytes, head);
  for (const auto* matrices : {&model.by_separator, &model.by_shape, &model.by_rule, &model.by_name}) {
    for (const auto& matrix : *matrices) append(bytes, matrix);
  }
  auto sorted = model.rows;
  std::ranges::sort(sorted, {}, &TrainedModel::Row::feature);
  auto next = sorted.begin();
  for (std::size_t bucket = 0; bucket <= kBuckets; ++bucket) {
    while (next != sorted.end() && bucket_of(next->feature) < bucket) ++next;
    append(bytes, static_cast<std::uint32_t>(next - sorted.begin()));
  }
  for (const auto& [feature, weights] : sorted) {
    Row row{};
    for (std::size_t label = 0; label < kLabels; ++label)
      row[label] = static_cast<std::int8_t>(std::lround(weights[label] / head.scale));
    const auto mark = mark_of(feature);
    std::memcpy(row.data() + kMarkAt, &mark, sizeof mark);
    append(bytes, row);
  }
  Row last{};  // of no weight and the greatest mark: the search ends here
  std::fill(last.begin() + kMarkAt, last.end(), std::int8_t{-1});
  append(bytes, last);
  return bytes;
}

}  // namespace claimbase::entry

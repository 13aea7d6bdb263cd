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

constexpr std::string_view kMagic = "CBREFSM2";
constexpr std::size_t kMarkBytes = sizeof(std::uint32_t);
constexpr std::size_t kRowBytes = kMarkBytes + 12;  // a fingerprint, eleven weights, one byte to spare
constexpr unsigned kBeginningBits = 20;             // of a mark: 128 kB, a bit in ten set by the built-in model
constexpr std::size_t kWordBits = 64;

struct Head {
  std::uint32_t labels = 0;
  std::uint32_t separators = 0;
  std::uint32_t shapes = 0;
  std::uint32_t rows = 0;
  float scale = 0;
};

constexpr std::size_t kHeadBytes = kMagic.size() + sizeof(Head);
constexpr std::size_t kMatrixBytes = sizeof(LabelMatrix);
constexpr std::size_t kMatrices = kSeparators + kShapes + kRuleSteps + kNameSteps;

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

/// Sums of the signed bytes of many rows, four at a time: bytes are made unsigned by adding 128, and those at even and
/// at odd places are added up apart, in lanes of 16 bits of one machine word each.
class RowSums {
 public:
  using Row = std::array<std::uint64_t, kRowBytes / sizeof(std::uint64_t)>;

  void add(const Row& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::uint64_t shifted = row[i] ^ kSigns;
      even_[i] += shifted & kEven;
      odd_[i] += (shifted >> 8U) & kEven;
    }
    ++rows_;
  }
  [[nodiscard]] int at(std::size_t byte) const {
    const auto& words = byte % 2 == 0 ? even_ : odd_;
    const std::uint64_t lane = words[byte / sizeof(std::uint64_t)] >> (byte % sizeof(std::uint64_t) / 2 * 16);
    return static_cast<int>(lane & 0xFFFFU) - 128 * rows_;
  }

 private:
  static constexpr std::uint64_t kSigns = 0x8080808080808080U;
  static constexpr std::uint64_t kEven = 0x00FF00FF00FF00FFU;
  static_assert(kMostFeatures * 0xFF <= 0xFFFF, "no lane runs over");

  Row even_{};
  Row odd_{};
  int rows_ = 0;
};

template <class Operation>
LabelMatrix combined(const LabelMatrix& one, const LabelMatrix& other, Operation operation) {
  LabelMatrix made;
  for (std::size_t from = 0; from < kLabels; ++from) {
    for (std::size_t to = 0; to < kLabels; ++to) made[from][to] = operation(one[from][to], other[from][to]);
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
  if (bytes.size() != kHeadBytes + kMatrixBytes * kMatrices + kRowBytes * head.rows) refuse();
  row_count_ = head.rows;
  scale_ = head.scale;
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
  rows_ = bytes.substr(kHeadBytes + kMatrixBytes * kMatrices);
  note_marks();
}

// In a table that is 7/8 full some thirty rows are looked at for a feature that is in none.
void SequenceModel::note_marks() {
  marks_.assign((std::size_t{1} << kBeginningBits) / kWordBits, 0);
  for (std::size_t row = 0; row < row_count_; ++row) {
    const auto mark = value_at<std::uint32_t>(rows_, row * kRowBytes);
    if (mark == 0) continue;
    const auto beginning = mark >> (32U - kBeginningBits);
    marks_[beginning / kWordBits] |= std::uint64_t{1} << (beginning % kWordBits);
  }
}

bool SequenceModel::may_have(std::uint32_t mark) const {
  const auto beginning = mark >> (32U - kBeginningBits);
  return ((marks_[beginning / kWordBits] >> (beginning % kWordBits)) & 1U) != 0;
}

void SequenceModel::add_scores(const Features& features, LabelScores& scores) const {
  RowSums sums;
  for (const auto feature : features) {
    const auto wanted = fingerprint(feature);
    if (!may_have(wanted)) continue;
    auto row = slot(feature, row_count_);
    for (std::uint64_t probes = 0; probes < row_count_; ++probes) {
      const auto found = value_at<std::uint32_t>(rows_, row * kRowBytes);
      if (found == 0) break;
      if (found == wanted) {
        sums.add(value_at<RowSums::Row>(rows_, row * kRowBytes));
        break;
      }
      row = row + 1 == row_count_ ? 0 : row + 1;
    }
  }
  for (std::size_t label = 0; label < kLabels; ++label)
    scores[label] += scale_ * static_cast<float>(sums.at(kMarkBytes + label));
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
  Head head{kLabels, kSeparators, kShapes, static_cast<std::uint32_t>(model.rows.size() * 8 / 7 + 8), most / kMostByte};
  std::string bytes(kMagic);
  append(bytes, head);
  for (const auto* matrices : {&model.by_separator, &model.by_shape, &model.by_rule, &model.by_name}) {
    for (const auto& matrix : *matrices) append(bytes, matrix);
  }
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

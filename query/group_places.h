// Where one group of a query stands in one index: its typed words, or what stands for them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "query/expansion.h"
#include "query/sentence_index.h"

namespace claimbase {

/// What a label counts that stands for the typed words, and the parts of a compound.
inline constexpr double kLabelWeight = 0.8;
inline constexpr double kPieceWeight = 0.6;

/// A sentence with the group.
struct GroupPlace {
  std::int64_t key = 0;
  double part = 0;  // of its score, before what the sentence is
  bool own = false;
  bool own_in_sentence = false;  // all the typed words, not in the headings above it
  bool in_sentence = false;      // one of the ways to say it, whole
};

class PlaceWindows;

class GroupReader {
 public:
  /// `index` must outlive it.
  GroupReader(SentenceIndex& index, const QueryGroup& group);
  /// What stands for the typed words is worth: the idf of all together.
  [[nodiscard]] double value() const { return value_; }
  /// How many sentences there may be with it, at most.
  [[nodiscard]] std::int64_t most_rows() const { return most_rows_; }
  /// One of the ways to say it is several words.
  [[nodiscard]] bool has_phrases() const;
  /// By key; of the sentences `among` (sorted), or of all where it is null. Sentences that are gone are left out.
  void each(const std::vector<std::int64_t>* among, const std::function<void(const GroupPlace&)>& use) const;
  /// All of them.
  [[nodiscard]] std::vector<GroupPlace> read(const std::vector<std::int64_t>* among) const;

 private:
  [[nodiscard]] std::vector<GroupPlace> own(const std::vector<std::int64_t>* among) const;
  void add(const std::vector<Stems>& phrases, double value, bool own, const std::vector<std::int64_t>* among,
           PlaceWindows& windows) const;
  [[nodiscard]] std::vector<GroupPlace> pieces(const std::vector<std::int64_t>* among) const;

  SentenceIndex* index_;
  std::vector<Stems> own_;
  std::vector<Stems> also_;
  std::vector<std::vector<Stems>> pieces_;
  std::int64_t most_rows_ = 0;
  double value_ = 1;  // idf of the group as a whole
};

[[nodiscard]] std::vector<std::int64_t> keys_of(std::span<const GroupPlace> places);

}  // namespace claimbase

// The claims of the index that a claim of copy is held against: the same, narrower and broader ones.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/valence.h"
#include "schema/database.h"

namespace claimbase {

struct KnownClaim {
  std::int64_t key = 0;
  std::string_view substance;  // of the question, or of the reader
  std::string relation;
  std::string_view outcome;
  Valence valence = Valence::neutral;  // of the outcome
  int away = 0;  // steps in the vocabulary from what was asked: 0 the same claim, 1 narrower, 2 broader
};

/// Statements prepared once; for one thread. `db` must outlive it. Copy names few substances and outcomes in many
/// pairs: what is near to each is read once. A group has hundreds of substances below it, of which the first few mostly
/// say enough: claims are looked up only as far as `take` asks.
class NearClaimReader {
 public:
  /// False: enough.
  using Take = std::function<bool(const KnownClaim& claim)>;

  explicit NearClaimReader(const Database& db);

  /// The claims on a substance and an outcome, by the names of their relations.
  void same(std::string_view substance, std::string_view outcome, const Take& take);
  /// Also those about what is narrower, a form's base, or an outcome one step broader; by how near they are, then by
  /// their names. The names stay as long as the reader.
  void near(std::string_view substance, std::string_view outcome, const Take& take);

 private:
  struct NearConcept {
    std::int64_t key = 0;
    std::string id;
    Valence valence = Valence::neutral;
    int away = 0;
  };
  struct Neighbourhood {
    Statement read;
    std::map<std::string, std::vector<NearConcept>> by_id;  // each by id
  };
  [[nodiscard]] static const std::vector<NearConcept>& near_to(Neighbourhood& known, std::string_view id);
  [[nodiscard]] bool take_pair(const NearConcept& substance, const NearConcept& outcome, int away, const Take& take);

  Statement same_;
  Neighbourhood substances_;
  Neighbourhood outcomes_;
  Statement claims_;
};

}  // namespace claimbase

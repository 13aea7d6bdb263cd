// Ranks bibliographic works by what a query says: docs/ranking.md has the formula and where its numbers come from.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/reference_query.h"
#include "schema/database.h"
#include "schema/field_lengths.h"
#include "schema/phrase_postings.h"

namespace claimbase {

/// What may be set; the defaults are those of docs/ranking.md.
struct RankingSettings {
  bool priors = true;             // study level and retraction
  double saturation = 0.9;        // k1
  double length_influence = 0.7;  // b
  double title = 2.0;             // weight of a word in this field beside one in the abstract
  double subjects = 1.0;          // MeSH headings and keywords
  double authors = 1.0;
  double container = 0.5;
  double salience = 0.25;    // exponent of how much a word is what works are about
  double nearness = 1.0;     // weight of the best window
  double window = 20;        // words
  double level_step = 0.02;  // a level of evidence above 4, or below
  double retracted = 0.5;    // factor
};

/// Sets one by its name ("title", "level_step") to "2.5"; false: no such name, or no number from 0 to 1000.
[[nodiscard]] bool set_ranking(RankingSettings& settings, std::string_view name, std::string_view value);

struct ScorePart {
  std::string name;  // the phrases, or "near each other", "level 1", "retracted"
  TermOrigin origin = TermOrigin::typed;
  double score = 0;
};

struct RankedWork {
  std::int64_t key = 0;
  double score = 0;
};

/// For one thread; `db` must outlive it. Making it reads the lengths of all works.
class ReferenceRanking {
 public:
  explicit ReferenceRanking(const Database& db, const RankingSettings& settings = {});

  /// All works that hold a term (and every required one), best first; ties by key. At most `limit`.
  [[nodiscard]] std::vector<RankedWork> rank(const ReferenceQuery& query, std::size_t limit);
  /// How many works the last rank() found.
  [[nodiscard]] std::size_t found() const { return found_; }
  /// What each of the query's terms counted in the last rank(); 0: no work holds it.
  [[nodiscard]] std::vector<double> term_weights() const;
  /// The parts of the score that the last rank() gave to `key`, greatest first; they add up to it.
  [[nodiscard]] std::vector<ScorePart> explain(std::int64_t key) const;

 private:
  struct TermRow {
    std::uint32_t row = 0;
    float frequency = 0;
    std::uint32_t first = 0;  // of its places
    std::uint32_t count = 0;
  };
  struct Term {
    const QueryTerm* asked = nullptr;
    std::vector<TermRow> rows;          // by row
    std::vector<std::uint64_t> places;  // column << 32 | offset, of a row ascending
    double idf = 0;
    double salience = 0;
    double weight = 0;
  };
  void read_terms(const ReferenceQuery& query);
  [[nodiscard]] Term read_term(const QueryTerm& asked);
  void take_places(Term& term, const PhrasePostings& postings, double weight) const;
  void weigh();
  [[nodiscard]] double frequency_score(const Term& term, const TermRow& row) const;
  [[nodiscard]] double nearness_of(std::uint32_t row) const;
  [[nodiscard]] double prior_of(std::uint32_t row) const;
  [[nodiscard]] static const TermRow* find_row(const Term& term, std::uint32_t row);
  [[nodiscard]] bool has_required(std::uint32_t row) const;

  RankingSettings settings_;
  std::vector<double> field_weights_;
  FieldLengths lengths_;
  PostingsReader postings_;
  std::vector<double> priors_;  // a row; empty: none
  std::vector<Term> terms_;
  std::vector<double> scores_;  // a row; 0: not found
  std::size_t found_ = 0;
};

}  // namespace claimbase

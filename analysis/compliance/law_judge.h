// Judges copy against the law on nutrition and health claims: Regulation (EC) No 1924/2006 and its register, Regulation
// (EU) No 1169/2011 Art. 7(3). docs/audit.md describes the method. No legal advice.
#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/compliance/judgement.h"
#include "analysis/language/resource_table.h"
#include "analysis/register/register_entry.h"

namespace claimbase {

/// Holds the register and the law's wordings, compiled for each language as it is first met. One a thread.
class LawJudge {
 public:
  /// `vocabulary` must outlive it. `wordings`: what the build compiled of the built-in register by language
  /// (built_in_wordings.h); without, or for entries of another register, the wordings are analysed.
  LawJudge(std::vector<RegisterEntry> entries, const Vocabulary& vocabulary,
           std::span<const ResourceEntry> wordings = {});
  ~LawJudge();
  LawJudge(LawJudge&&) noexcept;
  LawJudge& operator=(LawJudge&&) noexcept;

  /// Compiles the wordings of a language, which the first article in it would do.
  void prepare(std::string_view language);

  /// One judgement for each sentence of `article`. `annotations`: of the extractor that made the article, one
  /// that annotates copy (ClaimExtractor::annotations()). Languages other than Dutch are judged as English.
  [[nodiscard]] std::vector<LawJudgement> judge(const ArticleAnalysis& article,
                                                std::span<const Annotation> annotations);

  [[nodiscard]] std::span<const RegisterEntry> entries() const;

  /// Whether an outcome of the vocabulary is no effect on health (no-effect in signals.tsv): how a food is taken up.
  [[nodiscard]] bool is_no_effect(std::string_view outcome) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace claimbase

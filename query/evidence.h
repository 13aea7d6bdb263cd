// The command `evidence`: what a claim rests on, over all articles.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "query/paint.h"
#include "query/place.h"
#include "query/question.h"
#include "query/record_writer.h"
#include "query/work.h"
#include "schema/database.h"

namespace claimbase {

struct EvidenceOptions {
  std::string typed;
  std::string article;      // GLOB over the path or its last part
  bool exact = false;       // without narrower concepts
  bool whole_works = true;  // false: of works no more than WorkReader::read_line reads
};

/// A sentence that makes the claim, and how it is linked to what it rests on.
struct EvidencePlace {
  std::int64_t sentence_key = 0;
  std::string article;
  std::string format;  // of the article: what `line` counts
  std::uint32_t line = 0;
  std::string sentence;
  Stance stance = Stance::supporting;    // of the first mention
  std::vector<MentionSummary> mentions;  // of the claim asked for, in this sentence
  std::string link;                      // "marker" ...; empty where it rests on nothing
  double weight = 0;
  std::string marker;
  std::vector<std::string> quantities;  // as printed, of those mentions: doses, effect sizes, populations
};

struct CitedWork {
  std::int64_t key = 0;
  Work work;
  std::vector<EvidencePlace> places;
};

/// A citation in words, or a marker, that leads to no reference.
struct Untraceable {
  std::int64_t citation_key = 0;
  std::string kind;
  AttributionSummary attribution;
  std::string words;  // as printed
  EvidencePlace place;
};

struct EvidenceCounts {
  std::int64_t mentions = 0, supporting = 0, hedged = 0, denied = 0, no_effect = 0, opposite = 0, articles = 0;
};

struct EvidenceResult {
  std::string typed;
  std::string understood;
  std::vector<std::string> other_relations;  // of the mentions that are included, apart from the one asked for
  EvidenceCounts counts;
  std::vector<CitedWork> cited;          // by level, best first, unknown last; then newest first
  std::vector<Untraceable> untraceable;  // those that name something first
  std::vector<EvidencePlace> bare;       // mentions with no evidence, one a sentence
};

/// Call it inside a read transaction. Throws UnknownName where the vocabulary knows no word of the question. Mentions
/// that deny it or say the opposite are listed too, each with its stance.
[[nodiscard]] EvidenceResult find_evidence(const Database& db, const EvidenceOptions& options);

void print_evidence(std::ostream& out, const Paint& paint, const EvidenceResult& result);
[[nodiscard]] Json to_json(const EvidenceResult& result);

}  // namespace claimbase

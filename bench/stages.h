// The stages whose instructions are counted (bench/count). Each is one function, so that a counter can be switched on
// and off at its name.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/extractor.h"
#include "schema/records.h"

namespace claimbase::bench {

struct Page {
  std::string name;
  std::string bytes;
};

/// Each does its stage for all articles; what it needs of the stages before is in them already.
void stage_read(std::span<const Page> pages, std::vector<ArticleAnalysis>& articles);
void stage_sentences(std::span<ArticleAnalysis> articles);
void stage_claims(std::span<ArticleAnalysis> articles, ClaimExtractor& extractor);
void stage_references(std::span<ArticleAnalysis> articles);
void stage_citations(std::span<ArticleAnalysis> articles);
/// A first build, the vocabulary being in the store; merged and checked at the end.
void stage_store(std::span<const ArticleRecord> articles, const std::filesystem::path& store,
                 std::span<const ConceptRecord> vocabulary);
/// Three searches, one of them as typed, one filtered, the store being opened for them.
void stage_search(const std::filesystem::path& store);

}  // namespace claimbase::bench

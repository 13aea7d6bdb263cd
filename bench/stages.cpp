#include "bench/stages.h"

#include "analysis/bibliography/reference_list.h"
#include "analysis/citation/citation.h"
#include "query/search.h"
#include "schema/store.h"

namespace claimbase::bench {

void stage_read(std::span<const Page> pages, std::vector<ArticleAnalysis>& articles) {
  for (const Page& page : pages) {
    ArticleAnalysis& article = articles.emplace_back();
    article.document = read_document(page.bytes, {.language = {}, .path = page.name});
  }
}

void stage_sentences(std::span<ArticleAnalysis> articles) {
  for (ArticleAnalysis& each : articles) each.sentences = sentences_of(each.document);
}

void stage_claims(std::span<ArticleAnalysis> articles, ClaimExtractor& extractor) {
  for (ArticleAnalysis& each : articles) each.mentions = extractor.extract(each.document, each.sentences);
}

void stage_references(std::span<ArticleAnalysis> articles) {
  for (ArticleAnalysis& each : articles) each.references = read_references(each.document).references;
}

void stage_citations(std::span<ArticleAnalysis> articles) {
  for (ArticleAnalysis& each : articles)
    each.citations = find_citations(each.document, each.sentences, each.references).citations;
}

void stage_store(std::span<const ArticleRecord> articles, const std::filesystem::path& store,
                 std::span<const ConceptRecord> vocabulary) {
  Store built = Store::open(store, StoreMode::bulk);
  built.put_vocabulary(vocabulary);
  for (const ArticleRecord& each : articles) built.replace_article(each);
  built.finish_bulk();
}

void stage_search(const std::filesystem::path& store) {
  Database db = open_reader(store);
  const Transaction reading(db, Transaction::Kind::read);
  SearchOptions expanded;
  expanded.typed = "bloeddruk verlagen";
  static_cast<void>(search(db, expanded));
  SearchOptions typed;
  typed.typed = "magnesium \"blood pressure\"";
  typed.expand = false;
  static_cast<void>(search(db, typed));
  SearchOptions filtered;
  filtered.typed = "sleep";
  filtered.filters.substance = "magnesium";
  static_cast<void>(search(db, filtered));
}

}  // namespace claimbase::bench

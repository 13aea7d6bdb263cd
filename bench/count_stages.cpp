// Runs the stages whose instructions bench/count counts: count_stages STORE FILE ...; STORE is made anew. Without files
// it says what it was built with.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>
#include <stdexcept>

#include "bench/stages.h"
#include "indexer/mapping.h"

namespace claimbase::bench {
namespace {

namespace fs = std::filesystem;

Page page_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  return {file.filename().string(), {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}};
}

// A store of some articles would be made of little but the vocabulary: what their claims do not use stays out.
std::vector<ConceptRecord> used_concepts(const Vocabulary& vocabulary, std::span<const ArticleRecord> articles) {
  std::set<std::string, std::less<>> used = {"magnesium", "blood-pressure"};
  for (const ArticleRecord& article : articles) {
    for (const MentionRecord& mention : article.mentions) used.insert({mention.substance, mention.outcome});
  }
  std::vector<ConceptRecord> concepts = to_records(vocabulary);
  std::erase_if(concepts, [&](const ConceptRecord& each) { return !used.contains(each.id); });
  for (ConceptRecord& each : concepts) each.broader.clear();
  return concepts;
}

void run(const fs::path& store, std::span<char* const> files) {
  std::vector<Page> pages;
  pages.reserve(files.size());
  for (const char* file : files) pages.push_back(page_of(file));
  const Vocabulary vocabulary = Vocabulary::built_in();
  ClaimExtractor extractor(vocabulary);
  for (const char* language : {"nl", "en"}) extractor.prepare(language);

  std::vector<ArticleAnalysis> articles;
  stage_read(pages, articles);
  stage_sentences(articles);
  stage_references(articles);
  stage_citations(articles);
  stage_claims(articles, extractor);

  std::vector<ArticleRecord> records;
  records.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    records.push_back(to_record(
        articles[i], {pages[i].name, std::to_string(i), static_cast<std::int64_t>(pages[i].bytes.size()), 1}, {}));
  }
  fs::remove(store);
  stage_store(records, store, used_concepts(vocabulary, records));
  stage_search(store);
}

}  // namespace
}  // namespace claimbase::bench

int main(int argc, char** argv) {
  if (argc < 3) {
#if defined(__x86_64__)
    std::cout << "x86-64, ";
#else
    std::cout << "not x86-64, ";
#endif
    std::cout << "compiler " << __VERSION__ << '\n';
    return 0;
  }
  try {
    claimbase::bench::run(argv[1], std::span(argv + 2, argv + argc));
  } catch (const std::exception& error) {
    std::cerr << "count_stages: " << error.what() << '\n';
    return 1;
  }
  return 0;
}

// Claim extraction: words, concepts, cues, clauses and frames, in bytes of plain text a second and core. Reading the
// articles and splitting sentences is done before the clock starts (bench_document, bench_language have those).
#include <benchmark/benchmark.h>

#include <utility>
#include <vector>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"
#include "analysis/claim/discourse.h"
#include "analysis/claim/extractor.h"
#include "analysis/claim/frames.h"
#include "bench/generated_articles.h"

namespace {

struct ReadArticle {
  claimbase::Document document;
  std::vector<claimbase::Sentence> sentences;
};

const claimbase::Vocabulary& vocabulary() {
  static const claimbase::Vocabulary built_in = claimbase::Vocabulary::built_in();
  return built_in;
}

std::vector<ReadArticle> read_articles(std::size_t bytes) {
  std::vector<ReadArticle> read;
  for (const std::string& text : claimbase::bench::ArticleGenerator(vocabulary()).articles(bytes)) {
    ReadArticle& article = read.emplace_back();
    article.document = claimbase::read_document(text);
    article.sentences = claimbase::sentences_of(article.document);
  }
  return read;
}

std::int64_t bytes_of(const std::vector<ReadArticle>& articles) {
  std::int64_t bytes = 0;
  for (const ReadArticle& article : articles) bytes += static_cast<std::int64_t>(article.document.text.size());
  return bytes;
}

// The argument: megabytes of article text.
void claims(benchmark::State& state) {
  const std::vector<ReadArticle> articles = read_articles(static_cast<std::size_t>(state.range(0)) * 1'000'000);
  claimbase::ClaimExtractor extractor(vocabulary());
  for (std::size_t i = 0; i < 2; ++i)  // compiles the vocabulary of both languages
    benchmark::DoNotOptimize(extractor.extract(articles[i].document, articles[i].sentences));
  std::size_t mentions = 0;
  std::size_t sentences = 0;
  for (auto _ : state) {
    for (const ReadArticle& article : articles) {
      mentions += extractor.extract(article.document, article.sentences).size();
      sentences += article.sentences.size();
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(articles));
  state.counters["mentions/sentence"] = static_cast<double>(mentions) / static_cast<double>(sentences);
}
BENCHMARK(claims)->Arg(2)->Arg(60)->Unit(benchmark::kMillisecond);

// Words, concepts, cues, what the article speaks of, and frames: no quantities, no mentions.
void frames(benchmark::State& state) {
  const std::vector<ReadArticle> articles = read_articles(static_cast<std::size_t>(state.range(0)) * 1'000'000);
  claimbase::Annotator dutch(vocabulary(), "nl");
  claimbase::Annotator english(vocabulary(), "en");
  std::vector<claimbase::Annotation> annotations;
  std::size_t made = 0;
  for (auto _ : state) {
    for (const ReadArticle& article : articles) {
      const std::string_view text = article.document.text;
      claimbase::Annotator& annotator = article.document.language == "nl" ? dutch : english;
      if (annotations.size() < article.sentences.size()) annotations.resize(article.sentences.size());
      for (std::size_t s = 0; s < article.sentences.size(); ++s)
        annotator.annotate(text, article.sentences[s].range, annotations[s]);
      claimbase::Discourse discourse(article.document, article.sentences, annotations);
      for (std::size_t s = 0; s < article.sentences.size(); ++s) {
        const std::uint32_t block = article.sentences[s].block;
        const claimbase::Context context = discourse.context_for(block);
        claimbase::SentenceFrames read = claimbase::read_frames(text, annotations[s], annotator.grammar(), context);
        made += read.frames.size();
        discourse.note(block, read);
      }
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(articles));
  state.counters["frames"] = static_cast<double>(made) / static_cast<double>(state.iterations());
}
BENCHMARK(frames)->Arg(2)->Arg(60)->Unit(benchmark::kMillisecond);

// Words, concepts and cues only.
void annotations(benchmark::State& state) {
  const std::vector<ReadArticle> articles = read_articles(static_cast<std::size_t>(state.range(0)) * 1'000'000);
  claimbase::Annotator dutch(vocabulary(), "nl");
  claimbase::Annotator english(vocabulary(), "en");
  claimbase::Annotation annotation;
  for (auto _ : state) {
    for (const ReadArticle& article : articles) {
      claimbase::Annotator& annotator = article.document.language == "nl" ? dutch : english;
      for (const claimbase::Sentence& sentence : article.sentences)
        annotator.annotate(article.document.text, sentence.range, annotation);
    }
  }
  state.SetBytesProcessed(state.iterations() * bytes_of(articles));
}
BENCHMARK(annotations)->Arg(2)->Arg(60)->Unit(benchmark::kMillisecond);

}  // namespace

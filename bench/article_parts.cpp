#include "bench/article_parts.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"
#include "analysis/language/resources.h"
#include "bench/phrases.h"

namespace claimbase::bench {
namespace {

namespace fs = std::filesystem;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80U || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_whole_word(std::string_view text, ByteRange range) {
  const bool open_before = range.begin == 0 || !is_word_byte(text[range.begin - 1]);
  return open_before && (range.end == text.size() || !is_word_byte(text[range.end]));
}

// A concept that is a whole word leaves a slot; one that is part of a compound stays as it is.
SentenceTemplate cut(std::string_view text, const Annotation& annotation) {
  SentenceTemplate made;
  std::uint32_t begin = 0;
  for (const Item& item : annotation.items) {
    if (item.kind == ItemKind::cue) continue;
    const ByteRange range = annotation.range_of(item);
    if (range.begin < begin || !is_whole_word(text, range)) continue;
    made.texts.emplace_back(text.substr(begin, range.begin - begin));
    made.slots.push_back(item.named->scheme);
    begin = range.end;
  }
  made.texts.emplace_back(text.substr(begin));
  return made;
}

// Without the markers behind the full stop: what they point at is not in the article that is made.
std::string one_line(std::string_view text) {
  const std::size_t stop = text.rfind('.');
  const bool marked = stop != std::string_view::npos && std::ranges::none_of(text.substr(stop), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                      });
  std::string made(text.substr(0, marked ? stop + 1 : text.size()));
  std::ranges::replace(made, '\n', ' ');
  return made;
}

}  // namespace

std::vector<std::string> preferred_labels(const Vocabulary& vocabulary, ConceptScheme scheme,
                                          std::string_view language) {
  std::vector<const Concept*> concepts;
  for (const Concept& each : vocabulary.concepts()) {
    if (each.scheme == scheme && each.kind != ConceptKind::group) concepts.push_back(&each);
  }
  std::ranges::stable_sort(concepts, std::ranges::greater(), [](const Concept* each) { return each->labels.size(); });
  std::vector<std::string> labels;
  for (const Concept* each : concepts) {
    for (const Label& label : each->labels) {
      if (label.kind == Label::Kind::preferred && !label.inverse && label.language == language)
        labels.push_back(label.text);
    }
  }
  if (labels.empty()) throw std::runtime_error("no labels in language " + std::string(language));
  return labels;
}

ArticleParts article_parts(const Vocabulary& vocabulary, const std::string& language) {
  ArticleParts parts;
  parts.language = language;
  Annotator annotator(vocabulary, language);
  Annotation annotation;
  const auto add = [&](const std::string& sentence) {
    annotator.annotate(sentence, {0, static_cast<std::uint32_t>(sentence.size())}, annotation);
    const bool claims =
        std::ranges::any_of(annotation.items, [](const Item& item) { return item.kind == ItemKind::outcome; });
    (claims ? parts.claims : parts.others).push_back(cut(sentence, annotation));
  };

  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(CLAIMBASE_SOURCE_DIR) / "corpus" / "articles"))
    if (entry.path().filename().string().starts_with(language + "_")) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    const Document document = read_document(project_file(file.string()));
    for (const Sentence& sentence : sentences_of(document)) {
      const Block& block = document.blocks[sentence.block];
      if (block.kind == BlockKind::paragraph && block.role == BlockRole::content)
        add(one_line(sentence.range.of(document.text)));
    }
  }
  const std::string sentences = project_file("tests/claim/sentences.tsv");
  for (const auto& row : tsv_rows(sentences))
    if (row.size() > 4 && row[1] == language) add(std::string(row[4]));

  parts.tails = phrases("tail", language);
  parts.questions = phrases("question", language);
  parts.headings = phrases("heading", language);
  for (const ConceptScheme scheme : {ConceptScheme::substance, ConceptScheme::outcome})
    parts.labels[static_cast<std::size_t>(scheme)] = preferred_labels(vocabulary, scheme, language);
  if (parts.claims.empty() || parts.others.empty())
    throw std::runtime_error("too little to make articles of in language " + language);
  return parts;
}

}  // namespace claimbase::bench

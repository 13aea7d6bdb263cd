#include "bench/article_parts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "analysis/article.h"
#include "analysis/claim/annotation.h"
#include "analysis/language/resources.h"

namespace claimbase::bench {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

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

std::string one_line(std::string_view text) {
  std::string made(text);
  std::ranges::replace(made, '\n', ' ');
  return made;
}

}  // namespace

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
    const Document document = read_document(bytes_of(file));
    for (const Block& block : document.blocks)
      if (block.kind == BlockKind::reference) parts.references.push_back(one_line(block.range.of(document.text)));
    for (const Sentence& sentence : sentences_of(document)) {
      const Block& block = document.blocks[sentence.block];
      if (block.kind == BlockKind::paragraph && block.role == BlockRole::content)
        add(one_line(sentence.range.of(document.text)));
    }
  }
  const std::string sentences = bytes_of(fs::path(CLAIMBASE_SOURCE_DIR) / "tests" / "claim" / "sentences.tsv");
  for (const auto& row : tsv_rows(sentences))
    if (row.size() > 4 && row[1] == language) add(std::string(row[4]));

  for (const Concept& each : vocabulary.concepts()) {
    for (const Label& label : each.labels) {
      const bool fits = label.kind == Label::Kind::preferred && !label.inverse && label.language == language;
      if (fits) parts.labels[static_cast<std::size_t>(each.scheme)].push_back(label.text);
    }
  }
  if (parts.claims.empty() || parts.others.empty() || parts.references.empty() || parts.labels[0].empty() ||
      parts.labels[1].empty())
    throw std::runtime_error("too little to make articles of in language " + language);
  return parts;
}

}  // namespace claimbase::bench

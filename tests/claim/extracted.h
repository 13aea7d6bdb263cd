// Small articles, read and with their claims extracted.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/extractor.h"
#include "analysis/document/reader.h"
#include "analysis/language/sentences.h"

namespace claimbase {

struct Extracted {
  Document document;
  std::vector<Sentence> sentences;
  std::vector<Mention> mentions;
};

/// Compiled once a program.
inline ClaimExtractor& built_in_extractor() {
  static const Vocabulary vocabulary = Vocabulary::built_in();
  static ClaimExtractor extractor(vocabulary);
  return extractor;
}

inline Extracted extracted(std::string_view language, std::string_view article) {
  Extracted made;
  made.document = read_document(article, {std::string(language)});
  for (std::uint32_t i = 0; i < made.document.blocks.size(); ++i) {
    const Block& block = made.document.blocks[i];
    for (const ByteRange range : split_sentences(made.document.text, block.range, language)) {
      made.sentences.push_back({i, range});
    }
  }
  made.mentions = built_in_extractor().extract(made.document, made.sentences);
  return made;
}

/// "zinc lowers common-cold deficiency hedged negated": what is not by default (intake, asserted, affirmed) is said.
inline std::string shown(const Mention& mention) {
  std::string line = mention.substance + ' ' + std::string(to_string(mention.relation)) + ' ' + mention.outcome;
  if (mention.exposure != Exposure::intake) line += ' ' + std::string(to_string(mention.exposure));
  if (mention.certainty == Certainty::hedged) line += " hedged";
  if (mention.polarity == Polarity::negated) line += " negated";
  return line;
}

inline std::vector<std::string> shown(const std::vector<Mention>& mentions) {
  std::vector<std::string> lines;
  lines.reserve(mentions.size());
  for (const Mention& mention : mentions) lines.push_back(shown(mention));
  return lines;
}

/// The claims, in the order of their words, joined by "; ". Those of the sentence that begins with `beginning`, or of
/// all where it is empty.
inline std::string claims_of(std::string_view language, std::string_view article, std::string_view beginning = {}) {
  const Extracted made = extracted(language, article);
  std::vector<std::string> lines;
  for (const Mention& mention : made.mentions) {
    if (made.sentences[mention.sentence].range.of(made.document.text).starts_with(beginning))
      lines.push_back(shown(mention));
  }
  std::string all;
  for (const std::string& line : lines) all += (all.empty() ? "" : "; ") + line;
  return all;
}

}  // namespace claimbase

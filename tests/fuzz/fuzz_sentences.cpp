// split_sentences, Analyzer::words and find_quantities: what they find lies in the text, in order. The first byte
// chooses the language.
#include "analysis/language/analyzer.h"
#include "analysis/language/quantity.h"
#include "analysis/language/sentences.h"
#include "tests/fuzz/fuzz.h"

using claimbase::ByteRange;
using claimbase::fuzz::lies_in;
using claimbase::fuzz::require;

namespace {

// Bytes as they come, also where they are no UTF-8: the contract of each of the three functions allows it.
void check_language(std::string_view text, std::string_view language) {
  const ByteRange all{0, static_cast<std::uint32_t>(text.size())};
  std::uint32_t end = 0;
  for (const ByteRange sentence : claimbase::split_sentences(text, all, language)) {
    require(lies_in(sentence, text) && !sentence.empty(), "a sentence lies in the text and is not empty");
    require(end <= sentence.begin, "sentences are in order and do not overlap");
    end = sentence.end;
  }
  end = 0;
  for (const auto& quantity : claimbase::find_quantities(text, all, language)) {
    require(lies_in(quantity.range, text) && !quantity.range.empty(), "a quantity lies in the text and is not empty");
    require(end <= quantity.range.begin, "quantities are in order and do not overlap");
    require(quantity.low <= quantity.high, "a quantity's low value is no more than its high one");
    end = quantity.range.end;
  }
  claimbase::Analyzer analyzer(language);
  std::vector<claimbase::Word> words;
  analyzer.words(text, words);
  end = 0;
  for (const auto& word : words) {
    require(lies_in(word.range, text) && !word.range.empty(), "a word lies in the text and is not empty");
    require(end <= word.range.begin, "words are in order and do not overlap");
    require(word.form != nullptr && word.form->parts.size() != 1, "a compound has two parts or more");
    for (const auto& part : word.form->parts) {
      require(part.begin < part.end && part.end <= word.form->folded.size(), "a part lies in the folded word");
    }
    end = word.range.end;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text = claimbase::fuzz::as_text(data, size).substr(1);
  check_language(text, data[0] % 2 == 0 ? "nl" : "en");  // 'N' (78) is Dutch, 'E' (69) English
  return 0;
}

#include "analysis/language/analyzer.h"

#include <utility>

#include "analysis/language/compounds.h"
#include "analysis/language/fold_table.h"
#include "analysis/language/form_cache.h"
#include "analysis/language/stemmer.h"
#include "analysis/language/word_breaker.h"

namespace claimbase {
namespace {

CompoundLexicon make_lexicon(std::string_view language) {
  const auto stemmer = make_stemmer(language);
  return {language, *stemmer};
}

/// The lexicons are immutable and shared by all analyzers of a language; each is made when its language is first met.
const CompoundLexicon& shared_lexicon(std::string_view language) {
  if (language == "nl") {
    static const CompoundLexicon dutch = make_lexicon("nl");
    return dutch;
  }
  if (language == "en") {
    static const CompoundLexicon english = make_lexicon("en");
    return english;
  }
  static const CompoundLexicon none = make_lexicon("und");
  return none;
}

std::string_view cut(std::string_view word) {
  if (word.size() <= kMaxWordBytes) return word;
  std::size_t end = kMaxWordBytes;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80U) --end;
  return word.substr(0, end);
}

}  // namespace

struct Analyzer::State {
  explicit State(std::string_view name) : language(name), stemmer(make_stemmer(name)), lexicon(&shared_lexicon(name)) {}

  FormCache::Entry form(std::string_view raw) {
    const FormCache::Entry known = cache.find(raw);
    return known.form ? known : new_form(raw);
  }

  FormCache::Entry new_form(std::string_view raw) {
    std::string folded;
    fold_characters(raw, folded);
    const bool as_printed = folded == raw;
    FormCache::Entry made = as_printed ? FormCache::Entry{} : cache.find(folded);
    if (!made.form) {
      std::string stem = stemmer->stem(folded);
      std::vector<CompoundPart> parts = lexicon->split(folded, stem, *stemmer);
      made = cache.add({0, std::move(folded), std::move(stem), std::move(parts)});
    }
    if (!as_printed) cache.add_alias(raw, made);
    return made;
  }

  std::string language;
  std::unique_ptr<Stemmer> stemmer;
  const CompoundLexicon* lexicon;
  WordBreaker breaker;
  FormCache cache;
  std::vector<ByteRange> ranges;
};

Analyzer::Analyzer(std::string_view language) : state_(std::make_unique<State>(language)) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::words(std::string_view text, std::vector<Word>& out, std::uint32_t offset) {
  State& state = *state_;
  state.ranges.clear();
  state.breaker.find(text, state.ranges);
  out.reserve(out.size() + state.ranges.size());
  for (const ByteRange range : state.ranges) {
    const FormCache::Entry found = state.form({text.data() + range.begin, range.size()});
    out.push_back({{range.begin + offset, range.end + offset}, found.number, found.form});
  }
}

const WordForm* Analyzer::form(std::string_view word) {
  return state_->form(cut(word)).form;
}

bool Analyzer::trim(std::size_t limit) {
  if (state_->cache.size() <= limit) return false;
  state_->cache.clear();
  return true;
}

std::string_view Analyzer::language() const {
  return state_->language;
}

}  // namespace claimbase

#include "analysis/claim/compiled_phrases.h"

#include <algorithm>
#include <span>
#include <utility>

#include "analysis/claim/stem_trie.h"

namespace claimbase {
namespace {

class Compiler {
 public:
  Compiler(std::string_view language, Analyzer& analyzer) : language_(language), analyzer_(analyzer) {}

  void add_cues(const std::vector<Cue>& cues) {
    made_.cues.reserve(cues.size());
    made_.tails.reserve(cues.size());
    for (const Cue& cue : cues) {
      made_.tails.push_back(cue.after_gap.empty() ? StemPath{} : path_of(cue.after_gap));
      const StemPath& path = made_.cues.emplace_back(path_of(cue.phrase));
      if (cue.type == CueClass::verb && path.size() == 1) verb_stems_.push_back(path.front());
    }
    std::ranges::sort(verb_stems_);
  }

  void add_labels(const Concept& each, std::uint32_t owner) {
    const std::size_t first = made_.labels.size();
    for (std::uint32_t i = 0; i < each.labels.size(); ++i) {
      const Label& label = each.labels[i];
      if (!label.language.empty() && label.language != language_) continue;
      StemPath path = path_of(label.text);
      if (label.kind == Label::Kind::place && mark_place(path, first)) continue;
      LabelPhrase phrase;
      phrase.owner = owner;
      phrase.label = i;
      phrase.place = label.kind == Label::Kind::place;
      const bool one_word = label.text.find(' ') == std::string::npos;
      phrase.one_word = one_word && path.size() > 1;
      // "low blood pressure" must not swallow "lowers blood pressure", nor "onderdruk" the verb "onderdrukt".
      const bool begins_with_verb = !path.empty() && std::ranges::binary_search(verb_stems_, path.front());
      if (begins_with_verb && (label.kind != Label::Kind::event || one_word))
        phrase.printed = ascii_lower(label.text.substr(0, label.text.find_first_of(" -")));
      phrase.path = std::move(path);
      made_.labels.push_back(std::move(phrase));
    }
  }

  [[nodiscard]] CompiledPhrases take() { return std::move(made_); }

 private:
  // Another label of the same concept that is a part of the body as well.
  bool mark_place(const StemPath& path, std::size_t first) {
    bool marked = false;
    for (LabelPhrase& known : std::span(made_.labels).subspan(first)) {
      if (path.empty() || known.path != path) continue;
      known.place = marked = true;
    }
    return marked;
  }

  StemPath path_of(std::string_view phrase) {
    words_.clear();
    analyzer_.words(phrase, words_);
    StemPath path;
    path.reserve(words_.size());
    for (const Word& word : words_) {
      if (word.form->parts.empty()) path.push_back(number_of(word.form->stem));
      for (const CompoundPart& part : word.form->parts) path.push_back(number_of(part.stem));
    }
    return path;
  }

  std::uint32_t number_of(const std::string& stem) {
    const std::uint32_t number = numbers_.add(stem);
    if (number > made_.stems.size()) made_.stems.push_back(stem);
    return number;
  }

  std::string_view language_;
  Analyzer& analyzer_;
  std::vector<Word> words_;
  StemIds numbers_;
  std::vector<std::uint32_t> verb_stems_;  // of the one-word relation verbs
  CompiledPhrases made_;
};

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string made(text);
  std::ranges::transform(made, made.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return made;
}

CompiledPhrases compile_phrases(const Vocabulary& vocabulary, std::string_view language, const std::vector<Cue>& cues,
                                Analyzer& analyzer) {
  Compiler compiler(language, analyzer);
  compiler.add_cues(cues);
  std::uint32_t owner = 0;
  for (const Concept& each : vocabulary.concepts()) compiler.add_labels(each, owner++);
  return compiler.take();
}

}  // namespace claimbase

#include "bench/generated_articles.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <string_view>

#include "bench/article_parts.h"

namespace claimbase::bench {
namespace {

constexpr std::size_t kMadeUpWords = 200'000;
constexpr double kMadeUpShare = 1.0 / 40;
constexpr double kClaimShare = 0.45;   // of sentences; about as many name an outcome in real articles
constexpr double kMarkerShare = 0.25;  // of sentences that claim
constexpr std::size_t kArticleBytes = 12'000;
constexpr std::size_t kReferences = 16;

// One article's draws. The engine's numbers are fixed by the C++ standard; its distributions' are not, so they are made
// here.
class Draw {
 public:
  explicit Draw(std::uint64_t seed) : engine_(seed) {}

  double uniform() { return static_cast<double>(engine_() >> 11U) * 0x1p-53; }
  bool chance(double share) { return uniform() < share; }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }
  /// A rank from 0 to count-1 by Zipf's law with exponent 1: by inversion of the integral of 1/x.
  std::size_t zipf(std::size_t count) {
    const double rank = std::pow(static_cast<double>(count), uniform()) - 1.0;
    return std::min(static_cast<std::size_t>(rank), count - 1);
  }

 private:
  std::mt19937_64 engine_;
};

std::string made_up_word(std::size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string word;
  for (std::size_t rest = number + 1; rest > 0; rest /= kConsonants.size() * kVowels.size()) {
    word += kConsonants[rest % kConsonants.size()];
    word += kVowels[rest / kConsonants.size() % kVowels.size()];
  }
  return word + "n";
}

class Writer {
 public:
  Writer(const ArticleParts& parts, std::uint64_t number) : parts_(parts), draw_(number) {
    // An article has few topics, and comes back to them.
    for (std::string& topic : topics_) topic = parts.labels[0][draw_.zipf(parts.labels[0].size())];
  }

  std::string write() {
    heading();
    text_ += "March 1, 2025\n\n";
    while (text_.size() < kArticleBytes) {
      heading();
      const std::size_t paragraphs = 1 + draw_.below(4);
      for (std::size_t i = 0; i < paragraphs; ++i) paragraph();
      if (draw_.chance(0.3)) list();
    }
    references();
    return std::move(text_);
  }

 private:
  std::string label(ConceptScheme scheme) {
    const std::vector<std::string>& labels = parts_.labels[static_cast<std::size_t>(scheme)];
    if (scheme == ConceptScheme::substance && draw_.chance(0.7)) return topics_[draw_.below(topics_.size())];
    return labels[draw_.zipf(labels.size())];
  }

  void copy_words(std::string_view words) {
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t space = std::min(words.find(' ', begin), words.size() - 1);
      text_.append(words.substr(begin, space + 1 - begin));
      if (words[space] == ' ' && draw_.chance(kMadeUpShare)) text_ += made_up_word(draw_.zipf(kMadeUpWords)) + ' ';
      begin = space + 1;
    }
  }

  void sentence(const SentenceTemplate& from) {
    const std::size_t begin = text_.size();
    for (std::size_t i = 0; i < from.texts.size(); ++i) {
      copy_words(from.texts[i]);
      if (i < from.slots.size()) text_ += label(from.slots[i]);
    }
    if (text_[begin] >= 'a' && text_[begin] <= 'z') text_[begin] = static_cast<char>(text_[begin] - 'a' + 'A');
  }

  void paragraph() {
    const std::size_t sentences = 2 + draw_.below(5);
    for (std::size_t i = 0; i < sentences; ++i) {
      const bool claims = draw_.chance(kClaimShare);
      const auto& pool = claims ? parts_.claims : parts_.others;
      sentence(pool[draw_.below(pool.size())]);
      if (claims && text_.back() == '.' && draw_.chance(kMarkerShare))
        text_ += std::to_string(1 + draw_.below(kReferences));
      text_ += ' ';
    }
    text_ += "\n\n";
  }

  void heading() {
    text_ += label(ConceptScheme::substance);
    text_ += ": ";
    text_ += label(ConceptScheme::outcome);
    text_ += "\n\n";
  }

  void list() {
    text_ += topics_[0] + ":\n\n";
    const std::size_t items = 3 + draw_.below(4);
    for (std::size_t i = 0; i < items; ++i) text_ += "  • " + label(ConceptScheme::outcome) + '\n';
    text_ += '\n';
  }

  void references() {
    text_ += parts_.language == "nl" ? "Referenties\n" : "References\n";
    for (std::size_t i = 1; i <= kReferences; ++i)
      text_ += "  " + std::to_string(i) + ". " + parts_.references[draw_.below(parts_.references.size())] + '\n';
  }

  const ArticleParts& parts_;
  Draw draw_;
  std::array<std::string, 3> topics_;
  std::string text_;
};

}  // namespace

ArticleGenerator::ArticleGenerator(const Vocabulary& vocabulary)
    : parts_{article_parts(vocabulary, "nl"), article_parts(vocabulary, "en")} {}

std::string ArticleGenerator::article(std::uint64_t number) const {
  return Writer(parts_[number % 2], number).write();
}

std::vector<std::string> ArticleGenerator::articles(std::size_t bytes) const {
  std::vector<std::string> made;
  for (std::size_t total = 0; total < bytes; total += made.back().size()) made.push_back(article(made.size()));
  return made;
}

}  // namespace claimbase::bench

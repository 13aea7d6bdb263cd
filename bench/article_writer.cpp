#include "bench/article_writer.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "bench/draw.h"
#include "bench/phrases.h"
#include "bench/reference_entry.h"

namespace claimbase::bench {
namespace {

constexpr std::size_t kMadeUpWords = 400'000;
constexpr double kMadeUpShare = 1.0 / 30;  // between the words of a sentence; tails have more
constexpr double kTailShare = 0.7;         // of sentences
constexpr double kClaimShare = 0.6;        // of sentences; about as many name an outcome in real articles
constexpr double kCitedShare = 0.25;       // of sentences that claim
constexpr double kWithReferences = 0.6;    // of articles
constexpr std::size_t kMostReferences = 40;
constexpr std::size_t kWorks = 300'000;
constexpr double kLeastBytes = 1'000;
constexpr double kMiddleBytes = 4'250;  // of the body; log-normal, as the lengths of texts are
constexpr double kMostBytes = 18'000;
constexpr double kSpread = 0.6;

enum class MarkerStyle : std::uint8_t { glued, brackets, raised, author_year };
constexpr std::size_t kMarkerStyles = 4;

std::string raised(std::size_t number) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string made;
  for (const char digit : std::to_string(number)) made += kDigits[static_cast<std::size_t>(digit - '0')];
  return made;
}

class Writer {
 public:
  Writer(const ArticleSource& source, std::uint64_t number) : source_(source), parts_(source.parts), draw_(number) {
    // An article has few topics, and comes back to them.
    for (std::string& topic : topics_) topic = parts_.labels[0][draw_.zipf(parts_.labels[0].size())];
    if (!draw_.chance(kWithReferences)) return;
    works_.resize(
        std::min<std::size_t>(kMostReferences, 1 + static_cast<std::size_t>(-9.0 * std::log1p(-draw_.uniform()))));
    for (MadeUpWork& each : works_) each = source_.works.work(draw_.zipf(kWorks));
    markers_ = static_cast<MarkerStyle>(draw_.below(kMarkerStyles));
  }

  std::string write() {
    const double bytes = std::clamp(kMiddleBytes * std::exp(kSpread * draw_.normal()), kLeastBytes, kMostBytes);
    line(draw_.of(parts_.headings));
    text_ += "March 1, 2025\n\n";
    paragraph();
    while (static_cast<double>(text_.size()) < bytes) section();
    references();
    return std::move(text_);
  }

 private:
  std::string made_up_word() { return source_.words.word(draw_.zipf(kMadeUpWords)); }

  std::string label(ConceptScheme scheme) {
    const std::vector<std::string>& labels = parts_.labels[static_cast<std::size_t>(scheme)];
    if (scheme == ConceptScheme::substance && draw_.chance(0.7)) return draw_.of(topics_);
    return labels[draw_.zipf(labels.size())];
  }

  std::string filling(char slot) {
    switch (slot) {
      case 's':
        return label(ConceptScheme::substance);
      case 'o':
        return label(ConceptScheme::outcome);
      case 'n':
        return std::to_string(2 + draw_.zipf(400));
      case 'y':
        return std::to_string(2000 + draw_.below(25));
      default:
        return made_up_word();
    }
  }

  void fill(std::string_view pattern) {
    append_filled(text_, pattern, [this](char slot) { return filling(slot); });
  }

  void raise_first(std::size_t begin) {
    if (text_[begin] >= 'a' && text_[begin] <= 'z') text_[begin] = static_cast<char>(text_[begin] - 'a' + 'A');
  }

  // Of a paragraph of its own.
  void line(std::string_view pattern) {
    const std::size_t begin = text_.size();
    fill(pattern);
    raise_first(begin);
    text_ += "\n\n";
  }

  void copy_words(std::string_view words) {
    for (std::size_t begin = 0; begin < words.size();) {
      const std::size_t space = std::min(words.find(' ', begin), words.size() - 1);
      text_.append(words.substr(begin, space + 1 - begin));
      if (words[space] == ' ' && draw_.chance(kMadeUpShare)) text_ += made_up_word() + ' ';
      begin = space + 1;
    }
  }

  void sentence(const SentenceTemplate& from) {
    const std::size_t begin = text_.size();
    for (std::size_t i = 0; i < from.texts.size(); ++i) {
      copy_words(from.texts[i]);
      if (i < from.slots.size()) text_ += label(from.slots[i]);
    }
    raise_first(begin);
    if (text_.back() != '.' || !draw_.chance(kTailShare)) return;
    text_.pop_back();
    fill(draw_.of(parts_.tails));
    text_ += '.';
  }

  // Behind the full stop, or before it where words are in brackets.
  void citation() {
    const std::size_t number = draw_.below(works_.size());
    switch (markers_) {
      case MarkerStyle::glued:
        text_ += std::to_string(number + 1);
        return;
      case MarkerStyle::raised:
        text_ += raised(number + 1);
        return;
      case MarkerStyle::brackets:
        text_.insert(text_.size() - 1, " [" + std::to_string(number + 1) + "]");
        return;
      case MarkerStyle::author_year:
        break;
    }
    const MadeUpWork& work = works_[number];
    text_.insert(text_.size() - 1, " (" + work.authors[0].family + (work.authors.size() > 1 ? " et al., " : ", ") +
                                       std::to_string(work.year) + ")");
  }

  void paragraph() {
    for (std::size_t i = 2 + draw_.below(5); i > 0; --i) {
      const bool claims = draw_.chance(kClaimShare);
      sentence(draw_.of(claims ? parts_.claims : parts_.others));
      if (claims && !works_.empty() && text_.back() == '.' && draw_.chance(kCitedShare)) citation();
      text_ += ' ';
    }
    text_.back() = '\n';
    text_ += '\n';
  }

  void list() {
    text_ += topics_[0] + ":\n\n";
    for (std::size_t i = 3 + draw_.below(5); i > 0; --i) text_ += "  • " + label(ConceptScheme::outcome) + '\n';
    text_ += '\n';
  }

  void section() {
    const bool asks = draw_.chance(0.25);
    line(draw_.of(asks ? parts_.questions : parts_.headings));
    for (std::size_t i = asks ? 1 : 1 + draw_.below(3); i > 0; --i) paragraph();
    if (!asks && draw_.chance(0.4)) list();
  }

  void references() {
    if (works_.empty()) return;
    text_ += parts_.language == "nl" ? "Referenties\n" : "References\n";
    const auto style = static_cast<EntryStyle>(draw_.below(kEntryStyles));
    for (std::size_t i = 0; i < works_.size(); ++i) {
      text_ += "  " + std::to_string(i + 1) + ". ";
      append_entry(text_, works_[i], style, draw_);
      text_ += '\n';
    }
  }

  const ArticleSource& source_;
  const ArticleParts& parts_;
  Draw draw_;
  std::array<std::string, 3> topics_;
  std::vector<MadeUpWork> works_;  // of the list; none: the article has no list
  MarkerStyle markers_ = MarkerStyle::glued;
  std::string text_;
};

}  // namespace

std::string write_article(const ArticleSource& source, std::uint64_t number) {
  return Writer(source, number).write();
}

}  // namespace claimbase::bench

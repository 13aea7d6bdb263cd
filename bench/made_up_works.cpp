#include "bench/made_up_works.h"

#include <algorithm>
#include <utility>

#include "analysis/language/resources.h"
#include "bench/article_parts.h"
#include "bench/phrases.h"

namespace claimbase::bench {
namespace {

constexpr std::uint64_t kWorkSeed = 0x776F726BU;  // away from the numbers of words and articles
constexpr std::size_t kWordsOfTitles = 100'000;
constexpr double kMadeUpFamilies = 0.3;
constexpr double kSubtitleShare = 0.6;  // few works have a title that another has too
constexpr std::size_t kFirstYear = 1990;
constexpr std::size_t kYears = 36;

void raise_first(std::string& text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
}

std::string five_digits(std::size_t number) {
  std::string digits = std::to_string(number);
  return std::string(digits.size() < 5 ? 5 - digits.size() : 0, '0') + digits;
}

}  // namespace

MadeUpWorks::MadeUpWorks(const Vocabulary& vocabulary)
    : titles_(phrases("title", "en")),
      subtitles_(phrases("subtitle", "en")),
      populations_(phrases("population", "en")),
      families_(phrases("family", "-")) {
  for (std::string& each : phrases("title", "nl")) titles_.push_back(std::move(each));
  for (const auto& row : tsv_rows(resource("bibliography/given_names.tsv"))) given_names_.emplace_back(row[0]);
  for (const auto& row : tsv_rows(resource("bibliography/journals.tsv"))) {
    const std::string_view others = row.size() > 1 ? row[1] : std::string_view();
    const std::string_view first = others.substr(0, others.find('|'));
    journals_.push_back({std::string(row[0]), std::string(first.empty() ? row[0] : first)});
  }
  for (const ConceptScheme scheme : {ConceptScheme::substance, ConceptScheme::outcome})
    labels_[static_cast<std::size_t>(scheme)] = preferred_labels(vocabulary, scheme, "en");
}

std::string MadeUpWorks::title(Draw& draw) const {
  std::string made;
  const auto fill = [&](char slot) -> std::string {
    switch (slot) {
      case 's':
        return labels_[0][draw.zipf(labels_[0].size())];
      case 'o':
        return labels_[1][draw.zipf(labels_[1].size())];
      case 'n':
        return std::to_string(4 + draw.below(48));
      default:
        return words_.word(draw.zipf(kWordsOfTitles));
    }
  };
  append_filled(made, draw.of(titles_), [&](char slot) {
    std::string filled;
    if (slot == 'p') {
      append_filled(filled, draw.of(populations_), fill);
    } else {
      filled = fill(slot);
    }
    return filled;
  });
  if (draw.chance(kSubtitleShare)) append_filled(made, draw.of(subtitles_), fill);
  raise_first(made);
  return made;
}

std::vector<MadeUpWork::Author> MadeUpWorks::authors(Draw& draw) const {
  std::vector<MadeUpWork::Author> made(1 + draw.zipf(12));
  for (MadeUpWork::Author& each : made) {
    each.family =
        draw.chance(kMadeUpFamilies) ? words_.word(draw.below(kWordsOfTitles)) : families_[draw.zipf(families_.size())];
    raise_first(each.family);
    for (std::size_t i = 1 + draw.below(2); i > 0; --i) each.initials += draw.of(given_names_)[0];
  }
  return made;
}

MadeUpWork MadeUpWorks::work(std::size_t number) const {
  Draw draw(kWorkSeed * (number + 1));
  MadeUpWork made;
  made.authors = authors(draw);
  made.title = title(draw);
  const std::size_t journal = draw.zipf(journals_.size());
  made.journal = journals_[journal].name;
  made.abbreviation = journals_[journal].abbreviation;
  made.year = kFirstYear + std::max(draw.below(kYears), draw.below(kYears));  // most are recent
  made.volume = made.year - kFirstYear + 1 + journal % 90;
  made.issue = draw.chance(0.8) ? 1 + draw.below(12) : 0;
  made.first_page = 1 + draw.below(2400);
  made.last_page = made.first_page + draw.below(16);
  made.doi = "10." + std::to_string(5000 + journal) + "/j." + std::to_string(made.year) + "." + five_digits(number);
  return made;
}

}  // namespace claimbase::bench

#include "query/reference_ranking.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>

namespace claimbase {
namespace {

constexpr std::size_t kNearnessDepth = 200;  // works whose words' nearness is looked at
constexpr std::uint32_t kTitle = 0;          // columns of reference_fts
constexpr std::string_view kTable = "reference_fts";

}  // namespace

bool set_ranking(RankingSettings& settings, std::string_view name, std::string_view value) {
  struct Setting {
    std::string_view name;
    double RankingSettings::*value;
  };
  static constexpr std::array kSettings{Setting{"saturation", &RankingSettings::saturation},
                                        Setting{"length_influence", &RankingSettings::length_influence},
                                        Setting{"title", &RankingSettings::title},
                                        Setting{"subjects", &RankingSettings::subjects},
                                        Setting{"authors", &RankingSettings::authors},
                                        Setting{"container", &RankingSettings::container},
                                        Setting{"salience", &RankingSettings::salience},
                                        Setting{"nearness", &RankingSettings::nearness},
                                        Setting{"window", &RankingSettings::window},
                                        Setting{"level_step", &RankingSettings::level_step},
                                        Setting{"retracted", &RankingSettings::retracted}};
  const auto* const found = std::ranges::find(kSettings, name, &Setting::name);
  double number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  const bool whole = error == std::errc() && end == value.data() + value.size();
  if (found == kSettings.end() || !whole || !(number >= 0 && number <= 1000)) return false;
  settings.*(found->value) = number;
  return true;
}

ReferenceRanking::ReferenceRanking(const Database& db, const RankingSettings& settings)
    : settings_(settings),
      field_weights_{settings.title, 1.0, settings.subjects, settings.authors, settings.container},
      // Many authors make no paper longer.
      lengths_(
          read_field_lengths(db, std::string(kTable), std::array{settings.title, 1.0, settings.subjects, 0.0, 0.0})),
      postings_(db, std::string(kTable)),
      scores_(lengths_.keys.size()) {
  if (!settings_.priors) return;
  priors_.assign(lengths_.keys.size(), 1.0);
  Statement rows(db,
                 "SELECT key, level, notice = 'retraction' FROM reference WHERE level <> 0 OR notice = 'retraction'");
  while (rows.step()) {
    const std::size_t row = lengths_.row_of(rows.integer(0));
    if (row == priors_.size()) continue;
    const std::int64_t level = rows.integer(1);
    if (level != 0) priors_[row] += settings_.level_step * static_cast<double>(4 - level);
    if (rows.integer(2) != 0) priors_[row] *= settings_.retracted;
  }
}

void ReferenceRanking::take_places(Term& term, const PhrasePostings& postings, double weight) const {
  for (const PhrasePostings::Row& each : postings.rows) {
    const std::size_t row = lengths_.row_of(each.key);
    if (row == lengths_.keys.size()) continue;
    TermRow taken{static_cast<std::uint32_t>(row), 0, static_cast<std::uint32_t>(term.places.size()), 0};
    double frequency = 0;
    for (const PhraseHit& hit : postings.hits_of(each)) {
      frequency += hit.column < field_weights_.size() ? field_weights_[hit.column] : 0;
      term.places.push_back(std::uint64_t{hit.column} << 32U | hit.offset);
      ++taken.count;
    }
    taken.frequency = static_cast<float>(frequency * weight);
    term.rows.push_back(taken);
  }
}

ReferenceRanking::Term ReferenceRanking::read_term(const QueryTerm& asked) {
  Term term;
  term.asked = &asked;
  for (const WeighedPhrase& phrase : asked.phrases) take_places(term, postings_.read(phrase.text), phrase.weight);
  if (asked.phrases.size() < 2) return term;
  // Rows of several phrases become one.
  std::ranges::stable_sort(term.rows, {}, &TermRow::row);
  std::vector<TermRow> rows;
  std::vector<std::uint64_t> places;
  places.reserve(term.places.size());
  for (const TermRow& each : term.rows) {
    if (rows.empty() || rows.back().row != each.row) {
      rows.push_back({each.row, 0, static_cast<std::uint32_t>(places.size()), 0});
    }
    rows.back().frequency += each.frequency;
    const auto from = term.places.begin() + each.first;
    places.insert(places.end(), from, from + each.count);
    rows.back().count += each.count;
  }
  for (const TermRow& each : rows) {
    const auto from = places.begin() + each.first;
    std::sort(from, from + each.count);
  }
  term.rows = std::move(rows);
  term.places = std::move(places);
  return term;
}

void ReferenceRanking::read_terms(const ReferenceQuery& query) {
  terms_.clear();
  for (const QueryTerm& asked : query.terms) terms_.push_back(read_term(asked));
}

void ReferenceRanking::weigh() {
  const auto works = static_cast<double>(lengths_.keys.size());
  for (Term& term : terms_) {
    if (term.rows.empty()) continue;
    const auto holding = static_cast<double>(term.rows.size());
    // Lucene's form, which is never below 0.
    term.idf = std::log1p((works - holding + 0.5) / (holding + 0.5));
    const auto titled = static_cast<double>(std::ranges::count_if(term.rows, [&](const TermRow& row) {
      return row.count > 0 && term.places[row.first] >> 32U == kTitle;  // the title is the first column
    }));
    const double about = (titled + 0.5) / (holding + 1) * static_cast<double>(term.places.size()) / holding;
    term.salience = std::pow(about, settings_.salience);
    const bool alone =
        !term.asked->stands_for.empty() &&
        std::ranges::all_of(term.asked->stands_for, [&](std::size_t i) { return terms_[i].rows.empty(); });
    term.weight = (alone ? term.asked->alone_weight : term.asked->weight) * term.idf * term.salience;
  }
}

double ReferenceRanking::frequency_score(const Term& term, const TermRow& row) const {
  const double length = lengths_.mean > 0 ? lengths_.words[row.row] / lengths_.mean : 1;
  const double norm = settings_.saturation * (1 - settings_.length_influence + settings_.length_influence * length);
  return term.weight * row.frequency * (settings_.saturation + 1) / (row.frequency + norm);
}

const ReferenceRanking::TermRow* ReferenceRanking::find_row(const Term& term, std::uint32_t row) {
  const auto found = std::ranges::lower_bound(term.rows, row, {}, &TermRow::row);
  return found != term.rows.end() && found->row == row ? &*found : nullptr;
}

bool ReferenceRanking::has_required(std::uint32_t row) const {
  return std::ranges::all_of(
      terms_, [row](const Term& term) { return !term.asked->required || find_row(term, row) != nullptr; });
}

// The greatest sum of weights of different terms within a window of one field.
double ReferenceRanking::nearness_of(std::uint32_t row) const {
  struct Place {
    std::uint64_t at = 0;
    std::size_t term = 0;
  };
  std::vector<Place> places;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    const TermRow* found = find_row(terms_[i], row);
    if (found == nullptr) continue;
    for (std::uint32_t at = 0; at < found->count; ++at) places.push_back({terms_[i].places[found->first + at], i});
  }
  std::ranges::sort(places, {}, &Place::at);
  const auto window = static_cast<std::uint64_t>(settings_.window);
  std::vector<std::uint32_t> inside(terms_.size());
  double best = 0;
  double sum = 0;
  std::size_t begin = 0;
  for (const Place& place : places) {
    if (inside[place.term]++ == 0) sum += terms_[place.term].weight;
    while (place.at - places[begin].at > window) {  // another field is far away
      if (--inside[places[begin].term] == 0) sum -= terms_[places[begin].term].weight;
      ++begin;
    }
    best = std::max(best, sum);
  }
  return settings_.nearness * best;
}

double ReferenceRanking::prior_of(std::uint32_t row) const {
  return priors_.empty() ? 1 : priors_[row];
}

std::vector<RankedWork> ReferenceRanking::rank(const ReferenceQuery& query, std::size_t limit) {
  std::ranges::fill(scores_, 0.0);
  read_terms(query);
  weigh();
  std::vector<std::uint32_t> rows;
  for (const Term& term : terms_) {
    for (const TermRow& row : term.rows) {
      double& score = scores_[row.row];
      if (score == 0) rows.push_back(row.row);
      score += frequency_score(term, row);
    }
  }
  if (std::ranges::any_of(terms_, [](const Term& term) { return term.asked->required; })) {
    std::erase_if(rows, [this](std::uint32_t row) { return !has_required(row); });
  }
  found_ = rows.size();
  const auto better = [this](std::uint32_t a, std::uint32_t b) {
    return scores_[a] != scores_[b] ? scores_[a] > scores_[b] : a < b;
  };
  const auto looked_at = [&](std::size_t depth) {
    const auto middle = rows.begin() + static_cast<std::ptrdiff_t>(std::min(depth, rows.size()));
    std::partial_sort(rows.begin(), middle, rows.end(), better);
    return std::span(rows.begin(), middle);
  };
  // What is not looked at keeps its order below: all that are gain, and none of the others could gain as much as it
  // would need to pass many of them.
  for (const std::uint32_t row : looked_at(kNearnessDepth)) scores_[row] += nearness_of(row);
  if (!priors_.empty()) {
    for (const std::uint32_t row : rows) scores_[row] *= prior_of(row);
  }
  std::vector<RankedWork> ranked;
  ranked.reserve(std::min(limit, rows.size()));
  for (const std::uint32_t row : looked_at(limit)) ranked.push_back({lengths_.keys[row], scores_[row]});
  return ranked;
}

std::vector<double> ReferenceRanking::term_weights() const {
  std::vector<double> weights;
  weights.reserve(terms_.size());
  for (const Term& term : terms_) weights.push_back(term.weight);
  return weights;
}

std::vector<ScorePart> ReferenceRanking::explain(std::int64_t key) const {
  std::vector<ScorePart> parts;
  const std::size_t at = lengths_.row_of(key);
  if (at == lengths_.keys.size()) return parts;
  const auto row = static_cast<std::uint32_t>(at);
  double sum = 0;
  parts.reserve(terms_.size() + 2);
  for (const Term& term : terms_) {
    const TermRow* found = find_row(term, row);
    if (found == nullptr) continue;
    std::string name;
    for (const WeighedPhrase& phrase : term.asked->phrases) name += (name.empty() ? "" : " / ") + phrase.text;
    parts.push_back({name, term.asked->origin, frequency_score(term, *found)});
    sum += parts.back().score;
  }
  const double factor = prior_of(row);
  const double near = scores_[row] / factor - sum;
  if (near > 1e-9) parts.push_back({"near each other", TermOrigin::typed, near});
  if (factor != 1) parts.push_back({"prior", TermOrigin::typed, scores_[row] - scores_[row] / factor});
  std::ranges::stable_sort(parts, std::greater<>(), &ScorePart::score);
  return parts;
}

}  // namespace claimbase

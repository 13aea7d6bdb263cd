#include "analysis/claim/quantities.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <set>

#include "analysis/claim/focus.h"
#include "analysis/claim/populations.h"
#include "analysis/language/amount.h"
#include "analysis/language/units.h"

namespace claimbase {
namespace {

constexpr std::uint32_t kTouching = 14;  // bytes between a dose and the substance it surely is of: "mg elementair "

// Of a sentence; one with more is a table that nobody wrote as a sentence, and the rest is left out.
constexpr std::size_t kMostQuantities = 100;

/// What a quantity says something about.
enum class Aim : std::uint8_t { substance, outcome, context, before };

bool is_related(const Concept& one, const Concept& other) {
  const auto has = [](const Concept& each, const std::string& id) {
    return std::ranges::find(each.broader, id) != each.broader.end();
  };
  return one.id == other.id || has(one, other.id) || has(other, one.id);
}

std::uint32_t distance(ByteRange one, ByteRange other) {
  if (one.overlaps(other)) return 0;
  return one.end <= other.begin ? other.begin - one.end : one.begin - other.end;
}

class Placer {
 public:
  Placer(std::string_view text, const Annotation& annotation, const SentenceFrames& read,
         std::vector<Quantity> quantities)
      : text_(text), annotation_(annotation), frames_(read.frames) {
    for (const Frame& frame : frames_) acting_.insert(frame.subject.substances.begin(), frame.subject.substances.end());
    placed_.reserve(quantities.size());
    for (Quantity& each : quantities) placed_.push_back({std::move(each), false, {}, nullptr});
    find_cuts(read.clauses);
    find_candidates();
    aims_.reserve(placed_.size());
    for (const PlacedQuantity& each : placed_) aims_.push_back(aim_of(each.quantity));
  }

  std::vector<PlacedQuantity> run() {
    for (std::size_t i = 0; i < placed_.size(); ++i) {
      switch (aims_[i]) {
        case Aim::substance:
          place_dose(placed_[i]);
          break;
        case Aim::outcome:
          place_effect(placed_[i]);
          break;
        case Aim::context:
          place_context(placed_[i]);
          break;
        case Aim::before:
          follow(i);
          break;
      }
    }
    pair_respective();
    for (PlacedQuantity& each : placed_) std::ranges::sort(each.outcomes);
    return std::move(placed_);
  }

 private:
  /// Where coordinated pieces end: commas, stops, conjunctions and the clauses' begins, but none inside a quantity.
  void find_cuts(std::span<const Clause> clauses) {
    for (const Unit& unit : annotation_.units) {
      if (unit.comma || unit.stop) add_cut(unit.range.begin);
    }
    for (const Item& item : annotation_.items) {
      if (item.sense(CueClass::conjunction)) add_cut(annotation_.range_of(item).begin);
    }
    for (const Clause& clause : clauses) {
      const ByteRange range{annotation_.units[clause.first].range.begin, annotation_.units[clause.last - 1].range.end};
      clauses_.push_back({range, clause.link});
      add_cut(range.begin);
    }
    std::ranges::sort(cuts_);
  }

  void add_cut(std::uint32_t at) {
    const bool inside = std::ranges::any_of(placed_, [&](const PlacedQuantity& each) {
      return each.quantity.range.begin < at && at < each.quantity.range.end;
    });
    if (!inside) cuts_.push_back(at);
  }

  void find_candidates() {
    for (const Item& item : annotation_.items) {
      const ByteRange range = annotation_.range_of(item);
      if (item.kind == ItemKind::cue || is_population(range)) continue;
      if (item.kind == ItemKind::outcome) outcomes_.push_back({range, is_framed(range)});
      if (item.kind == ItemKind::substance) substances_.push_back({range, item.named, is_acting(*item.named)});
    }
  }

  [[nodiscard]] bool is_population(ByteRange range) const {
    return std::ranges::any_of(placed_, [&](const PlacedQuantity& each) {
      return each.quantity.kind == QuantityKind::population && each.quantity.range.overlaps(range);
    });
  }

  [[nodiscard]] bool is_framed(ByteRange outcome) const {
    return std::ranges::any_of(frames_, [&](const Frame& frame) { return frame.outcome_range == outcome; });
  }

  /// Whether a claim is about the substance.
  [[nodiscard]] bool is_acting(const Concept& substance) const {
    return std::ranges::any_of(acting_, [&](const Concept* each) { return is_related(*each, substance); });
  }

  /// The piece between two cuts that holds `at`.
  [[nodiscard]] ByteRange piece_of(ByteRange at) const {
    ByteRange piece{0, std::numeric_limits<std::uint32_t>::max()};
    for (const std::uint32_t cut : cuts_) {
      if (cut <= at.begin) piece.begin = cut;
      if (cut > at.begin) {
        piece.end = cut;
        break;
      }
    }
    return piece;
  }

  [[nodiscard]] Aim aim_of(const Quantity& quantity) const {
    switch (quantity.kind) {
      case QuantityKind::dose:
      case QuantityKind::frequency:
        return Aim::substance;
      case QuantityKind::equivalent:
      case QuantityKind::interval:
      case QuantityKind::p_value:
        return Aim::before;
      case QuantityKind::percentage:
      case QuantityKind::pressure:
      case QuantityKind::ratio:
      case QuantityKind::difference:
      case QuantityKind::nnt:
      case QuantityKind::other:
        return Aim::outcome;
      case QuantityKind::duration:
        return is_change(quantity) ? Aim::outcome : Aim::context;
      case QuantityKind::count:
      case QuantityKind::age:
      case QuantityKind::population:
        return Aim::context;
    }
    return Aim::context;
  }

  [[nodiscard]] bool behind_change_word(const Quantity& quantity) const {
    return static_cast<bool>(unit_before(text_, spaces_before(text_, quantity.range.begin), UnitRole::change));
  }

  /// "met 2 dagen", "20 minuten sneller": a duration that is the size of an effect.
  [[nodiscard]] bool is_change(const Quantity& quantity) const {
    if (behind_change_word(quantity)) return true;
    const std::size_t next = skip_spaces(text_, quantity.range.end);
    return std::ranges::any_of(annotation_.items, [&](const Item& item) {
      return annotation_.range_of(item).begin == next && item.sense(CueClass::adjective);
    });
  }

  void place_effect(PlacedQuantity& placed) const {
    const ByteRange at = placed.quantity.range;
    const ByteRange piece = piece_of(at);
    const bool change = behind_change_word(placed.quantity);
    ByteRange best;
    std::uint64_t best_score = std::numeric_limits<std::uint64_t>::max();
    bool seen = false;
    for (const auto& [outcome, framed] : outcomes_) {
      if (!piece.contains(outcome)) continue;
      seen = true;
      if (!framed) continue;
      // "met 4 mmHg" tells of what stands before it.
      const std::uint64_t penalty = change && outcome.begin > at.begin ? 1000 : 0;
      if (const std::uint64_t score = distance(at, outcome) + penalty; score < best_score) {
        best = outcome;
        best_score = score;
      }
    }
    if (!best.empty()) {
      placed.outcomes = {best};
      return;
    }
    if (seen) return;  // it is the size of something that no claim speaks of
    // "en 2 mmHg diastolisch", "(RR 0,9)": what was spoken of last; else what comes first.
    const Outcome* last = outcomes_.empty() ? nullptr : &outcomes_.front();
    for (const Outcome& each : outcomes_) {
      if (each.range.end <= at.begin && each.range.begin >= last->range.begin) last = &each;
    }
    if (last && last->framed) placed.outcomes = {last->range};
  }

  void place_dose(PlacedQuantity& placed) const {
    placed.of_all = true;
    const ByteRange at = placed.quantity.range;
    const ByteRange piece = piece_of(at);
    const bool bracketed = at.begin > 0 && text_[at.begin - 1] == '(';
    const Named* best = nullptr;
    std::uint64_t best_score = std::numeric_limits<std::uint64_t>::max();
    for (const Named& each : substances_) {
      // In its own piece; else the one before it, else the one behind.
      std::uint64_t score = distance(at, each.range);
      const bool here = piece.contains(each.range) && !(bracketed && each.range.begin > at.begin);
      if (!here) score += each.range.begin < at.begin ? 1000 : 100'000;
      if (score < best_score) {
        best = &each;
        best_score = score;
      }
    }
    if (!best || is_group(*best->named)) return;
    // "500 mg per dag met water": what merely stands near is not what the dose is of.
    if (distance(at, best->range) > kTouching && !best->acting) {
      const auto other = std::ranges::find_if(substances_, [](const Named& each) { return each.acting; });
      if (other == substances_.end()) return;
      best = &*other;
    }
    placed.substance = best->named;
  }

  /// Who, how many, how long: of its clause, and of those that go on from it; where it opens the sentence, of all.
  void place_context(PlacedQuantity& placed) const {
    const std::size_t clause = clause_at(placed.quantity.range.begin);
    const auto framed_in = [&](std::size_t index) {
      std::vector<ByteRange> found;
      for (const Frame& frame : frames_) {
        if (clause_at(frame.outcome_range.begin) == index) found.push_back(frame.outcome_range);
      }
      return found;
    };
    placed.outcomes = framed_in(clause);
    const bool opens = std::ranges::all_of(
        placed.outcomes, [&](ByteRange outcome) { return placed.quantity.range.begin < outcome.begin; });
    if (opens) {
      for (std::size_t next = clause + 1; next < clauses_.size(); ++next) {
        if (clauses_[next].link == ClauseLink::contrast || has_context(next, placed.quantity.kind)) break;
        for (const ByteRange outcome : framed_in(next)) placed.outcomes.push_back(outcome);
      }
    }
    // "verhoogt de spierkracht en vermindert vermoeidheid na 8 weken": one subject, one time for both.
    for (std::size_t each = clause; each > 0 && !opens && goes_on(each) && !has_context(each - 1, placed.quantity.kind);
         --each) {
      for (const ByteRange outcome : framed_in(each - 1)) placed.outcomes.push_back(outcome);
    }
    for (std::size_t before = clause; placed.outcomes.empty() && before-- > 0;) placed.outcomes = framed_in(before);
    placed.of_all = placed.outcomes.empty();
  }

  /// Whether the clause shares the subject of the one before it.
  [[nodiscard]] bool goes_on(std::size_t clause) const {
    return clauses_[clause].link == ClauseLink::coordinate &&
           std::ranges::none_of(substances_, [&](const Named& each) { return clause_at(each.range.begin) == clause; });
  }

  [[nodiscard]] bool has_context(std::size_t clause, QuantityKind kind) const {
    return std::ranges::any_of(placed_, [&](const PlacedQuantity& each) {
      return each.quantity.kind == kind && clause_at(each.quantity.range.begin) == clause;
    });
  }

  [[nodiscard]] std::size_t clause_at(std::uint32_t at) const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < clauses_.size() && clauses_[i].range.begin <= at; ++i) found = i;
    return found;
  }

  /// An interval and a p-value go with the effect size before them, an equivalent with its dose.
  void follow(std::size_t index) {
    const bool dose = placed_[index].quantity.kind == QuantityKind::equivalent;
    for (std::size_t i = index; i-- > 0;) {
      if (aims_[i] != (dose ? Aim::substance : Aim::outcome)) continue;
      placed_[index].of_all = placed_[i].of_all;
      placed_[index].outcomes = placed_[i].outcomes;
      placed_[index].substance = placed_[i].substance;
      return;
    }
    placed_[index].of_all = true;
  }

  /// "verlaagt LDL en triglyceriden met respectievelijk 8% en 12%": the first of the first, the second of the second.
  void pair_respective() {
    for (std::size_t first = 0; first + 1 < placed_.size(); ++first) {
      std::size_t last = first;
      while (last + 1 < placed_.size() && aims_[first] == Aim::outcome &&
             placed_[last + 1].quantity.kind == placed_[first].quantity.kind)
        ++last;
      if (last == first) continue;
      const std::size_t begin = spaces_before(text_, placed_[first].quantity.range.begin);
      std::size_t end = skip_spaces(text_, placed_[last].quantity.range.end);
      if (end < text_.size() && text_[end] == ',') end = skip_spaces(text_, end + 1);
      std::size_t word = end;
      while (word < text_.size() && text_[word] >= 'a' && text_[word] <= 'z') ++word;
      const bool told = unit_before(text_, begin, UnitRole::respective) ||
                        (word > end && unit_before(text_, word, UnitRole::respective).end == end &&
                         unit_before(text_, word, UnitRole::respective));
      if (told) pair(first, last);
      first = last;
    }
  }

  void pair(std::size_t first, std::size_t last) {
    const std::size_t count = last - first + 1;
    std::vector<ByteRange> before;
    for (const auto& [outcome, framed] : outcomes_) {
      const bool known = !before.empty() && before.back() == outcome;
      if (outcome.end <= placed_[first].quantity.range.begin && !known) before.push_back(outcome);
    }
    if (before.size() < count) return;
    for (std::size_t i = 0; i < count; ++i) {
      const ByteRange outcome = before[before.size() - count + i];
      placed_[first + i].outcomes.clear();
      if (is_framed(outcome)) placed_[first + i].outcomes = {outcome};
    }
  }

  struct Outcome {
    ByteRange range;
    bool framed;
  };
  struct Named {
    ByteRange range;
    const Concept* named;
    bool acting;
  };
  struct ClauseRange {
    ByteRange range;
    ClauseLink link;
  };

  std::string_view text_;
  const Annotation& annotation_;
  std::span<const Frame> frames_;
  std::vector<PlacedQuantity> placed_;
  std::vector<std::uint32_t> cuts_;  // sorted
  std::vector<ClauseRange> clauses_;
  std::vector<Outcome> outcomes_;  // by position
  std::vector<Named> substances_;
  std::set<const Concept*> acting_;  // the substances that claims are about
  std::vector<Aim> aims_;            // of placed_
};

/// Numbers and populations in text order. Years that tell a population's age are part of it.
std::vector<Quantity> all_quantities(std::string_view text, ByteRange sentence, const Annotation& annotation,
                                     std::string_view language) {
  std::vector<Quantity> all = find_quantities(text, sentence, language);
  std::vector<Quantity> populations = find_populations(text, sentence, annotation, language);
  if (populations.empty()) return all;
  std::erase_if(all, [&](const Quantity& each) {
    const bool years = each.kind == QuantityKind::age || (each.kind == QuantityKind::duration && each.unit == "a");
    return years &&
           std::ranges::any_of(populations, [&](const Quantity& who) { return who.range.overlaps(each.range); });
  });
  all.insert(all.end(), std::make_move_iterator(populations.begin()), std::make_move_iterator(populations.end()));
  std::ranges::stable_sort(all, {}, [](const Quantity& each) { return each.range.begin; });
  return all;
}

}  // namespace

std::vector<PlacedQuantity> place_quantities(std::string_view text, ByteRange sentence, const Annotation& annotation,
                                             std::string_view language, const SentenceFrames& read) {
  if (read.frames.empty() || annotation.units.empty()) return {};
  std::vector<Quantity> all = all_quantities(text, sentence, annotation, language);
  if (all.empty()) return {};
  if (all.size() > kMostQuantities) all.resize(kMostQuantities);
  return Placer(text.substr(0, sentence.end), annotation, read, std::move(all)).run();
}

std::vector<Quantity> quantities_of(std::span<const PlacedQuantity> placed, const Frame& frame,
                                    const Concept& substance) {
  std::vector<Quantity> found;
  for (const PlacedQuantity& each : placed) {
    const bool here = each.of_all || std::ranges::binary_search(each.outcomes, frame.outcome_range);
    if (here && (!each.substance || is_related(*each.substance, substance))) found.push_back(each.quantity);
  }
  return found;
}

void add_quantities(const std::vector<Quantity>& more, std::vector<Quantity>& known) {
  const std::size_t before = known.size();
  for (const Quantity& each : more) {
    const auto is_same = [&](const Quantity& other) {
      return other.range == each.range && other.kind == each.kind && other.unit == each.unit;
    };
    if (std::ranges::none_of(known, is_same)) known.push_back(each);
  }
  if (known.size() != before)
    std::ranges::stable_sort(known, {}, [](const Quantity& each) { return each.range.begin; });
}

}  // namespace claimbase

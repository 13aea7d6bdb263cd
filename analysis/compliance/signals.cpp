#include "analysis/compliance/signals.h"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "analysis/compliance/phrase_list.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::string_view kFile = "register/signals.tsv";
constexpr std::string_view kGap = " ... ";
constexpr std::uint32_t kMostInGap = 8;  // words

constexpr std::array<std::string_view, kSignalClasses> kNames{
    "medicinal",      "remedy",       "at-ailment", "ailment",   "lowers",       "risk",        "raises",
    "strong",         "official",     "adapted",    "normal",    "healthy",      "general",     "unlisted",
    "omission",       "endorsement",  "slimming",   "fast",      "evidence",     "consensus",   "study",
    "selling",        "about-claims", "negation",   "promise",   "child",        "product",     "statement",
    "risk-statement", "factors",      "warning",    "loss",      "loss-of",      "worsens",     "lack",
    "little",         "harm",         "depends",    "presumes",  "offer",        "less-than",   "more-than",
    "professional",   "recommends",   "within",     "amount-of", "other-amount", "other-sense", "harmless"};

SignalClass class_of(std::string_view name) {
  const auto* const found = std::ranges::find(kNames, name);
  if (found == kNames.end()) throw std::logic_error("register/signals.tsv: no class " + std::string(name));
  return static_cast<SignalClass>(found - kNames.begin());
}

// Where the tail stands behind unit `from`; units.size() where it does not.
std::uint32_t find_tail(std::span<const CopyUnit> units, std::uint32_t from, std::span<const std::uint32_t> tail) {
  const auto end = static_cast<std::uint32_t>(units.size());
  for (std::uint32_t u = from; u + tail.size() <= end && units[u].word <= units[from - 1].word + kMostInGap; ++u) {
    if (units[u].stop) return end;
    std::uint32_t matched = 0;
    while (matched < tail.size() && !units[u + matched].masked && units[u + matched].stem == tail[matched]) ++matched;
    if (matched == tail.size()) return u;
  }
  return end;
}

}  // namespace

std::string_view to_string(SignalClass type) {
  return kNames[static_cast<std::size_t>(type)];
}

SignalLexicon::SignalLexicon(CopyReader& reader) {
  for (const auto& row : tsv_rows(resource(kFile))) {
    if (row.size() != 3) throw std::logic_error("register/signals.tsv: a row of " + std::to_string(row.size()));
    if (row[1] != reader.language()) continue;
    const SignalClass type = class_of(row[0]);
    for_each_phrase(row[2], [&](std::string_view phrase) { add(type, phrase, reader); });
  }
}

void SignalLexicon::add(SignalClass type, std::string_view phrase, CopyReader& reader) {
  const std::size_t gap = phrase.find(kGap);
  const std::vector<std::uint32_t> head = reader.add(phrase.substr(0, gap), true);
  Phrase made{std::uint64_t{1} << static_cast<unsigned>(type), {}};
  if (gap != std::string_view::npos) made.tail = reader.add(phrase.substr(gap + kGap.size()), true);
  heads_.add(head, static_cast<std::uint32_t>(phrases_.size()));
  phrases_.push_back(std::move(made));
}

std::vector<SignalMatch> SignalLexicon::find(std::span<const CopyUnit> units) const {
  std::vector<std::uint32_t> stems;
  stems.reserve(units.size());
  for (const CopyUnit& unit : units) stems.push_back(unit.masked ? 0 : unit.stem);
  std::vector<SignalMatch> found;
  for (std::uint32_t u = 0; u < units.size();) {
    SignalMatch best{0, u, u};
    std::span<const std::uint32_t> ahead = std::span(stems).subspan(u);
    // Where what has to follow a gap does not, a shorter phrase may stand there.
    for (;;) {
      const StemTrie::Match head = heads_.longest(ahead);
      if (head.length == 0) break;
      const std::uint32_t behind = u + head.length;
      for (const std::uint32_t value : head.values) {
        const Phrase& phrase = phrases_[value];
        std::uint32_t last = behind;
        if (!phrase.tail.empty()) {
          const std::uint32_t tail = find_tail(units, behind, phrase.tail);
          if (tail == units.size()) continue;
          last = tail + static_cast<std::uint32_t>(phrase.tail.size());
        }
        best.classes |= phrase.classes;
        best.last = std::max(best.last, last);
      }
      if (best.classes != 0) {
        found.push_back(best);
        u = behind;
        break;
      }
      ahead = ahead.first(head.length - 1);
    }
    if (best.classes == 0) ++u;
  }
  return found;
}

LegalConcepts legal_concepts() {
  LegalConcepts concepts;
  for (const auto& row : tsv_rows(resource(kFile))) {
    if (row.size() != 3 || row[1] != "*") continue;
    auto& into = row[0] == "risk-factor"   ? concepts.risk_factor
                 : row[0] == "no-nutrient" ? concepts.no_nutrient
                 : row[0] == "no-effect"   ? concepts.no_effect
                                           : concepts.no_ailment;
    for_each_word(row[2], [&](std::string_view id) { into.insert(id); });
  }
  return concepts;
}

}  // namespace claimbase

#include "analysis/claim/populations.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "analysis/language/amount.h"
#include "analysis/language/form_walk.h"
#include "analysis/language/resources.h"
#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::size_t kMostModifiers = 4;
constexpr std::size_t kMostParts = 4;          // behind a head
constexpr std::uint32_t kConditionReach = 24;  // bytes from "met" to the condition: "met een licht verhoogde"

enum class Role : std::uint8_t {
  head,
  modifier,
  after,
  conjunction,
  with,
  above,
  below,
  of,
  years,
  older,
  younger,
  plus
};
constexpr std::size_t kRoles = 12;
constexpr std::array<std::string_view, kRoles> kRoleNames = {"head",  "modifier", "after", "and",   "with",    "above",
                                                             "below", "of",       "years", "older", "younger", "plus"};

struct Form {
  Role role = Role::head;
  std::string group;  // "{sex:women}"; empty: people of any kind
};

/// How the forms that open a phrase begin: rules out nearly every word at one look. A form ends where a word does, so
/// that a word of four letters or more is none if no form begins with those.
class Openings {
 public:
  void add(std::string_view form) {
    if (letters(form, 4)) fours_.set(place_of_four(form));
    if (letters(form, 2)) {
      pairs_.set(place_of_pair(form));
    } else {
      others_ = true;
    }
  }
  [[nodiscard]] bool may_open(std::string_view text) const {
    if (!letters(text, 2)) return others_ || !letters(text, 1);
    return pairs_.test(place_of_pair(text)) && (!letters(text, 4) || fours_.test(place_of_four(text)));
  }

 private:
  static constexpr std::size_t kFours = 1U << 12U;

  static std::uint32_t letter(char c) { return (static_cast<unsigned char>(c) | 0x20U) - std::uint32_t{'a'}; }
  static bool letters(std::string_view text, std::size_t count) {
    return text.size() >= count &&
           std::all_of(text.begin(), text.begin() + count, [](char c) { return letter(c) < 26; });
  }
  static std::size_t place_of_pair(std::string_view text) { return letter(text[0]) * 26U + letter(text[1]); }
  static std::size_t place_of_four(std::string_view text) {  // two may share one
    return (place_of_pair(text) * 26U * 26U + place_of_pair(text.substr(2))) % kFours;
  }

  std::bitset<26 * 26> pairs_;
  std::bitset<kFours> fours_;
  bool others_ = false;  // one begins with something else
};

struct Forms {
  std::vector<Form> forms;
  FormTrie trie;
  Openings openings;
};

Forms load(const std::string& language) {
  Forms made;
  const std::string name = "language/" + language + "/populations.tsv";
  const auto files = resource_names("language/");
  if (std::ranges::find(files, name) == files.end()) return made;
  for (const auto& row : tsv_rows(resource(name))) {
    const auto* const role = std::ranges::find(kRoleNames, row.at(1));
    if (role == kRoleNames.end()) throw std::logic_error("populations: no role " + std::string(row[1]));
    const std::string form = fold(row[0]);
    if (form.empty()) throw std::logic_error("populations: an empty form");
    Form each{static_cast<Role>(role - kRoleNames.begin()), {}};
    if (row.at(2) != "-")
      each.group = "{" + std::string(row[2]) + (row.at(3) == "-" ? "" : ":" + std::string(row[3])) + "}";
    if (each.role == Role::head || each.role == Role::modifier) made.openings.add(form);
    made.trie.add(form, static_cast<std::uint32_t>(made.forms.size()));
    made.forms.push_back(std::move(each));
  }
  return made;
}

const Forms& forms_of(std::string_view language) {
  static const Forms dutch = load("nl");
  static const Forms english = load("en");
  static const Forms none;
  return language == "nl" ? dutch : language == "en" ? english : none;
}

struct Found {
  const Form* form = nullptr;
  std::size_t end = 0;
};

struct Matches {
  std::array<Found, kRoles> by_role;
  [[nodiscard]] Found operator[](Role role) const { return by_role[static_cast<std::size_t>(role)]; }
};

/// One phrase, as far as it has been read.
struct Phrase {
  std::size_t begin = 0;
  std::size_t end = 0;
  double low = kYoungest;
  double high = kOldest;
  std::vector<std::string> groups;

  void add(const std::string& group) {
    if (!group.empty() && std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
  }
  [[nodiscard]] bool has_age() const { return low != kYoungest || high != kOldest; }
};

class Reader {
 public:
  Reader(std::string_view text, ByteRange sentence, const Annotation& annotation, std::string_view language)
      : text_(text.substr(0, sentence.end)),
        sentence_(sentence),
        annotation_(annotation),
        language_(language),
        forms_(forms_of(language)) {}

  std::vector<Quantity> run() {
    std::size_t end = sentence_.begin;  // of the phrase before
    std::uint32_t word_before = UINT32_MAX;
    for (const Unit& unit : annotation_.units) {
      const std::size_t at = unit.range.begin;
      const bool begins_word = std::exchange(word_before, unit.word) != unit.word;
      if (!begins_word || at < end || !forms_.openings.may_open(text_.substr(at))) continue;
      if (auto phrase = phrase_at(at)) {
        emit(*phrase);
        end = phrase->end;
      }
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] Matches matches_at(std::size_t at) const {
    Matches matches;
    visit_forms_at(forms_.trie, text_, at, [&](const std::vector<std::uint32_t>& values, std::size_t end) {
      for (const std::uint32_t value : values) {
        const Form& form = forms_.forms[value];
        matches.by_role[static_cast<std::size_t>(form.role)] = {&form, end};
      }
    });
    return matches;
  }
  [[nodiscard]] Matches next_matches(std::size_t end) const { return matches_at(skip_spaces(text_, end)); }

  std::optional<Phrase> phrase_at(std::size_t at) const {
    const char c = text_[at];
    if (c >= '0' && c <= '9') return aged_phrase_at(at);
    Phrase phrase;
    phrase.begin = at;
    Matches here = matches_at(at);
    for (std::size_t i = 0; i < kMostModifiers && here[Role::modifier].form && !is_head(here); ++i) {
      phrase.add(here[Role::modifier].form->group);
      at = here[Role::modifier].end;
      here = next_matches(at);
      if (here[Role::conjunction].form) here = next_matches(here[Role::conjunction].end);
    }
    if (!is_head(here)) return std::nullopt;
    phrase.add(here[Role::head].form->group);
    phrase.end = here[Role::head].end;
    read_parts(phrase);
    return phrase;
  }

  /// "older adults" is a head, though "older" is a modifier too: the longer form counts.
  static bool is_head(const Matches& here) {
    return here[Role::head].form && here[Role::head].end >= here[Role::modifier].end;
  }

  /// "50-plussers", "65+", "60-jarige vrouwen".
  std::optional<Phrase> aged_phrase_at(std::size_t at) const {
    if (!number_may_begin(text_, at)) return std::nullopt;
    const PrintedNumber number = number_at(text_, at, language_);
    if (number.end == at || number.end >= text_.size() || number.value < 1 || number.value >= kOldest)
      return std::nullopt;
    Phrase phrase;
    phrase.begin = at;
    std::size_t next = number.end;
    if (text_[next] == '+') {
      phrase.low = number.value;
      phrase.end = next + 1;
      const Matches behind = next_matches(next + 1);
      const bool alone = next + 1 == text_.size() || !behind[Role::years].form;
      if (!alone) phrase.end = behind[Role::years].end;
      return phrase;
    }
    const CodePoint dash = decode_utf8(text_, next);
    if (!is_dash(dash.value)) return std::nullopt;
    next += dash.size;
    const Matches behind = matches_at(next);
    if (const Found plus = behind[Role::plus]; plus.form) {
      phrase.add(plus.form->group);
      phrase.low = number.value;
      phrase.end = plus.end;
      return phrase;
    }
    if (const Found years = behind[Role::years]; years.form) {
      const Matches who = next_matches(years.end);
      phrase.low = phrase.high = number.value;
      phrase.end = years.end;
      if (who[Role::head].form) {
        phrase.add(who[Role::head].form->group);
        phrase.end = who[Role::head].end;
        read_parts(phrase);
      } else if (years.form->group.empty()) {
        return std::nullopt;  // an adjective of something else: "een 10-jarige studie"
      } else {
        phrase.add(years.form->group);
      }
      return phrase;
    }
    return std::nullopt;
  }

  /// What stands behind the head: an age, a condition, a stage of life.
  void read_parts(Phrase& phrase) const {
    for (std::size_t i = 0; i < kMostParts; ++i) {
      const std::size_t before = phrase.end;
      const Matches here = next_matches(phrase.end);
      if (const Found after = here[Role::after]; after.form) {
        phrase.add(after.form->group);
        phrase.end = after.end;
      } else if (!read_age(here, phrase) && here[Role::with].form) {
        read_condition(here[Role::with].end, phrase);
      }
      if (phrase.end == before) return;
    }
  }

  bool read_age(const Matches& here, Phrase& phrase) const {
    Role role = Role::of;
    std::size_t at = skip_spaces(text_, phrase.end);
    bool named = false;
    for (const Role each : {Role::of, Role::above, Role::below}) {
      if (!here[each].form || (named && here[each].end <= at)) continue;
      role = each;
      at = here[each].end;
      named = true;
    }
    at = skip_spaces(text_, at);
    // "tussen 40 en 60": the unit table knows the words about a range.
    const PrintedNumber number = number_at(text_, at, language_);
    if (number.end == at || number.year_like || number.value >= kOldest) return false;
    const Amount amount = amount_at(text_, at, number, language_);
    std::size_t end = amount.end;
    const std::size_t unit_at = skip_spaces(text_, end);
    const bool dash = unit_at < text_.size() && is_dash(decode_utf8(text_, unit_at).value);
    const Matches behind = matches_at(dash ? unit_at + decode_utf8(text_, unit_at).size : unit_at);
    const bool told = behind[Role::years].form || behind[Role::older].form || behind[Role::younger].form;
    // A bare number is an age only behind "over", "boven de" ... and where nothing is counted: "women over 50 said".
    if (!told && (role == Role::of || !named || amount.range || !is_free(unit_at))) return false;
    phrase.low = role == Role::below ? kYoungest : amount.low;
    phrase.high = role == Role::above ? kOldest : amount.range || role == Role::below ? amount.high : amount.low;
    for (const Role each : {Role::years, Role::older, Role::younger}) {
      if (behind[each].form) end = std::max(end, behind[each].end);
    }
    if (behind[Role::older].form) phrase.high = kOldest;
    if (behind[Role::younger].form) phrase.low = kYoungest;
    phrase.end = end;
    return true;
  }

  /// No unit or counted word begins here.
  [[nodiscard]] bool is_free(std::size_t at) const {
    const FoundUnits words = units_at(text_, at);
    return !words[UnitRole::unit] && !words[UnitRole::noun] && !words[UnitRole::per] && !words[UnitRole::times];
  }

  void read_condition(std::size_t end, Phrase& phrase) const {
    const auto at = static_cast<std::uint32_t>(skip_spaces(text_, end));
    for (const Item& item : annotation_.items) {
      const ByteRange range = annotation_.range_of(item);
      if (range.begin < at) continue;
      if (range.begin - at > kConditionReach || annotation_.units[item.first].stop) break;
      const bool comma = annotation_.units[item.first].comma && range.begin > at;
      if (comma || item.sense(CueClass::auxiliary) || item.sense(CueClass::negation)) break;
      if (item.kind == ItemKind::outcome) {
        phrase.add("{condition:" + item.named->id + "}");
        phrase.end = range.end;
        return;
      }
      if (const std::uint32_t lack_end = item.kind == ItemKind::substance ? end_of_lack(item) : 0U; lack_end != 0) {
        phrase.add("{condition:" + item.named->id + "-deficiency}");
        phrase.end = lack_end;
        return;
      }
    }
  }

  /// "een magnesiumtekort", "te weinig vitamine D": the end of the substance and what says that it is lacking; 0
  /// where nothing does.
  [[nodiscard]] std::uint32_t end_of_lack(const Item& substance) const {
    for (const Item& each : annotation_.items) {
      const Cue* cue = each.sense(CueClass::state);
      if (!cue) cue = each.sense(CueClass::exposure);
      if (!cue || cue->exposure != Exposure::deficiency) continue;
      if (each.first >= substance.last && each.first - substance.last <= 1) return annotation_.range_of(each).end;
      if (each.last <= substance.first && substance.first - each.last <= 1) return annotation_.range_of(substance).end;
    }
    return 0;
  }

  void emit(Phrase& phrase) {
    if (phrase.groups.empty() && phrase.has_age()) phrase.groups.emplace_back("{age-group}");
    const ByteRange range{static_cast<std::uint32_t>(phrase.begin), static_cast<std::uint32_t>(phrase.end)};
    for (std::string& group : phrase.groups) {
      found_.push_back({range, QuantityKind::population, phrase.low, phrase.high, std::move(group)});
    }
  }

  std::string_view text_;
  ByteRange sentence_;
  const Annotation& annotation_;
  std::string_view language_;
  const Forms& forms_;
  std::vector<Quantity> found_;
};

}  // namespace

std::vector<Quantity> find_populations(std::string_view text, ByteRange sentence, const Annotation& annotation,
                                       std::string_view language) {
  if (sentence.empty() || sentence.end > text.size()) return {};
  return Reader(text, sentence, annotation, language).run();
}

}  // namespace claimbase

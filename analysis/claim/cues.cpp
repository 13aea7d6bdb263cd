#include "analysis/claim/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::array<std::pair<std::string_view, CueClass>, 40> kClasses{{{"verb", CueClass::verb},
                                                                          {"noun", CueClass::noun},
                                                                          {"adjective", CueClass::adjective},
                                                                          {"tail", CueClass::tail},
                                                                          {"head", CueClass::head},
                                                                          {"purpose", CueClass::purpose},
                                                                          {"risk", CueClass::risk},
                                                                          {"aspect", CueClass::aspect},
                                                                          {"exposure", CueClass::exposure},
                                                                          {"state", CueClass::state},
                                                                          {"symptom", CueClass::symptom},
                                                                          {"hedge", CueClass::hedge},
                                                                          {"negation", CueClass::negation},
                                                                          {"absence", CueClass::absence},
                                                                          {"efficacy", CueClass::efficacy},
                                                                          {"denial", CueClass::denial},
                                                                          {"filler", CueClass::filler},
                                                                          {"clause", CueClass::clause},
                                                                          {"conjunction", CueClass::conjunction},
                                                                          {"auxiliary", CueClass::auxiliary},
                                                                          {"article", CueClass::article},
                                                                          {"anaphor", CueClass::anaphor},
                                                                          {"population", CueClass::population},
                                                                          {"block", CueClass::block},
                                                                          {"agent", CueClass::agent},
                                                                          {"beside", CueClass::beside},
                                                                          {"property", CueClass::property},
                                                                          {"companion", CueClass::companion},
                                                                          {"example", CueClass::example},
                                                                          {"benefit", CueClass::benefit},
                                                                          {"locative", CueClass::locative},
                                                                          {"change", CueClass::change},
                                                                          {"column", CueClass::column},
                                                                          {"genitive", CueClass::genitive},
                                                                          {"meta", CueClass::meta},
                                                                          {"regulatory", CueClass::regulatory},
                                                                          {"instruction", CueClass::instruction},
                                                                          {"disorder", CueClass::disorder},
                                                                          {"at-risk", CueClass::at_risk},
                                                                          {"indefinite", CueClass::indefinite}}};
constexpr std::array<std::pair<std::string_view, Exposure>, 7> kExposures{{{"intake", Exposure::intake},
                                                                           {"supplement", Exposure::supplement},
                                                                           {"food", Exposure::food},
                                                                           {"deficiency", Exposure::deficiency},
                                                                           {"excess", Exposure::excess},
                                                                           {"topical", Exposure::topical},
                                                                           {"intravenous", Exposure::intravenous}}};
constexpr std::array<std::pair<std::string_view, ClauseLink>, 6> kLinks{{{"coordinate", ClauseLink::coordinate},
                                                                         {"consequence", ClauseLink::consequence},
                                                                         {"subordinate", ClauseLink::subordinate},
                                                                         {"contrast", ClauseLink::contrast},
                                                                         {"sequel", ClauseLink::sequel},
                                                                         {"relative", ClauseLink::relative}}};
constexpr std::array<std::pair<std::string_view, AnaphorKind>, 4> kAnaphors{
    {{"pronoun", AnaphorKind::pronoun},
     {"demonstrative", AnaphorKind::demonstrative},
     {"noun", AnaphorKind::noun},
     {"possessive", AnaphorKind::possessive}}};

constexpr std::array<std::pair<std::string_view, bool>, 2> kSides{{{"before", true}, {"behind", false}}};

template <class Table>
auto look_up(const Table& table, std::string_view name, std::string_view row) {
  for (const auto& [each, value] : table) {
    if (each == name) return value;
  }
  throw std::logic_error("cue file: unknown name \"" + std::string(name) + "\" in the row of " + std::string(row));
}

constexpr std::string_view kOfAmount = "deficiency-of-amount";
constexpr std::string_view kWithheld = "withheld";

constexpr char kAsPrinted = '=';

// "reduced" has the stem of "reducing", but only that starts a clause; "verlaagt" has that of "verlaagde", but only
// that is a lack.
bool counts_as_printed(CueClass type) {
  return type == CueClass::clause || type == CueClass::exposure || type == CueClass::instruction;
}

Cue read_cue(std::string_view type, std::string_view value, std::string_view phrase) {
  constexpr std::string_view kGap = " ... ";
  Cue cue;
  cue.type = look_up(kClasses, type, phrase);
  cue.as_printed = phrase.starts_with(kAsPrinted) || counts_as_printed(cue.type);
  if (phrase.starts_with(kAsPrinted)) phrase.remove_prefix(1);
  const std::size_t gap = phrase.find(kGap);
  cue.phrase = phrase.substr(0, gap);
  if (gap != std::string_view::npos) cue.after_gap = phrase.substr(gap + kGap.size());
  switch (cue.type) {
    case CueClass::verb:
    case CueClass::noun:
    case CueClass::adjective:
    case CueClass::tail:
    case CueClass::change:
    case CueClass::column:
    case CueClass::purpose:
    case CueClass::property:
    case CueClass::head: {
      const std::optional<Effect> effect = effect_from_string(value);
      if (!effect) throw std::logic_error("cue file: unknown effect \"" + std::string(value) + "\" of " + cue.phrase);
      cue.effect = *effect;
      break;
    }
    case CueClass::exposure:
      cue.of_amount = value == kOfAmount;
      cue.withheld = value == kWithheld;
      cue.exposure = cue.of_amount || cue.withheld ? Exposure::deficiency : look_up(kExposures, value, phrase);
      break;
    case CueClass::state:
    case CueClass::symptom:
      cue.exposure = look_up(kExposures, value, phrase);
      break;
    case CueClass::disorder:
      cue.leads = look_up(kSides, value, phrase);
      break;
    case CueClass::clause:
      cue.link = look_up(kLinks, value, phrase);
      break;
    case CueClass::anaphor:
      cue.anaphor = look_up(kAnaphors, value, phrase);
      break;
    default:
      break;
  }
  return cue;
}

std::vector<std::string>& endings_of(Grammar& grammar, std::string_view form) {
  if (form == "finite") return grammar.finite;
  if (form == "participle") return grammar.participle;
  if (form == "infinitive") return grammar.infinitive;
  if (form == "nominal") return grammar.nominal;
  throw std::logic_error("cue file: unknown verb form \"" + std::string(form) + '"');
}

void mark_genitives(std::vector<Cue>& cues) {
  for (Cue& cue : cues) {
    if (cue.type != CueClass::symptom) continue;
    const std::string_view last = std::string_view(cue.phrase).substr(cue.phrase.rfind(' ') + 1);
    cue.of_what_follows = last.size() < cue.phrase.size() && std::ranges::any_of(cues, [&](const Cue& each) {
                            return each.type == CueClass::genitive && each.phrase == last;
                          });
  }
}

}  // namespace

std::string_view to_string(CueClass type) {
  for (const auto& [name, each] : kClasses) {
    if (each == type) return name;
  }
  return {};
}

CueFile read_cues(std::string_view tsv) {
  constexpr std::string_view kBetween = " | ";
  CueFile file;
  for (const auto& row : tsv_rows(tsv)) {
    if (row.size() != 3) throw std::logic_error("cue file: a row without three columns: " + std::string(row.front()));
    if (row[0] == "order") {
      file.grammar.verb_final = row[1] == "verb-final";
      continue;
    }
    std::string_view phrases = row[2];
    for (;;) {
      const std::size_t end = phrases.find(kBetween);
      const std::string_view phrase = phrases.substr(0, end);
      if (row[0] == "ending") {
        if (phrase.empty()) throw std::logic_error("cue file: an empty ending");
        endings_of(file.grammar, row[1]).emplace_back(phrase);
      } else {
        file.cues.push_back(read_cue(row[0], row[1], phrase));
      }
      if (end == std::string_view::npos) break;
      phrases.remove_prefix(end + kBetween.size());
    }
  }
  mark_genitives(file.cues);
  return file;
}

CueFile cues_of(std::string_view language) {
  const std::string name = "cues/" + std::string(language) + ".tsv";
  const std::vector<std::string_view> files = resource_names("cues/");
  return std::ranges::find(files, name) == files.end() ? CueFile{} : read_cues(resource(name));
}

}  // namespace claimbase

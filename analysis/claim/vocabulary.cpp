#include "analysis/claim/vocabulary.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <optional>
#include <pugixml.hpp>
#include <set>
#include <utility>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

constexpr std::string_view kUrnPrefix = "urn:claimbase:";

template <class Enum, std::size_t N>
using Names = std::array<std::pair<Enum, std::string_view>, N>;

constexpr Names<Valence, 3> kValences{{{Valence::neutral, "neutral"}, {Valence::good, "good"}, {Valence::bad, "bad"}}};
constexpr Names<ConceptScheme, 2> kSchemes{
    {{ConceptScheme::substance, "substance"}, {ConceptScheme::outcome, "outcome"}}};
constexpr Names<ConceptKind, 15> kKinds{{{ConceptKind::none, ""},
                                         {ConceptKind::disease, "disease"},
                                         {ConceptKind::symptom, "symptom"},
                                         {ConceptKind::function, "function"},
                                         {ConceptKind::laboratory, "laboratory"},
                                         {ConceptKind::nutrient, "nutrient"},
                                         {ConceptKind::form, "form"},
                                         {ConceptKind::herb, "herb"},
                                         {ConceptKind::food, "food"},
                                         {ConceptKind::bioactive, "bioactive"},
                                         {ConceptKind::probiotic, "probiotic"},
                                         {ConceptKind::hormone, "hormone"},
                                         {ConceptKind::product, "product"},
                                         {ConceptKind::group, "group"},
                                         {ConceptKind::drug, "drug"}}};

template <class Enum, std::size_t N>
std::string_view name_of(const Names<Enum, N>& names, Enum value) {
  for (const auto& [each, name] : names) {
    if (each == value) return name;
  }
  return {};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const Names<Enum, N>& names, std::string_view name) {
  for (const auto& [value, each] : names) {
    if (each == name) return value;
  }
  return std::nullopt;
}

// "urn:claimbase:outcome:blood-pressure" -> {"outcome", "blood-pressure"}
struct ConceptName {
  std::string_view scheme;
  std::string_view id;
};

std::optional<ConceptName> concept_name(std::string_view iri) {
  if (!iri.starts_with(kUrnPrefix)) return std::nullopt;
  iri.remove_prefix(kUrnPrefix.size());
  const std::size_t colon = iri.find(':');
  if (colon == std::string_view::npos || colon + 1 == iri.size()) return std::nullopt;
  return ConceptName{iri.substr(0, colon), iri.substr(colon + 1)};
}

bool is_slug(std::string_view id) {
  return std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

// pugixml counts in its own copy of the file, which may be longer (another encoding) or end behind it.
std::uint32_t position_in_file(std::ptrdiff_t offset, std::size_t file_size) {
  return static_cast<std::uint32_t>(std::clamp<std::ptrdiff_t>(offset, 0, static_cast<std::ptrdiff_t>(file_size)));
}

class Reader {
 public:
  Reader(std::size_t file_size, std::vector<Diagnostic>& diagnostics)
      : file_size_(file_size), diagnostics_(diagnostics) {}

  std::optional<Concept> read(const pugi::xml_node& node) {
    const auto name = concept_name(node.attribute("rdf:about").value());
    const auto scheme = name ? value_of(kSchemes, name->scheme) : std::nullopt;
    if (!scheme || !is_slug(name->id)) {
      complain(node, "vocabulary.bad-id",
               "a concept needs rdf:about=\"urn:claimbase:substance:ID\" or \"urn:claimbase:outcome:ID\", ID of a-z, "
               "0-9 and -");
      return std::nullopt;
    }
    Concept made;
    made.id = name->id;
    made.scheme = *scheme;
    for (const pugi::xml_node& child : node.children()) read_property(child, made);
    return made;
  }

 private:
  void complain(const pugi::xml_node& node, std::string_view rule, std::string message) {
    const std::uint32_t at = position_in_file(node.offset_debug(), file_size_);
    diagnostics_.push_back({Severity::error, std::string(rule), {at, at}, std::move(message)});
  }

  void read_property(const pugi::xml_node& child, Concept& made) {
    const std::string_view name = child.name();
    const std::string_view text = child.text().get();
    if (name == "skos:prefLabel") return add_label(child, Label::Kind::preferred, false, made);
    if (name == "skos:altLabel") return add_label(child, Label::Kind::alternative, false, made);
    if (name == "skos:hiddenLabel") return add_label(child, Label::Kind::hidden, false, made);
    if (name == "cb:inverseLabel") return add_label(child, Label::Kind::alternative, true, made);
    if (name == "cb:suffix") return add_label(child, Label::Kind::suffix, false, made);
    if (name == "cb:listedLabel") return add_label(child, Label::Kind::listed, false, made);
    if (name == "cb:eventLabel") return add_label(child, Label::Kind::event, false, made);
    if (name == "cb:inverseEventLabel") return add_label(child, Label::Kind::event, true, made);
    if (name == "cb:placeLabel") return add_label(child, Label::Kind::place, false, made);
    if (name == "skos:exactMatch") {
      made.exact_match.emplace_back(child.attribute("rdf:resource").value());
    } else if (name == "skos:broader") {
      const auto broader = concept_name(child.attribute("rdf:resource").value());
      if (broader) {
        made.broader.emplace_back(broader->id);
      } else {
        complain(child, "vocabulary.bad-id", "skos:broader of " + made.id + " names no concept");
      }
    } else if (name == "cb:general") {
      made.general = text == "true";
    } else if (name == "cb:valence") {
      const auto value = value_of(kValences, text);
      if (!value)
        complain(child, "vocabulary.bad-value", "cb:valence of " + made.id + " is none of good, bad, neutral");
      made.valence = value.value_or(Valence::neutral);
    } else if (name == "cb:kind") {
      const auto value = value_of(kKinds, text);
      if (!value)
        complain(child, "vocabulary.bad-value", "cb:kind of " + made.id + " is unknown: " + std::string(text));
      made.kind = value.value_or(ConceptKind::none);
    }
  }

  void add_label(const pugi::xml_node& child, Label::Kind kind, bool inverse, Concept& made) {
    Label label{child.text().get(), child.attribute("xml:lang").value(), inverse, kind};
    if (label.text.empty()) return complain(child, "vocabulary.empty-label", "an empty label in " + made.id);
    made.labels.push_back(std::move(label));
  }

  std::size_t file_size_;
  std::vector<Diagnostic>& diagnostics_;
};

}  // namespace

std::string_view to_string(ConceptScheme scheme) {
  return name_of(kSchemes, scheme);
}
std::string_view to_string(Valence valence) {
  return name_of(kValences, valence);
}
std::string_view to_string(ConceptKind kind) {
  return name_of(kKinds, kind);
}

std::string_view Concept::preferred_label(std::string_view language) const {
  std::string_view english;
  for (const Label& label : labels) {
    if (label.kind != Label::Kind::preferred) continue;
    if (label.language == language) return label.text;
    if (label.language == "en" || english.empty()) english = label.text;
  }
  return english.empty() ? std::string_view(id) : english;
}

Vocabulary::Vocabulary(std::vector<Concept> built_in, std::uint64_t fingerprint)
    : concepts_(std::move(built_in)), built_in_(fingerprint) {
  for (std::size_t i = 0; i < concepts_.size(); ++i)
    by_id_[static_cast<std::size_t>(concepts_[i].scheme)].try_emplace(concepts_[i].id, i);
}

Vocabulary Vocabulary::from_sources() {
  Vocabulary made;
  for (const std::string_view name : resource_names("vocabulary/")) made.add(resource(name));
  return made;
}

std::vector<Diagnostic> Vocabulary::add(std::string_view rdf_xml) {
  std::vector<Diagnostic> diagnostics;
  pugi::xml_document xml;
  const pugi::xml_parse_result parsed = xml.load_buffer(rdf_xml.data(), rdf_xml.size());
  if (!parsed) {
    const std::uint32_t at = position_in_file(parsed.offset, rdf_xml.size());
    diagnostics.push_back({Severity::error, "vocabulary.malformed", {at, at}, parsed.description()});
    return diagnostics;
  }
  Reader reader(rdf_xml.size(), diagnostics);
  for (const pugi::xml_node& node : xml.child("rdf:RDF").children("skos:Concept")) {
    std::optional<Concept> made = reader.read(node);
    if (!made) continue;
    built_in_.reset();
    const auto [place, is_new] = by_id_[static_cast<std::size_t>(made->scheme)].try_emplace(made->id, concepts_.size());
    if (is_new) {
      concepts_.push_back(std::move(*made));
      continue;
    }
    Concept& known = concepts_[place->second];
    std::ranges::move(made->labels, std::back_inserter(known.labels));
    std::ranges::move(made->broader, std::back_inserter(known.broader));
    std::ranges::move(made->exact_match, std::back_inserter(known.exact_match));
    known.general = known.general || made->general;
    if (made->valence != Valence::neutral) known.valence = made->valence;
    if (made->kind != ConceptKind::none) known.kind = made->kind;
  }
  return diagnostics;
}

const Concept* Vocabulary::find(ConceptScheme scheme, std::string_view id) const {
  const auto& ids = by_id_[static_cast<std::size_t>(scheme)];
  const auto found = ids.find(id);
  return found == ids.end() ? nullptr : &concepts_[found->second];
}

std::vector<std::string> Vocabulary::broader_chain(ConceptScheme scheme, std::string_view id) const {
  std::vector<std::string> chain;
  std::set<std::string, std::less<>> seen{std::string(id)};
  std::vector<std::string_view> level{id};
  while (!level.empty()) {  // breadth first: nearest first
    std::vector<std::string_view> next;
    for (const std::string_view each : level) {
      const Concept* known = find(scheme, each);
      if (!known) continue;
      for (const std::string& broader : known->broader) {
        if (!seen.insert(broader).second) continue;
        chain.push_back(broader);
        next.emplace_back(broader);
      }
    }
    level = std::move(next);
  }
  return chain;
}

std::vector<std::string> Vocabulary::narrower_closure(ConceptScheme scheme, std::string_view id) const {
  std::vector<std::string> closure{std::string(id)};
  std::set<std::string, std::less<>> seen{std::string(id)};
  for (std::size_t i = 0; i < closure.size(); ++i) {
    for (const Concept& each : concepts_) {
      if (each.scheme != scheme) continue;
      if (std::ranges::find(each.broader, closure[i]) != each.broader.end() && seen.insert(each.id).second) {
        closure.push_back(each.id);
      }
    }
  }
  return closure;
}

std::uint64_t Vocabulary::fingerprint() const {
  if (built_in_) return *built_in_;
  std::string all;
  for (const Concept& each : concepts_) {
    all += each.id;
    all += '\n';
    all += to_string(each.scheme);
    all += to_string(each.valence);
    all += to_string(each.kind);
    if (each.general) all += '*';
    for (const std::string& broader : each.broader) all += '\t' + broader;
    for (const Label& label : each.labels) {
      all += '\n' + label.language + (label.inverse ? '!' : ':') + std::to_string(static_cast<int>(label.kind)) +
             label.text;
    }
    all += '\n';
  }
  return XXH3_64bits(all.data(), all.size());
}

}  // namespace claimbase

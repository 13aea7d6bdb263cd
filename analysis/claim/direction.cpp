#include "analysis/claim/direction.h"

#include <array>
#include <utility>

namespace claimbase {
namespace {

constexpr std::array<std::pair<std::string_view, Effect>, 16> kNames{{{"none", Effect::none},
                                                                      {"affects", Effect::affects},
                                                                      {"lowers", Effect::lowers},
                                                                      {"raises", Effect::raises},
                                                                      {"prevents", Effect::prevents},
                                                                      {"treats", Effect::treats},
                                                                      {"supports", Effect::supports},
                                                                      {"no-effect", Effect::no_effect},
                                                                      {"regulates", Effect::regulates},
                                                                      {"boosts", Effect::boosts},
                                                                      {"helps", Effect::helps},
                                                                      {"improves", Effect::improves},
                                                                      {"worsens", Effect::worsens},
                                                                      {"causes", Effect::causes},
                                                                      {"links", Effect::links},
                                                                      {"involves", Effect::involves}}};

bool is_down(Effect effect) {
  return effect == Effect::lowers || effect == Effect::prevents || effect == Effect::treats ||
         effect == Effect::worsens;
}

bool is_up(Effect effect) {
  return effect == Effect::raises || effect == Effect::improves || effect == Effect::boosts;
}

// A weak effect says that there is one, not which way: the words nearer to the outcome decide.
bool is_weak(Effect effect) {
  switch (effect) {
    case Effect::none:
    case Effect::affects:
    case Effect::supports:
    case Effect::helps:
    case Effect::regulates:
    case Effect::causes:
    case Effect::links:
    case Effect::involves:
      return true;
    case Effect::lowers:
    case Effect::raises:
    case Effect::prevents:
    case Effect::treats:
    case Effect::no_effect:
    case Effect::boosts:
    case Effect::improves:
    case Effect::worsens:
      return false;
  }
  return true;
}

Relation opposite(Relation relation) {
  switch (relation) {
    case Relation::lowers:
    case Relation::prevents:
    case Relation::treats:
      return Relation::raises;
    case Relation::raises:
    case Relation::supports:
      return Relation::lowers;
    case Relation::affects:
    case Relation::no_effect:
      return relation;
  }
  return relation;
}

Relation resolve_named(Effect effect, Valence valence, ConceptKind kind, Exposure exposure) {
  const bool bad = valence == Valence::bad;
  const bool harmful = exposure == Exposure::deficiency || exposure == Exposure::excess;
  switch (effect) {
    case Effect::none:
    case Effect::affects:
      return Relation::affects;
    case Effect::lowers:
      return Relation::lowers;
    case Effect::raises:
      return Relation::raises;
    // "de hersenen beschermt tegen schade", "verlicht de spijsvertering": nobody prevents or treats what is wanted
    case Effect::prevents:
      if (valence != Valence::good || kind != ConceptKind::function) return Relation::prevents;
      return harmful ? Relation::lowers : Relation::supports;
    case Effect::treats:
      return valence == Valence::good && kind == ConceptKind::function ? Relation::supports : Relation::treats;
    case Effect::no_effect:
      return Relation::no_effect;
    case Effect::supports:
      if (!bad) return Relation::supports;
      return harmful ? Relation::raises : Relation::treats;
    case Effect::involves:
      if (!bad) return harmful ? Relation::affects : Relation::supports;
      return harmful ? Relation::raises : Relation::affects;
    case Effect::regulates:
      return bad && kind == ConceptKind::disease ? Relation::lowers : Relation::supports;
    case Effect::boosts:
      return valence == Valence::good && kind == ConceptKind::function ? Relation::supports : Relation::raises;
    case Effect::helps:
      if (!bad) return Relation::supports;
      return kind == ConceptKind::disease ? Relation::treats : Relation::lowers;
    case Effect::improves:
      if (bad) return Relation::lowers;
      return kind == ConceptKind::laboratory && valence == Valence::good ? Relation::raises : Relation::supports;
    case Effect::worsens:
      // too high and too low are both worse for the blood pressure
      if (valence == Valence::neutral) return Relation::affects;
      return bad ? Relation::raises : Relation::lowers;
    case Effect::causes:
      if (bad) return Relation::raises;
      // "Een tekort veroorzaakt onwillekeurige spiersamentrekkingen": what a lack brings about of a body function is
      // that it fails
      return valence == Valence::good && harmful ? Relation::lowers : Relation::supports;
    case Effect::links:
      if (bad) return Relation::raises;
      return harmful ? Relation::affects : Relation::supports;
  }
  return Relation::affects;
}

}  // namespace

std::optional<Effect> effect_from_string(std::string_view name) {
  for (const auto& [each, effect] : kNames) {
    if (each == name) return effect;
  }
  return std::nullopt;
}

std::string_view to_string(Effect effect) {
  for (const auto& [name, each] : kNames) {
    if (each == effect) return name;
  }
  return {};
}

Effect compose(Effect outer, Effect inner) {
  if (outer == Effect::no_effect) return Effect::no_effect;
  if (inner == Effect::none) return outer;
  if (is_weak(outer)) return is_weak(inner) && outer != Effect::none && inner == Effect::affects ? outer : inner;
  if (is_weak(inner)) return outer;  // "verlaagt de ontwikkeling van", "verbetert de regulatie van"
  if (is_down(outer) && is_down(inner)) return Effect::supports;
  if (is_down(outer) && is_up(inner)) return outer;
  if (is_up(outer) && is_down(inner)) return inner;
  return inner == Effect::improves ? inner : outer;
}

Relation resolve(Effect effect, Valence valence, ConceptKind kind, Exposure exposure, bool inverse) {
  if (!inverse) return resolve_named(effect, valence, kind, exposure);
  // The named state is the opposite of the concept, so what is good of the one is bad of the other.
  const Valence named = valence == Valence::good  ? Valence::bad
                        : valence == Valence::bad ? Valence::good
                                                  : Valence::neutral;
  const bool helped =
      effect == Effect::helps || effect == Effect::improves || effect == Effect::supports || effect == Effect::treats;
  // "helpt bij slapeloosheid": what is good against the lack of sleep is good for sleep, and no more is said
  const bool harmful = exposure == Exposure::deficiency || exposure == Exposure::excess;
  if (helped && !harmful && named == Valence::bad && kind == ConceptKind::function) return Relation::supports;
  return opposite(resolve_named(effect, named, kind, exposure));
}

}  // namespace claimbase

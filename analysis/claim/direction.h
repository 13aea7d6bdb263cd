// How the words that act on an outcome add up to one relation: "verlaagt het risico op", "vermindert de afname van",
// "tekort ... verhoogt".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "analysis/claim/mention.h"
#include "analysis/claim/vocabulary.h"

namespace claimbase {

/// What one cue says, before the outcome it acts on is known. Names stand in corpus/cues/*.tsv.
enum class Effect : std::uint8_t {
  none,     ///< acts on nothing: "normaal", "gezond"
  affects,  ///< a change without direction: "beïnvloedt"
  lowers,
  raises,
  prevents,
  treats,
  supports,   ///< for it: "ondersteunt", "draagt bij tot", "nodig voor", "regulatie van"
  no_effect,  ///< "heeft geen invloed op"
  regulates,  ///< keeps it in balance, whatever its valence: "reguleert", "stressregulatie"
  boosts,     ///< more of it: "stimuleert", "boosts"; a body function is supported by that
  helps,      ///< good for the person, whatever the outcome: "helpt bij"
  improves,   ///< makes it better: more of what is wanted, less of what is not
  worsens,    ///< makes it worse
  causes,     ///< brings it about, or brings about what the words between say: "zorgt voor", "leidt tot"
  links,      ///< goes together with it: "geassocieerd met"
  involves    ///< has to do with it: "speelt een rol bij"; a body function is supported by that, a complaint affected
};

/// The effect of that name, or nothing.
[[nodiscard]] std::optional<Effect> effect_from_string(std::string_view name);

[[nodiscard]] std::string_view to_string(Effect effect);

/// The effect of `outer` acting on an outcome through `inner`: "vermindert (lowers) de afname (lowers) van" supports; a
/// weak outer
/// ("zorgt voor", "draagt bij aan", "geassocieerd met") leaves the inner one.
[[nodiscard]] Effect compose(Effect outer, Effect inner);

/// The relation to the named outcome. `inverse`: the text names the lack of the concept ("insulineresistentie").
[[nodiscard]] Relation resolve(Effect effect, Valence valence, ConceptKind kind, Exposure exposure, bool inverse);

}  // namespace claimbase

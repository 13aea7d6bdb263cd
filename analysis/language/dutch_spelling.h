// Dutch spelling of open and closed syllables: "slap-en" is "slaap", "aanvall-en" is "aanval", "brev-en" is "breef".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace claimbase {

/// Runs of vowels, each one syllable: an estimate good enough to tell one from more.
[[nodiscard]] std::size_t syllables(std::string_view word);

/// After an ending was taken off: the spelling the rest has when it stands alone. An e is made long only in a word of
/// one syllable, as it is mute in most others (verminderen, regelen); long_e_to_short undoes the rest.
void close_syllable(std::string& word);

/// "verdeel" -> "verdel", "stimuleer" -> "stimuler", so that they meet what close_syllable makes of "verdelen".
void long_e_to_short(std::string& word);

}  // namespace claimbase

// How alike two names, journals or titles are, of texts that are folded to words with one space between.
#pragma once

#include <string_view>
#include <vector>

namespace claimbase {

/// The words that say something: of three letters or more, or with a digit. Views into `folded`.
[[nodiscard]] std::vector<std::string_view> content_words(std::string_view folded);

/// 0 to 1: the share of content words that both have (Dice, "Measures of the Amount of Ecologic Association Between
/// Species", 1945), or of pairs of letters where that is more (misprints); nearly 1 where one title is the beginning of
/// the other, its subtitle left out; at most 0.8 where a word stands in place of another. Symmetric. O(n log n).
[[nodiscard]] double title_similarity(std::string_view a, std::string_view b);

/// "am j clin nutr" and "american journal of clinical nutrition": each word of the one begins the next of the other.
[[nodiscard]] bool same_container(std::string_view a, std::string_view b);

/// Equal, or the one ends the other (a particle left out: "devries", "vries"), or one letter apart. Folded letters
/// only.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

}  // namespace claimbase

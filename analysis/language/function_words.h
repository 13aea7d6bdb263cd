// Telling a language by its small words: far cheaper than detect_language, and only ever a yes.
#pragma once

#include <string_view>

namespace claimbase {

/// Whether `text` surely is in `language` ("nl", "en", "en-GB"): it holds three or more of that language's function
/// words, and more than four times as many as of the others'. No says nothing, and a language that
/// corpus/language/function_words.tsv does not list always gets it. Looks at no more of the text than it needs, and at
/// 2,000 bytes at most.
[[nodiscard]] bool reads_as(std::string_view text, std::string_view language);

/// The language that `text` surely is in: `first`, where it reads_as that, else the first of the file's ("nl") that it
/// reads as; empty where none. One pass for all of them.
[[nodiscard]] std::string_view read_language(std::string_view text, std::string_view first);

/// The language of a text that is in one language as a whole: six or more of its function words, and more than four
/// times as many as of the others', to the end of the first 2,000 bytes; empty where none.
[[nodiscard]] std::string_view read_whole_language(std::string_view text);

/// As read_language, for an entry of a reference list. It is made of names, numbers and a title, which leaves few small
/// words, and by the names a detector takes it for Italian or Galician: where no language reads, one small word in
/// small letters is enough that cannot be part of a name ("van"), if no other language has a word in it.
[[nodiscard]] std::string_view read_entry_language(std::string_view text, std::string_view first);

}  // namespace claimbase

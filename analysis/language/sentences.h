// Sentence boundaries: ICU's (UAX #29 for the language) corrected by rules that ICU lacks.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// The sentences of whole[within], in order, without surrounding white space, each not empty.
/// Rules beyond ICU, in data (corpus/language/<language>/abbreviations.tsv) where they are words: an abbreviation ends
/// no sentence (bijv., ca., o.a., et al., Fig., p.o.) unless the next word can only start one; "vitamine D." does end
/// one; a citation marker glued to the full stop ("gedaan.1 Tot", "tandvlees.10", "D.1 Ook", "wat verlagen.11,12")
/// belongs to the sentence it ends and does not stop the boundary, nor do closing quotes and brackets after the full
/// stop; a decimal comma or point ends none; nor do "1." at the start of the range or initials in names ("F. H.
/// Nielsen"). A semicolon or colon ends none.
[[nodiscard]] std::vector<ByteRange> split_sentences(std::string_view whole, ByteRange within,
                                                     std::string_view language);

}  // namespace claimbase

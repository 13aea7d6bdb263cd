// Prints records as reference lists print them: APA, Vancouver, AMA, Harvard, Chicago, and how Dutch sites write them.
#pragma once

#include "tools/train_references/chance.h"
#include "tools/train_references/labelled_string.h"
#include "tools/train_references/record.h"

namespace claimbase::training {

/// One string in a style chosen by chance, with its segments.
[[nodiscard]] LabelledString rendered(const Record& record, Chance& chance);

/// `count` strings of made-up records.
[[nodiscard]] std::vector<LabelledString> made_up_strings(const WordLists& words, std::size_t count, Chance& chance);

}  // namespace claimbase::training

// One reading for each word that has several: substance or outcome ("melatonine"), a bare form word ("citraat"), a word
// that counts only in a list ("haar").
#pragma once

#include "analysis/claim/annotation.h"
#include "analysis/claim/focus.h"

namespace claimbase {

/// Leaves one item for each place of `annotation`: the form where its base is spoken of; the outcome where another
/// substance is spoken of; a listed label only beside another outcome.
void settle(Annotation& annotation, const Context& context);

}  // namespace claimbase

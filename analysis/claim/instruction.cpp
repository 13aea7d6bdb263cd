#include "analysis/claim/instruction.h"

#include "analysis/claim/clauses.h"

namespace claimbase {

bool begins_as_instruction(std::string_view text, const Annotation& annotation, const Grammar& grammar) {
  if (annotation.items.empty() || annotation.items.front().first != 0) return false;
  if (!annotation.items.front().sense(CueClass::instruction)) return false;
  return grammar.verb_final || !ends_in(text, annotation.units.front(), grammar.infinitive);
}

}  // namespace claimbase

#include "analysis/compliance/compile_wordings.h"

#include <vector>

#include "analysis/compliance/copy_words.h"
#include "analysis/compliance/effects.h"
#include "analysis/compliance/nutrition_wordings.h"
#include "analysis/compliance/official_texts.h"
#include "analysis/compliance/phrase_stems.h"
#include "analysis/compliance/signals.h"
#include "analysis/register/register.h"

namespace claimbase {

std::string compiled_wordings(std::string_view language) {
  const std::vector<RegisterEntry>& entries = built_in_register();
  PhraseStemsWriter writer;
  CopyReader reader(language);
  reader.note_in(writer);
  // As LawJudge makes them; one that were left out here would be analysed there.
  const EffectLexicon effects(reader);
  const SignalLexicon signals(reader);
  const OfficialTexts official(entries, reader);
  const NutritionWordings nutrition(reader);
  return writer.bytes();
}

}  // namespace claimbase

#include <fmt/format.h>

#include <ostream>

#include "analysis/claim/explain.h"
#include "analysis/language/detect.h"
#include "analysis/language/unicode.h"
#include "indexer/commands.h"
#include "indexer/exit.h"
#include "indexer/vocabulary_files.h"

namespace claimbase {

IndexExit run_explain(const ExplainCommandRequest& request, const Console& console) {
  const LoadedVocabulary loaded = load_vocabulary(request.vocabularies);
  for (const FileProblem& each : loaded.problems) console.err << to_line(each) << '\n';
  if (!is_valid_utf8(request.sentence)) throw UsageError("explain: the sentence is not UTF-8");
  if (!request.topic.empty() && !loaded.vocabulary.find(ConceptScheme::substance, request.topic)) {
    throw UsageError(fmt::format(
        "explain: no substance \"{}\" in the vocabulary; --topic takes an id such as vitamin-d", request.topic));
  }
  const std::string language = request.language.empty() ? detect_language(request.sentence) : request.language;
  if (language == "und") throw UsageError("explain: too short to tell its language; say it with --language nl or en");
  console.out << printable(explain({request.sentence, language, request.topic, request.item}, loaded.vocabulary));
  return IndexExit::ok;
}

}  // namespace claimbase

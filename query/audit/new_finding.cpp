#include "query/audit/new_finding.h"

#include <stdexcept>
#include <utility>

#include "query/audit/copy_places.h"
#include "query/audit/rules.h"

namespace claimbase {

Finding new_finding(const AuditedFile& file, const AuditedSentence& sentence, std::string_view rule, ByteRange range,
                    std::string message) {
  const Rule* known = find_rule(rule);
  if (known == nullptr) throw std::logic_error("no audit rule " + std::string(rule));
  Finding finding;
  finding.rule = rule;
  finding.severity = known->severity;
  finding.path = file.path;
  finding.format = file.document.format;
  finding.span = place_of(file, range);
  finding.sentence = sentence.text;
  finding.message = std::move(message);
  finding.why = known->why;
  finding.certainty = known->certainty;
  return finding;
}

}  // namespace claimbase

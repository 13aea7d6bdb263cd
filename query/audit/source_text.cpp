#include "query/audit/source_text.h"

#include "analysis/document/encoding.h"
#include "schema/position.h"

namespace claimbase {

bool has_lines(const AuditedFile& file) {
  return position_unit(file.document.format) == "line";
}

std::string source_text(const AuditedFile& file) {
  if (!has_lines(file)) return {};
  if (file.document.encoding.empty() || file.document.encoding == "UTF-8") return file.source;
  const bool declares = file.document.format == "html" || file.document.format == "jats";
  return reading::decode(file.source, declares ? reading::declared_encoding(file.source) : std::string_view()).text;
}

}  // namespace claimbase

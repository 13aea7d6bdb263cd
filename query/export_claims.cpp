#include <nlohmann/json.hpp>

#include "query/claims.h"
#include "query/export.h"

namespace claimbase {

void export_claims(const Database& db, std::ostream& out, OutputFormat format) {
  RecordWriter writer(out, format, claim_columns());
  Statement claims = all_claims(db);
  while (claims.step()) {
    if (!writer.write(to_json(read_claim(claims)))) return;
  }
  writer.finish();
}

}  // namespace claimbase

#include "query/entry_name.h"

#include "schema/position.h"

namespace claimbase {

std::string entry_name(const EntryPlace& entry) {
  if (entry.number > 0) return "entry " + std::to_string(entry.number);
  return "the link at " + std::string(position_unit(entry.format)) + " " + std::to_string(entry.line);
}

}  // namespace claimbase

#include "analysis/bibliography/reference.h"

#include "analysis/bibliography/entry_parse.h"

namespace claimbase {

Reference parse_reference(std::string_view text) {
  return entry::parse_with(text, entry::built_in_model());
}

}  // namespace claimbase

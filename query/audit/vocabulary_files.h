// The vocabulary that copy is read with: that of the index, so that both speak of the same concepts.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "schema/database.h"

namespace claimbase {

/// The built-in vocabulary and `files`; where none are named, those that the index was made with, as far as they can be
/// read (`index` may be null). What is wrong in a file is named on `err`. Throws UsageError where a named file cannot
/// be read.
[[nodiscard]] Vocabulary audit_vocabulary(const std::vector<std::string>& files, const Database* index,
                                          std::ostream& err);

}  // namespace claimbase

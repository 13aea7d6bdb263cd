// The rows of the vocabulary.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>

#include "schema/database.h"
#include "schema/records.h"

namespace claimbase {

/// Concepts by scheme and id ("outcome:sleep"), as the store keeps them: broader concepts and matches sorted and each
/// once, broader ids that name no concept left out; of two concepts with one id the later counts.
using ConceptMap = std::map<std::string, ConceptRecord, std::less<>>;
[[nodiscard]] ConceptMap normalised(std::span<const ConceptRecord> concepts);

/// The vocabulary in the store, retired concepts left out.
[[nodiscard]] ConceptMap read_vocabulary(const Database& db);

/// See Store::put_vocabulary. Runs inside a transaction of the caller.
void write_vocabulary(Database& db, const ConceptMap& concepts);

}  // namespace claimbase

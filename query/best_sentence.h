// The sentence of an abstract that says most of a query.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "query/reference_query.h"

namespace claimbase {

/// `weights`: of the query's terms. The first of those with the greatest sum; empty where none holds a term. Linear in
/// the abstract times the terms.
[[nodiscard]] std::string best_sentence(std::string_view abstract, const ReferenceQuery& query,
                                        std::span<const double> weights, LabelIndex& labels);

}  // namespace claimbase

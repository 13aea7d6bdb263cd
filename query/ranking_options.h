// The option that tunes the ranking of works, on every command that ranks them.
#pragma once

#include <string>
#include <vector>

#include "query/reference_ranking.h"

namespace CLI {
class App;
}

namespace claimbase {

/// --set NAME=VALUE, which may be repeated.
void add_ranking_settings(CLI::App& command, std::vector<std::string>& settings);
/// Throws UsageError for a name or value that is none.
void apply_ranking_settings(RankingSettings& settings, const std::vector<std::string>& asked);

}  // namespace claimbase

// Options that several commands share, each defined once.
#pragma once

#include <cstddef>

#include "query/filters.h"
#include "query/session.h"

namespace claimbase {

/// --database, --color; on the program itself and on every command, so that they may stand before or after its name.
void add_common_options(CLI::App& app, CommandLine& line);

void add_substance_and_outcome(CLI::App& command, FilterOptions& filters);
void add_relation(CLI::App& command, FilterOptions& filters);
void add_article_and_language(CLI::App& command, FilterOptions& filters);
void add_limit(CLI::App& command, std::size_t& limit);

/// The most that --limit takes.
inline constexpr std::size_t kMaxLimit = 1'000'000;

}  // namespace claimbase

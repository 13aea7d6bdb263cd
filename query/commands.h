// The program's commands; each defines its options, and sets CommandLine::run where it is asked for.
#pragma once

#include "query/session.h"

namespace claimbase {

void add_search(CLI::App& app, CommandLine& line);
void add_claims(CLI::App& app, CommandLine& line);
void add_evidence(CLI::App& app, CommandLine& line);
void add_references(CLI::App& app, CommandLine& line);
void add_articles(CLI::App& app, CommandLine& line);
void add_show(CLI::App& app, CommandLine& line);
void add_export(CLI::App& app, CommandLine& line);
void add_stats(CLI::App& app, CommandLine& line);
void add_check(CLI::App& app, CommandLine& line);
void add_backup(CLI::App& app, CommandLine& line);
void add_diff(CLI::App& app, CommandLine& line);
void add_runs(CLI::App& app, CommandLine& line);
void add_audit(CLI::App& app, CommandLine& line);
void add_compliance(CLI::App& app, CommandLine& line);
void add_evaluate(CLI::App& app, CommandLine& line);

}  // namespace claimbase

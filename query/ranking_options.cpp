#include "query/ranking_options.h"

#include <CLI/CLI.hpp>
#include <string_view>

#include "query/usage_error.h"

namespace claimbase {

void add_ranking_settings(CLI::App& command, std::vector<std::string>& settings) {
  command.add_option("--set", settings, "a number of the ranking: title=2.5 (docs/ranking.md lists them)")
      ->type_name("NAME=VALUE")
      ->allow_extra_args(false);
}

void apply_ranking_settings(RankingSettings& settings, const std::vector<std::string>& asked) {
  for (const std::string& each : asked) {
    const std::size_t equals = each.find('=');
    const std::string_view text = each;
    const std::string_view value = equals == std::string::npos ? std::string_view() : text.substr(equals + 1);
    if (!set_ranking(settings, text.substr(0, equals), value)) {
      throw UsageError("--set " + each + ": no such number of the ranking (docs/ranking.md lists them)");
    }
  }
}

}  // namespace claimbase

// What a command works with.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include "query/exit.h"
#include "query/format.h"
#include "query/paint.h"

namespace CLI {
class App;
}

namespace claimbase {

struct Session {
  std::filesystem::path database;
  std::istream& in;
  std::ostream& out;  // data
  std::ostream& err;  // talk
  OutputFormat format = OutputFormat::text;
  Paint paint{false};
};

/// The options of every command, and the command that was asked for. The options' variables live here, so it must not
/// move once commands are added.
struct CommandLine {
  std::string database = "claimbase.db";
  std::string format;
  std::string color = "auto";
  std::vector<OutputFormat> formats;  // of the command asked for, its default first
  std::function<Exit(Session&)> run;
};

/// Adds a sub-command with the common options. `example`: shown at the end of its help.
CLI::App& add_command(CLI::App& app, CommandLine& line, const std::string& name, const std::string& about,
                      const std::string& example, std::vector<OutputFormat> formats, std::function<Exit(Session&)> run);

}  // namespace claimbase

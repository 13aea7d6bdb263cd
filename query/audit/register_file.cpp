#include "query/audit/register_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "analysis/convert/file_bytes.h"
#include "analysis/register/register_export.h"
#include "query/paint.h"
#include "query/usage_error.h"

namespace claimbase {

LoadedRegister load_register(const std::string& file, std::ostream& err) {
  LoadedRegister loaded;
  if (file.empty()) {
    loaded.entries = built_in_register();
    loaded.name = "built in";
  } else {
    const FileBytes read = read_file(file);
    if (!read.problem.empty()) throw UsageError(fmt::format("read register {}: {}", file, read.problem));
    RegisterFile made = read_register_file(read.bytes);
    for (const RegisterProblem& each : made.problems)
      err << one_line(fmt::format("{}:{}: {} [{}]", file, each.line, each.message, each.rule)) << '\n';
    if (made.entries.empty()) throw UsageError(fmt::format("no entry of a register could be read from {}", file));
    loaded.entries = std::move(made.entries);
    loaded.name = file;
  }
  for (const RegisterEntry& entry : loaded.entries) loaded.date = std::max(loaded.date, entry.date);
  return loaded;
}

}  // namespace claimbase

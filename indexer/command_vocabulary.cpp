#include <fmt/format.h>

#include <ostream>

#include "analysis/convert/file_bytes.h"
#include "indexer/commands.h"
#include "indexer/vocabulary_check.h"

namespace claimbase {

IndexExit run_vocabulary_check(const std::vector<std::filesystem::path>& files, bool alone, const Console& console) {
  const Vocabulary known = alone ? Vocabulary() : Vocabulary::built_in();
  std::size_t findings = 0;
  for (const auto& file : files) {
    const FileBytes read = read_file(file);
    if (!read.problem.empty()) throw UsageError(fmt::format("read vocabulary {}: {}", file.string(), read.problem));
    for (const FileProblem& each : check_vocabulary(file.string(), read.bytes, known)) {
      console.out << to_line(each) << '\n';
      ++findings;
    }
  }
  if (findings == 0) console.err << "nothing found\n";
  return findings == 0 ? IndexExit::ok : IndexExit::incomplete;
}

}  // namespace claimbase

#include <fmt/format.h>

#include <ostream>

#include "indexer/commands.h"
#include "indexer/store_file.h"
#include "indexer/writer_lock.h"

namespace claimbase {

IndexExit run_optimize(const std::filesystem::path& database, std::chrono::seconds wait, bool quiet,
                       const Console& console) {
  if (!has_content(database)) {
    throw StoreError(StoreErrorKind::missing, 0, "optimize " + database.string() + ": there is no such store");
  }
  const WriterLock lock(database, "optimize", wait);
  Store::open(database, StoreMode::read_write).optimize();
  constexpr double kMegabyte = 1e6;
  if (!quiet) {
    console.out << fmt::format("{} is optimized: {:.1f} MB\n", database.string(),
                               static_cast<double>(std::filesystem::file_size(database)) / kMegabyte);
  }
  return IndexExit::ok;
}

}  // namespace claimbase
